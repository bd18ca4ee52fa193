"""The wage release and the projection that lists are measured by."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from careers.models import Career, Occupation, OccupationMatch, Outlook
from careers.models.outlook import OutlookQuerySet
from careers.schemes import unit_of_record
from facts.figure import Figure
from facts.models import Place, Release
from facts.models.release import NEWEST_FIRST
from salaries.models import Wage
from salaries.models.wage import PER, WageQuerySet

COUNTRY = settings.COUNTRY
CURRENT = unit_of_record(COUNTRY)
GROWTH = "growth_percent"
MEDIANS = tuple(f"{period}_median" for period in PER)
PLACE = re.compile(r"[A-Za-z0-9-]{1,20}")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """Pay and jobs are for `place` (a code); growth is national."""

    scheme: str
    wages: Release | None
    outlooks: Release | None
    place: str = COUNTRY

    def occupations(self) -> QuerySet[Occupation]:
        """Annotated with `median`, `employment` and `growth`, None if missing."""
        return self._measured(Occupation.objects.filter(scheme=self.scheme), "pk")

    def careers(self) -> QuerySet[Career]:
        """Measured by the first matched occupation (`counted_as`)."""
        ties = OccupationMatch.objects.filter(career=OuterRef("pk"), occupation__scheme=self.scheme)
        ties = ties.exclude(match=OccupationMatch.Match.RELATED)
        first = Subquery(ties.order_by("position", "pk").values("occupation")[:1])
        return self._measured(Career.objects.select_related("field").annotate(counted_as=first), "counted_as")

    def _measured(self, rows: QuerySet, occupation: str) -> QuerySet:
        wage = self.counted_wages().filter(occupation=OuterRef(occupation))
        outlook = self.projections().filter(occupation=OuterRef(occupation))
        return rows.annotate(
            median=Subquery(wage.values("annual_median")[:1]),
            employment=Subquery(wage.values("employment")[:1]),
            growth=Subquery(outlook.values("growth_percent")[:1]),
        )

    def counted_wages(self) -> WageQuerySet:
        return Wage.objects.national(self.place).filter(release=self.wages)

    def projections(self) -> OutlookQuerySet:
        return Outlook.objects.published().filter(release=self.outlooks, release__isnull=False)

    def record_of(self, occupations: Iterable[int | None]) -> dict[int, dict[str, Figure]]:
        """Median pay, people and growth by field and primary key; two queries."""
        wanted = [pk for pk in occupations if pk is not None]
        found: dict[int, dict[str, Figure]] = {pk: {} for pk in wanted}
        wages = self.counted_wages().filter(occupation__in=wanted).with_words()
        outlooks = self.projections().filter(occupation__in=wanted).with_words()
        figures = [(wage.occupation_id, figure) for wage in wages for figure in wage.figures((*MEDIANS, "employment"))]
        figures += [(row.occupation_id, figure) for row in outlooks if (figure := row.figure(GROWTH))]
        for occupation, figure in figures:
            found[occupation][figure.field] = figure
        return found


def headline_pay(record: Mapping[str, Figure]) -> Figure | None:
    """Hourly if no yearly median is published."""
    medians = [record[field] for field in MEDIANS if field in record]
    return next((figure for figure in medians if not figure.is_missing), next(iter(medians), None))


def place_named(code: str) -> Place | None:
    return Place.objects.filter(code=code).first() if PLACE.fullmatch(code) else None


def newest_yardstick(scheme: str = CURRENT, place: str = COUNTRY) -> Yardstick:
    counted = Wage.objects.national(place).filter(release=OuterRef("pk"), occupation__scheme=scheme)
    projected = Outlook.objects.filter(release=OuterRef("pk"), occupation__scheme=scheme)
    ready = Release.objects.ready().select_related("source").order_by("is_partial", *NEWEST_FIRST)
    return Yardstick(scheme, ready.filter(Exists(counted)).first(), ready.filter(Exists(projected)).first(), place)
