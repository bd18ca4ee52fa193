"""The job document: everything that a job's page and its other forms need, frozen for each edition that changed it."""

from explore.jobs.document import VERSION, JobDocument
from explore.jobs.frozen import (
    KeptDocument,
    NotFrozen,
    career_document,
    document_as_of,
    document_named,
    job_document,
    kept_career,
    kept_job,
    kept_named,
    key_of,
)
from explore.jobs.identity import JobAddress, find_career_job, find_job
from explore.jobs.reading import read_job

__all__ = [
    "VERSION",
    "JobAddress",
    "JobDocument",
    "KeptDocument",
    "NotFrozen",
    "career_document",
    "document_as_of",
    "document_named",
    "find_career_job",
    "find_job",
    "job_document",
    "kept_career",
    "kept_job",
    "kept_named",
    "key_of",
    "read_job",
]
