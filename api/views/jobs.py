from collections.abc import Sequence

from api.serializers.jobs import JobNameSerializer, JobSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from api.views.occupations import SchemeFilter
from careers.models import Career
from explore.filters.base import Filters
from explore.jobs import JobDocument, find_career_job, find_job, read_job
from explore.jobs.identity import JobAddress
from explore.jobs.listing import JobName, all_jobs


class Jobs(ListView):
    """Jobs: one row for each page, by title."""

    noun = "jobs"
    serializer = JobNameSerializer
    filters = Filters

    def select(self, filters: Filters) -> Sequence[JobName]:
        return all_jobs()


class OneJob(ItemView):
    """One job whole, by its career’s slug or an occupation’s code: everything that its page shows."""

    noun = "job"
    serializer = JobSerializer
    of = Jobs
    address = {"job": "key"}
    filters = SchemeFilter

    @classmethod
    def example(cls) -> dict[str, str]:
        return {"job": all_jobs()[0].key} if all_jobs() else {}

    def find(self, values: dict, job: str) -> JobDocument:
        return read_job(address_of(job, values.get("scheme", "")))


def address_of(job: str, scheme: str) -> JobAddress:
    """Raises Occupation.DoesNotExist."""
    try:
        return find_career_job(job)
    except Career.DoesNotExist:
        return find_job(job, scheme)
