"""How many points each answer is worth to a job. Whole points, of a hundred in all; what was not answered adds none."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from careers.exposure_studies import LeadingMeasure
from explore.fit.questions import EDUCATION, LIKES, MANY_OPENINGS, TIMES, low_measures
from explore.fit.traits import FitJob, Traits
from explore.studies.messages import ordinal

MOST = {"interests": 25, "education": 20, "pay": 20, "time": 15, "likes": 10, "place": 5, "skills": 5}
IMPORTANT = 3
"""How important a skill is to a job that needs it, at least, on a scale from 1 to 5."""
NEARLY = 0.9
"""What share of the pay wanted counts half."""
HALF = 50
"""The percentile that most jobs stand above or below."""
NO_DATA = "not available for this job"


@dataclass(frozen=True, slots=True)
class FitPart:
    key: str
    title: str
    points: int
    note: str

    @property
    def most(self) -> int:
        return MOST[self.key]


def parts_of(job: FitJob, traits: Traits) -> list[FitPart]:
    """One for each question that was answered."""
    return [part for read in READERS if (part := read(job, traits))]


def _interests(job: FitJob, traits: Traits) -> FitPart | None:
    wanted = traits.wanted
    if not wanted:
        return None
    values = traits.interests.get(job.record or 0, {})
    if not values:
        return _part("interests", "Interests", 0, NO_DATA)
    mean = sum(times * values.get(element, 1) for element, times in wanted.items()) / wanted.total()
    return _part("interests", "Interests", (mean - 1) / 6, f"{mean:.1f} of 7 for what you like")


def _education(job: FitJob, traits: Traits) -> FitPart | None:
    if not traits.answers.education:
        return None
    needed = traits.entries.get(job.record or 0, (None, "", ""))[0]
    if needed is None:
        return _part("education", "Education", 0, NO_DATA)
    above = needed - [name for name, _ in EDUCATION].index(traits.answers.education)
    share = 1 if above <= 0 else 0.5 if above == 1 else 0
    return _part("education", "Education", share, f"typical: {EDUCATION[needed][1]}")


def _pay(job: FitJob, traits: Traits) -> FitPart | None:
    wanted = traits.answers.pay
    if wanted is None:
        return None
    if job.median is None:
        return _part("pay", "Pay", 0, NO_DATA)
    share = 1 if job.median >= wanted else 0.5 if job.median >= float(wanted) * NEARLY else 0
    return _part("pay", "Pay", share, f"median ${job.median:,}, you want ${wanted:,.0f}")


def _time(job: FitJob, traits: Traits) -> FitPart | None:
    names = [name for name, _ in TIMES]
    if not traits.answers.time:
        return None
    zone = traits.zones.get(job.record or 0)
    if zone is None:
        return _part("time", "Time to prepare", 0, NO_DATA)
    above = zone - 1 - names.index(traits.answers.time)
    return _part("time", "Time to prepare", 1 if above <= 0 else 0.5 if above == 1 else 0, f"job zone {zone} of 5")


def _likes(job: FitJob, traits: Traits) -> FitPart | None:
    likes = traits.answers.likes
    if not likes:
        return None
    met = [words for name in likes if (words := _met(name, job, traits))]
    return _part("likes", "What you like", len(met) / len(likes), "; ".join(met) or "none of what you asked for")


def _met(name: str, job: FitJob, traits: Traits) -> str:
    if leading := low_measures().get(name):
        return _little(leading, traits.exposure(leading).get(job.record or 0))
    return dict(LIKES)[name] if MEETS[name](job, traits) else ""


def _little(leading: LeadingMeasure, percentile: float | None) -> str:
    if percentile is None or percentile >= HALF:
        return ""
    return f"{leading.topic}: {ordinal(Decimal(str(percentile)))} percentile by {leading.name}"


def _place(job: FitJob, traits: Traits) -> FitPart | None:
    place = traits.answers.place
    if place is None:
        return None
    if not job.employment:
        return _part("place", place.name, 0, "no number of people published")
    return _part("place", place.name, 1, f"{job.employment:,} people do it there")


def _skills(job: FitJob, traits: Traits) -> FitPart | None:
    names = traits.skill_names if traits.answers.skills else {}
    if not names:
        return None
    values = traits.skills.get(job.record or 0, {})
    met = [name for code, name in names.items() if values.get(code, 0) >= IMPORTANT]
    note = f"needs {', '.join(met)}" if met else NO_DATA if not values else "needs none of yours much"
    return _part("skills", "Skills", len(met) / len(names), note)


def _part(key: str, title: str, share: float, note: str) -> FitPart:
    return FitPart(key, title, round(share * MOST[key]), note)


def _grows(job: FitJob, traits: Traits) -> bool:
    everyone = traits.all_jobs_growth
    return job.growth is not None and everyone is not None and job.growth > everyone


def _no_experience(job: FitJob, traits: Traits) -> bool:
    return _entry(job, traits)[1].casefold() == "none"


def _trained(job: FitJob, traits: Traits) -> bool:
    return _entry(job, traits)[2].casefold() not in ("", "none")


def _entry(job: FitJob, traits: Traits) -> tuple[int | None, str, str]:
    return traits.entries.get(job.record or 0, (None, "", ""))


MEETS: dict[str, Callable[[FitJob, Traits], bool]] = {
    "home": lambda job, traits: "true" in traits.at_home.get(job.record or 0, ()),
    "growing": _grows,
    "openings": lambda job, traits: traits.openings.get(job.record or 0, 0) >= MANY_OPENINGS,
    "no-experience": _no_experience,
    "trained": _trained,
}
READERS = (_interests, _education, _pay, _time, _likes, _place, _skills)
