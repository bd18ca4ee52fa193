"""Assistants ask by two clients that nobody here wrote: the SDK's own, and the inspector from npm."""

import asyncio
import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters, stdio_client

from assistants.server import TOOLS
from tests.assistants.calls import CALLS
from tests.browser import served
from tests.contract.tools import run
from tests.stages import Stages

pytestmark = [pytest.mark.contract, pytest.mark.django_db]

ROOT = Path(__file__).parents[2]
NAMES = {tool.__name__ for tool in TOOLS}
TRANSPORTS = ("http", "stdio")
SETTINGS = ("DATABASE_URL", "RUNGS_LOCAL", "DJANGO_SETTINGS_MODULE")
NOT_LOADED = {"programs_nearby"}
"""What the official figures that come with Rungs have nothing of."""


@pytest.fixture(scope="module")
def environment(stages: Stages) -> dict[str, str]:
    """Of processes with all official figures that come with Rungs."""
    database = {"DATABASE_URL": stages.copied("record", "assistants"), "RUNGS_LOCAL": "1"}
    return os.environ | database | {"DJANGO_SETTINGS_MODULE": "config.settings"}


@pytest.fixture(scope="module")
def endpoint(environment) -> Iterator[str]:
    with served(environment) as address:
        yield f"{address}/mcp"


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_the_sdks_own_client_lists_the_tools_and_calls_each(endpoint, environment, transport):
    listed, answers = asyncio.run(_use(endpoint, environment, transport))
    assert {*listed} == NAMES == CALLS.keys()
    assert all(listed.values())
    assert {name for name, answer in answers.items() if answer.is_error} == NOT_LOADED
    assert "not loaded on this site" in answers["programs_nearby"].content[0].text
    _tells_who_says_so(answers["job_pay"].structured_content)


async def _use(endpoint: str, environment: dict[str, str], transport: str) -> tuple[dict, dict]:
    command = StdioServerParameters(command=sys.executable, args=["manage.py", "mcp"], cwd=ROOT, env=environment)
    async with Client(endpoint if transport == "http" else stdio_client(command)) as client:
        listed = await client.list_tools()
        answers = {name: await client.call_tool(name, arguments) for name, arguments in CALLS.items()}
    return {tool.name: tool.description for tool in listed.tools}, answers


@pytest.mark.parametrize("transport", TRANSPORTS)
def test_the_inspector_lists_the_tools_and_calls_each(endpoint, environment, transport):
    listed = _inspect(endpoint, environment, transport, "tools/list")
    assert {tool["name"] for tool in listed["tools"]} == NAMES
    with ThreadPoolExecutor(2) as pool:
        called = pool.map(lambda name: _called(endpoint, environment, transport, name), CALLS)
    answers = dict(zip(CALLS, called, strict=True))
    assert {name for name, answer in answers.items() if answer.get("isError")} == NOT_LOADED
    _tells_who_says_so(answers["job_pay"]["structuredContent"])


def _called(endpoint: str, environment: dict[str, str], transport: str, tool: str) -> dict:
    arguments = [
        f"{name}={json.dumps(value)}" if isinstance(value, list) else f"{name}={value}"
        for name, value in CALLS[tool].items()
    ]
    given = [word for argument in arguments for word in ("--tool-arg", argument)]
    return _inspect(endpoint, environment, transport, "tools/call", "--tool-name", tool, *given)


def _inspect(endpoint: str, environment: dict[str, str], transport: str, method: str, *arguments: str) -> dict:
    """A tool’s error is a failure of the inspector, after it printed the answer."""
    asked = ["--method", method, *arguments]
    if transport == "http":
        return json.loads(run("npx", "mcp-inspector", "--cli", endpoint, "--transport", "http", *asked, may_fail=True))
    told = [word for name in SETTINGS for word in ("-e", f"{name}={environment[name]}")]
    command = [sys.executable, str(ROOT / "manage.py"), "mcp"]
    return json.loads(run("npx", "mcp-inspector", "--cli", *command, *told, *asked, may_fail=True))


def _tells_who_says_so(pay: dict) -> None:
    """What a registered nurse earns in Ohio: value, place, release, source and address."""
    figure = pay["figures"][0]
    assert "in Ohio: median pay, a year, is $" in pay["answer"][0]
    assert figure["value"] in pay["answer"][0]
    assert (figure["place"], figure["release"]) == ("Ohio", "May 2025")
    assert figure["source"] == "Occupational Employment and Wage Statistics"
    assert figure["publisher"] == "US Bureau of Labor Statistics"
    assert figure["address"] == "may-2025/29-1141/US-OH#annual_median"
    assert pay["edition"] > 0
