"""What every test may take, and what is said about those that this machine cannot run.

guides   the first two guides, loaded once and copied for a test module
all_guides, whole_record, everything  the same of all that comes with Rungs
page     a browser's page (pytest-playwright), for tests marked `browser`
no_query_in_a_loop  makes such a query an error, for what the test's clients ask
site     the address of Rungs with its fixtures loaded, for the browser
"""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings

from api.row_cache import row_cache
from explore import a_to_z, compare, home, job_rows
from explore.browse import table
from explore.compare import reading, suggestions
from ingest.releases import throttle
from pages.views import browse
from tests import databases, needs
from tests.browser import browser_type_launch_args, site
from tests.stages import Stages

__all__ = ["browser_type_launch_args", "site"]

MARKED = {
    "browser": needs.chromium,
    "contract": needs.contract,
    "data": needs.data,
    "handbook": needs.handbook,
    "vnu": needs.vnu,
}
"""The markers of tests that need something of the machine, and what finds it there."""

LONG = ("browser", "data", "long")
"""The markers of tests that take seconds each."""

EVERY_GUIDE = {"all_guides", "everything"}
"""The fixtures that take longest to load."""

WHOLE = EVERY_GUIDE | {"whole_record"}
"""The fixtures of all that comes with Rungs, which take half a minute of a processor."""

GC_THRESHOLDS = (50_000, 10, 10)
"""Python's default of 700 new objects takes a sixth of the tests' time."""

KEPT_IN_AN_EDITION = (
    browse.states,
    table.kept_table,
    home.kept_samples,
    a_to_z.kept_titles,
    job_rows.kept_lines,
    reading.kept_readings,
    compare.compared,
    suggestions.suggested,
)

TAKE_DATABASE = {"db", "transactional_db", "django_db_setup"}

# Playwright runs an event loop in the tests' thread, which Django takes for an asynchronous caller.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# Python keeps what it has compiled, even where it is told not to: tests start many processes.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Nobody waits for a turn beside an import in this process; those in processes of their own give way as they should.
throttle.PAUSE = 0

# How long an example takes says more of the machine than of the code. The same examples are tried each time, so that
# what passes here passes elsewhere; `make fuzz` looks for new ones.
hypothesis_settings.register_profile("default", max_examples=20, deadline=None, derandomize=True)
hypothesis_settings.register_profile("fuzz", max_examples=5_000, deadline=None)
hypothesis_settings.load_profile("default")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stages]:
    """The test database, with the stages it is made from (tests/stages.py) in a folder that all workers share.

    After a test that commits, the empty database is put back on SQLite: Django would empty a hundred tables.
    """
    folder = tmp_path_factory.getbasetemp()
    stages = Stages(folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder, django_db_blocker)
    if databases.is_under_test():
        stages.image("empty")
    with pytest.MonkeyPatch.context() as patch:
        if connection.vendor == "sqlite":
            patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test_case: stages.empty())
        yield stages


@pytest.fixture(scope="session")
def stages(django_db_setup: Stages) -> Stages:
    """The databases that modules stand on."""
    assert databases.is_under_test(), "No test of this run takes the database, so Django made none for tests."
    return django_db_setup


@pytest.fixture(scope="module")
def guides(stages: Stages) -> Iterator[None]:
    """Both first guides and the official figures beside them, for all tests of a module; each still takes `db`."""
    with stages.entered("guides"):
        yield


@pytest.fixture(scope="module")
def all_guides(stages: Stages) -> Iterator[None]:
    """Every guide that comes with Rungs, for all tests of a module."""
    with stages.entered("all_guides"):
        yield


@pytest.fixture(scope="module")
def whole_record(stages: Stages) -> Iterator[None]:
    """All official figures that come with Rungs, for all tests of a module."""
    with stages.entered("record"):
        yield


@pytest.fixture(scope="module")
def everything(stages: Stages) -> Iterator[None]:
    """All guides and the whole record, for all tests of a module."""
    with stages.entered("everything"):
        yield


@pytest.fixture
def no_query_in_a_loop(settings) -> None:
    """Whoever asks the database for one row after the other fails the test, while a client's request is answered.

    It is for tests that ask for every page, list or form: to watch each row that is read takes a fifth of the time.
    """
    settings.MIDDLEWARE = ["zeal.middleware.zeal_middleware", *settings.MIDDLEWARE]


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """What a process keeps until the next edition is of another database's rows in each test."""
    row_cache.clear()
    browse.row_cache.clear()
    for kept in KEPT_IN_AN_EDITION:
        kept.cache_clear()


def pytest_configure(config: pytest.Config) -> None:
    for need, has in MARKED.items():
        if needs.is_required(need) and not has():
            pytest.exit(f"RUNGS_REQUIRE asks for {needs.HOW_TO_GET[need]}", returncode=1)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files come first, so that no worker waits long for another at the end.

    The first of them to stand on every guide comes before all others, and those that share its stage come after the
    rest of the long ones: so no worker waits for another to load it.
    What fails in a browser or another's tool on a busy machine is tried once more, and the closing line says so.
    Tests that take the database are marked so: the others say the same on any. Tests on a whole stage are long.
    """
    for item in items:
        if WHOLE & {*item.fixturenames}:
            item.add_marker(pytest.mark.long)
    long = {item.path for item in items if any(map(item.get_closest_marker, LONG))}
    staged = list(dict.fromkeys(item.path for item in items if EVERY_GUIDE & {*item.fixturenames}))
    turns = dict.fromkeys(staged[:1], 0) | dict.fromkeys(long.difference(staged), 1) | dict.fromkeys(staged[1:], 2)
    items.sort(key=lambda item: turns.get(item.path, 3))
    for item in items:
        if item.get_closest_marker("browser") or item.get_closest_marker("contract"):
            item.add_marker(pytest.mark.flaky(reruns=1))
        if "site" in item.fixturenames or ("stages" in item.fixturenames and item.get_closest_marker("browser")):
            item.add_marker(pytest.mark.django_db)  # else there may be no test database to copy
        if item.get_closest_marker("django_db") or TAKE_DATABASE & {*item.fixturenames}:
            item.add_marker(pytest.mark.database)


def pytest_collection_finish() -> None:
    """What was imported stays, so the collector need not look through it, as on a server (config/wsgi.py)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLDS)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for need, has in MARKED.items():
        if item.get_closest_marker(need) and not has():
            pytest.skip(f"needs {needs.HOW_TO_GET[need]}")
    if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL as the test database: python -m tests.postgres pytest")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if left_out := terminalreporter.stats.get("skipped"):
        terminalreporter.section("left out")
        for reason in sorted({report.longrepr[2].removeprefix("Skipped: ") for report in left_out}):
            count = sum(report.longrepr[2].endswith(reason) for report in left_out)
            terminalreporter.line(f"{count} {'test' if count == 1 else 'tests'}: {reason}")
