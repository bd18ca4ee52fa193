from django.db.models import Q, QuerySet

from careers.jobs import Jobs
from careers.models import Crosswalk, Occupation, WorkFromHome
from explore.newest import of_newest_release


def jobs_done_at_home(can: bool) -> QuerySet:
    """Primary keys. A job merged from several codes can be in both lists."""
    rows = of_newest_release(WorkFromHome.objects.published()).of_whole_jobs().filter(value=1 if can else 0)
    coded = Q(pk__in=rows.values("occupation")) | Q(pk__in=rows.values("occupation__parent"))
    named = Occupation.objects.filter(coded).order_by().values("pk")
    became = Crosswalk.objects.published().filter(from_occupation__in=named).order_by().values("to_occupation")
    return Occupation.objects.filter(Q(pk__in=named) | Q(pk__in=became)).order_by().values("pk")


def done_at_home(jobs: Jobs) -> dict[int, set[str]]:
    """ "true" or "false" of each job; both where its codes differ."""
    rows = of_newest_release(WorkFromHome.objects.published()).of_whole_jobs().filter(value__in=(0, 1))
    found: dict[int, set[str]] = {}
    for code, value in rows.values_list("occupation", "value"):
        for job in jobs.get(code, ()):
            found.setdefault(job, set()).add("true" if value else "false")
    return found
