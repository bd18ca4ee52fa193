from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any

from careers.models import OccupationMatch, OccupationTool, Outlook, RelatedOccupation, Task
from education.models import Path
from explore.importance import importance_in_words
from explore.jobs.account import JobEntry
from explore.jobs.beside import Beside, home_of
from explore.jobs.guide_rows import credit_of
from explore.jobs.record import BECAME, Cell, JobRecord, Listing, Projection, RecordRow
from explore.occupation import OccupationRecord
from explore.occupation_profile import Rated, Work
from facts.figure import Named
from facts.models import Release
from facts.units import plain
from money.conversions import Restated
from salaries.models import Wage
from salaries.models.wage import MEASURES, PER

AT_ONCE, TASKS_AT_ONCE = 10, 8
YEARLY = ("employment", *(f"{per}_median" for per in PER), *(f"annual_{each}" for each in MEASURES))


def record_of(
    read: OccupationRecord, work: Work, beside: Beside | None = None, paths: Iterable[Path] = ()
) -> JobRecord:
    """Everything official for the occupation, with the work of it or of a specialty: a fixed number of queries.

    `paths` are guides’ ways into the job.
    """
    beside = beside or Beside([read.occupation], [work])
    years = [cell_of(wage) for wage in read.wages_over_the_years if wage.release.period_end]
    restated = beside.restated(years)
    occupation = read.occupation
    return JobRecord(
        occupation=occupation.named,
        code=occupation.code,
        scheme=occupation.scheme,
        scheme_name=occupation.get_scheme_display(),
        definition=occupation.definition or work.described.definition,
        years=_with_real(years, restated),
        breaks=_breaks(read),
        surveyed=tuple(sorted(read.surveyed_years)),
        states=tuple(cell_of(wage, YEARLY) for wage in read.states if wage.release.period_end),
        places=beside.places(occupation),
        sectors=tuple(cell_of(wage, YEARLY) for wage in read.sectors),
        real_title=restated.title if restated else "",
        real_times=str(restated.amounts[0].times) if restated and restated.amounts else "",
        real_why_not=restated.why_not if restated else "",
        projections=tuple(_projection(outlook, outlook.release) for outlook in read.outlooks if outlook.release),
        all_jobs_growth=beside.all_jobs_growth(occupation.scheme),
        entry=_entry(work),
        zone=_zone(work),
        lists=_lists(work, beside),
        programs=_programs(beside.programs(occupation)),
        outcomes=beside.outcomes.of(occupation, paths),
        described_as=work.described.named if work.described not in (occupation, work.occupation) else None,
        inherited_from=work.inherited.described.named if work.inherited else None,
        former=_former(read),
        careers=tuple(_career(match) for match in read.matches),
    )


def cell_of(wage: Wage, fields: Collection[str] = ()) -> Cell:
    """All fields where none are named."""
    return Cell(
        code=wage.occupation.code,
        scheme=wage.occupation.scheme,
        scheme_name=wage.occupation.get_scheme_display(),
        occupation=wage.occupation.named,
        release=wage.release.named,
        year=wage.release.period_end.year if wage.release.period_end else 0,
        place=wage.place.named,
        industry=wage.industry.named,
        url=wage.get_absolute_url(),
        figures=tuple(wage.figures(fields)),
        error=None if wage.wage_rse is None else float(wage.wage_rse),
        jobs_error=None if wage.employment_rse is None else float(wage.employment_rse),
    )


def state_years(record: JobRecord, place: str) -> tuple[Cell, ...]:
    """Pay of a record’s occupation in one state, the oldest year first: one query."""
    wages = (
        Wage.objects.published()
        .by_place()
        .of_states()
        .filter(place__code=place, occupation__scheme=record.scheme, occupation__code=record.code)
    )
    rows = wages.with_words().order_by("release__period_end", "pk")
    return tuple(cell_of(wage, YEARLY) for wage in rows if wage.release.period_end)


def _with_real(years: list[Cell], restated: Restated | None) -> tuple[Cell, ...]:
    real = {amount.figure.address: amount for amount in restated.amounts} if restated else {}

    def add(cell: Cell) -> Cell:
        median = cell.figure("annual_median")
        amount = real.get(median.address) if median else None
        fields = {name: getattr(cell, name) for name in Cell.__dataclass_fields__}
        return Cell(**fields | {"real": amount.result, "real_over": plain(amount.over.value)}) if amount else cell

    return tuple(map(add, years))


def _breaks(read: OccupationRecord) -> tuple[tuple[int, int], ...]:
    """Pairs of years between which the figures begin to count other jobs."""
    wages = [wage for wage in read.wages_over_the_years if wage.release.period_end]
    pairs = zip(wages, wages[1:], strict=False)
    return tuple(
        (one.release.period_end.year, other.release.period_end.year)  # type: ignore[union-attr]
        for one, other in pairs
        if one.occupation_id != other.occupation_id
        and (one.occupation_id, other.occupation_id) not in read.carried_over
    )


def _projection(outlook: Outlook, release: Release) -> Projection:
    return Projection(
        release=release.named,
        is_history=outlook.is_history,
        end_year=outlook.end_year,
        figures=tuple(outlook.figures()),
    )


def _entry(work: Work) -> Listing | None:
    entry = work.typical_entry
    if entry is None:
        return None
    names = (("Education", entry.education), ("Experience", entry.experience), ("Training", entry.training))
    return _listing([RecordRow(name=name, note=words) for name, words in names if words], entry.release)


def _zone(work: Work) -> Listing | None:
    """In the publisher's words."""
    placed = work.job_zone
    if placed is None:
        return None
    zone = work.zone
    names = [("Job zone", zone.name if zone else f"{placed.number} of 5")]
    if zone:
        names += [("Education", zone.education), ("Experience", zone.experience), ("Training", zone.training)]
        names += [("Specific vocational preparation", zone.svp_range)]
    return _listing([RecordRow(name=name, note=words) for name, words in names if words], placed.release)


def _lists(work: Work, beside: Beside) -> dict[str, Listing]:
    rated = work.inherited or work
    core = [task for task in work.tasks if task.kind == Task.Kind.CORE]
    found = {
        "tasks": _of(work.tasks, lambda task: RecordRow(name=task.statement), min(len(core) or 99, TASKS_AT_ONCE)),
        "skills": _of(rated.skills, _rated),
        "knowledge": _of(rated.knowledge, _rated),
        "abilities": _of(rated.abilities, _rated),
        "styles": _of(rated.styles, _rated),
        "scores": _of(work.scored_skills, _scored),
        "interests": _of(work.interests, _scored),
        "education": _of([row for row in work.education if row.percent], _share),
        "technology": _tools(work.technology),
        "tools": _tools(work.tools),
        "related": _related(work, beside),
        "titles": _of(work.titles, lambda row: RecordRow(name=row.title)),
    }
    return {name: listing for name, listing in found.items() if listing}


def _of(rows: list, row_of: Callable[[Any], RecordRow], core: int = AT_ONCE) -> Listing | None:
    if not rows:
        return None
    first = rows[0]
    release = (first.importance if isinstance(first, Rated) else first).release
    dates = [getattr(row, "dated", None) for row in rows]
    return _listing(list(dict.fromkeys(map(row_of, rows))), release, core, updated_in_words(dates))


def _listing(rows: list[RecordRow], release: Any, core: int = AT_ONCE, updated: str = "") -> Listing:
    source = release.source
    return Listing(
        rows=tuple(rows),
        core=core,
        release=release.named,
        source=Named(source.slug, source.title, source.get_absolute_url()),
        credit=release.credit,
        updated=updated,
    )


def updated_in_words(days: Iterable[date | None]) -> str:
    """ "November 2020 to August 2023", or ""."""
    known = sorted({day for day in days if day})
    return " to ".join(dict.fromkeys(f"{day:%B %Y}" for day in (known[:1] + known[-1:])))


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _rated(rated: Rated) -> RecordRow:
    row: Any = rated.importance
    return RecordRow(
        name=rated.name,
        note=importance_in_words(row.value),
        value=float(row.value),
        level=_number(rated.level.value if rated.level else None),
        low=_number(row.minimum),
        high=_number(row.maximum),
    )


def _scored(row: Any) -> RecordRow:
    name = row.element_name or row.element_code
    return RecordRow(name=name, value=float(row.value), low=_number(row.minimum), high=_number(row.maximum))


def _share(row: Any) -> RecordRow:
    # An answer is its name, a dash, and often a long list of what belongs to it.
    name = (row.answer or f"Answer {row.number}").partition(" - ")[0]
    return RecordRow(name=name, value=float(row.percent), low=0.0, high=100.0)


def _tools(tools: list[OccupationTool]) -> Listing | None:
    """Classes with something in demand first."""
    if not tools:
        return None
    classes: dict[str, list[OccupationTool]] = {}
    for tool in sorted(tools, key=lambda tool: tool.commodity):
        classes.setdefault(tool.commodity, []).append(tool)
    ordered = sorted(classes.items(), key=lambda pair: not any(tool.in_demand for tool in pair[1]))
    rows = [RecordRow(name=name, note=", ".join(_tool(tool) for tool in same)) for name, same in ordered]
    return _listing(rows, tools[0].release)


def _tool(tool: OccupationTool) -> str:
    demand = " (in demand)" if tool.in_demand else " (hot)" if tool.hot else ""
    return f"{tool.name}{demand}"


def _related(work: Work, beside: Beside) -> Listing | None:
    """Jobs with similar work, each with its newest pay and the education typical of it."""

    def row_of(row: RelatedOccupation) -> RecordRow:
        home = home_of(row.related)
        return RecordRow(
            name=row.related.title,
            link=home.named,
            compare=home.code,
            pay=beside.pay.get(home.pk),
            education=beside.education.get(home.pk, ""),
        )

    return _of(work.related, row_of)


def _programs(rows: list) -> Listing | None:
    if not rows:
        return None
    return _listing([RecordRow(name=row.title, note=row.code) for row in rows], rows[0].release)


def _career(match: OccupationMatch) -> JobEntry:
    career, words = match.career, match.get_match_display()
    return JobEntry(
        key=f"in-{match.key}",
        label=career.title,
        tag=words,
        note=match.reason,
        link=career.named,
        credit=credit_of(match),
    )


def _former(read: OccupationRecord) -> tuple[RecordRow, ...]:
    pairs = [("came from", pair.from_occupation, pair.key) for pair in read.predecessors]
    pairs += [(BECAME, pair.to_occupation, pair.key) for pair in read.successors]
    pairs += [("has the same code as", other, "") for other in read.namesakes]
    return tuple(
        RecordRow(
            name=f"{other.get_scheme_display()} {other.code} {other.title}", key=key, note=words, link=other.named
        )
        for words, other, key in pairs
    )
