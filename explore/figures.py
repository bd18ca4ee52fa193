"""Figures by their addresses, "himalayas-mra-median#median" or "may-2024/29-2072/US#annual_median"."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from django.db.models import Q

from careers.models import Rung
from explore.jobs import JobDocument
from facts.figure import Figure
from facts.kinds import StatementKind, kind_of, kinds
from facts.models import Change, Correction, Edition, Industry, Release, Statement
from facts.models.statement import statement_models

SEPARATOR = "#"
NAMES = ("slug", "code", "position")
"""By which a kept guide tells a place, an industry, a source or a rung from others."""
MARK_OF_INDUSTRY = "industry"


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """`row` is the statement, or the row of a release, that has it."""

    figure: Figure
    row: Any


@dataclass(frozen=True, slots=True)
class FigureChange:
    """`what` is "added" or a kind of correction; `before` and `after` are sentences."""

    edition: Edition
    what: str
    before: str
    after: str


def find_figures(addresses: Collection[str], *, withdrawn: bool = False) -> dict[str, FoundFigure]:
    """By address, in the order asked; of withdrawn releases only if told. Two queries a kind at most."""
    keys = {address.rpartition(SEPARATOR)[0] for address in addresses if "\0" not in address} - {""}
    rows = {row.key: row for row in (*_statements(keys, withdrawn), *_released(keys, withdrawn))}
    found = {}
    for address in addresses:
        key, _, field = address.rpartition(SEPARATOR)
        if (row := rows.get(key)) and (figure := row.figure(field)):
            found[address] = FoundFigure(figure, row)
    return found


def figures_of_job(job: JobDocument) -> list[Figure]:
    """Every figure that the job's document shows, once."""
    return list({figure.address: figure for figure in _figures_in(job)}.values())


def changes_of(found: FoundFigure) -> list[FigureChange]:
    """When it came, and what has been said of it since; the earliest first. Two queries."""
    model, key = _what_brought(found.row)
    came = Change.objects.filter(model=model, key=key, kind=Change.Kind.CREATED).select_related("edition")
    corrected = Correction.objects.filter(statement=found.figure.key, field=found.figure.field)
    since = list(corrected.select_related("edition").order_by("edition__number", "pk"))
    first = came.order_by("edition__number").first()
    as_it_came = since[0].before if since else found.figure.sentence
    changes = [FigureChange(each.edition, each.kind, each.before, each.after) for each in since]
    return [FigureChange(first.edition, "added", "", as_it_came), *changes] if first else changes


def series_of(found: FoundFigure) -> list[Figure]:
    """The same figure of other releases, the earliest first; none for a guide's."""
    row = found.row
    if not _is_of_release(row) or (kind := kind_of(type(row))).record is None:
        return []
    same = {name: getattr(row, name) for name in ("occupation", "place", "industry") if hasattr(row, name)}
    rows = kind.model._default_manager.published().with_words().filter(**same).exclude(pk=row.pk)  # type: ignore[attr-defined]
    ordered = rows.order_by("release__period_end", "pk")
    figures = [figure for other in ordered if (figure := other.figure(found.figure.field))]
    return [figure for figure in figures if not figure.is_missing]


def _what_brought(row: Any) -> tuple[str, str]:
    """The model and key of the change that brought it: its own, or its release's."""
    if not _is_of_release(row):
        return row._meta.label_lower, row.key
    return Release._meta.label_lower, f"{row.release.source.slug}/{row.release.slug}"


def _is_of_release(row: Any) -> bool:
    return getattr(row, "release_id", None) is not None


def _statements(keys: Iterable[str], withdrawn: bool) -> Iterator[Any]:
    """Rungs are no statements, but state how many years they take."""
    plain = [key for key in keys if "/" not in key]
    for model in statement_models() if plain else ():
        if not withdrawn:
            yield from model.objects.published().with_words().filter(key__in=plain)  # type: ignore[attr-defined]
        elif "release" in {field.name for field in model._meta.concrete_fields}:
            rows = model.objects.with_words().filter(key__in=plain)  # type: ignore[attr-defined]
            yield from rows.filter(release__state=Release.State.WITHDRAWN)
    if plain and not withdrawn:
        yield from Rung.objects.select_related("ladder__career", "source").filter(key__in=plain)


def _released(keys: Iterable[str], withdrawn: bool) -> Iterator[Any]:
    by_length: dict[int, list[list[str]]] = defaultdict(list)
    for key in keys:
        if "/" in key:
            by_length[len(parts := key.split("/"))].append(parts)
    for kind in kinds():
        if not issubclass(kind.model, Statement):
            yield from _of_kind(kind, by_length, withdrawn)


def _of_kind(kind: StatementKind, by_length: dict[int, list[list[str]]], withdrawn: bool) -> Iterator[Any]:
    columns = list(kind.address.values())
    possible = list(by_length.get(len(columns), ()))
    if MARK_OF_INDUSTRY in kind.address:
        possible += [[*parts, Industry.ALL] for parts in by_length.get(len(columns) - 1, ())]
    if not possible:
        return
    state = Release.State.WITHDRAWN if withdrawn else Release.State.READY
    named = [q for parts in possible if _is_askable(kind, q := Q(**dict(zip(columns, parts, strict=True))))]
    if named:
        rows = kind.model._default_manager.filter(Q(*named, _connector=Q.OR), release__state=state)
        yield from rows.with_words().order_by(*kind.preferred).reverse()  # type: ignore[attr-defined]


def _is_askable(kind: StatementKind, condition: Q) -> bool:
    """Whether each part is of its column's type."""
    try:
        kind.model._default_manager.filter(condition)
    except ValueError:
        return False
    return True


def _figures_in(value: Any) -> Iterator[Figure]:
    if isinstance(value, Figure):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _figures_in(getattr(value, each.name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from _figures_in(part)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _figures_in(part)
