"""Measurements, and goals as ratios within one run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from bench.filling import KEPT
from bench.load import Measured
from bench.pages import GREW

FIXTURES, EVERYTHING = "fixtures alone", "everything loaded"
SQLITE, POSTGRES = "SQLite", "PostgreSQL"
DATABASES = (SQLITE, POSTGRES)
NGINX = "nginx, the same bytes from a file"
DATASETTE_LIST = "Datasette, a view with count and next page"
DATASETTE_VIEW = "Datasette, a view as a bare array"
DATASETTE_QUERY = "Datasette, a query written out as a bare array"
DATASETTES = (DATASETTE_LIST, DATASETTE_VIEW, DATASETTE_QUERY)
"""From what says as much as the API's list does, which is the form to be held against, to what says least; the first
two can be filtered and paged."""
CACHED_DATASETTE = f"{DATASETTE_QUERY}, behind a micro-cache"
CACHED_RUNGS = "Rungs, SQLite, warm, behind the same micro-cache"
GUIDE, LIST = "guide", "API list"
FILE_SPEED = {SQLITE: 0.25, POSTGRES: 0.10}
"""How fast a kept guide is to be against a file."""


FULL = 0.9
"""Which part of the answers that a worker keeps must be there for it to count as full."""


def warm(database: str) -> str:
    return f"Rungs, {database}, warm"


def cold(database: str) -> str:
    return f"Rungs, {database}, cold"


def unchanged(database: str) -> str:
    return f"Rungs, {database}, warm, 304"


def minimal(database: str) -> str:
    return f"minimal view, {database}"


def file_of(database: str) -> str:
    """The file nginx serves for this page and database."""
    return NGINX if database == SQLITE else f"{NGINX} ({database})"


class Measurement(NamedTuple):
    """A page, server and database size."""

    size: str
    page: str
    server: str


@dataclass
class Results:
    """Requests per second, and decoded length in bytes. `megabytes` is a worker with a full cache, `kept` the cache."""

    measured: dict[Measurement, Measured] = field(default_factory=dict)
    lengths: dict[Measurement, int] = field(default_factory=dict)
    megabytes: float | None = None
    kept: float = 0.0

    @property
    def sizes(self) -> list[str]:
        return list(dict.fromkeys(subject.size for subject in self.measured))

    def ratio(self, one: Measurement, other: Measurement) -> float:
        return self.measured[one].per_second / self.measured[other].per_second

    def same_page(self, size: str, page: str, one: str, other: str) -> float:
        return self.ratio(Measurement(size, page, one), Measurement(size, page, other))

    def grown(self, database: str) -> Iterator[tuple[float, str]]:
        for server in (warm(database), cold(database)):
            for page in dict.fromkeys(subject.page for subject in self.measured):
                alone, loaded = (Measurement(size, page, server) for size in (FIXTURES, EVERYTHING))
                if loaded in self.measured and self.lengths[loaded] <= GREW * self.lengths[alone]:
                    yield self.ratio(loaded, alone), f"{page}, {server.rpartition(', ')[2]}"


@dataclass(frozen=True)
class Goal:
    """`least` is None for an untested figure; `is_most` marks an upper limit."""

    words: str
    least: float | None
    value: float | None
    note: str = ""
    is_most: bool = False

    @property
    def is_missed(self) -> bool:
        if self.value is None or self.least is None:
            return False
        return self.value >= self.least if self.is_most else self.value < self.least

    @property
    def verdict(self) -> str:
        if self.value is None:
            return "not measured"
        return "told" if self.least is None else "not reached" if self.is_missed else "reached"


def goals(results: Results) -> list[Goal]:
    measured = [goal for size in results.sizes for goal in _of_size(results, size)]
    return [*measured, *(_grown(results, database) for database in DATABASES), _memory(results), _errors(results)]


def _of_size(results: Results, size: str) -> Iterator[Goal]:
    def goal(words: str, least: float | None, page: str, name: Callable[[str], str], other: Callable[[str], str]):
        for database in DATABASES:
            value = results.same_page(size, page, name(database), other(database))
            yield Goal(f"{words} ({database}, {size})", least, value)

    for database, least in FILE_SPEED.items():
        value = results.same_page(size, GUIDE, warm(database), file_of(database))
        yield Goal(f"warm guide against nginx with the same bytes ({database}, {size})", least, value)
    for datasette in DATASETTES:
        least = 2.0 if datasette == DATASETTE_LIST else None
        yield from goal(f"API list, cold, against {datasette}", least, LIST, cold, lambda _, its=datasette: its)
    for datasette in (*DATASETTES, CACHED_DATASETTE):
        yield from goal(f"API list, warm, against {datasette}", None, LIST, warm, lambda _, its=datasette: its)
    yield from goal("cold guide against the minimal view", 0.5, GUIDE, cold, minimal)
    yield from goal("304 against a warm 200", 1.3, GUIDE, unchanged, warm)


def _grown(results: Results, database: str) -> Goal:
    value, page = min(results.grown(database), default=(None, ""))
    return Goal(
        f"{EVERYTHING} against {FIXTURES}, the slowest page no longer than before ({database})", 0.67, value, page
    )


def _memory(results: Results) -> Goal:
    words, least, taken = "megabytes of a worker with its cache full", 300, results.megabytes
    is_told = taken is not None and (taken >= least or results.kept >= FULL * KEPT)
    measured = (
        "" if taken is None else f"{taken:.0f} with {results.kept:.0f} of {KEPT} MB of answers, {results.sizes[-1]}"
    )
    return Goal(words, least, taken if is_told else None, measured, is_most=True)


def _errors(results: Results) -> Goal:
    return Goal(
        "requests refused or lost", 1, sum(measured.errors for measured in results.measured.values()), is_most=True
    )
