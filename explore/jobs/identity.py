"""One job, one page, however many codes and titles lead to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from careers.models import Career, Occupation, OccupationMatch
from explore.jobs.listing import JobName
from explore.newest import grouped
from explore.occupation import find_occupation
from explore.occupation_profile import WHOLE

MATCHED = OccupationMatch.Match


@dataclass(frozen=True, slots=True)
class JobAddress:
    """Either part may be None."""

    career: Career | None
    occupation: Occupation | None

    @property
    def job(self) -> Career | Occupation:
        found = self.career or self.occupation
        if found is None:
            raise ValueError("A job has a career, an occupation, or both.")
        return found

    @property
    def url(self) -> str:
        return self.job.get_absolute_url()


def find_job(code: str, scheme: str = "") -> JobAddress:
    """Three queries at most. Raises Occupation.DoesNotExist."""
    occupation = job_of(find_occupation(code, scheme))
    return JobAddress(career_of(occupation), occupation)


def find_career_job(slug: str) -> JobAddress:
    """Two queries. Raises Career.DoesNotExist."""
    career = Career.objects.select_related("field").get(slug=slug)
    return JobAddress(career, counted_in(career))


def addresses_of(jobs: Iterable[JobName]) -> list[JobAddress]:
    """The address of each job of a list: three queries. What is gone meanwhile is left out."""
    names = list(jobs)
    careers = career_addresses(each.slug for each in names if each.slug)
    return [*careers, *_occupations(each.code for each in names if not each.slug)]


def career_addresses(slugs: Iterable[str]) -> list[JobAddress]:
    careers = Career.objects.select_related("field").filter(slug__in=list(slugs))
    ties = grouped(_counting(OccupationMatch.objects.filter(career__in=careers)), "career_id")
    return [JobAddress(career, _closest(ties.get(career.pk, []))) for career in careers]


def _occupations(codes: Iterable[str]) -> list[JobAddress]:
    occupations = Occupation.objects.current().filter(code__in=list(codes)).select_related("parent")
    return [JobAddress(None, occupation) for occupation in occupations]


def job_of(occupation: Occupation) -> Occupation:
    """Folds O*NET's code for a whole, and a group with one part."""
    if occupation.code.endswith(WHOLE) and occupation.parent:
        return occupation.parent
    if occupation.level != Occupation.Level.BROAD:
        return occupation
    parts = list(Occupation.objects.filter(parent=occupation, scheme=occupation.scheme).select_related("parent")[:2])
    return parts[0] if len(parts) == 1 else occupation


def career_of(occupation: Occupation) -> Career | None:
    """None where none, or more than one, counts exactly the same jobs."""
    exact = OccupationMatch.objects.filter(occupation=occupation, match=MATCHED.EXACT).select_related("career__field")
    careers = list(exact[:2])
    return careers[0].career if len(careers) == 1 else None


def counted_in(career: Career) -> Occupation | None:
    """The group whose figures stand on the career's page: the one of the same jobs, else the first that counts it."""
    return _closest(_counting(career.matches))


def _counting(ties: Any) -> QuerySet[OccupationMatch]:
    return ties.exclude(match=MATCHED.RELATED).select_related("occupation__parent")


def _closest(ties: Iterable[OccupationMatch]) -> Occupation | None:
    rows = sorted(ties, key=lambda tie: (tie.match != MATCHED.EXACT, tie.position, tie.pk))
    return rows[0].occupation if rows else None
