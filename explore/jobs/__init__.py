"""The job document: what a job's page and its other forms need, read in a fixed number of queries."""

from explore.jobs.document import VERSION, JobDocument
from explore.jobs.identity import JobAddress, find_career_job, find_job
from explore.jobs.reading import read_job

__all__ = ["VERSION", "JobAddress", "JobDocument", "find_career_job", "find_job", "read_job"]
