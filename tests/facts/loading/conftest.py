"""Fixtures written for a test, and loaded as from the command line."""

from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from textwrap import dedent

import pytest
from django.core.management import CommandError, call_command


@dataclass
class Ran:
    """What a run of load_guides said, and whether it refused a file."""

    out: str
    err: str
    failed: str

    @property
    def said(self) -> list[str]:
        return self.out.splitlines()

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()


@pytest.fixture
def write(tmp_path):
    """Write a fixture: `write("rows.yaml", "- model: …")` gives its path."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(dedent(text), encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(db):
    """Run load_guides on paths, or on the project's fixtures, and give what it said."""

    def run(*paths: Path, **options) -> Ran:
        out, err = StringIO(), StringIO()
        failed = ""
        try:
            call_command("load_guides", *map(str, paths), stdout=out, stderr=err, **options)
        except CommandError as error:
            failed = str(error)
        return Ran(out.getvalue(), err.getvalue(), failed)

    return run


@pytest.fixture
def load(write, run):
    """Load one fixture's text, which has nothing wrong with it."""

    def load(text: str, name: str = "rows.yaml", **options) -> Ran:
        ran = run(write(name, text), **options)
        assert not ran.failed, ran.err
        return ran

    return load


@pytest.fixture
def refuse(write, run):
    """Load one fixture's text, which is refused, and give the reasons, each without the file's name."""

    def refuse(text: str, name: str = "rows.yaml") -> list[str]:
        ran = run(write(name, text))
        assert ran.failed == f"Not loaded: {name}"
        assert ran.complaints[-1] == f"{name}: refused, nothing of it was loaded"
        return [complaint.removeprefix(f"{name}, ").removeprefix(f"{name}: ") for complaint in ran.complaints[:-1]]

    return refuse
