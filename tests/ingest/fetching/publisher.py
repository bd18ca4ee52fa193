"""A publisher on the loopback address, whose answers a test writes."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """Gives what the publisher has at the path; `give` and its like are for answers."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.publisher.requests.append(self)
        answer = self.server.publisher.answers.get(self.path)
        if answer is None:
            self.give(b"There is nothing here.", status=404)
        else:
            answer(self)

    def give(self, body: bytes, *, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.begin(status, len(body) if length is None else length, **headers)
        self.wfile.write(body)

    def begin(self, status: int, length: int | None, **headers: str) -> None:
        self.close_connection = True
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, *arguments) -> None:
        """Says nothing."""


class Publisher:
    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.port = port
        self.answers: dict[str, Answer] = {}
        self.requests: list[Request] = []

    def has(self, path: str, body: bytes, **headers: str) -> None:
        self.answers[path] = lambda request: request.give(body, **headers)


@contextmanager
def publishing() -> Iterator[Publisher]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Request)
    server.daemon_threads = True
    server.publisher = Publisher(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.publisher
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
