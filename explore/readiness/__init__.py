"""How ready somebody is for a career: what is asked, what they have, and the sum.

`terms`, `judging`, `ladder`, `ways`, `inputs` and `economics` are pure: what is asked and what somebody has goes in,
every judgement with its sentence comes out. `gathering` reads what a career asks; `reading` reads answers from an
address.
"""

from explore.readiness.gathering import asked_of
from explore.readiness.having import Having
from explore.readiness.judging import Readiness, judge
from explore.readiness.reading import Answers, read_answers

__all__ = ["Answers", "Having", "Readiness", "asked_of", "judge", "read_answers"]
