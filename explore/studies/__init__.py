from explore.studies.exposure import JobExposure, RatedExposure, Unrated, exposure_of, read_exposure
from explore.studies.home import JobAtHome, read_work_from_home, work_from_home_of

__all__ = [
    "JobAtHome",
    "JobExposure",
    "RatedExposure",
    "Unrated",
    "exposure_of",
    "read_exposure",
    "read_work_from_home",
    "work_from_home_of",
]
