"""Requirements of a career, a reader's answers, and the score.

Only `gathering` and `reading` use the database.
"""

from explore.readiness.gathering import asked_of
from explore.readiness.having import Having
from explore.readiness.judging import ReadinessResult, judge
from explore.readiness.reading import Answers, read_answers

__all__ = ["Answers", "Having", "ReadinessResult", "asked_of", "judge", "read_answers"]
