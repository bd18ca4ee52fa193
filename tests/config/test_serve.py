"""The server as it is started from a command line."""

import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings

ADDRESSES = {"sqlite": "sqlite:///:memory:", "postgresql": "postgres://rungs@127.0.0.1:1/rungs"}


@pytest.fixture(params=[False, True], ids=["sole", "shared"])
def taken_port(request):
    """A port on which another program listens, perhaps one that would share it, as another Rungs does."""
    with socket.socket() as listener:
        if request.param:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.mark.parametrize("database", ADDRESSES)
def test_a_port_that_is_taken_is_said_in_one_line(taken_port, database):
    done = serve(PORT=str(taken_port), DATABASE_URL=ADDRESSES[database], RUNGS_LOCAL="1")
    assert done.returncode == 1
    assert done.stderr == f"Port {taken_port} of 127.0.0.1 cannot be used: Address already in use. Try another PORT.\n"
    assert done.stdout == ""


def test_an_address_of_another_machine_is_said_in_one_line():
    done = serve(PORT="8000", RUNGS_BIND="192.0.2.1", RUNGS_LOCAL="1")
    assert done.returncode == 1
    assert "of 192.0.2.1 cannot be used" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def serve(**environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "config.serve"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
