from explore.studies.career import CareerStudies, read_studies
from explore.studies.exposure import JobExposure, RatedExposure, Unrated, read_exposure
from explore.studies.home import JobAtHome, read_work_from_home

__all__ = [
    "CareerStudies",
    "JobAtHome",
    "JobExposure",
    "RatedExposure",
    "Unrated",
    "read_exposure",
    "read_studies",
    "read_work_from_home",
]
