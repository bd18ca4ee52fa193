"""One guide as a file, down and up: what a file would change, row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError, RestrictedError
from django.utils.text import capfirst

from careers.models import Career
from careers.parts import guide_parts
from facts.actions import Publication
from facts.correcting import is_restated
from facts.models import Source, Sourced, Statement
from facts.models.natural import NaturalKey
from ingest.fixtures.checking import check
from ingest.fixtures.diagnosis import diagnose
from ingest.fixtures.existing_rows import rows_named
from ingest.fixtures.fixture import Fixture
from ingest.fixtures.guide.composing import compose
from ingest.fixtures.guide.words import words_of
from ingest.fixtures.linking import link, needs_first
from ingest.fixtures.name import FixtureName, name_of
from ingest.fixtures.plan import Plan
from ingest.fixtures.refusal import FixtureRefused, Refusal
from ingest.fixtures.row import FixtureRow
from ingest.fixtures.row_action import RowAction
from ingest.fixtures.row_state import Said, differing, says, says_in_database
from ingest.fixtures.shape import shape_of
from ingest.fixtures.writing import make_room


@dataclass(frozen=True)
class FileChange:
    """What becomes of one row; `line` is where the file says so."""

    kind: str
    title: str
    what: str
    line: int | None = None
    differences: Sequence[tuple[str, str, str]] = ()


@dataclass
class FileChanges:
    changes: list[FileChange] = field(default_factory=list)
    same: int = 0
    restates: bool = False
    careers: list[Career] = field(default_factory=list)

    def count(self, kind: str) -> int:
        return sum(change.kind == kind for change in self.changes)


def guide_file(career: Career, source: Source) -> str:
    """The career as this source tells it, and what the editors judge of it."""
    wanted = [source, *Source.objects.filter(kind=Source.Kind.EDITORIAL)]
    parts = [
        row
        for model, owner in guide_parts()
        for row in model._base_manager.filter(**{owner: career}, source__in=wanted).select_related("source")
    ]
    return compose([career, source, *parts], every_key=True)


def put_file(name: str, content: bytes, publication: Publication) -> FileChanges:
    """Write what the file says, and remove what its guides have and it has not. Raises FixtureRefused for all of it."""
    putting = _Putting(Fixture.read(Path(name), content, spare_keys=True), publication)
    with transaction.atomic():
        putting.run()
    return putting.done


class _Putting:
    def __init__(self, fixture: Fixture, publication: Publication) -> None:
        self.fixture, self.publication, self.done = fixture, publication, FileChanges()
        self.stock = rows_named(fixture.wanted) | rows_named(fixture.by_name, hidden=True)
        link(fixture, self.stock)
        self.rows = needs_first(fixture)
        self.states: dict[FixtureRow, tuple[Said, Said]] = {}
        self.plan = Plan({row: self._verdict(row) for row in self.rows if not row.problems})

    def run(self) -> None:
        self._refuse_problems()
        check(self.plan.rows(RowAction.NEW, RowAction.CHANGED))
        self._remove()
        changed = self.plan.rows(RowAction.CHANGED)
        make_room(changed, self.stock)
        diagnose(self.rows, self.fixture, self.stock, self.plan)
        self._refuse_problems()
        self._note()

    def _refuse_problems(self) -> None:
        if self.fixture.refusals:
            raise FixtureRefused(self.fixture.refusals)

    def _verdict(self, row: FixtureRow) -> RowAction:
        present = self.stock.get(row.sound_name)
        now = says(row.instance, {name: [target.key for target in names] for name, names in row.many.items()})
        before = says_in_database(present) if present else {}
        self.states[row] = before, now
        if present is None:
            return RowAction.NEW
        return RowAction.SAME if before == now else RowAction.CHANGED

    def _note(self) -> None:
        careers: dict[int, Career] = {}
        for row, verdict in self.plan.verdicts.items():
            if verdict is RowAction.SAME:
                self.done.same += 1
            elif verdict is RowAction.NEW:
                self.publication.created(row.instance)
                self.done.changes.append(_change("new", row, *self.states[row]))
            else:
                self.publication.changed(row.instance)
                self.done.restates |= self._is_restated(row)
                self.done.changes.append(_change("changed", row, *self.states[row]))
            career = row.instance if isinstance(row.instance, Career) else getattr(row.instance, "career", None)
            if career is not None:
                careers[career.pk] = career
        self.done.careers = list(careers.values())

    def _is_restated(self, row: FixtureRow) -> bool:
        before = self.stock[row.sound_name]
        return isinstance(before, Statement) and is_restated(before, row.instance)  # type: ignore[arg-type]

    def _remove(self) -> None:
        waiting = dict(self._left_out())
        while waiting:
            gone = [name for name, row in waiting.items() if self._is_removed(row)]
            if not gone:
                raise FixtureRefused([_still_needed(self.fixture.file, row) for row in waiting.values()])
            for name in gone:
                row: Any = waiting.pop(name)
                self.done.changes.append(FileChange("removed", str(row), str(row._meta.verbose_name)))

    def _is_removed(self, row: Any) -> bool:
        length, number = self.publication.length(), row.pk
        try:
            with transaction.atomic():
                self.publication.removed(row)
                row.delete()
        except (ProtectedError, RestrictedError):
            self.publication.cut(length)
            return False
        row.pk = number
        return True

    def _left_out(self) -> Iterator[tuple[FixtureName, NaturalKey]]:
        """Rows of the file’s guides that are not in it."""
        for career, source in self._guides():
            for model, owner in guide_parts():
                for row in model._base_manager.filter(**{owner: career}, source=source):
                    if name_of(row) not in self.fixture.by_name:
                        yield name_of(row), row

    def _guides(self) -> set[tuple[int, int]]:
        rows = [self.stock.get(row.sound_name) for row in self.rows if not row.problems]
        parts = [row for row in rows if isinstance(row, Sourced) and (getattr(row, "career_id", None))]
        known = {(row.career_id, row.source_id) for row in parts}  # type: ignore[attr-defined]
        for row in self.rows:
            career, source = (self._named(row, name) for name in ("career", "source"))
            if career and source:
                known.add((career, source))
        return known

    def _named(self, row: FixtureRow, field_name: str) -> int | None:
        name = row.one.get(field_name)
        return self.stock[name].pk if name in self.stock else None


def _still_needed(file: str, row: Any) -> Refusal:
    return Refusal(file, f"“{row}” is not in the file any more, but other rows refer to it.")


def _change(kind: str, row: FixtureRow, before: Said, now: Said) -> FileChange:
    model: Any = row.model
    fields = {**shape_of(model).plain, **shape_of(model).one, **shape_of(model).many}
    names = differing(before, now)
    differences = [
        (capfirst(str(fields[name].verbose_name)), _words(fields[name], before, name), _words(fields[name], now, name))
        for name in names
        if name not in ("career", "source")
    ]
    return FileChange(kind, str(row.instance), str(model._meta.verbose_name), row.line, differences)


def _words(one: models.Field, said: Said, name: str) -> str:
    return words_of(one, said[name]) if name in said else ""
