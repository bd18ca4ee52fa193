"""A draft read against what is published: the rows as it would have them, and why some of them cannot be written."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.text import capfirst

from editorial.drafting.overlay import Overlay, laid_over
from editorial.drafting.removal import collected_with
from editorial.models import Draft, Proposal
from facts.keys import next_key
from facts.models import Sourced
from facts.values import put, ties

Row = tuple[type[models.Model], int]

#: Versions from here on are of rows as a draft has them: never one that was published.
DRAFTED = 2**30
HALF = 2**15


@dataclass(frozen=True)
class Problem:
    """Why a proposal cannot be written, in words; `rival` is the published row that stands in its way, if one."""

    words: str
    rival: models.Model | None = None


@dataclass
class DraftReading:
    """A draft's proposals with the rows that they make; those with a problem are left out of what is read."""

    proposals: list[Proposal]
    published: dict[Row, models.Model] = field(default_factory=dict)
    rows: dict[Row, models.Model] = field(default_factory=dict)
    problems: dict[int, Problem] = field(default_factory=dict)
    cascaded: set[Row] = field(default_factory=set)

    @property
    def applicable(self) -> list[Proposal]:
        return [proposal for proposal in self.proposals if proposal.pk not in self.problems]

    def overlay(self, opened: int | None = None) -> Overlay:
        """What the draft lays over the published rows; also the change `opened`, in the published version.

        The change that is opened so has a problem: it is shown to be mended, and saved over the published row.
        """
        overlay = Overlay(hidden=set(self.cascaded))
        for proposal in self.proposals:
            is_opened = proposal.pk == opened and proposal.kind == Proposal.Kind.CHANGED
            if proposal.pk not in self.problems or is_opened:
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
    """The version of a row as a draft has it: another whenever the published row or the proposal is another."""
    return DRAFTED + published % HALF * HALF + saves % HALF


@contextmanager
def as_drafted(draft: Draft, *, opened: int | None = None) -> Iterator[DraftReading]:
    """Inside, every query reads the rows as the draft would have them; nothing is written, and nothing may be."""
    reading = read_draft(draft)
    with laid_over(reading.overlay(opened)):
        yield reading


def read_draft(draft: Draft) -> DraftReading:
    """The draft's proposals with the rows that they make, and what is wrong with each; it reads only."""
    reading = DraftReading(list(draft.proposals.select_related("draft__author")))
    _read_rows(reading)
    _find_vanished_targets(reading)
    with laid_over(reading.overlay()):
        _find_rivals(reading)
        _find_held(reading)
    _find_vanished_targets(reading)
    return reading


# The rows -------------------------------------------------------------------------------------------------------------


def _read_rows(reading: DraftReading) -> None:
    numbers: dict[type[models.Model], list[int]] = {}
    for proposal in reading.proposals:
        numbers.setdefault(proposal.row_model, []).append(proposal.row)
    for model, chosen in numbers.items():
        reading.published |= {(model, number): row for number, row in model._base_manager.in_bulk(chosen).items()}
    taken = _taken_keys(reading)
    for proposal in reading.proposals:
        if proposal.kind != Proposal.Kind.REMOVED:
            _read_row(reading, proposal, taken)


def _read_row(reading: DraftReading, proposal: Proposal, taken: set[tuple]) -> None:
    place = row_of(proposal)
    published = reading.published.get(place)
    try:
        row = drafted_row(proposal, published)
    except (ValidationError, FieldDoesNotExist, TypeError, ValueError) as error:
        reading.problems[proposal.pk] = Problem(f"It says something that its fields do not take: {error}")
        return
    if row is None:
        return
    if isinstance(row, Sourced) and (type(row), row.key) in taken and published is None:
        row.key = f"{row.key}-{proposal.row}"  # until it is published, when it gets the next free one
    reading.rows[place] = row


def drafted_row(proposal: Proposal, published: models.Model | None) -> Any:
    """The row as it would be, not saved; None for a change of what is gone, or of what has been added by now."""
    is_new = proposal.kind == Proposal.Kind.CREATED
    if is_new and published is None:
        row = proposal.row_model(pk=proposal.row)
    elif not is_new and published is not None:
        row = copy(published)
        row._state.fields_cache = {}
        row.version = drafted_version(published.version, proposal.saves)  # type: ignore[attr-defined]
    else:
        return None
    put(row, proposal.after)
    return row


def _taken_keys(reading: DraftReading) -> set[tuple]:
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
    """A new row's key is another where somebody else's new row has been given it in the meantime."""
    if isinstance(row, Sourced) and type(row)._base_manager.filter(key=row.key).exists():
        row.key = next_key(row)


# What is wrong --------------------------------------------------------------------------------------------------------


def _find_vanished_targets(reading: DraftReading) -> None:
    """Mark what refers to rows that are not there, and then what refers to those, until nothing more is found."""
    published = _published_targets(reading)
    while True:
        there = published | set(reading.rows) - _left_out(reading)
        there -= {row_of(one) for one in reading.applicable if one.kind == Proposal.Kind.REMOVED}
        there -= reading.cascaded
        found = dict(_vanished(reading, there))
        if not found:
            return
        reading.problems |= found


def _left_out(reading: DraftReading) -> set[Row]:
    new = [proposal for proposal in reading.proposals if proposal.kind == Proposal.Kind.CREATED]
    return {row_of(proposal) for proposal in new if proposal.pk in reading.problems}


def _published_targets(reading: DraftReading) -> set[Row]:
    numbers: dict[type[models.Model], set[int]] = {}
    for row in reading.rows.values():
        for target, number in _references(row):
            numbers.setdefault(target, set()).add(number)
    return {
        (model, number)
        for model, wanted in numbers.items()
        for number in model._base_manager.filter(pk__in=wanted).values_list("pk", flat=True)
    }


def _references(row: models.Model) -> Iterator[Row]:
    for relation in row._meta.concrete_fields:
        number = getattr(row, relation.attname)
        if relation.is_relation and number is not None:
            yield relation.remote_field.model, number


def _vanished(reading: DraftReading, there: set[Row]) -> Iterator[tuple[int, Problem]]:
    names = {row_of(proposal): proposal.title for proposal in reading.proposals}
    for proposal in reading.applicable:
        row = reading.rows.get(row_of(proposal))
        if row is None:
            continue
        for relation in row._meta.concrete_fields:
            target = (relation.remote_field.model if relation.is_relation else None, getattr(row, relation.attname))
            if relation.is_relation and target[1] is not None and target not in there:
                label, kind = capfirst(str(relation.verbose_name)), relation.remote_field.model._meta.verbose_name
                name = f" “{names[target]}”" if target in names else ""
                yield proposal.pk, Problem(f"{label}: the {kind}{name} that it refers to is not there any more.")
                break


def _find_rivals(reading: DraftReading) -> None:
    """Mark what may be there only once and is there already, in one query for each rule of a model."""
    by_model: dict[type[models.Model], list[Proposal]] = {}
    for proposal in reading.applicable:
        if row_of(proposal) in reading.rows:
            by_model.setdefault(proposal.row_model, []).append(proposal)
    for model, proposals in by_model.items():
        for names, condition in _unique_sets(model):
            _find_rivals_of(reading, model, proposals, names, condition)


def _unique_sets(model: type[models.Model]) -> Iterator[tuple[tuple[str, ...], models.Q | None]]:
    """The fields that are unique together, with the condition under which; but for a key, which is made anew."""
    for one in model._meta.concrete_fields:
        if one.unique and not one.primary_key and not (one.name == "key" and issubclass(model, Sourced)):
            yield (one.name,), None
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            yield tuple(constraint.fields), constraint.condition


def _find_rivals_of(
    reading: DraftReading,
    model: type[models.Model],
    proposals: list[Proposal],
    names: tuple[str, ...],
    condition: models.Q | None,
) -> None:
    wanted = {}
    for proposal in proposals:
        values = tuple(getattr(reading.rows[row_of(proposal)], model._meta.get_field(name).attname) for name in names)
        if None not in values and (proposal.kind == Proposal.Kind.CREATED or {*names} & {*proposal.after}):
            wanted[proposal.pk] = (proposal, values)
    if not wanted:
        return
    same = models.Q()
    for _, values in wanted.values():
        same |= models.Q(**dict(zip(names, values, strict=True)))
    others: dict[tuple, list[models.Model]] = {}
    for row in model._base_manager.filter(same).filter(condition or models.Q()):
        values = tuple(getattr(row, model._meta.get_field(name).attname) for name in names)
        others.setdefault(values, []).append(row)
    for proposal, values in wanted.values():
        rivals = [row for row in others.get(values, []) if row.pk != proposal.row]
        if rivals and proposal.pk not in reading.problems:
            reading.problems[proposal.pk] = _twice(reading, model, names, rivals[0])


def _twice(reading: DraftReading, model: type[models.Model], names: Iterable[str], rival: models.Model) -> Problem:
    labels = " and ".join(str(model._meta.get_field(name).verbose_name) for name in names)
    words = f"There is a {model._meta.verbose_name} with the same {labels} already: “{rival}”."
    return Problem(words, reading.published.get((model, rival.pk), rival))


def _find_held(reading: DraftReading) -> None:
    """Mark removals of what others refer to by now; what else goes with a removed row is hidden with it."""
    for proposal in reading.applicable:
        row = reading.published.get(row_of(proposal))
        if proposal.kind != Proposal.Kind.REMOVED or row is None:
            continue
        collected = collected_with([row])
        if collected.protected:
            held_by = ", ".join(f"“{other}”" for other in list(collected.protected)[:3])
            reading.problems[proposal.pk] = Problem(f"It cannot be removed as long as these refer to it: {held_by}.")
        else:
            kept = {model: found for model, found in collected.data.items() if not model._meta.auto_created}
            reading.cascaded |= {(model, one.pk) for model, found in kept.items() for one in found}
