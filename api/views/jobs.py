from collections.abc import Sequence
from contextlib import suppress

from rest_framework.exceptions import NotFound

from api.serializers.jobs import JobNameSerializer, JobSerializer
from api.views.items import ItemView, KeptAnswer
from api.views.lists import ListView
from api.views.occupations import SchemeFilter
from careers.models import Career, Occupation
from explore.filters.base import Filters
from explore.jobs import JobDocument, NotFrozen, document_as_of, document_named, find_job, kept_named, key_of
from explore.jobs.listing import JobName, all_jobs
from explore.removed import RemovedRow, moved_career, removed_career, removed_occupation
from facts.models import FrozenJob


class Jobs(ListView):
    """Jobs: one row for each page, by title."""

    noun = "jobs"
    serializer = JobNameSerializer
    filters = Filters

    def select(self, filters: Filters) -> Sequence[JobName]:
        return all_jobs()


class OneJob(ItemView):
    """One job whole, by its career’s slug or an occupation’s code; with `edition`, as an earlier edition had it."""

    noun = "job"
    serializer = JobSerializer
    of = Jobs
    address = {"job": "key"}
    filters = SchemeFilter

    @classmethod
    def example(cls) -> dict[str, str]:
        return {"job": all_jobs()[0].key} if all_jobs() else {}

    def removed(self, address: dict) -> RemovedRow | None:
        return removed_career(address["job"]) or removed_occupation(address["job"])

    def moved_to(self, address: dict) -> str:
        career = moved_career(address["job"])
        return self.address_again(job=career.slug) if career else ""

    def kept(self, values: dict, address: dict) -> KeptAnswer | None:
        with suppress(Occupation.DoesNotExist):
            kept = kept_named(address["job"], values.get("scheme", ""))
            return KeptAnswer(f"job {kept.job}", kept.digest, lambda: kept.document)
        return None

    def find(self, values: dict, job: str) -> JobDocument:
        """Raises Occupation.DoesNotExist."""
        if edition := values.get("edition"):
            return _as_of(job, values.get("scheme", ""), edition)
        return document_named(job, values.get("scheme", ""))


def _as_of(job: str, scheme: str, edition: int) -> JobDocument:
    """Raises NotFound, in words, and Occupation.DoesNotExist."""
    is_key = Career.objects.filter(slug=job).exists() or FrozenJob.objects.of_job(job).exists()
    try:
        return document_as_of(job if is_key else key_of(find_job(job, scheme).job), edition)
    except NotFrozen as missing:
        raise NotFound(str(missing)) from None
