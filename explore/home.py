from dataclasses import dataclass
from itertools import chain

from django.http import QueryDict

from careers.models import Career
from explore.browse.facets import JobFacets
from explore.browse.ready import READY_LISTS, ReadyList
from explore.browse.rows import ListedJob, list_jobs
from explore.browse.table import JobTable, job_table
from explore.claims import Claim
from explore.disagreements import Disagreement
from explore.fact_check_verdict import FactCheckVerdict
from explore.models import CheckedClaim, FoundDisagreement
from explore.reference_releases import COUNTRY
from facts.edition_key import once_per_edition
from facts.models import Edition, Source

SHOWN_LISTS, SHOWN_JOBS = 3, 5


@dataclass(frozen=True, slots=True)
class ListSample:
    """The first jobs of a ready list."""

    ready: ReadyList
    jobs: list[ListedJob]

    @property
    def is_of_growth(self) -> bool:
        return "growth" in self.ready.values["ordering"]


@dataclass(frozen=True, slots=True)
class HomePage:
    """`contradicted` and `disagreement` are the two examples of what this site does, None where there is none."""

    samples: list[ListSample]
    contradicted: Claim | None
    disagreement: Disagreement | None
    edition: Edition | None
    careers: int
    sources: int


def read_home_page() -> HomePage:
    table = job_table(COUNTRY)
    return HomePage(
        samples=kept_samples(table.edition, table),
        contradicted=_contradicted(),
        disagreement=_disagreement(),
        edition=Edition.objects.newest_first().first(),
        careers=Career.objects.count(),
        sources=Source.objects.count(),
    )


@once_per_edition(maxsize=1)
def kept_samples(table: JobTable) -> list[ListSample]:
    """Of lists that say nothing of what is not loaded."""
    rows = [_first(table, each) for each in READY_LISTS[:SHOWN_LISTS]]
    jobs = iter(list_jobs(table.yardstick, chain.from_iterable(rows)))
    samples = [ListSample(each, [next(jobs) for _ in some]) for each, some in zip(READY_LISTS, rows, strict=False)]
    return [ListSample(each.ready, [job for job in each.jobs if _is_measured(each, job)]) for each in samples]


def _first(table: JobTable, ready: ReadyList) -> list[tuple]:
    params = QueryDict(mutable=True)
    params.update(ready.values)
    jobs = JobFacets(table, params).left()
    return table.in_order(jobs, ready.values["ordering"].split(","), {})[:SHOWN_JOBS]


def _is_measured(sample: ListSample, job: ListedJob) -> bool:
    return bool(job.line and (job.line.growth if sample.is_of_growth else job.line.pay))


def _contradicted() -> Claim | None:
    """The closest."""
    closest = CheckedClaim.objects.with_verdicts([FactCheckVerdict.CONTRADICTED]).closest_first()
    return next((row.claim for row in closest[:1]), None)


def _disagreement() -> Disagreement | None:
    return next((row.disagreement for row in FoundDisagreement.objects.in_order()[:1]), None)
