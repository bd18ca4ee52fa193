"""Schools as they are found: who they are, what they offer, what a year costs, each by its newest release."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from careers.models import Occupation
from education.models import ProgrammeOccupation, School, SchoolOffer, Tuition
from explore.newest import of_newest_release
from facts.models import Release


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases that schools, their offers and their tuition are read from; None where there is none."""

    schools: Release | None
    offers: Release | None
    tuition: Release | None

    @property
    def known(self) -> list[Release]:
        """Those that there are."""
        return [release for release in (self.schools, self.offers, self.tuition) if release]


def school_releases() -> Releases:
    """The newest of each: three queries."""
    return Releases(*map(_newest, (School, SchoolOffer, Tuition)))


def find_schools(releases: Releases) -> QuerySet[School]:
    """Schools with `awards`, `distance`, `in_district`, `in_state` and `out_of_state`, None where not at hand."""
    offer = SchoolOffer.objects.filter(release=releases.offers, unit_id=OuterRef("unit_id"))
    tuition = Tuition.objects.filter(release=releases.tuition, unit_id=OuterRef("unit_id"))
    return School.objects.filter(release=releases.schools, release__isnull=False).annotate(
        awards=Subquery(offer.values("awards")[:1]),
        distance=Subquery(offer.values("distance")[:1]),
        **{name: Subquery(tuition.values(name)[:1]) for name in ("in_district", "in_state", "out_of_state")},
    )


def awards_in_words(awards: str | None) -> list[str]:
    """The awards that a school offers, from the shortest up; none where they are not at hand."""
    return SchoolOffer(awards=awards or "").named_awards


def distance_in_words(distance: str | None) -> str:
    """What can be learned from afar, or that it is not given."""
    return SchoolOffer.Distance(distance).label if distance else "not given"


def programmes_for(occupation: Occupation) -> list[ProgrammeOccupation]:
    """The fields of study that the newest crosswalk ties to the occupation, or to the SOC occupation it is part of."""
    return programmes_leading_to({occupation.pk, occupation.parent_id} - {None})


def programmes_leading_to(occupations: Collection[int]) -> list[ProgrammeOccupation]:
    """The fields of study that the newest crosswalk ties to any of these occupations, by primary key; by code."""
    ties = of_newest_release(ProgrammeOccupation.objects.published()).leading_to(occupations)
    return list(ties.select_related("release__source", "occupation").defer("release__report"))


def _newest(model) -> Release | None:
    held = model.objects.published().order_by().values("release")
    return (
        Release.objects.ready()
        .filter(pk__in=held)
        .select_related("source")
        .order_by("is_partial", "-period_end", "-pk")
        .first()
    )
