from collections.abc import Iterable

from careers.models import Career, Occupation
from explore.compare.items import ComparedItem
from explore.jobs.document import JobDocument
from explore.jobs.frozen import career_document, job_document
from explore.jobs.identity import find_job


def documents_of(items: Iterable[ComparedItem]) -> list[JobDocument]:
    """The document of each job: two queries where it is kept."""
    return [_document(item.subject) for item in items]


def _document(subject: Career | Occupation) -> JobDocument:
    if isinstance(subject, Career):
        return career_document(subject.slug)
    return job_document(find_job(subject.code, subject.scheme))
