from collections.abc import Iterable
from dataclasses import dataclass, field

from explore.jobs import JobDocument
from explore.jobs.account import JobEntry, JobStatement
from explore.jobs.record import Listing, Tie
from facts.figure import Figure, Named
from pages.job.page import JobPage

RUNGS, WAYS, ASKED, DUTIES, SKILLS, GROUPS, GAPS = 6, 4, 5, 6, 10, 3, 2
"""The most of each that one sheet has room for; the job's page has all."""


@dataclass(frozen=True, slots=True)
class Note:
    number: int
    text: str
    url: str


@dataclass(slots=True)
class Notes:
    """Sources numbered in the order in which they are first named."""

    found: dict[str, Note] = field(default_factory=dict)

    def number(self, text: str, url: str) -> int:
        return self.found.setdefault(text, Note(len(self.found) + 1, text, url)).number

    def of_figure(self, figure: Figure) -> int:
        if figure.release:
            return self.number(f"{figure.publisher}: {figure.source.name}, {figure.release}", figure.source.url)
        return self.number(f"{figure.publisher} guide", figure.source.url)

    def of_listing(self, listing: Listing) -> int:
        return self.number(f"{listing.source.name}, {listing.release.name}", listing.source.url)

    def of_source(self, source: Named) -> int:
        return self.number(source.name, source.url)


@dataclass(frozen=True, slots=True)
class Noted:
    """`also` is the number of a second source, or 0."""

    text: str
    number: int
    more: str = ""
    figures: tuple[Figure | None, ...] = ()
    also: int = 0


@dataclass(frozen=True, slots=True)
class Handout:
    """`gaps` are sentences on where sources differ."""

    keys: list[Noted]
    rungs: list[Noted]
    record: list[Noted]
    ways: list[Noted]
    asked: list[Noted]
    duties: list[Noted]
    skills: list[Noted]
    gaps: list[str]
    notes: list[Note]


def lay_out_handout(page: JobPage) -> Handout:
    notes, job = Notes(), page.document
    return Handout(
        keys=list(_keys(job, notes)),
        rungs=list(_rungs(job, notes)),
        record=list(_record(job, notes)),
        ways=[_way(row, notes) for row in job.stated("paths") if row.figure("months") or row.figure("cost")][:WAYS],
        asked=list(_asked(job, notes)),
        duties=list(_duties(job, notes)),
        skills=list(_skills(job, notes)),
        gaps=[each.sentence for each in job.conflicts][:GAPS],
        notes=list(notes.found.values()),
    )


def _keys(job: JobDocument, notes: Notes) -> Iterable[Noted]:
    answers = job.answers
    figures = (
        ("Pay", answers.pay.figure),
        ("Time to qualify", answers.entry.time),
        ("Outlook", answers.outlook.figure),
    )
    for ask, figure in figures:
        if figure:
            yield Noted(ask, notes.of_figure(figure), figures=(figure,))


def _rungs(job: JobDocument, notes: Notes) -> Iterable[Noted]:
    for ladder in job.ladders[:1]:
        for rung in ladder.rungs[:RUNGS]:
            pay = (rung.figure("median"), rung.figure("mean"))
            yield Noted(rung.title, notes.of_source(ladder.credit.source), figures=(rung.experience, *pay))


def _record(job: JobDocument, notes: Notes) -> Iterable[Noted]:
    """The groups that count a career; of a job without a guide its own pay."""
    if job.ties:
        yield from [_group(tie, notes) for tie in job.ties if tie.median][:GROUPS]
    elif job.record and (latest := job.record.latest) and (median := latest.median):
        projection = job.record.projection
        growth = projection.figure("growth_percent") if projection else None
        figures = (median, latest.figure("employment"), growth)
        also = notes.of_figure(growth) if growth else 0
        yield Noted(job.record.occupation.name, notes.of_figure(median), job.record.code, figures, also)


def _group(tie: Tie, notes: Notes) -> Noted:
    also = notes.of_figure(tie.growth) if tie.growth else 0
    figures = (tie.median, tie.employment, tie.growth)
    number = notes.of_figure(tie.median) if tie.median else 0
    return Noted(tie.group.name, number, tie.code, figures, also)


def _way(row: JobStatement, notes: Notes) -> Noted:
    return Noted(row.label, notes.of_source(row.credit.source), figures=(row.figure("months"), row.figure("cost")))


def _duties(job: JobDocument, notes: Notes) -> Iterable[Noted]:
    """As guides tell them, else the tasks of the record."""
    for row in job.listed("responsibilities")[:DUTIES]:
        yield _named(row, notes)
    if not job.listed("responsibilities"):
        yield from _listed(job, "tasks", DUTIES, notes)


def _listed(job: JobDocument, name: str, most: int, notes: Notes) -> Iterable[Noted]:
    listing = job.record.listing(name) if job.record else None
    if listing:
        yield from (Noted(row.name, notes.of_listing(listing)) for row in listing.rows[:most])


def _asked(job: JobDocument, notes: Notes) -> Iterable[Noted]:
    """As guides tell it, else what the projections say is typical."""
    if not job.listed("requirements") and job.record and job.record.entry:
        for typical in job.record.entry.rows:
            yield Noted(typical.name, notes.of_listing(job.record.entry), typical.note)
    once: dict[str, JobEntry] = {}
    for row in job.listed("requirements"):
        once.setdefault(row.label, row)
    for row in [*once.values()][:ASKED]:
        more = f": {row.note}" if row.note else ""
        yield Noted(row.label, notes.of_source(row.credit.source), f"{row.tag}{more}")


def _named(row: JobEntry, notes: Notes) -> Noted:
    return Noted(row.label, notes.of_source(row.credit.source))


def _skills(job: JobDocument, notes: Notes) -> Iterable[Noted]:
    rows = {row.label: row for name in ("technical", "soft", "used") for row in job.listed(name)}
    for row in [*rows.values()][:SKILLS]:
        yield _named(row, notes)
    if not rows:
        yield from _listed(job, "skills", SKILLS, notes)
