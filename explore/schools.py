from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from careers.models import Occupation
from education.models import ProgrammeOccupation, School, SchoolOffer, Tuition
from explore.newest import of_newest_release
from facts.models import Release, Released
from facts.models.leaving_out import leave_out


@dataclass(frozen=True, slots=True)
class SchoolReleases:
    """None where no release is loaded."""

    schools: Release | None
    offers: Release | None
    tuition: Release | None

    @property
    def known(self) -> list[Release]:
        return [release for release in (self.schools, self.offers, self.tuition) if release]


def school_releases() -> SchoolReleases:
    return SchoolReleases(*map(_newest, (School, SchoolOffer, Tuition)))


def find_schools(releases: SchoolReleases) -> QuerySet[School]:
    """Annotations are None if not loaded."""
    offer = SchoolOffer.objects.filter(release=releases.offers, unit_id=OuterRef("unit_id"))
    tuition = Tuition.objects.filter(release=releases.tuition, unit_id=OuterRef("unit_id"))
    return School.objects.filter(release=releases.schools, release__isnull=False).annotate(
        awards=Subquery(offer.values("awards")[:1]),
        distance=Subquery(offer.values("distance")[:1]),
        **{name: Subquery(tuition.values(name)[:1]) for name in ("in_district", "in_state", "out_of_state")},
    )


def awards_in_words(awards: str | None) -> list[str]:
    """Shortest program first."""
    return SchoolOffer(awards=awards or "").named_awards


def distance_in_words(distance: str | None) -> str:
    return SchoolOffer.Distance(distance).label if distance else "not given"


def programmes_for(occupation: Occupation) -> list[ProgrammeOccupation]:
    return programmes_leading_to({pk for pk in (occupation.pk, occupation.parent_id) if pk})


def programmes_leading_to(occupations: Collection[int]) -> list[ProgrammeOccupation]:
    ties = of_newest_release(ProgrammeOccupation.objects.published()).leading_to(occupations)
    return list(leave_out(ties.select_related("release__source", "occupation"), "release__report"))


def _newest(model: type[School] | type[Released]) -> Release | None:
    held = model.objects.published().order_by().values("release")
    return (
        Release.objects.ready()
        .filter(pk__in=held)
        .select_related("source")
        .order_by("is_partial", "-period_end", "-pk")
        .first()
    )
