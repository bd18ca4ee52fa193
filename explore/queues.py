"""Editors' queues. A note or a status set by an editor takes a statement off its queue."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import reduce
from itertools import islice
from operator import or_
from typing import Any, cast

from django.db.models import Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Lower, StrIndex, Substr
from django.urls import reverse

from editorial.queue import Queue, QueueHeading, QueueItem, register
from explore.fact_check_list import list_claims
from explore.fact_check_verdict import FactCheckVerdict
from explore.models import CheckedClaim, FoundDisagreement
from explore.official_figures import official_publishers
from facts.figure import Figure
from facts.kinds import StatementKind, career_kinds, kind_named
from facts.models import Release, Statement
from facts.models.statement import StatementQuerySet, statement_models


def register_all() -> None:
    for slug, heading, title, why, count, items in _PILES:
        register(Queue(slug, heading, title, why, SEEN_BY, _for_anyone(count), items=items))


SEEN_BY = "salaries.view_salary"
PIECE = 200
"""Rows that are looked at together."""


def disagreements() -> Iterator[QueueItem]:
    for found in _pieces(FoundDisagreement.objects.in_order()):
        unsaid = _without_our_word(found, lambda row: [figure.key for figure in row.disagreement.figures])
        for each in (row.disagreement for row in found):
            if all(figure.key in unsaid for figure in each.figures):
                yield QueueItem(each.ask, each.sentence, list(_ways(each.figures, unsaid)))


def contradictions() -> Iterator[QueueItem]:
    for found in _pieces(_contradicted()):
        unsaid = _without_our_word(found, lambda row: [row.claim.figure.key])
        for claim in (row.claim for row in found):
            check = ("The check", f"{reverse('fact-checks')}?claim={claim.anchor}")
            yield QueueItem(f"{claim.title}: {claim.subject}", claim.sentence, [*_ways([claim.figure], unsaid), check])


def _contradicted() -> QuerySet[CheckedClaim]:
    """The key of a statement is the address up to the figure."""
    found = list_claims({"verdict": [FactCheckVerdict.CONTRADICTED]}).filter(address__contains="#")
    found = found.annotate(key=Substr("address", 1, StrIndex("address", Value("#")) - 1))
    unsaid = (Exists(model.objects.without_our_word().filter(key=OuterRef("key"))) for model in statement_models())  # type: ignore[attr-defined]
    return found.filter(reduce(or_, unsaid))


def left_behind() -> Iterator[QueueItem]:
    """Claims for a period before the publisher's newest release here."""
    for rows, newest in _left_behind():
        for statement in rows.select_related("career").order_by("pk").iterator():
            yield QueueItem(
                f"{statement.as_printed}, {statement.career.title}",
                f"It credits {statement.attributed_to} for {statement.period}; {newest} is here.",
                [("The statement", _desk_url(statement)), ("Its page", statement.get_absolute_url())],
            )


def _left_behind() -> Iterator[tuple[StatementQuerySet, Release]]:
    names = defaultdict(list)
    for name, publisher in official_publishers().items():
        names[publisher].append(name)
    for kind in career_kinds():
        for publisher, newest in _newest_releases(kind).items() if kind.checked_by else ():
            rows = cast(StatementQuerySet, kind.of_careers()).standing().annotate(credits=Lower("attributed_to"))
            yield rows.filter(credits__in=names[publisher]).ended_before(cast(date, newest.period_end)), newest


def _newest_releases(kind: StatementKind) -> dict[str, Release]:
    record = kind_named(kind.checked_by).model
    says = Exists(record._default_manager.filter(release=OuterRef("pk")))
    releases = Release.objects.ready().filter(says, period_end__isnull=False).select_related("source")
    return {release.source.publisher: release for release in reversed(releases.newest_first())}


def _pieces(rows: QuerySet) -> Iterator[list[Any]]:
    found = rows.iterator(PIECE)
    while piece := list(islice(found, PIECE)):
        yield piece


def _without_our_word(found: Iterable[Any], keys_of: Callable[[Any], list[str]]) -> dict[str, Statement]:
    keys = {key for row in found for key in keys_of(row)}
    unsaid = (model.objects.without_our_word().filter(key__in=keys).only("key") for model in statement_models())  # type: ignore[attr-defined]
    return {row.key: row for rows in unsaid for row in rows}


def _ways(figures: Iterable[Figure], statements: Mapping[str, Statement]) -> Iterator[tuple[str, str]]:
    for key in dict.fromkeys(figure.key for figure in figures):
        statement = statements[key]
        yield f"Say something of {key}", _desk_url(statement)


def _desk_url(statement: Statement) -> str:
    return reverse(f"admin:{statement._meta.app_label}_{statement._meta.model_name}_change", args=[statement.pk])


def _for_anyone(count: Callable[[], int]) -> Callable[[Any], int]:
    return lambda user: count()


def _count_disagreements() -> int:
    return sum(1 for _ in disagreements())


def _count_left_behind() -> int:
    return sum(rows.count() for rows, _ in _left_behind())


_PILES = (
    (
        "disagreements",
        QueueHeading.DOUBTS,
        "Disagreements without a word of ours",
        "Figures answer one question differently, and none of them has a note: say in one what a reader should know.",
        _count_disagreements,
        disagreements,
    ),
    (
        "contradictions",
        QueueHeading.DOUBTS,
        "Claims contradicted by the record without a word of ours",
        "A guide credits the record with what it does not say: say so in the statement’s note, or rank it lower.",
        lambda: _contradicted().count(),
        contradictions,
    ),
    (
        "left-behind",
        QueueHeading.AGE,
        "Figures whose source has a newer release",
        "They credit an official publisher for a time before its newest release here: see what the guide says now.",
        _count_left_behind,
        left_behind,
    ),
)
