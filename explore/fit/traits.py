"""What is known of every job that fits are reckoned from: one query for each question that was answered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.http import QueryDict

from careers.exposure_studies import LeadingMeasure
from careers.models import Element, OccupationJobZone, Outlook, Rating, Scale, TypicalEntry
from careers.models.occupation import WHOLE
from explore.browse.rows import COLUMNS, jobs_of
from explore.exposed import current_jobs, done_at_home, percentiles
from explore.filters.jobs import JobFilter
from explore.fit.answers import FitAnswers
from explore.fit.questions import EDUCATION
from explore.jobs.beside import TOTAL
from explore.newest import of_newest_release_of_all
from explore.reference_releases import Yardstick


@dataclass(frozen=True, slots=True)
class FitJob:
    """`record` is the group that counts it. Pay and people are those of the place asked for; growth is national."""

    kind: str
    pk: int
    record: int | None
    code: str
    name: str
    median: int | None
    employment: int | None
    growth: Decimal | None

    @property
    def row(self) -> tuple[Any, ...]:
        """As `explore.browse.rows.list_jobs` takes it."""
        return tuple(getattr(self, name) for name in COLUMNS)


@dataclass
class Traits:
    """Each table is read at first use, by the primary key of the group that counts a job."""

    yardstick: Yardstick
    answers: FitAnswers
    _only: QueryDict = field(init=False)
    _exposure: dict[str, dict[int, float]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._only = _narrowing(self.answers)

    def jobs(self) -> Iterator[FitJob]:
        """Narrowed in the query where the reader wants only jobs of some pay or education. Two queries."""
        for jobs in jobs_of(self.yardstick):
            narrowed = JobFilter(self._only, jobs).qs if self._only else jobs
            for row in narrowed.order_by().values_list(*COLUMNS):
                yield FitJob(**dict(zip(COLUMNS, row, strict=True)))

    @cached_property
    def wanted(self) -> Counter[str]:
        """How often each interest was chosen, by its code."""
        return self.answers.elements

    @cached_property
    def interests(self) -> dict[int, dict[str, float]]:
        """From 1 to 7, by the interest's code; only of those that were chosen."""
        rows = of_newest_release_of_all(Rating.objects.published().on_scale(Scale.INTEREST))
        return _by_element(rows.filter(element_code__in=list(self.wanted)))

    @cached_property
    def skills(self) -> dict[int, dict[str, float]]:
        """Importance from 1 to 5, by the code of the skill; only of those that were chosen."""
        rows = of_newest_release_of_all(Rating.objects.published().on_scale(Scale.IMPORTANCE)).relied_on()
        return _by_element(rows.filter(element_code__in=list(self.skill_names)))

    @cached_property
    def skill_names(self) -> dict[str, str]:
        """Of the skills that were chosen, by code."""
        rows = Element.objects.published().filter(name__in=self.answers.skills).order_by("code")
        return dict(rows.values_list("code", "name"))

    @cached_property
    def entries(self) -> dict[int, tuple[int | None, str, str]]:
        """The place of the typical education among all levels, experience and training."""
        levels = {label: place for place, (_, label) in enumerate(EDUCATION)}
        rows = of_newest_release_of_all(TypicalEntry.objects.published())
        columns = rows.values_list("occupation", "education", "experience", "training")
        return {pk: (levels.get(education), experience, training) for pk, education, experience, training in columns}

    @cached_property
    def zones(self) -> dict[int | None, int]:
        rows = of_newest_release_of_all(OccupationJobZone.objects.published()).filter(occupation__code__endswith=WHOLE)
        return dict(rows.values_list("occupation__parent", "number"))

    @cached_property
    def openings(self) -> dict[int, int]:
        rows = self.yardstick.projections().exclude(openings_per_year=None)
        return dict(rows.values_list("occupation", "openings_per_year"))

    @cached_property
    def all_jobs_growth(self) -> Decimal | None:
        rows: Iterable[Outlook] = self.yardstick.projections().filter(occupation__code=TOTAL)
        return next((row.growth_percent for row in rows), None)

    @cached_property
    def at_home(self) -> dict[int, set[str]]:
        return done_at_home(self._codes)

    def exposure(self, leading: LeadingMeasure) -> dict[int, float]:
        if leading.word not in self._exposure:
            self._exposure[leading.word] = percentiles(self._codes, leading)
        return self._exposure[leading.word]

    @cached_property
    def _codes(self) -> dict[int, set[int]]:
        return current_jobs(self.yardstick.scheme)


def _by_element(rows: Any) -> dict[int, dict[str, float]]:
    """Under the code itself, and under the job that a whole code stands for."""
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for itself, code, parent, element, value in rows.values_list(
        "occupation", "occupation__code", "occupation__parent", "element_code", "value"
    ):
        found[parent if parent and code.endswith(WHOLE) else itself][element] = float(value)
    return found


def _narrowing(answers: FitAnswers) -> QueryDict:
    params = QueryDict(mutable=True)
    if answers.only and answers.pay is not None:
        params["median_min"] = f"{answers.pay:f}"
    if answers.only and answers.education:
        names = [name for name, _ in EDUCATION]
        params["education"] = ",".join(names[: names.index(answers.education) + 1])
    return params
