"""What studies say of a job: how far AI reaches into it, whether it can be done at home."""

from explore.studies.exposure import JobExposure, Rated, Unrated, read_exposure
from explore.studies.home import JobAtHome, read_work_from_home

__all__ = [
    "JobAtHome",
    "JobExposure",
    "Rated",
    "Unrated",
    "read_exposure",
    "read_work_from_home",
]
