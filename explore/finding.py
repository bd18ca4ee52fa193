"""Keeps `FoundDisagreement` up to date: what an edition touched is compared anew, and no more."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db.models import Q

from explore.disagreements import Disagreement, find_disagreements, standing_statements
from explore.models import FoundDisagreement
from explore.touched import careers_touched
from facts.actions import Publication
from facts.kinds import every_figure, kind_of
from facts.models import Statement

MOST_NAMED = 100
"""Of more careers than that, everything is read: a query that names each would be too long."""


def find_touched(publication: Publication) -> None:
    careers = careers_touched(publication)
    if len(careers) > MOST_NAMED:
        find_all_disagreements()
    elif careers:
        find_disagreements_of(careers)


def find_all_disagreements() -> None:
    FoundDisagreement.objects.all().delete()
    _write(standing_statements())


def find_disagreements_of(careers: Collection[str]) -> None:
    """Compare what guides to these careers (slugs) say anew, with what others say of the same."""
    known = FoundDisagreement.objects.of_careers(careers)
    careers = {*careers}.union(*(row.careers.split() for row in known))
    known.delete()
    own = list(standing_statements(Q(career__slug__in=careers)))
    _write(sorted([*own, *_said_elsewhere(own, careers)], key=_place))


def _said_elsewhere(statements: Iterable[Any], careers: Collection[str]) -> Iterator[Statement]:
    """What guides to other careers say of the occupations and groups that these statements are about."""
    parts = [row for row in statements if getattr(row, "is_of_a_part", False)]
    if not parts:
        return
    same = Q(about__in={row.about_id for row in parts} - {None}) | Q(group__in={row.group for row in parts} - {""})
    for kind in {kind_of(type(row)) for row in parts}:
        rows = kind.of_careers().filter(same).exclude(rank=Statement.Rank.DEPRECATED)
        yield from rows.exclude(career__slug__in=careers).order_by("pk")


def _write(statements: Iterable[Any]) -> None:
    statements = list(statements)
    rows = {row.key: row for row in statements}
    found = [_row(each, rows) for each in find_disagreements(every_figure(statements))]
    FoundDisagreement.objects.filter(key__in=[row.key for row in found]).delete()
    FoundDisagreement.objects.bulk_create(found, batch_size=500)


def _row(disagreement: Disagreement, statements: dict[str, Any]) -> FoundDisagreement:
    rows = [statements[figure.key] for figure in disagreement.figures]
    return FoundDisagreement.of(
        disagreement,
        careers=sorted({row.career.slug for row in rows}),
        place=_place(rows[0]),
    )


def _place(statement: Statement) -> tuple[int, int]:
    """Where it stands among all: by kind, then by number."""
    return kind_of(type(statement)).order, statement.pk
