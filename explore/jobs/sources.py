from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from explore.guide import Guide
from explore.jobs.document import JobDocument, SourceUsed
from explore.jobs.record import JobRecord, Listing
from explore.jobs.studies import Studies
from explore.programs.outcomes import Outcomes
from facts.figure import Figure, Named
from facts.models import Release, Source

_DUE = ("source__slug", "slug", "label", "next_due")


Due = Mapping[tuple[str, str], tuple[str, date]]
"""The labels of current releases, by source and release, and the days by which their next are due."""


def read_due() -> Due:
    current = Release.objects.current().filter(next_due__isnull=False)
    return {(source, slug): (label, day) for source, slug, label, day in current.values_list(*_DUE)}


def sources_of(document: JobDocument, guide: Guide | None, due: Due) -> tuple[SourceUsed, ...]:
    """Guides first."""
    guides = [_guide(source) for source in guide.sources] if guide else []
    known = {source.source.code for source in guides}
    record = [source for source in _official(document.record) if source.source.code not in known]
    return tuple(_with_due([*guides, *record, *_studies(document.studies)], due))


def _with_due(sources: list[SourceUsed], due: Due) -> Iterator[SourceUsed]:
    for used in sources:
        known = (due.get((used.source.code, release.code)) for release in used.releases)
        label, day = next(filter(None, known), ("", None))
        yield replace(used, newest=label, next_due=day.isoformat() if day else "")


def _guide(source: Source) -> SourceUsed:
    return SourceUsed(
        source=Named(source.slug, source.title, source.get_absolute_url()),
        publisher=source.publisher,
        kind=source.get_kind_display(),
        is_official=source.is_official,
        licence=source.licence,
        note=source.note,
        retrieved_on=source.retrieved_on.isoformat() if source.retrieved_on else "",
    )


def _studies(studies: Studies) -> Iterator[SourceUsed]:
    for source, release, credit in studies.sources:
        yield SourceUsed(
            source=source, publisher="", kind="study", is_official=False, releases=(release,), credits=(credit,)
        )


def _official(record: JobRecord | None) -> Iterator[SourceUsed]:
    found: dict[Named, dict[Named, str]] = {}
    publishers: dict[Named, str] = {}
    for figure in _figures(record) if record else ():
        if figure.release:
            found.setdefault(figure.source, {}).setdefault(figure.release, "")
            publishers[figure.source] = figure.publisher
    for listing in _listings(record) if record else ():
        found.setdefault(listing.source, {})[listing.release] = listing.credit
    for source, releases in found.items():
        yield SourceUsed(
            source=source,
            publisher=publishers.get(source, ""),
            kind="official statistics",
            is_official=True,
            releases=tuple(releases),
            credits=tuple(dict.fromkeys(filter(None, releases.values()))),
        )


def _figures(record: JobRecord) -> Iterable[Figure]:
    for cell in (*reversed(record.years), *record.states, *record.sectors):
        yield from cell.figures[:1]
    for projection in record.projections:
        yield from projection.figures[:1]


def _listings(record: JobRecord) -> Iterable[Listing | Outcomes]:
    parts = (record.entry, record.zone, record.programs, record.outcomes, *record.lists.values())
    return (part for part in parts if part)
