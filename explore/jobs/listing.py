from dataclasses import dataclass

from django.db.models import Count

from careers.models import Career, Occupation, OccupationMatch
from facts.addresses import address_of


@dataclass(frozen=True, slots=True)
class JobName:
    """`slug` is "" without a guide, `code` where no group counts exactly its jobs."""

    title: str
    slug: str
    code: str

    @property
    def key(self) -> str:
        """The end of its address in the API."""
        return self.slug or self.code

    @property
    def url(self) -> str:
        return address_of("career", self.slug) if self.slug else address_of("occupation", self.code)


def all_jobs() -> list[JobName]:
    """By title; groups are no jobs. Three queries."""
    exact = _exact_codes()
    careers = [JobName(title, slug, exact.get(slug, "")) for slug, title in Career.objects.values_list("slug", "title")]
    taken = set(exact.values())
    occupations = Occupation.objects.current().detailed().values_list("code", "title")
    others = [JobName(title, "", code) for code, title in occupations if code not in taken]
    return sorted([*careers, *others], key=lambda job: (job.title.casefold(), job.key))


def _exact_codes() -> dict[str, str]:
    """Of careers that alone match a code exactly."""
    matches = OccupationMatch.objects.filter(
        match=OccupationMatch.Match.EXACT, occupation__in=Occupation.objects.current()
    )
    alone = matches.order_by().values("occupation").annotate(careers=Count("career")).filter(careers=1)
    rows = matches.filter(occupation__in=alone.values("occupation"))
    return dict(rows.values_list("career__slug", "occupation__code"))
