"""Ask /healthz of a port and a bare server by turns until the input ends: python -m deploy.health_watch 8181

Prints both lists of seconds as JSON. The bare server runs in a process of its own and does nothing else.
"""

import json
import select
import socket
import sys
import time
from http.client import HTTPConnection
from multiprocessing import get_context

from deploy.database import HOST

PATIENCE = 120
PAUSE = 0.05
"""Seconds between two looks."""
ALIVE = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"


def answer_on(listener: socket.socket) -> None:
    while True:
        client, _ = listener.accept()
        with client:
            client.recv(65_536)
            client.sendall(ALIVE)


def seconds_for(port: int) -> float:
    start = time.monotonic()
    connection = HTTPConnection(HOST, port, timeout=PATIENCE)
    try:
        connection.request("GET", "/healthz")
        connection.getresponse().read()
    finally:
        connection.close()
    return time.monotonic() - start


def watch(port: int, bare_port: int) -> tuple[list[float], list[float]]:
    healthz, bare = [], []
    while not select.select([sys.stdin], [], [], PAUSE)[0]:
        healthz.append(seconds_for(port))
        bare.append(seconds_for(bare_port))
    return healthz, bare


def main() -> None:
    with socket.create_server((HOST, 0)) as listener:
        server = get_context("fork").Process(target=answer_on, args=[listener], daemon=True)
        server.start()
        print(json.dumps(watch(int(sys.argv[1]), listener.getsockname()[1])))
        server.terminate()


if __name__ == "__main__":
    main()
