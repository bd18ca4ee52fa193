from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from assistants.answer import ToolAnswer, answered
from assistants.asked import NotUnderstood, read_job, read_place
from assistants.tools.parameters import JobWords, PlaceWords
from careers.models import Occupation
from explore.jobs import JobDocument
from explore.reference_releases import COUNTRY
from facts.figure import Figure
from facts.models import Industry, Place
from salaries.models import Wage

PERCENTILES = ("p10", "p25", "p75", "p90")


def job_pay(
    job: JobWords,
    place: PlaceWords = "",
    level: Annotated[str, Field(max_length=200, description="A rung of the job’s ladder, by its title.")] = "",
    year: Annotated[int, Field(ge=0, le=2100, description="The year of the survey; the newest if 0.")] = 0,
) -> ToolAnswer:
    """What a job pays and who says so: by place, by rung of its ladder, or in an earlier year."""
    asked = read_job(job)
    document = asked.document
    if level:
        return _of_level(document, level)
    where = read_place(place) if place else asked.place
    wages = _wages(document, where)
    wage = next((each for each in wages if not year or _year(each) == year), None)
    if wage is None:
        raise NotUnderstood(_why_none(document, where, year, wages))
    figures = list(_figures(wage))
    told = [*_sentences(document, wage, figures), *_of_guides(document, where)]
    return answered(told, figures, wage.get_absolute_url())


def wage_in(document: JobDocument, place: Place | None) -> Wage | None:
    """The newest."""
    return next(iter(_wages(document, place)), None)


def _wages(document: JobDocument, place: Place | None) -> list[Wage]:
    """Of every release, the newest first."""
    code = place.code if place else COUNTRY
    cells = (
        Wage.objects.published()
        .with_words()
        .filter(
            occupation__in=Occupation.objects.filter(code=document.code, scheme=document.scheme),
            place__code=code,
            industry__code=Industry.ALL,
        )
    )
    return list(cells.newest_first()) if document.code else []


def _figures(wage: Wage) -> Iterator[Figure]:
    median = wage.headline()
    if median:
        period = median.field.partition("_")[0]
        fields = (median.field, *(f"{period}_{name}" for name in PERCENTILES), f"{period}_mean", "employment")
        yield from (figure for field in fields if (figure := wage.figure(field)) and not figure.is_missing)


def _sentences(document: JobDocument, wage: Wage, figures: list[Figure]) -> Iterator[str]:
    median = wage.headline()
    if median is None or median.is_missing:
        why = median.value_text if median else "not given"
        yield f"The median pay of {wage.occupation.title} in {wage.place.name} is {why} by {wage.release}."
        return
    yield (
        f"{document.title} in {wage.place.name}: {median.measure_text.lower()}, is {median.value_text} "
        f"({median.period_text}), says {median.publisher} ({wage.release.source.title}, {wage.release.label})."
    )
    ends = {figure.measure.value: figure for figure in figures}
    if "p25" in ends and "p75" in ends:
        yield f"Half of them earn between {ends['p25'].value_text} and {ends['p75'].value_text}."
    if wage.occupation.title != document.title:
        yield f"The record counts the job as {wage.occupation.title} ({wage.occupation.code})."


def _of_guides(document: JobDocument, place: Place | None) -> Iterator[str]:
    """What guides say of the whole country; they rarely say more."""
    if place is None or place.code == COUNTRY:
        rows = document.stated("salaries")
        figures = [figure for row in rows if not row.level for figure in row.figures if not figure.is_missing]
        at_home = [figure for figure in figures if figure.place is None or figure.place.code == COUNTRY]
        yield from (f"A guide says: {figure.sentence}" for figure in at_home[:3])


def _of_level(document: JobDocument, level: str) -> ToolAnswer:
    rows = [row for row in document.stated("salaries") if row.level]
    known = list(dict.fromkeys(row.level for row in rows))
    wanted = [row for row in rows if level.casefold() in row.level.casefold()]
    if not wanted:
        rungs = f"Its rungs with pay are: {'; '.join(known)}." if known else "No guide gives its pay by rung."
        raise NotUnderstood(f"{document.title} has no rung “{level}” with pay here. {rungs}")
    figures = [figure for row in wanted for figure in row.figures if not figure.is_missing]
    return answered([figure.sentence for figure in figures], figures, document.url)


def _why_none(document: JobDocument, place: Place | None, year: int, wages: list[Wage]) -> str:
    where = place.name if place else "the whole country"
    if wages:
        years = ", ".join(str(found) for found in sorted({_year(wage) for wage in wages}))
        return f"There is no pay of {document.title} in {where} for {year} here. Years that are: {years}."
    return f"Official pay of {document.title} in {where} is not loaded on this site."


def _year(wage: Wage) -> int:
    return wage.release.period_end.year if wage.release.period_end else 0
