"""What is said, and when it is an error, where the machine lacks what some tests need."""

import os
import subprocess
import sys

import pytest

from tests import needs, postgres

BROWSER_TEST = """
import pytest

@pytest.mark.browser
def test_something_seen(page):
    assert page
"""


@pytest.fixture
def browser_test(pytestconfig):
    """A test file of its own in the suite, so that the suite's own conftest governs it."""
    file = pytestconfig.rootpath / "tests" / f"test_left_out_{os.getpid()}.py"
    file.write_text(BROWSER_TEST)
    yield file
    file.unlink()


def test_without_chromium_it_is_said_at_the_end_what_was_left_out(browser_test):
    done = _pytest(browser_test, PATH="")
    assert done.returncode == 0
    assert "1 test: needs a Chromium browser: apt-get install chromium" in done.stdout


def test_without_chromium_a_run_that_requires_it_fails(browser_test):
    done = _pytest(browser_test, PATH="", RUNGS_REQUIRE="browser,postgres")
    assert done.returncode == 1
    assert "RUNGS_REQUIRE asks for a Chromium browser" in done.stdout + done.stderr


@pytest.mark.parametrize(("required", "code"), [("", 0), ("browser", 0), ("browser,postgres", 1)])
def test_without_postgresql_it_is_said_what_was_left_out(monkeypatch, capsys, required, code):
    monkeypatch.setattr(needs, "postgres_bin", lambda: None)
    monkeypatch.setenv("RUNGS_REQUIRE", required)
    assert postgres.main(["pytest"]) == code
    assert "Left out: pytest on PostgreSQL. It needs a PostgreSQL server" in capsys.readouterr().out


def test_the_newest_postgresql_of_debian_is_taken(monkeypatch, tmp_path):
    for version in ("9", "15", "13"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    monkeypatch.setattr(needs, "DEBIAN_VERSIONS", tmp_path)
    monkeypatch.setenv("PATH", "")
    assert needs.postgres_bin() == tmp_path / "15" / "bin"


def _pytest(file, **environment) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "pytest", file], env=environment, cwd=file.parent.parent, capture_output=True, text=True
    )
