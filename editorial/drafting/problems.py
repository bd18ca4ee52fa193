"""Why changes of a draft cannot be written."""

from collections.abc import Iterable, Iterator

from django.contrib.admin.utils import label_for_field
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst

from editorial.drafting.drafted_rows import DraftProblem, DraftReading, Row, row_of
from editorial.drafting.overlay import laid_over
from editorial.drafting.removal import collected_with
from editorial.models import Proposal
from facts.models import Sourced


def find_problems(reading: DraftReading) -> None:
    """Reads only; the number of queries does not grow with the changes."""
    _find_vanished_targets(reading)
    with laid_over(reading.overlay()):
        _find_rivals(reading)
        _find_broken_rules(reading)
    with laid_over(reading.overlay(with_removed=True)):
        _find_held(reading)
    _find_vanished_targets(reading)


def _find_vanished_targets(reading: DraftReading) -> None:
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
        for _, (target, number) in _references(row):
            numbers.setdefault(target, set()).add(number)
    return {
        (model, number)
        for model, wanted in numbers.items()
        for number in model._base_manager.filter(pk__in=wanted).values_list("pk", flat=True)
    }


def _references(row: models.Model) -> Iterator[tuple[models.ForeignKey, Row]]:
    for relation in row._meta.concrete_fields:
        number = getattr(row, relation.attname)
        if isinstance(relation, models.ForeignKey) and number is not None:
            yield relation, (relation.remote_field.model, number)


def _vanished(reading: DraftReading, there: set[Row]) -> Iterator[tuple[int, DraftProblem]]:
    names = {row_of(proposal): proposal.title for proposal in reading.proposals}
    for proposal in reading.applicable:
        row = reading.rows.get(row_of(proposal))
        if row is None:
            continue
        gone = [(relation, target) for relation, target in _references(row) if target not in there]
        for relation, target in gone[:1]:
            label, kind = capfirst(str(relation.verbose_name)), target[0]._meta.verbose_name
            name = f" “{names[target]}”" if target in names else ""
            yield proposal.pk, DraftProblem(f"{label}: the {kind}{name} that it refers to is not there any more.")


def _find_rivals(reading: DraftReading) -> None:
    by_model: dict[type[models.Model], list[Proposal]] = {}
    for proposal in reading.applicable:
        if row_of(proposal) in reading.rows:
            by_model.setdefault(proposal.row_model, []).append(proposal)
    for model, proposals in by_model.items():
        for names, condition in _unique_sets(model):
            _find_rivals_of(reading, model, proposals, names, condition)


def _unique_sets(model: type[models.Model]) -> Iterator[tuple[tuple[str, ...], models.Q | None]]:
    """Fields that are unique together, and when. A key is left out: a new one is made."""
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
        values = _values(reading.rows[row_of(proposal)], names)
        if None not in values and (proposal.kind == Proposal.Kind.CREATED or {*names} & {*proposal.after}):
            wanted[proposal.pk] = (proposal, values)
    if not wanted:
        return
    same = models.Q()
    for _, values in wanted.values():
        same |= models.Q(**dict(zip(names, values, strict=True)))
    others: dict[tuple, list[models.Model]] = {}
    for row in model._base_manager.filter(same).filter(condition or models.Q()):
        others.setdefault(_values(row, names), []).append(row)
    for proposal, values in wanted.values():
        rivals = [row for row in others.get(values, []) if row.pk != proposal.row]
        if rivals and proposal.pk not in reading.problems:
            reading.problems[proposal.pk] = _twice(reading, model, names, rivals[0])


def _values(row: models.Model, names: Iterable[str]) -> tuple:
    return tuple(row.serializable_value(name) for name in names)


def _twice(reading: DraftReading, model: type[models.Model], names: Iterable[str], rival: models.Model) -> DraftProblem:
    labels = " and ".join(str(label_for_field(name, model)) for name in names)
    words = f"There is a {model._meta.verbose_name} with the same {labels} already: “{rival}”."
    return DraftProblem(words, reading.published.get((model, rival.pk), rival))


def _find_held(reading: DraftReading) -> None:
    removals = [proposal for proposal in reading.applicable if proposal.kind == Proposal.Kind.REMOVED]
    removed = {row_of(proposal) for proposal in removals}
    for proposal in removals:
        row = reading.published.get(row_of(proposal))
        if row is None:
            continue
        collected = collected_with([row])
        if holding := [other for other in collected.protected if (type(other), other.pk) not in removed]:
            held_by = ", ".join(f"“{other}”" for other in holding[:3])
            reading.problems[proposal.pk] = DraftProblem(
                f"It cannot be removed as long as these refer to it: {held_by}."
            )
        else:
            kept = {model: found for model, found in collected.data.items() if not model._meta.auto_created}
            reading.cascaded |= {(model, one.pk) for model, found in kept.items() for one in found}


def _find_broken_rules(reading: DraftReading) -> None:
    for proposal in reading.applicable:
        row, published = (found.get(row_of(proposal)) for found in (reading.rows, reading.published))
        if row is None or published is None or published.version == proposal.base_version:  # type: ignore[attr-defined]
            continue
        try:
            type(row)._base_manager.get(pk=row.pk).full_clean()
        except ValidationError as error:
            words = f"Together with what is published by now it breaks a rule. {' '.join(error.messages)}"
            reading.problems[proposal.pk] = DraftProblem(words)
