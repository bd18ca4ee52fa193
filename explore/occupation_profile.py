"""What people in an occupation do, know and work with, as releases of O*NET and of the projections say."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, Q

from careers.models import (
    CategoryShare,
    Occupation,
    OccupationJobZone,
    OccupationTitle,
    OccupationTool,
    Rating,
    RelatedOccupation,
    Scale,
    Task,
    TypicalEntry,
)
from explore.importance import importance_in_words
from explore.newest import of_newest_release
from explore.work_tables import newest_releases
from facts.models import Release

WHOLE = ".00"
"""How the code of O*NET-SOC ends that stands for all of a SOC occupation."""


@dataclass(frozen=True, slots=True)
class Rated:
    """An element (a skill, a kind of knowledge, an ability): how important it is, and which level is needed."""

    importance: Rating
    level: Rating | None

    @property
    def name(self) -> str:
        """What the publisher calls it, or its code where the release does not name it."""
        named = self.importance.element_name  # type: ignore[attr-defined]  # with_words() adds it
        return named or self.importance.element_code

    @property
    def in_words(self) -> str:
        """How important, in the words of the scale."""
        return importance_in_words(self.importance.value)


class Work:
    """The work of one occupation; each part is read when it is first asked for, a query or two, and then kept.

    Each part is of the newest release that has it, so that a release which lacks a table hides nothing.
    `formers` are the primary keys of the occupations that it came from.
    """

    def __init__(self, occupation: Occupation, formers: Collection[int] = ()):
        self.occupation = occupation
        self._formers = formers

    @cached_property
    def parts(self) -> list[Occupation]:
        """The occupations of O*NET-SOC that a SOC occupation is made of, by code; none for one that is itself such."""
        finer = Occupation.objects.filter(parent=self.occupation).exclude(scheme=self.occupation.scheme)
        return list(finer.order_by("scheme", "code"))

    @cached_property
    def described(self) -> Occupation:
        """The occupation that is spoken of: the one of O*NET-SOC for the whole where there is one, or else itself."""
        return next((part for part in self.parts if part.code.endswith(WHOLE)), self.occupation)

    @property
    def others(self) -> list[Occupation]:
        """The parts that are described on their own pages."""
        return [part for part in self.parts if part != self.described]

    @cached_property
    def titles(self) -> list[OccupationTitle]:
        """Titles that people use for the work, by the alphabet; one that has been reported too stands twice."""
        return list(self._newest(OccupationTitle).alphabetical())

    @cached_property
    def tasks(self) -> list[Task]:
        """What people do, the core tasks first."""
        return list(self._newest(Task).by_importance())

    @cached_property
    def skills(self) -> list[Rated]:
        """Skills, the most important first."""
        return self._rated(Rating.objects.skills())

    @cached_property
    def knowledge(self) -> list[Rated]:
        """Kinds of knowledge, the most important first."""
        return self._rated(Rating.objects.knowledge())

    @cached_property
    def abilities(self) -> list[Rated]:
        """Abilities, the most important first."""
        return self._rated(Rating.objects.abilities())

    @cached_property
    def scored_skills(self) -> list[Rating]:
        """The skills by which the projections look at all occupations, from 1 to 5, the highest score first."""
        rows = Rating.objects.published().projected_skills().filter(occupation=self.occupation)
        return list(of_newest_release(rows).with_words().projected_skills())

    @cached_property
    def interests(self) -> list[Rating]:
        """How well each of the six interests fits, the best first."""
        return list(self._newest(Rating, Rating.objects.interests()).interests())

    @cached_property
    def technology(self) -> list[OccupationTool]:
        """Software and the like, what is in demand first."""
        return [tool for tool in self._tools if tool.kind == OccupationTool.Kind.TECHNOLOGY]

    @cached_property
    def tools(self) -> list[OccupationTool]:
        """Tools, machines and equipment."""
        return [tool for tool in self._tools if tool.kind == OccupationTool.Kind.TOOL]

    @cached_property
    def education(self) -> list[CategoryShare]:
        """How many of those asked named each level of education as required, from the least to the most."""
        return list(self._newest(CategoryShare, CategoryShare.objects.education()).education())

    @cached_property
    def job_zone(self) -> OccupationJobZone | None:
        """The job zone it is in; its words are `job_zone.zone`."""
        return self._newest(OccupationJobZone).first()

    @cached_property
    def related(self) -> list[RelatedOccupation]:
        """Occupations whose work is near, the nearest first."""
        return list(self._newest(RelatedOccupation).select_related("related__parent").nearest_first())

    @cached_property
    def typical_entry(self) -> TypicalEntry | None:
        """What one typically needs to enter it, as the newest projection says."""
        rows = TypicalEntry.objects.published().filter(occupation=self.occupation)
        return of_newest_release(rows).select_related("release__source").defer("release__report").first()

    @cached_property
    def table_releases(self) -> dict[str, Release]:
        """The newest release here of each table, which tells what is not loaded from what a publisher leaves out."""
        return newest_releases()

    @cached_property
    def inherited(self) -> "Work | None":
        """The work of an occupation that this one came from, where that has ratings of skills and this one has none."""
        if self.skills or not self._formers:
            return None
        rated = Rating.objects.published().skills().filter(occupation=OuterRef("pk"))
        formers = Q(pk__in=self._formers) | Q(parent__in=self._formers, code__endswith=WHOLE)
        former = Occupation.objects.filter(formers, Exists(rated)).order_by("-scheme", "code").first()
        return Work(former) if former else None

    @property
    def release(self) -> Release | None:
        """A release that describes the occupation, for saying what it leaves out; None where none does."""
        parts = (self.tasks, self._tools, self.titles, self.related, self.interests)
        return next((rows[0].release for rows in parts if rows), None)

    @cached_property
    def _tools(self) -> list[OccupationTool]:
        rows = self._newest(OccupationTool)
        return list(rows.order_by("-in_demand", "-hot", "commodity", "name"))

    def _newest(self, model, rows=None):
        rows = (model.objects.all() if rows is None else rows).published().filter(occupation=self.described)
        return of_newest_release(rows).with_words()

    def _rated(self, ratings) -> list[Rated]:
        rows = self._newest(Rating, ratings.relied_on()).filter(scale_code__in=(Scale.IMPORTANCE, Scale.LEVEL))
        levels = {row.element_code: row for row in rows if row.scale_code == Scale.LEVEL}
        by_importance = sorted(
            (row for row in rows if row.scale_code == Scale.IMPORTANCE),
            key=lambda row: (-row.value, row.element_code),
        )
        return [Rated(row, levels.get(row.element_code)) for row in by_importance]
