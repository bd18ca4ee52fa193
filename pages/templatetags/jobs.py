from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django import template
from django.utils import timezone

from explore.jobs import JobDocument
from explore.jobs.account import Credit, JobEntry
from explore.jobs.answers import PayAnswer
from explore.jobs.document import Gap
from explore.jobs.record import JobRecord, Listing
from facts.figure import Figure, Named, WithFigures
from pages.annotations import Sign
from pages.annotations import signs_of as signs_of_figure
from pages.by_source import common_locator
from pages.job.page import JobPage

register = template.Library()


@dataclass(frozen=True, slots=True)
class SourceRows:
    source: Named
    locator: str
    rows: list[JobEntry]


@register.filter
def by_source(rows: Iterable[JobEntry]) -> list[SourceRows]:
    """In the order in which each source first speaks."""
    found: dict[Named, list[JobEntry]] = {}
    for row in rows:
        found.setdefault(row.credit.source, []).append(row)
    return [
        SourceRows(source, common_locator([row.credit.locator for row in same]), same) for source, same in found.items()
    ]


@register.inclusion_tag("components/credit.html")
def credit(given: Credit) -> dict:
    return {"source": given.source, "locator": given.locator, "credited": given.credited}


@register.filter
def field(row: WithFigures, name: str) -> Figure | None:
    return row.figure(name)


@register.filter
def listed(job: JobDocument, name: str) -> tuple[JobEntry, ...]:
    return job.listed(name)


@register.filter
def listing(record: JobRecord | None, name: str) -> Listing | None:
    return record.listing(name) if record else None


@register.filter
def at(pay: PayAnswer, measure: str) -> Figure | None:
    return pay.at(measure)


@register.filter
def sign_of(verdicts: Mapping[str, Sign], figure: Figure) -> Sign | None:
    return verdicts.get(figure.address)


@register.filter
def marks(figure: Figure) -> list[Sign]:
    return signs_of_figure(figure, timezone.now().date())


@register.filter
def signs_of(page: JobPage, figure: Figure) -> list[Sign]:
    """The verdict first."""
    found = signs_of_figure(figure, timezone.now().date(), page.disputes)
    verdict = page.verdicts.get(figure.address)
    return [verdict, *found] if verdict else found


@register.filter
def by_reason(gaps: Iterable[Gap]) -> list[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for gap in gaps:
        found.setdefault(gap.why, []).append(gap.what)
    return list(found.items())


@register.filter
def percent(number: float) -> str:
    """ "0.2%", "12%"."""
    return f"{number:.1f}".rstrip("0").rstrip(".") + "%"


@register.filter
def names_way(sentence: str, label: str) -> bool:
    """Whether a sentence on ways to qualify has the one that is called so."""
    return bool(label) and f" {label} (" in (sentence or "")
