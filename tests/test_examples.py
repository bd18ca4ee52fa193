"""The examples in docstrings are true."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]
ROOMS = (
    *("config", "serving", "pages", "api", "documents", "explore", "salaries", "education", "careers", "money"),
    *("editorial", "accounts", "ingest", "facts", "bench", "tests"),
)


def modules_with_examples():
    """The names of the modules whose docstrings show examples."""
    for room in ROOMS:
        for file in sorted((HOME / room).rglob("*.py")):
            if ">>> " in file.read_text() and file.name != Path(__file__).name:
                yield ".".join(file.relative_to(HOME).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("module", list(modules_with_examples()))
def test_examples(module):
    result = doctest.testmod(import_module(module))
    assert result.attempted
    assert not result.failed
