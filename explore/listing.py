from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from careers.models import Career, Occupation, Section
from explore.reference_releases import Yardstick, headline_pay
from facts.figure import Figure
from facts.models import Source


@dataclass(frozen=True, slots=True)
class ListedCareer:
    career: Career
    occupation: Occupation | None
    record: dict[str, Figure]
    guides: list[str]

    @property
    def pay(self) -> Figure | None:
        return headline_pay(self.record)


@dataclass(frozen=True, slots=True)
class ListedOccupation:
    occupation: Occupation
    record: dict[str, Figure]

    @property
    def pay(self) -> Figure | None:
        return headline_pay(self.record)


def list_careers(yardstick: Yardstick, careers: Iterable[Career]) -> list[ListedCareer]:
    """Four queries."""
    careers = list(careers)
    counted = [career.counted_as for career in careers]  # type: ignore[attr-defined]  # annotated by the yardstick
    occupations = Occupation.objects.in_bulk([pk for pk in counted if pk is not None])
    record = yardstick.record_of(counted)
    guides = _guides_of(careers)
    return [
        ListedCareer(career, occupations.get(pk), record.get(pk, {}), guides[career.pk])
        for career, pk in zip(careers, counted, strict=True)
    ]


def list_occupations(yardstick: Yardstick, occupations: Iterable[Occupation]) -> list[ListedOccupation]:
    """Two queries."""
    occupations = list(occupations)
    record = yardstick.record_of(occupation.pk for occupation in occupations)
    return [ListedOccupation(occupation, record[occupation.pk]) for occupation in occupations]


def _guides_of(careers: Iterable[Career]) -> dict[int, list[str]]:
    sections = Section.objects.filter(career__in=careers, source__kind=Source.Kind.GUIDE).order_by("source__publisher")
    found = defaultdict(list)
    for career, publisher in sections.values_list("career", "source__publisher").distinct():
        found[career].append(publisher)
    return found
