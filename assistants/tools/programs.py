from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from assistants.answer import ToolAnswer, answered
from assistants.asked import NotUnderstood, read_job, read_place
from assistants.tools.parameters import JobWords
from explore.programs.listing import ProgramRow, find_programs, list_programs, newest_outcomes
from facts.figure import Figure
from facts.models import Place

MOST_PROGRAMS = 10


def programs_nearby(
    job: JobWords,
    state: Annotated[str, Field(max_length=200, description="A US state by name or code; all if empty.")] = "",
    limit: Annotated[int, Field(ge=1, le=MOST_PROGRAMS, description="How many programs at most.")] = 5,
) -> ToolAnswer:
    """Schools’ programs that lead to a job: where, what graduates earn, what they owe. The best paid first."""
    asked = read_job(job)
    place = read_place(state) if state else asked.place
    if place and place.kind != Place.Kind.STATE:
        raise NotUnderstood(f"Programs are listed by state; {place.name} is none. Name a state.")
    release = newest_outcomes()
    if release is None:
        raise NotUnderstood("Programs of schools are not loaded on this site.")
    programs = find_programs(release).leading_to([asked.document.code])
    if place:
        programs = programs.in_states([place.code.rpartition("-")[2]])
    rows = list_programs(programs.by_earnings()[:limit])
    where = f" in {place.name}" if place else ""
    if not rows:
        raise NotUnderstood(f"No program that leads to {asked.document.title} is listed{where} by {release}.")
    figures = [figure for row in rows for figure in row.outcome.figures() if not figure.is_missing]
    heading = f"Programs that lead to {asked.document.title}{where}, by what graduates earn, from {release}:"
    return answered([heading, *map(_sentence, rows)], figures, "/schools/programs/")


def _sentence(row: ProgramRow) -> str:
    return f"{row.outcome}: {'; '.join(_told(row)) or 'no outcome is published'}."


def _told(row: ProgramRow) -> Iterator[str]:
    figures: list[Figure] = row.outcome.figures()
    yield from (f"{figure.measure_text.lower()} {figure.value_text}" for figure in figures if not figure.is_missing)
    if row.tuition is not None:
        yield f"tuition ${row.tuition:,} a year in its own state"
