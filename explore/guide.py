"""One career's guide, whole: everything its sources say, read in a fixed number of queries."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.conf import settings
from django.db.models import Prefetch, Q

from careers.models import (
    Career,
    CareerSkill,
    Ladder,
    OccupationMatch,
    Outlook,
    Point,
    RelatedCareer,
    Rung,
    Section,
    Skill,
)
from education.models import Path, ProgrammeOccupation, Requirement, Step
from explore.schools import programmes_leading_to
from facts.figure import Figure
from facts.kinds import career_kinds
from facts.models import Source
from salaries.models import Salary, Wage


@dataclass(frozen=True, slots=True)
class Record:
    """What the official record says of one occupation that the career is tied to.

    `wages` are national and `outlooks` projections, both with the latest first; either may be empty.
    """

    match: OccupationMatch
    wages: list[Wage]
    outlooks: list[Outlook]

    @property
    def latest_wage(self) -> Wage | None:
        """The newest national wage, or None where no release here has one."""
        return self.wages[0] if self.wages else None

    @property
    def latest_outlook(self) -> Outlook | None:
        """The newest projection, or None where no release here has one."""
        return self.outlooks[0] if self.outlooks else None


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything that sources say of one career, in the order in which they say it."""

    career: Career
    sections: dict[str, list[Section]]
    responsibilities: list
    skills: dict[str, list[CareerSkill]]
    ladders: list[Ladder]
    variants: list
    moves: list
    by_kind: dict[str, list[Any]]
    employers: list
    pros: list[Point]
    cons: list[Point]
    questions: list
    related: list[RelatedCareer]
    related_from: list[RelatedCareer]
    organisations: list
    toolkit: list
    alternate_titles: list
    requirements: list[Requirement]
    steps: list[Step]
    records: list[Record]
    studies: list[ProgrammeOccupation]
    sources: list[Source]

    @property
    def salaries(self) -> list[Salary]:
        """What guides say of its pay."""
        return self.by_kind["salaries"]

    @property
    def outlooks(self) -> list[Outlook]:
        """What guides say of its outlook."""
        return self.by_kind["outlooks"]

    @property
    def paths(self) -> list[Path]:
        """The ways in that guides describe."""
        return self.by_kind["paths"]

    @property
    def salaries_by_level(self) -> list[Salary]:
        """Pay for each rung, from the lowest up."""
        rows = [row for row in self.salaries if row.level]
        return sorted(rows, key=lambda row: (row.level.ladder_id, row.level.position))

    @property
    def salaries_abroad(self) -> list[Salary]:
        """Pay in places other than the United States."""
        return [row for row in self.salaries if row.place and row.place.code != settings.COUNTRY]

    @property
    def salaries_at_home(self) -> list[Salary]:
        """Pay in the United States, or where the source does not say, for no single rung."""
        return [row for row in self.salaries if not row.level and (not row.place or row.place.code == settings.COUNTRY)]

    @property
    def statements(self) -> list:
        """Every statement about the career itself, kind by kind."""
        return [row for rows in self.by_kind.values() for row in rows]

    @property
    def figures(self) -> list[Figure]:
        """Every figure of every statement about the career itself."""
        return [figure for statement in self.statements for figure in statement.figures()]

    @property
    def is_empty(self) -> bool:
        """Whether no source here says more of the career than that it exists."""
        said = (
            self.sections,
            self.responsibilities,
            self.skills,
            self.ladders,
            self.statements,
            self.requirements,
            self.steps,
        )
        return not any(said)


def read_guide(slug: str) -> Guide:
    """Read the guide of the career with this slug; raises Career.DoesNotExist.

    The number of queries is the same however many rows a section has.
    """
    career = Career.objects.select_related("field").get(slug=slug)
    skills = _listed(career.skills.select_related("skill").order_by("skill__kind", "source", "position", "pk"))
    points = _listed(career.points)
    either = RelatedCareer.objects.filter(Q(career=career) | Q(related=career))
    ties = _listed(either.select_related("related__field", "career__field"))
    parts: dict[str, Any] = {
        "sections": _listed(career.sections),
        "responsibilities": _listed(career.responsibilities),
        "ladders": _ladders(career),
        "variants": _listed(career.variants),
        "moves": _listed(career.moves.select_related("to_career")),
        "employers": _listed(career.employers.select_related("industry")),
        "questions": _listed(career.questions),
        "related": [row for row in ties if row.career_id == career.pk],
        "related_from": [row for row in ties if row.related_id == career.pk],
        "organisations": _listed(career.organisations),
        "toolkit": _listed(career.toolkit_entries),
        "alternate_titles": _listed(career.alternate_titles),
        "requirements": _listed(career.requirements.prefetch_related("credentials")),
        "steps": _listed(career.steps),
    }
    by_kind = {kind.slug: list(kind.for_career(career)) for kind in career_kinds()}
    records = _records(career)
    sources = _sources([*parts.values(), *by_kind.values(), skills, points, [record.match for record in records]])
    parts["sections"] = _grouped(parts["sections"], lambda row: row.kind, order=Section.Kind.values)
    return Guide(
        career=career,
        **parts,
        by_kind=by_kind,
        skills=_grouped(skills, lambda row: row.skill.kind, order=Skill.Kind.values),
        pros=[point for point in points if point.side == Point.Side.PRO],
        cons=[point for point in points if point.side == Point.Side.CON],
        records=records,
        studies=programmes_leading_to([record.match.occupation_id for record in records if record.match.is_counted]),
        sources=sources,
    )


def _listed(rows) -> list:
    return list(rows.select_related("source"))


def _ladders(career) -> list[Ladder]:
    rungs = Prefetch("rungs", Rung.objects.select_related("source", "ladder__career").order_by("position"))
    return list(career.ladders.select_related("source").prefetch_related(rungs))


def _records(career) -> list[Record]:
    matches = list(career.matches.select_related("source", "occupation").order_by("position", "pk"))
    occupations = [match.occupation_id for match in matches]
    wages = Wage.objects.published().national().for_occupations(occupations).with_words().newest_first()
    outlooks = Outlook.objects.published().for_occupations(occupations).with_words()
    wages_of = _grouped(wages, lambda wage: wage.occupation_id)
    outlooks_of = _grouped(outlooks, lambda outlook: outlook.occupation_id)
    return [Record(m, wages_of.get(m.occupation_id, []), outlooks_of.get(m.occupation_id, [])) for m in matches]


def _grouped(rows, key, *, order=None) -> dict:
    place = (lambda row: order.index(key(row))) if order else key
    return {name: list(group) for name, group in groupby(sorted(rows, key=place), key)}


def _sources(lists) -> list[Source]:
    found = {row.source_id: row.source for rows in lists for row in rows}
    return sorted(found.values(), key=lambda source: (source.kind != Source.Kind.GUIDE, source.publisher, source.title))
