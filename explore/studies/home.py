from collections.abc import Collection
from dataclasses import dataclass

from careers.models import Occupation, WorkFromHome
from explore.messages import Message
from explore.newest import of_newest_release
from explore.studies import messages
from explore.studies.sources import loaded
from facts.models import Release


@dataclass(frozen=True, slots=True)
class JobAtHome:
    job: Occupation
    rows: list[WorkFromHome]
    reason: str = ""
    is_loaded: bool = True

    def __bool__(self) -> bool:
        return bool(self.rows)

    @property
    def releases(self) -> list[Release]:
        return list(dict.fromkeys(row.release for row in self.rows))

    @property
    def sentences(self) -> list[tuple[WorkFromHome, Message, str]]:
        return [
            (row, messages.at_home(self._name(row), row.value), messages.route(row.occupation, self.job))
            for row in self.rows
        ]

    def _name(self, row: WorkFromHome) -> str:
        return self.job.title if len(self.rows) == 1 else row.occupation.title


def read_work_from_home(job: Occupation) -> JobAtHome:
    rows = WorkFromHome.objects.published().for_job(job)
    found = list(of_newest_release(rows).with_words().order_by("occupation__code"))
    return work_from_home_of(job, found, loaded([WorkFromHome.SOURCE]))


def work_from_home_of(job: Occupation, rows: list[WorkFromHome], present: Collection[str]) -> JobAtHome:
    """From the rows of a job; `present` are the slugs of studies that are loaded."""
    if rows:
        return JobAtHome(job, rows)
    authors = WorkFromHome.AUTHORS
    if WorkFromHome.SOURCE not in present:
        return JobAtHome(job, [], messages.not_loaded(authors), is_loaded=False)
    return JobAtHome(job, [], messages.not_rated(authors, job.title, WorkFromHome.SCHEME.label))
