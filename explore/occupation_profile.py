"""Tasks, skills and other work data from O*NET and the projections."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from careers.models import (
    CategoryShare,
    JobZone,
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
from explore.newest import grouped, of_each_newest_release
from explore.work_tables import newest_releases
from facts.marks import Mark
from facts.models import Release
from facts.models.sharing import Read

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


MakeRows = Callable[[], QuerySet]
"""Makes the query of a table, which is needed once for many occupations."""


class WorkRows:
    """What releases say of the work of several occupations: each table is read at first use, for all of them."""

    def __init__(self, occupations: Iterable[Occupation], read: Read = list):
        self._numbers = {occupation.pk for occupation in occupations}
        self._read = read
        self._tables: dict[str, dict[int, list[Any]]] = {}
        self._zones: dict[tuple[int, int], JobZone | None] = {}

    def of(self, occupation: Occupation, table: str, rows: MakeRows) -> list[Any]:
        """Its rows of a table, in the order of `rows`, from the newest release that has any."""
        if table not in self._tables:
            newest = of_each_newest_release(rows(), self._all)
            self._tables[table] = grouped(self._read(newest.with_words()), "occupation_id")  # type: ignore[attr-defined]
        return self._tables[table].get(occupation.pk, [])

    def parts_of(self, occupation: Occupation) -> list[Occupation]:
        """Its O*NET-SOC occupations, by scheme and code."""
        return [part for part in self._parts.get(occupation.pk, []) if part.scheme != occupation.scheme]

    def zone_of(self, placed: OccupationJobZone) -> JobZone | None:
        """What its release says of the zone that an occupation is placed in."""
        key = placed.release_id, placed.number
        if key not in self._zones:
            self._zones[key] = placed.zone
        return self._zones[key]

    @cached_property
    def _parts(self) -> dict[int, list[Occupation]]:
        return grouped(Occupation.objects.filter(parent__in=self._numbers).order_by("scheme", "code"), "parent_id")

    @cached_property
    def _all(self) -> set[int]:
        """With the codes that describe them."""
        return self._numbers | {part.pk for parts in self._parts.values() for part in parts if _is_whole(part)}


def _is_whole(part: Occupation) -> bool:
    return part.code.endswith(WHOLE)


class Work:
    """Each part is read on first use, from the newest release with that table. `formers` are primary keys."""

    def __init__(self, occupation: Occupation, formers: Collection[int] = (), rows: WorkRows | None = None):
        self.occupation = occupation
        self._formers = formers
        self._rows = rows or WorkRows([occupation])

    @cached_property
    def parts(self) -> list[Occupation]:
        """O*NET-SOC occupations of a SOC occupation."""
        return self._rows.parts_of(self.occupation)

    @cached_property
    def described(self) -> Occupation:
        """The whole O*NET-SOC occupation, if there is one."""
        return next(filter(_is_whole, self.parts), self.occupation)

    @property
    def others(self) -> list[Occupation]:
        return [part for part in self.parts if part != self.described]

    @cached_property
    def titles(self) -> list[OccupationTitle]:
        return self._of_described("titles", OccupationTitle.objects.alphabetical)

    @cached_property
    def tasks(self) -> list[Task]:
        return self._of_described("tasks", Task.objects.by_importance)

    @cached_property
    def skills(self) -> list[Rated]:
        return self._rated("skills", Rating.objects.skills)

    @cached_property
    def knowledge(self) -> list[Rated]:
        return self._rated("knowledge", Rating.objects.knowledge)

    @cached_property
    def abilities(self) -> list[Rated]:
        return self._rated("abilities", Rating.objects.abilities)

    @cached_property
    def styles(self) -> list[Rated]:
        return self._rated("work styles", Rating.objects.work_styles)

    @cached_property
    def scored_skills(self) -> list[Rating]:
        """Scores from 1 to 5."""
        return self._rows.of(self.occupation, "scored skills", lambda: Rating.objects.published().projected_skills())

    @cached_property
    def interests(self) -> list[Rating]:
        return self._of_described("interests", Rating.objects.interests)

    @cached_property
    def technology(self) -> list[OccupationTool]:
        return [tool for tool in self._tools if tool.kind == OccupationTool.Kind.TECHNOLOGY]

    @cached_property
    def tools(self) -> list[OccupationTool]:
        return [tool for tool in self._tools if tool.kind == OccupationTool.Kind.TOOL]

    @cached_property
    def education(self) -> list[CategoryShare]:
        """Share of respondents for each required level, lowest level first."""
        return self._of_described("education", CategoryShare.objects.education)

    @cached_property
    def job_zone(self) -> OccupationJobZone | None:
        return next(iter(self._of_described("job zones", lambda: OccupationJobZone.objects.order_by("pk"))), None)

    @property
    def zone(self) -> JobZone | None:
        return self._rows.zone_of(self.job_zone) if self.job_zone else None

    @cached_property
    def related(self) -> list[RelatedOccupation]:
        return self._of_described("related", _related)

    @cached_property
    def typical_entry(self) -> TypicalEntry | None:
        found = self._rows.of(self.occupation, "typical entry", lambda: TypicalEntry.objects.published().order_by("pk"))
        return next(iter(found), None)

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
        order = ("-in_demand", "-hot", "commodity", "name")
        return self._of_described("tools", lambda: OccupationTool.objects.order_by(*order))

    def _of_described(self, table: str, rows: MakeRows) -> list[Any]:
        return self._rows.of(self.described, table, lambda: rows().published())  # type: ignore[attr-defined]

    def _rated(self, table: str, ratings: Callable[[], RatingQuerySet]) -> list[Rated]:
        found = self._of_described(table, ratings)
        rows = [row for row in found if row.scale_code in (Scale.IMPORTANCE, Scale.LEVEL)]
        levels = {row.element_code: row for row in rows if row.scale_code == Scale.LEVEL}
        by_importance = sorted(
            (row for row in rows if row.scale_code == Scale.IMPORTANCE and row.is_relied_on),
            key=lambda row: (-row.value, row.element_code),
        )
        return [_rated(row, levels.get(row.element_code)) for row in by_importance]


def _related() -> QuerySet:
    return RelatedOccupation.objects.select_related("related__parent").nearest_first()


def _rated(importance: Rating, level: Rating | None) -> Rated:
    if level is None or level.is_relied_on:
        return Rated(importance, level)
    return Rated(importance, None, doubtful_level=level)
