"""Jobs with work like yours, and what you would still need for each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from careers.models import Rating, Scale, TypicalEntry
from careers.models.record.element import Element
from explore.compare.items import choose
from explore.jobs.document import JobDocument
from explore.jobs.record import RecordRow
from explore.newest import of_newest_release_of_all
from explore.side_by_side import documents_of
from explore.side_by_side.qualifying import in_a_sentence
from explore.side_by_side.work import in_small
from facts.figure import Figure

MOST = 12
MORE = 0.5
"""How much more a job needs a skill, at least, for it to be named; ratings are from 1 to 5."""
NAMED = 3
LEVELS = [label for _, label in TypicalEntry.EDUCATION]


@dataclass(frozen=True, slots=True)
class NearJob:
    """`needs` are what you would still need, in words; `gain` is how its median differs from yours, a year."""

    title: str
    url: str
    pay: Figure | None
    education: str
    needs: tuple[str, ...]
    gain: str = ""
    compare: str = ""


def jobs_near(name: str) -> tuple[JobDocument | None, list[NearJob]]:
    """Of a job by any name: its own document, and jobs with similar work. Three queries more than of the document."""
    documents = documents_of(choose([name]).items)
    if not documents:
        return None, []
    record = documents[0].record
    related = record.listing("related") if record else None
    rows = list(related.rows[:MOST]) if related else []
    skills = _skills({row.compare for row in rows} | {record.code if record else ""})
    return documents[0], [_near(documents[0], row, skills) for row in rows]


def _near(mine: JobDocument, row: RecordRow, skills: Mapping[str, Mapping[str, float]]) -> NearJob:
    own = skills.get(mine.record.code if mine.record else "", {})
    return NearJob(
        title=row.link.name if row.link else row.name,
        url=row.link.url if row.link else "",
        pay=row.pay,
        education=row.education,
        needs=tuple(_needs(mine, row, own, skills.get(row.compare, {}))),
        gain=_gain(mine.answers.pay.figure, row.pay),
        compare=row.compare,
    )


def _needs(mine: JobDocument, row: RecordRow, own: Mapping[str, float], its: Mapping[str, float]) -> Iterator[str]:
    education = mine.answers.entry.education
    if education in LEVELS and row.education in LEVELS and LEVELS.index(row.education) > LEVELS.index(education):
        yield f"More education: {in_a_sentence(row.education)}"
    more = sorted((own[skill] - its[skill], skill) for skill in its if skill in own and its[skill] - own[skill] >= MORE)
    if more:
        yield f"More of: {', '.join(in_small(skill) for _, skill in more[:NAMED])}"


def _gain(mine: Figure | None, its: Figure | None) -> str:
    """ "$12,000 more a year"; "" where they are not for the same place, time and measure, or mine is a bound."""
    if mine is None or its is None or mine.value is None or its.value is None or mine.unit != its.unit:
        return ""
    if mine.is_at_least:
        return ""
    if (mine.place, mine.period, mine.measure) != (its.place, its.period, its.measure):
        return ""
    distance = its.value - mine.value
    if not distance:
        return "The same pay"
    least = "At least " if its.is_at_least else ""
    return f"{least}{its.unit.format(abs(distance))} {'more' if distance > 0 else 'less'} a year"


def _skills(codes: set[str]) -> dict[str, dict[str, float]]:
    """Importance of skills and knowledge, by the code of a job and their names."""
    whole = [f"{code}.00" for code in codes if code]
    rated = of_newest_release_of_all(Rating.objects.published().under(*Rating.SKILLS, Rating.KNOWLEDGE)).relied_on()
    rows = rated.on_scale(Scale.IMPORTANCE).filter(occupation__code__in=whole)
    names = dict(Element.objects.published().values_list("code", "name"))
    found: dict[str, dict[str, float]] = {}
    for code, element, value in rows.values_list("occupation__code", "element_code", "value"):
        found.setdefault(code.removesuffix(".00"), {})[names.get(element, element)] = float(value)
    return found
