from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, TypeVar

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from facts.models import Release

Rows = TypeVar("Rows", bound=QuerySet)


def of_newest_release(rows: Rows) -> Rows:
    """Still one query."""
    order = (F("release__period_end").desc(nulls_last=True), "-release__slug", "-release")
    newest = rows.order_by(*order).values("release")[:1]
    return rows.filter(release=Subquery(newest))


def of_newest_release_of_all(rows: Rows) -> Rows:
    """The same for rows of all jobs, which are many where releases are few: it goes through the releases."""
    with_any = Release.objects.filter(Exists(rows.order_by().filter(release=OuterRef("pk"))))
    newest = with_any.order_by(F("period_end").desc(nulls_last=True), "-slug", "-pk").values("pk")[:1]
    return rows.filter(release=Subquery(newest))


def of_each_newest_release(rows: Rows, occupations: Collection[int]) -> Rows:
    """Rows of several occupations, of each from the newest release that has any of it: one more query."""
    own = rows.filter(occupation__in=occupations)
    columns = ("occupation", "release__period_end", "release__slug", "release")
    newest: dict[int, tuple[Any, ...]] = {}
    for occupation, end, slug, release in own.order_by().values_list(*columns).distinct():
        newest[occupation] = max(newest.get(occupation, ()), (end or date.min, slug, release))
    by_release: dict[int, list[int]] = defaultdict(list)
    for occupation, (*_, release) in newest.items():
        by_release[release].append(occupation)
    groups = [Q(release=release, occupation__in=found) for release, found in by_release.items()]
    return own.filter(Q(*groups, _connector=Q.OR)) if groups else own.none()


def grouped(rows: Iterable[Any], column: str) -> dict[Any, list[Any]]:
    """Rows by the value of a column, in their order."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found
