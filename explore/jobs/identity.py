"""One job, one page, however many codes and titles lead to it."""

from dataclasses import dataclass

from careers.models import Career, Occupation, OccupationMatch
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
    """The group of the same jobs, else the first that counts it."""
    ties = career.matches.exclude(match=MATCHED.RELATED).select_related("occupation__parent")
    rows = sorted(ties, key=lambda tie: (tie.match != MATCHED.EXACT, tie.position, tie.pk))
    return rows[0].occupation if rows else None
