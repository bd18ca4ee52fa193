"""Tasks, skills and other work data from O*NET and the projections."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

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
from careers.models.record.rating import RatingQuerySet
from explore.importance import importance_in_words
from explore.newest import of_newest_release
from explore.work_tables import newest_releases
from facts.marks import Mark
from facts.models import Release

WHOLE = ".00"
"""How the code of O*NET-SOC ends that stands for all of a SOC occupation."""


@dataclass(frozen=True, slots=True)
class Rated:
    importance: Rating
    level: Rating | None
    #: The level's row where the publisher advises against it, or calls it not relevant.
    doubtful_level: Rating | None = None

    @property
    def name(self) -> str:
        """The code if the release has no name for it."""
        named = self.importance.element_name  # type: ignore[attr-defined]  # with_words() adds it
        return named or self.importance.element_code

    @property
    def in_words(self) -> str:
        return importance_in_words(self.importance.value)

    @property
    def marks(self) -> dict:
        """Why something is missing."""
        missing = self.importance.missing("standard_error", "n", "dated")
        return missing if self.level else {"level": {self._why_no_level.value: True}} | missing

    @property
    def _why_no_level(self) -> Mark:
        if self.doubtful_level is None:
            return Mark.NOT_PUBLISHED
        return Mark.NOT_RELEVANT if self.doubtful_level.not_relevant else Mark.SUPPRESSED


class Work:
    """Each part is read on first use, from the newest release with that table. `formers` are primary keys."""

    def __init__(self, occupation: Occupation, formers: Collection[int] = ()):
        self.occupation = occupation
        self._formers = formers

    @cached_property
    def parts(self) -> list[Occupation]:
        """O*NET-SOC occupations of a SOC occupation."""
        finer = Occupation.objects.filter(parent=self.occupation).exclude(scheme=self.occupation.scheme)
        return list(finer.order_by("scheme", "code"))

    @cached_property
    def described(self) -> Occupation:
        """The whole O*NET-SOC occupation, if there is one."""
        return next((part for part in self.parts if part.code.endswith(WHOLE)), self.occupation)

    @property
    def others(self) -> list[Occupation]:
        return [part for part in self.parts if part != self.described]

    @cached_property
    def titles(self) -> list[OccupationTitle]:
        return list(self._newest(OccupationTitle).alphabetical())

    @cached_property
    def tasks(self) -> list[Task]:
        return list(self._newest(Task).by_importance())

    @cached_property
    def skills(self) -> list[Rated]:
        return self._rated(Rating.objects.skills())

    @cached_property
    def knowledge(self) -> list[Rated]:
        return self._rated(Rating.objects.knowledge())

    @cached_property
    def abilities(self) -> list[Rated]:
        return self._rated(Rating.objects.abilities())

    @cached_property
    def scored_skills(self) -> list[Rating]:
        """Scores from 1 to 5."""
        rows = Rating.objects.published().projected_skills().filter(occupation=self.occupation)
        return list(of_newest_release(rows).with_words().projected_skills())

    @cached_property
    def interests(self) -> list[Rating]:
        return list(self._newest(Rating, Rating.objects.interests()).interests())

    @cached_property
    def technology(self) -> list[OccupationTool]:
        return [tool for tool in self._tools if tool.kind == OccupationTool.Kind.TECHNOLOGY]

    @cached_property
    def tools(self) -> list[OccupationTool]:
        return [tool for tool in self._tools if tool.kind == OccupationTool.Kind.TOOL]

    @cached_property
    def education(self) -> list[CategoryShare]:
        """Share of respondents for each required level, lowest level first."""
        return list(self._newest(CategoryShare, CategoryShare.objects.education()).education())

    @cached_property
    def job_zone(self) -> OccupationJobZone | None:
        return self._newest(OccupationJobZone).first()

    @cached_property
    def related(self) -> list[RelatedOccupation]:
        return list(self._newest(RelatedOccupation).select_related("related__parent").nearest_first())

    @cached_property
    def typical_entry(self) -> TypicalEntry | None:
        rows = TypicalEntry.objects.published().filter(occupation=self.occupation)
        return of_newest_release(rows).select_related("release__source").defer("release__report").first()

    @cached_property
    def table_releases(self) -> dict[str, Release]:
        return newest_releases()

    @cached_property
    def inherited(self) -> "Work | None":
        if self.skills or not self._formers:
            return None
        rated = Rating.objects.published().skills().filter(occupation=OuterRef("pk"))
        formers = Q(pk__in=self._formers) | Q(parent__in=self._formers, code__endswith=WHOLE)
        former = Occupation.objects.filter(formers, Exists(rated)).order_by("-scheme", "code").first()
        return Work(former) if former else None

    @property
    def release(self) -> Release | None:
        parts = (self.tasks, self._tools, self.titles, self.related, self.interests)
        return next((rows[0].release for rows in parts if rows), None)

    @cached_property
    def _tools(self) -> list[OccupationTool]:
        rows = self._newest(OccupationTool)
        return list(rows.order_by("-in_demand", "-hot", "commodity", "name"))

    def _newest(self, model: Any, rows: Any = None) -> Any:
        rows = (model.objects.all() if rows is None else rows).published().filter(occupation=self.described)
        return of_newest_release(rows).with_words()

    def _rated(self, ratings: RatingQuerySet) -> list[Rated]:
        rows = list(self._newest(Rating, ratings).filter(scale_code__in=(Scale.IMPORTANCE, Scale.LEVEL)))
        levels = {row.element_code: row for row in rows if row.scale_code == Scale.LEVEL}
        by_importance = sorted(
            (row for row in rows if row.scale_code == Scale.IMPORTANCE and row.is_relied_on),
            key=lambda row: (-row.value, row.element_code),
        )
        return [_rated(row, levels.get(row.element_code)) for row in by_importance]


def _rated(importance: Rating, level: Rating | None) -> Rated:
    if level is None or level.is_relied_on:
        return Rated(importance, level)
    return Rated(importance, None, doubtful_level=level)
