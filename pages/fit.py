from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from careers.models import Element, Rating, WorkFromHome
from explore.browse.rows import ListedJob, list_jobs
from explore.fit import MOST, Fit, FitAnswers
from explore.fit.questions import ACTIVITIES, EDUCATION, TIMES, likes, low_measures
from explore.reference_releases import Yardstick
from explore.studies.sources import loaded
from facts.models import Place
from pages.lists import Misread

LABELS = {
    "activity": "What you like to do",
    "education": "Education",
    "time": "Time to prepare",
    "pay": "Pay",
    "place": "Place",
    "like": "What matters to you",
}
OTHERS = ("skill", "only", "job", "page")
"""Parameters that are no question, or one with answers of its own."""


@dataclass(frozen=True, slots=True)
class FitChoice:
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FitForm:
    activities: list[FitChoice]
    education: list[FitChoice]
    times: list[FitChoice]
    places: list[FitChoice]
    likes: list[FitChoice]
    skills: list[FitChoice]


@dataclass(frozen=True, slots=True)
class FitRow:
    fit: Fit
    job: ListedJob


def form_of(answers: FitAnswers) -> FitForm:
    """Four queries."""
    chosen = answers.place.code if answers.place else ""
    states = Place.objects.filter(kind=Place.Kind.STATE).order_by("name").values_list("code", "name")
    return FitForm(
        activities=_choices([(each.name, each.words) for each in ACTIVITIES], answers.activities),
        education=_choices(EDUCATION, (answers.education,)),
        times=_choices(TIMES, (answers.time,)),
        places=_choices(states, (chosen,)),
        likes=_choices(_likes(), answers.likes),
        skills=_choices([(name, name) for name in _skills()], answers.skills),
    )


def _choices(options: Iterable[tuple[str, str]], chosen: Sequence[str]) -> list[FitChoice]:
    return [FitChoice(value, label, value in chosen) for value, label in options]


def _likes() -> list[tuple[str, str]]:
    """What a study says is asked only where it is loaded."""
    of_study = {name: each.study.source for name, each in low_measures().items()} | {"home": WorkFromHome.SOURCE}
    present = loaded(of_study.values())
    return [pair for pair in likes() if pair[0] not in of_study or of_study[pair[0]] in present]


def _skills() -> list[str]:
    """The skills that jobs are rated on: not the groups they stand in."""
    codes = [f"{branch}." for branch in Rating.SKILLS]
    rows = Element.objects.published().order_by("name").values_list("code", "name").distinct()
    named = {name: code for code, name in rows if code.startswith(tuple(codes)) and code.count(".") >= 3}
    return list(named)


def rows_of(fits: Sequence[Fit], yardstick: Yardstick) -> list[FitRow]:
    listed = list_jobs(yardstick, [fit.job.row for fit in fits])
    return [FitRow(fit, job) for fit, job in zip(fits, listed, strict=True)]


def most_of(answers: FitAnswers) -> int:
    """What a job can have, by the questions that were answered."""
    given = {
        "interests": answers.activities,
        "education": answers.education,
        "pay": answers.pay is not None,
        "time": answers.time,
        "likes": answers.likes,
        "place": answers.place,
        "skills": answers.skills,
    }
    return sum(points for key, points in MOST.items() if given[key])


def misread_of(answers: FitAnswers, params: QueryDict) -> list[Misread]:
    off = [
        Misread.of(LABELS[name], value, "It was left out: it is none of the answers.") for name, value in answers.wrong
    ]
    unknown = sorted(set(params) - {*LABELS, *OTHERS})
    return off + ([Misread.of("Not asked here", ", ".join(unknown), "No question is called so.")] if unknown else [])


def without_blanks(params: QueryDict) -> str:
    """An address to share holds answers only."""
    pairs = [(name, value) for name, values in params.lists() for value in values if value.strip()]
    return f"?{urlencode(pairs)}" if pairs else ""


def has_blanks(params: QueryDict) -> bool:
    return any(not value.strip() for _, values in params.lists() for value in values)
