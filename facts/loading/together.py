"""Several fixtures loaded in one go."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from facts.loading.fixture import Fixture, in_order
from facts.loading.load import load
from facts.loading.name import Name
from facts.loading.refusal import Refused
from facts.loading.report import Report


def load_together(paths: Iterable[Path], report: Report) -> None:
    """Load the fixtures at `paths`, each whole or not at all and after those that it needs, and tell `report`.

    What needs a file that is refused is left out.
    """
    fixtures = in_order(_read(paths, report))
    _refuse_twins(fixtures)
    failed: list[Fixture] = []
    for fixture in fixtures:
        needed = next((other for other in failed if fixture.needs(other)), None)
        if needed:
            report.leave_out(fixture.file, needed.file)
        if needed or not _load(fixture, fixtures, report):
            failed.append(fixture)


def _read(paths: Iterable[Path], report: Report) -> list[Fixture]:
    fixtures = []
    for path in paths:
        try:
            fixtures.append(Fixture.read(path))
        except Refused as refused:
            report.refuse(path.name, refused.refusals)
    return fixtures


def _refuse_twins(fixtures: Sequence[Fixture]) -> None:
    """A row stands in one file: where it stands in a second, that is a problem of the second."""
    first: dict[Name, Fixture] = {}
    for fixture in fixtures:
        for name, row in fixture.by_name.items():
            if first.setdefault(name, fixture) is not fixture:
                row.problems.append(f"stands in {first[name].file} too.")


def _load(fixture: Fixture, fixtures: Sequence[Fixture], report: Report) -> bool:
    elsewhere = {name for other in fixtures if other is not fixture for name in other.by_name}
    try:
        with report.loading(fixture.file):
            outcome = load(fixture, elsewhere=elsewhere)
    except Refused as refused:
        report.refuse(fixture.file, refused.refusals)
        return False
    report.loaded(outcome)
    return True
