from explore.studies.exposure import JobExposure, RatedExposure, Unrated, read_exposure
from explore.studies.home import JobAtHome, read_work_from_home

__all__ = [
    "JobAtHome",
    "JobExposure",
    "RatedExposure",
    "Unrated",
    "read_exposure",
    "read_work_from_home",
]
