"""What tests of the API take: `ask`, which gives the JSON of an address and says why where there is none."""

from collections.abc import Callable

import pytest
from django.test import Client


@pytest.fixture
def ask(client: Client) -> Callable[[str], dict]:
    """Give the JSON at a path below /api/v1/; an answer that is not 200 fails the test with what it says."""

    def get(path: str) -> dict:
        answer = client.get(f"/api/v1/{path}")
        assert answer.status_code == 200, answer.content
        return answer.json()

    return get


@pytest.fixture
def problems(client: Client) -> Callable[[str], list[tuple[str, str]]]:
    """Give the parameter and code of everything that a 400 lists."""

    def get(path: str) -> list[tuple[str, str]]:
        answer = client.get(f"/api/v1/{path}")
        assert answer.status_code == 400, answer.content
        assert answer["Content-Type"] == "application/problem+json"
        assert all(error["message"] for error in answer.json()["errors"])
        return [(error["parameter"], error["code"]) for error in answer.json()["errors"]]

    return get
