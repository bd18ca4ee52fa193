"""What readers are asked. The activities are our own words for the six interests by which O*NET describes jobs."""

from dataclasses import dataclass

from careers.exposure_studies import LeadingMeasure, leading_measures
from careers.models import TypicalEntry
from explore.interests import NUMBERS


@dataclass(frozen=True, slots=True)
class Activity:
    name: str
    interest: str
    words: str

    @property
    def element(self) -> str:
        """The code of the interest in O*NET: "1.B.1.a"."""
        return f"1.B.1.{'abcdef'[NUMBERS[self.interest] - 1]}"


ACTIVITIES = (
    Activity("repair", "realistic", "Fix a bike, a car or a leaking tap"),
    Activity("outdoors", "realistic", "Work outside, or with plants and animals"),
    Activity("find-out", "investigative", "Find out why something does not work"),
    Activity("experiment", "investigative", "Read about science and try things out"),
    Activity("draw", "artistic", "Draw, write, play music or take pictures"),
    Activity("design", "artistic", "Make a room, a page or a meal look good"),
    Activity("care", "social", "Look after someone who is sick or sad"),
    Activity("teach", "social", "Show others how to do something"),
    Activity("persuade", "enterprising", "Talk people into an idea, or sell things"),
    Activity("lead", "enterprising", "Plan an event and get people to help"),
    Activity("organize", "conventional", "Keep lists, files and accounts in order"),
    Activity("check", "conventional", "Check that details and numbers are right"),
)
EDUCATION = TypicalEntry.EDUCATION
"""From the least to the most."""
TIMES = (
    ("3-months", "Up to 3 months"),
    ("1-year", "Up to a year"),
    ("2-years", "Up to two years"),
    ("4-years", "Up to four years"),
    ("longer", "As long as it takes"),
)
"""By the five job zones of O*NET, as its manual gives their ranges of preparation."""
LIKES = (
    ("home", "I can work from home"),
    ("growing", "The number of jobs grows faster than all jobs together"),
    ("openings", "There are at least 10,000 openings a year"),
    ("no-experience", "No experience in a related job is needed"),
    ("trained", "I am trained on the job"),
)
MANY_OPENINGS = 10_000


def likes() -> tuple[tuple[str, str], ...]:
    return (*LIKES, *((name, _less(each)) for name, each in low_measures().items()))


def low_measures() -> dict[str, LeadingMeasure]:
    """The first leading measure of each study, by the answer that asks for little of it."""
    found: dict[str, LeadingMeasure] = {}
    for each in leading_measures():
        found.setdefault(f"low-{each.study.source}", each)
    return found


def _less(leading: LeadingMeasure) -> str:
    return f"{leading.topic}: less than in most jobs, by {leading.name}"
