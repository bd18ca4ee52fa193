"""Rows as a draft would have them, in memory."""

from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from editorial.drafting.overlay import Overlay
from editorial.models import Proposal
from facts.keys import next_key
from facts.models import Sourced
from facts.values import put, ties

Row = tuple[type[models.Model], int]

#: Versions from here on are of rows as a draft has them: never one that was published.
DRAFTED = 2**30
HALF = 2**15


@dataclass(frozen=True)
class DraftProblem:
    """Why a proposal cannot be written; `rival` is the published row in its way."""

    words: str
    rival: models.Model | None = None


@dataclass
class DraftReading:
    """A draft’s rows; those with a problem are left out of the overlay."""

    proposals: list[Proposal]
    published: dict[Row, models.Model] = field(default_factory=dict)
    rows: dict[Row, models.Model] = field(default_factory=dict)
    problems: dict[int, DraftProblem] = field(default_factory=dict)
    cascaded: set[Row] = field(default_factory=set)

    @property
    def applicable(self) -> list[Proposal]:
        return [proposal for proposal in self.proposals if proposal.pk not in self.problems]

    def overlay(self, opened: int | None = None, *, with_removed: bool = False) -> Overlay:
        """`opened` is a change with a problem, shown in the published version so that it can be saved over it."""
        overlay = Overlay(hidden=set(self.cascaded))
        for proposal in self.proposals:
            is_opened = proposal.pk == opened and proposal.kind == Proposal.Kind.CHANGED
            is_passed_over = with_removed and proposal.kind == Proposal.Kind.REMOVED
            if is_opened or not (is_passed_over or proposal.pk in self.problems):
                self._lay(overlay, proposal, is_opened=is_opened)
        return overlay

    def _lay(self, overlay: Overlay, proposal: Proposal, *, is_opened: bool) -> None:
        place = row_of(proposal)
        if proposal.kind == Proposal.Kind.REMOVED:
            overlay.hidden.add(place)
        elif row := self.rows.get(place):
            shown = copy(row)
            if is_opened:
                shown.version = self.published[place].version  # type: ignore[attr-defined]
            overlay.rows.append(shown)
            for tie in ties(place[0]):
                if tie.name in proposal.after:
                    overlay.ties[tie, place[1]] = proposal.after[tie.name]


def row_of(proposal: Proposal) -> Row:
    return proposal.row_model, proposal.row


def drafted_version(published: int, saves: int) -> int:
    """Another for each published version (0 for a new row) and number of saves."""
    return DRAFTED + published % HALF * HALF + saves % HALF


def is_new_in_draft(row: Any) -> bool:
    return DRAFTED <= row.version < DRAFTED + HALF


def read_rows(reading: DraftReading) -> None:
    numbers: dict[type[models.Model], list[int]] = {}
    for proposal in reading.proposals:
        numbers.setdefault(proposal.row_model, []).append(proposal.row)
    for model, chosen in numbers.items():
        reading.published |= {(model, number): row for number, row in model._base_manager.in_bulk(chosen).items()}
    keys = _published_keys(reading)
    for proposal in reading.proposals:
        if proposal.kind != Proposal.Kind.REMOVED:
            _read_row(reading, proposal, keys)


def _read_row(reading: DraftReading, proposal: Proposal, keys: set[tuple]) -> None:
    place = row_of(proposal)
    published = reading.published.get(place)
    try:
        row = drafted_row(proposal, published)
    except ValidationError as error:
        words = f"It says something that its fields do not take: {' '.join(error.messages)}"
        reading.problems[proposal.pk] = DraftProblem(words)
        return
    if row is None:
        return
    if isinstance(row, Sourced) and (type(row), row.key) in keys and published is None:
        row.key = f"{row.key}-{proposal.row}"  # until it is published, when it gets the next free one
    reading.rows[place] = row


def drafted_row(proposal: Proposal, published: models.Model | None) -> Any:
    """The unsaved row; None for a change of a row that is gone, or a new row that is there."""
    is_new = proposal.kind == Proposal.Kind.CREATED
    if is_new and published is None:
        row = proposal.row_model(pk=proposal.row, version=drafted_version(0, proposal.saves))
    elif not is_new and published is not None:
        row = copy(published)
        row._state.fields_cache = {}
        row.version = drafted_version(published.version, proposal.saves)  # type: ignore[attr-defined]
    else:
        return None
    put(row, proposal.after)
    return row


def _published_keys(reading: DraftReading) -> set[tuple]:
    keys: dict[type[models.Model], list[str]] = {}
    for proposal in reading.proposals:
        if proposal.kind == Proposal.Kind.CREATED and issubclass(proposal.row_model, Sourced):
            keys.setdefault(proposal.row_model, []).append(str(proposal.after.get("key", "")))
    return {
        (model, key)
        for model, wanted in keys.items()
        for key in model._base_manager.filter(key__in=wanted).values_list("key", flat=True)
    }


def give_free_key(row: models.Model) -> None:
    if isinstance(row, Sourced) and type(row)._base_manager.filter(key=row.key).exists():
        row.key = next_key(row)
