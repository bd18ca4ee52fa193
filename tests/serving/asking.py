"""A WSGI application as a server asks it."""

from gzip import decompress
from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections


class Asked:
    """Django's application, counting what it is asked."""

    def __init__(self):
        self.count, self._django = 0, WSGIHandler()

    def __call__(self, environ, start_response):
        self.count += 1
        return self._django(environ, start_response)


class Said:
    """An answer as it went out."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = int(status.split()[0]), dict(headers), body

    @property
    def text(self):
        return (decompress(self.body) if self.headers.get("Content-Encoding") == "gzip" else self.body).decode()


def ask(answers, address, method="GET", **headers):
    path, _, query = address.partition("?")
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "localhost"}
    environ |= {"SERVER_PORT": "80", "HTTP_HOST": "localhost", "wsgi.url_scheme": "http", "wsgi.input": BytesIO()}
    environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    said = []
    response = answers(environ, lambda status, headers, *error: said.append((status, headers)))
    return Said(*said[0], b"".join(response))


@pytest.fixture
def open_connection():
    """Requests leave the test's connection open, in which nothing is committed, as with Django's test client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
