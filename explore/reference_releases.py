"""What every row of a list is measured by: one wage release and one projection, so that rows may be compared."""

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
MEDIANS = tuple(f"{period}_median" for period in PER)
PLACE = re.compile(r"[A-Za-z0-9-]{1,20}")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The newest wage release and the newest projection that speak of the occupations of one scheme.

    Pay and jobs are those of `place`, a place's code; growth is projected for the whole country alone.
    """

    scheme: str
    wages: Release | None
    outlooks: Release | None
    place: str = COUNTRY

    def occupations(self) -> QuerySet[Occupation]:
        """The scheme's occupations with `median`, `employment` and `growth`, each None where the record has none."""
        return self._measured(Occupation.objects.filter(scheme=self.scheme), "pk")

    def careers(self) -> QuerySet[Career]:
        """Every career, measured by the occupation it is first tied to (`counted_as`, a primary key or None)."""
        ties = OccupationMatch.objects.filter(career=OuterRef("pk"), occupation__scheme=self.scheme)
        first = Subquery(ties.order_by("position", "pk").values("occupation")[:1])
        return self._measured(Career.objects.select_related("field").annotate(counted_as=first), "counted_as")

    def _measured(self, rows, occupation):
        wage = self.counted_wages().filter(occupation=OuterRef(occupation))
        outlook = self.projections().filter(occupation=OuterRef(occupation))
        return rows.annotate(
            median=Subquery(wage.values("annual_median")[:1]),
            employment=Subquery(wage.values("employment")[:1]),
            growth=Subquery(outlook.values("growth_percent")[:1]),
        )

    def counted_wages(self) -> WageQuerySet:
        """The release's wages for the place and all industries; the release is one that readers may see."""
        return Wage.objects.national(self.place).filter(release=self.wages)

    def projections(self) -> OutlookQuerySet:
        """The projection's outlooks."""
        return Outlook.objects.published().filter(release=self.outlooks, release__isnull=False)

    def record_of(self, occupations: Iterable[int | None]) -> dict[int, dict[str, Figure]]:
        """The figures by field ("annual_median", "growth_percent", …) of occupations by primary key: two queries."""
        wanted = [pk for pk in occupations if pk is not None]
        found: dict[int, dict[str, Figure]] = {pk: {} for pk in wanted}
        wages = self.counted_wages().filter(occupation__in=wanted).with_words()
        outlooks = self.projections().filter(occupation__in=wanted).with_words()
        for row in (*wages, *outlooks):
            found[row.occupation_id].update({figure.field: figure for figure in row.figures()})
        return found


def headline_pay(record: Mapping[str, Figure]) -> Figure | None:
    """Of figures by field, the median by the year, or by the hour where the publisher gives only that."""
    medians = [record[field] for field in MEDIANS if field in record]
    return next((figure for figure in medians if not figure.is_missing), next(iter(medians), None))


def place_named(code: str) -> Place | None:
    """The place of this code, as a request names it; None where there is none, or none is named."""
    return Place.objects.filter(code=code).first() if PLACE.fullmatch(code) else None


def newest_yardstick(scheme: str = CURRENT, place: str = COUNTRY) -> Yardstick:
    """What the scheme's occupations are measured by today, in the place of this code: two queries."""
    counted = Wage.objects.national(place).filter(release=OuterRef("pk"), occupation__scheme=scheme)
    projected = Outlook.objects.filter(release=OuterRef("pk"), occupation__scheme=scheme)
    ready = Release.objects.ready().select_related("source").order_by("is_partial", *NEWEST_FIRST)
    return Yardstick(scheme, ready.filter(Exists(counted)).first(), ready.filter(Exists(projected)).first(), place)
