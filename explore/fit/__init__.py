"""Which jobs fit a reader: all jobs, ranked by six short answers, each point shown."""

from explore.fit.answers import FitAnswers, read_fit_answers
from explore.fit.near import NearJob, jobs_near
from explore.fit.ranking import Fit, rank_jobs
from explore.fit.scoring import MOST, FitPart

__all__ = ["MOST", "Fit", "FitAnswers", "FitPart", "NearJob", "jobs_near", "rank_jobs", "read_fit_answers"]
