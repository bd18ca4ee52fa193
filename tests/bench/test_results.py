"""Ratios within one run, what they should reach, and how both are told."""

from itertools import product

import pytest

from bench.load import Measured
from bench.report import FIRST_SECTION, section, table, write
from bench.results import (
    CACHED_DATASETTE,
    DATABASES,
    DATASETTES,
    EVERYTHING,
    FIXTURES,
    GUIDE,
    LIST,
    POSTGRES,
    SQLITE,
    Measurement,
    Results,
    cold,
    file_of,
    goals,
    minimal,
    unchanged,
    warm,
)


@pytest.fixture
def results():
    """Every subject that a goal speaks of, at 100 a second, with answers of 1,000 bytes."""
    servers = [name(database) for name in (warm, cold, unchanged, minimal, file_of) for database in DATABASES]
    subjects = [
        Measurement(*parts) for parts in product([FIXTURES], [GUIDE, LIST], [*servers, *DATASETTES, CACHED_DATASETTE])
    ]
    found = Results(megabytes=150.0, kept=60.0)
    found.measured = dict.fromkeys(subjects, Measured(100, 1, 2, 0))
    found.lengths = dict.fromkeys(subjects, 1_000)
    return found


def set_speed(results, page, server, per_second, size=FIXTURES):
    results.measured[Measurement(size, page, server)] = Measured(per_second, 1, 2, 0)


def goal(results, words):
    return next(goal for goal in goals(results) if goal.words.startswith(words))


def test_a_ratio_is_of_requests_a_second(results):
    set_speed(results, GUIDE, warm(SQLITE), 30)
    found = goal(results, "warm guide against nginx with the same bytes (SQLite")
    assert (found.value, found.is_missed) == (0.3, False)


@pytest.mark.parametrize(("database", "least"), [(SQLITE, 25), (POSTGRES, 10)])
def test_each_database_has_its_own_floor_against_nginx(results, database, least):
    words = f"warm guide against nginx with the same bytes ({database}"
    set_speed(results, GUIDE, warm(database), least)
    assert not goal(results, words).is_missed
    set_speed(results, GUIDE, warm(database), least - 1)
    assert goal(results, words).is_missed


def test_what_is_only_told_is_never_missed(results):
    set_speed(results, LIST, CACHED_DATASETTE, 1_000_000)
    assert goal(results, f"API list, warm, against {CACHED_DATASETTE}").verdict == "told"


def test_a_size_that_was_not_measured_is_not_reached_by_silence(results):
    assert goal(results, EVERYTHING).verdict == "not measured"


def test_everything_loaded_is_judged_by_its_slowest_page_that_did_not_grow(results):
    for subject in list(results.measured):
        loaded = subject._replace(size=EVERYTHING)
        results.measured[loaded], results.lengths[loaded] = Measured(90, 1, 2, 0), 1_000
    set_speed(results, GUIDE, cold(SQLITE), 60, size=EVERYTHING)
    set_speed(results, LIST, cold(SQLITE), 10, size=EVERYTHING)
    results.lengths[Measurement(EVERYTHING, LIST, cold(SQLITE))] = 2_000
    found = goal(results, f"{EVERYTHING} against {FIXTURES}, the slowest page no longer than before (SQLite")
    assert (found.value, found.note, found.verdict) == (0.6, "guide, cold", "not reached")


def test_memory_must_stay_under_its_limit(results):
    assert goal(results, "megabytes").verdict == "reached"
    results.megabytes = 300.0
    assert goal(results, "megabytes").verdict == "not reached"


def test_little_memory_says_nothing_of_a_worker_that_is_not_full(results):
    results.kept = 20.0
    assert goal(results, "megabytes").verdict == "not measured"
    results.megabytes = 300.0
    assert goal(results, "megabytes").verdict == "not reached"


def test_a_request_that_was_refused_is_told(results):
    assert goal(results, "requests refused or lost").verdict == "reached"
    results.measured[Measurement(FIXTURES, GUIDE, warm(SQLITE))] = Measured(100, 1, 2, errors=1)
    assert goal(results, "requests refused or lost").verdict == "not reached"


def test_a_section_names_the_commit_and_has_every_row(results):
    text = section(results, goals(results), rounds=3, seconds=2)
    assert "medians of 3 rounds of 2 s each" in text
    assert text.count("\n| guide |") + text.count("\n| API list |") == len(results.measured)
    assert "| cold guide against the minimal view (SQLite, fixtures alone) | 0.5 | 1.00 | reached |" in text


def test_the_newest_section_stands_before_older_ones(tmp_path):
    file = tmp_path / "bench.md"
    file.write_text("# Benchmarks\n\nHow.\n")
    for day in ("2026-01-01", "2026-01-02"):
        write(f"## {day}\n\nNumbers.\n", file)
    told = file.read_text()
    assert told.startswith("# Benchmarks\n\nHow.\n\n## 2026-01-02\n\nNumbers.\n\n## 2026-01-01\n\nNumbers.\n")
    assert told.count(FIRST_SECTION) == 2


def test_a_table_puts_its_numbers_to_the_right():
    assert table(("page", "a second"), [("guide", "9")], numbers=(1,)).splitlines()[1] == "|---|---:|"
