from api.serializers.jobs import JobNameSerializer, JobSerializer
from api.views.items import Item
from api.views.lists import List
from api.views.occupations import SchemeFilter
from careers.models import Career
from explore.filters.base import Filters
from explore.jobs import find_career_job, find_job, read_job
from explore.jobs.listing import all_jobs


class Jobs(List):
    """Jobs: one row for each page, by title."""

    noun = "jobs"
    serializer = JobNameSerializer
    filters = Filters

    def select(self, asked):
        """Every job."""
        return all_jobs()


class OneJob(Item):
    """One job whole, by its career’s slug or an occupation’s code: everything that its page shows."""

    noun = "job"
    serializer = JobSerializer
    of = Jobs
    address = {"job": "key"}
    filters = SchemeFilter

    @classmethod
    def example(cls):
        """The first job that there is."""
        return {"job": all_jobs()[0].key} if all_jobs() else {}

    def find(self, asked, job):
        """The document of the job that the slug or the code leads to."""
        return read_job(address_of(job, asked.get("scheme", "")))


def address_of(job: str, scheme: str):
    """The job of a slug or a code; Occupation.DoesNotExist where neither is known."""
    try:
        return find_career_job(job)
    except Career.DoesNotExist:
        return find_job(job, scheme)
