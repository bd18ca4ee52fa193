from dataclasses import dataclass

from careers.models import Career, CareerSkill, Ladder, Responsibility, Rung, Skill
from education.models import Requirement
from facts.figure import Figure
from facts.models import Source
from salaries.models import Salary


@dataclass(frozen=True, slots=True)
class Kit:
    """A career's guides seen from one rung (None without a career path)."""

    career: Career
    rungs: tuple[Rung, ...]
    rung: Rung | None
    responsibilities: tuple[Responsibility, ...]
    skills: tuple[CareerSkill, ...]
    requirements: tuple[Requirement, ...]
    pay: tuple[Figure, ...]

    @property
    def title(self) -> str:
        return self.rung.title if self.rung else self.career.title

    @property
    def above(self) -> Rung | None:
        return next((rung for rung in self.rungs if self.rung and rung.position > self.rung.position), None)

    @property
    def below(self) -> Rung | None:
        return next((rung for rung in reversed(self.rungs) if self.rung and rung.position < self.rung.position), None)

    @property
    def applying(self) -> tuple[Requirement, ...]:
        """What is asked on this rung of everyone: no conditions of some places, and nothing of other rungs."""
        is_first = self.rung is None or self.rung == self.rungs[0]
        scope = Requirement.Scope
        scopes = (scope.EVERYONE, scope.MOST, scope.ENTRY if is_first else scope.ADVANCING)
        return tuple(row for row in self.requirements if row.scope in scopes and not row.condition)

    @property
    def is_empty(self) -> bool:
        return not (self.responsibilities or self.skills or self.rungs)

    def named(self, *kinds: str) -> tuple[str, ...]:
        """Skill names of these kinds, without duplicates."""
        return tuple(dict.fromkeys(row.skill.name for row in self.skills if row.skill.kind in kinds))

    @property
    def tools(self) -> tuple[str, ...]:
        return self.named(Skill.Kind.TOOL)

    @property
    def sources(self) -> tuple[str, ...]:
        rows = (*self.responsibilities, *self.skills, *self.requirements, *self.rungs)
        sources = {row.source.pk: row.source for row in rows}
        return tuple(_cited(source) for source in sorted(sources.values(), key=lambda one: (one.publisher, one.title)))


def read_kit(career: Career, position: int | None = None) -> Kit:
    ladders = Ladder.objects.filter(career=career).prefetch_related("rungs__source")
    rungs = max((tuple(ladder.rungs.all()) for ladder in ladders), key=len, default=())
    rung = next((rung for rung in rungs if rung.position == position), rungs[0] if rungs else None)
    return Kit(
        career=career,
        rungs=rungs,
        rung=rung,
        responsibilities=tuple(career.responsibilities.select_related("source").order_by("source", "position", "pk")),
        skills=tuple(
            career.skills.select_related("skill", "source").order_by("skill__kind", "source", "position", "pk")
        ),
        requirements=tuple(
            career.requirements.select_related("source").prefetch_related("credentials").order_by("position", "pk")
        ),
        pay=_pay(rung),
    )


def _pay(rung: Rung | None) -> tuple[Figure, ...]:
    if rung is None:
        return ()
    rows = Salary.objects.filter(level=rung).with_words()
    return tuple(figure for row in rows for figure in row.figures() if not figure.is_missing)


def _cited(source: Source) -> str:
    return f"{source.publisher}: {source.title}. {source.url}".strip()
