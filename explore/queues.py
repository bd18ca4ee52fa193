"""Editors' queues. A note or a status set by an editor takes a statement off its queue."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, cast

from django.db.models import Exists, OuterRef
from django.urls import reverse

from editorial.queue import Queue, QueueHeading, QueueItem, register
from explore.fact_check_list import list_claims
from explore.fact_check_verdict import FactCheckVerdict
from explore.models import FoundDisagreement
from explore.official_figures import official_publishers
from facts.figure import Figure
from facts.kinds import StatementKind, career_kinds, kind_named
from facts.models import Release, Statement
from facts.models.statement import StatementQuerySet, statement_models


def register_all() -> None:
    for slug, heading, title, why, items in _PILES:
        register(Queue(slug, heading, title, why, SEEN_BY, _counted(items), items=items))


SEEN_BY = "salaries.view_salary"


def disagreements() -> list[QueueItem]:
    found, unsaid = FoundDisagreement.objects.in_order(), _statements_without_our_word()
    return [
        QueueItem(each.ask, each.sentence, list(_ways(each.figures, unsaid)))
        for each in (row.disagreement for row in found)
        if all(figure.key in unsaid for figure in each.figures)
    ]


def contradictions() -> list[QueueItem]:
    found, unsaid = list_claims({"verdict": [FactCheckVerdict.CONTRADICTED]}), _statements_without_our_word()
    return [
        QueueItem(
            f"{claim.title}: {claim.subject}",
            claim.sentence,
            [*_ways([claim.figure], unsaid), ("The check", f"{reverse('fact-checks')}?claim={claim.anchor}")],
        )
        for claim in (row.claim for row in found)
        if claim.figure and claim.figure.key in unsaid
    ]


def left_behind() -> list[QueueItem]:
    """Claims for a period before the publisher's newest release here."""
    return [
        QueueItem(
            f"{statement.as_printed}, {statement.career.title}",
            f"It credits {statement.attributed_to} for {statement.period}; {newest} is here.",
            [("The statement", _desk_url(statement)), ("Its page", statement.get_absolute_url())],
        )
        for kind in career_kinds()
        if kind.checked_by
        for statement, newest in _left_behind(kind)
    ]


def _left_behind(kind: StatementKind) -> Iterator[tuple[Any, Release]]:
    newest, publishers = _newest_releases(kind), official_publishers()
    for row in cast(StatementQuerySet, kind.of_careers()).standing().exclude(attributed_to="").order_by("pk"):
        release = newest.get(publishers.get(row.attributed_to.casefold(), ""))
        if release and row.period.is_stated and row.period.end < release.period_end:
            yield row, release


def _newest_releases(kind: StatementKind) -> dict[str, Release]:
    record = kind_named(kind.checked_by).model
    says = Exists(record._default_manager.filter(release=OuterRef("pk")))
    releases = Release.objects.ready().filter(says, period_end__isnull=False).select_related("source")
    return {release.source.publisher: release for release in reversed(releases.newest_first())}


def _statements_without_our_word() -> dict[str, Statement]:
    """By key; one query for each kind."""
    rows = (row for model in statement_models() for row in model.objects.without_our_word().only("key"))  # type: ignore[attr-defined]
    return {row.key: row for row in rows}


def _ways(figures: Iterable[Figure], statements: Mapping[str, Statement]) -> Iterator[tuple[str, str]]:
    for key in dict.fromkeys(figure.key for figure in figures):
        statement = statements[key]
        yield f"Say something of {key}", _desk_url(statement)


def _desk_url(statement: Statement) -> str:
    return reverse(f"admin:{statement._meta.app_label}_{statement._meta.model_name}_change", args=[statement.pk])


def _counted(items: Callable[[], list[QueueItem]]) -> Callable[[Any], int]:
    return lambda user: len(items())


_PILES = (
    (
        "disagreements",
        QueueHeading.DOUBTS,
        "Disagreements without a word of ours",
        "Figures answer one question differently, and none of them has a note: say in one what a reader should know.",
        disagreements,
    ),
    (
        "contradictions",
        QueueHeading.DOUBTS,
        "Claims contradicted by the record without a word of ours",
        "A guide credits the record with what it does not say: say so in the statement’s note, or rank it lower.",
        contradictions,
    ),
    (
        "left-behind",
        QueueHeading.AGE,
        "Figures whose source has a newer release",
        "They credit an official publisher for a time before its newest release here: see what the guide says now.",
        left_behind,
    ),
)
