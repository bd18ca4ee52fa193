from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import Model, Prefetch, Q, QuerySet

from careers.models import (
    AlternateTitle,
    Career,
    CareerSkill,
    Employer,
    Ladder,
    Move,
    OccupationMatch,
    Organisation,
    Outlook,
    Point,
    Question,
    RelatedCareer,
    Responsibility,
    Rung,
    Section,
    Skill,
    ToolkitEntry,
    Variant,
)
from education.models import Path, ProgrammeOccupation, Requirement, Step
from explore.schools import programmes_leading_to
from facts.figure import Figure
from facts.kinds import career_kinds
from facts.models import Source
from salaries.models import Salary, Wage


@dataclass(frozen=True, slots=True)
class GuideRecord:
    """National `wages` and `outlooks`, the latest first."""

    match: OccupationMatch
    wages: list[Wage]
    outlooks: list[Outlook]

    @property
    def latest_wage(self) -> Wage | None:
        return self.wages[0] if self.wages else None

    @property
    def latest_outlook(self) -> Outlook | None:
        return self.outlooks[0] if self.outlooks else None


@dataclass(frozen=True, slots=True)
class Guide:
    """In the order in which sources say it."""

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
    matches: list[OccupationMatch]
    sources: list[Source]
    #: What the record says beside the guides, where one guide is read by itself.
    records: list[GuideRecord] = dataclass_field(default_factory=list)
    studies: list[ProgrammeOccupation] = dataclass_field(default_factory=list)

    @property
    def salaries(self) -> list[Salary]:
        return self.by_kind["salaries"]

    @property
    def outlooks(self) -> list[Outlook]:
        return self.by_kind["outlooks"]

    @property
    def paths(self) -> list[Path]:
        return self.by_kind["paths"]

    @property
    def salaries_by_level(self) -> list[Salary]:
        """From the lowest rung up."""
        rows = [(row.level.ladder_id, row.level.position, row) for row in self.salaries if row.level]
        return [row for *_, row in sorted(rows, key=itemgetter(0, 1))]

    @property
    def statements(self) -> list:
        return [row for rows in self.by_kind.values() for row in rows]

    @property
    def figures(self) -> list[Figure]:
        return [figure for statement in self.statements for figure in statement.figures()]

    @property
    def is_empty(self) -> bool:
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
    """Raises Career.DoesNotExist. A fixed number of queries."""
    career = Career.objects.select_related("field").get(slug=slug)
    (guide,) = guides_beside_records([career])
    counted = [record.match.occupation_id for record in guide.records if record.match.is_counted]
    return replace(guide, studies=programmes_leading_to(counted))


def guides_beside_records(careers: Sequence[Career]) -> list[Guide]:
    """The guides of these careers with the record beside each, in as many queries as for one."""
    guides = read_guides(careers)
    records = _records({match.occupation_id for guide in guides for match in guide.matches})
    return [replace(guide, records=[records(match) for match in guide.matches]) for guide in guides]


def read_guides(careers: Sequence[Career]) -> list[Guide]:
    """Without the record; as many queries as for one."""
    parts = {name: _by_career(rows, careers) for name, rows in _parts(careers).items()}
    kinds = {kind.slug: _by_career(kind.for_careers(careers), careers) for kind in career_kinds()}
    ties = _ties(careers)
    return [
        _guide(
            career,
            {name: rows[career.pk] for name, rows in parts.items()},
            {slug: rows[career.pk] for slug, rows in kinds.items()},
            [tie for tie in ties if career.pk in (tie.career_id, tie.related_id)],
        )
        for career in careers
    ]


def _parts(careers: Sequence[Career]) -> dict[str, QuerySet]:
    rungs = Prefetch("rungs", Rung.objects.select_related("source", "ladder__career").order_by("position"))
    skills = _of(CareerSkill, careers, "skill").order_by("skill__kind", "source", "position", "pk")
    return {
        "sections": _of(Section, careers),
        "responsibilities": _of(Responsibility, careers),
        "skills": skills,
        "ladders": _of(Ladder, careers).prefetch_related(rungs),
        "variants": _of(Variant, careers),
        "moves": _of(Move, careers, "to_career"),
        "employers": _of(Employer, careers, "industry", "about"),
        "points": _of(Point, careers),
        "questions": _of(Question, careers),
        "organisations": _of(Organisation, careers),
        "toolkit": _of(ToolkitEntry, careers),
        "alternate_titles": _of(AlternateTitle, careers),
        "requirements": _of(Requirement, careers).prefetch_related("credentials"),
        "steps": _of(Step, careers),
        "matches": _of(OccupationMatch, careers, "occupation").order_by("position", "pk"),
    }


def _of(model: type[Model], careers: Sequence[Career], *related: str) -> QuerySet:
    return model._default_manager.filter(career__in=careers).select_related("source", *related)


def _by_career(rows: Iterable[Any], careers: Sequence[Career]) -> dict[int, list]:
    """By primary key; each row has the career itself."""
    known = {career.pk: career for career in careers}
    found: dict[int, list] = {number: [] for number in known}
    for row in rows:
        row.career = known[row.career_id]
        found[row.career_id].append(row)
    return found


def _ties(careers: Sequence[Career]) -> list[RelatedCareer]:
    either = RelatedCareer.objects.filter(Q(career__in=careers) | Q(related__in=careers))
    return list(either.select_related("source", "related__field", "career__field"))


def _guide(career: Career, parts: dict[str, list], by_kind: dict[str, list], ties: list[RelatedCareer]) -> Guide:
    skills, points, sections = parts.pop("skills"), parts.pop("points"), parts.pop("sections")
    return Guide(
        career=career,
        **parts,
        sections=_grouped(sections, lambda row: row.kind, order=Section.Kind.values),
        by_kind=by_kind,
        skills=_grouped(skills, lambda row: row.skill.kind, order=Skill.Kind.values),
        pros=[point for point in points if point.side == Point.Side.PRO],
        cons=[point for point in points if point.side == Point.Side.CON],
        related=[tie for tie in ties if tie.career_id == career.pk],
        related_from=[tie for tie in ties if tie.related_id == career.pk],
        sources=_sources([sections, skills, points, ties, *parts.values(), *by_kind.values()]),
    )


def _records(occupations: Collection[int]) -> Callable[[OccupationMatch], GuideRecord]:
    wages = Wage.objects.published().national().for_occupations(occupations).with_words().newest_first()
    outlooks = Outlook.objects.published().for_occupations(occupations).with_words()
    wages_of = _grouped(wages, lambda wage: wage.occupation_id)
    outlooks_of = _grouped(outlooks, lambda outlook: outlook.occupation_id)
    return lambda tie: GuideRecord(tie, wages_of.get(tie.occupation_id, []), outlooks_of.get(tie.occupation_id, []))


def _grouped(rows: Iterable, key: Callable[[Any], Any], *, order: Sequence[str] = ()) -> dict:
    place = (lambda row: order.index(key(row))) if order else key
    return {name: list(group) for name, group in groupby(sorted(rows, key=place), key)}


def _sources(lists: Iterable[Iterable]) -> list[Source]:
    found = {row.source_id: row.source for rows in lists for row in rows}
    return sorted(found.values(), key=lambda source: (source.kind != Source.Kind.GUIDE, source.publisher, source.title))
