from collections.abc import Iterable

from careers.models import Career
from explore.compare.items import ComparedItem
from explore.jobs.document import JobDocument
from explore.jobs.frozen import career_document, job_document
from explore.jobs.identity import find_job


def documents_of(items: Iterable[ComparedItem]) -> list[JobDocument]:
    """The document of each job: two queries where it is kept."""
    subjects = [item.subject for item in items]
    return [
        career_document(each.slug) if isinstance(each, Career) else job_document(find_job(each.code, each.scheme))
        for each in subjects
    ]
