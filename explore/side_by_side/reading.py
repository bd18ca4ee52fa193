from collections.abc import Iterable

from careers.models import Career
from explore.compare.items import ComparedItem
from explore.jobs.document import JobDocument
from explore.jobs.frozen import job_document
from explore.jobs.identity import career_addresses, find_job


def documents_of(items: Iterable[ComparedItem]) -> list[JobDocument]:
    """The document of each job: two queries where it is kept."""
    subjects = [item.subject for item in items]
    careers = career_addresses(subject.slug for subject in subjects if isinstance(subject, Career))
    known = {address.career.pk: address for address in careers if address.career}
    return [
        job_document(known[each.pk] if isinstance(each, Career) else find_job(each.code, each.scheme))
        for each in subjects
    ]
