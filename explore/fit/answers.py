from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.http import QueryDict

from explore.fit.questions import ACTIVITIES, EDUCATION, TIMES, likes
from explore.reference_releases import place_named
from facts.models import Place

MOST_PAY = Decimal(10_000_000)
MOST_SKILLS = 10
FORMER = {
    "high-school-diploma": "high-school",
    "associates-degree": "associate",
    "bachelors-degree": "bachelor",
    "masters-degree": "master",
    "doctorate": "doctoral",
    "low-ai": "low-exposure-gpts",
}
"""What addresses called answers before: they keep answering."""


@dataclass(frozen=True, slots=True)
class FitAnswers:
    """`wrong`: parameters that could not be read, as given. `only`: leave out what misses pay or education."""

    activities: tuple[str, ...] = ()
    education: str = ""
    time: str = ""
    pay: Decimal | None = None
    place: Place | None = None
    likes: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    only: bool = False
    wrong: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.answered

    @property
    def answered(self) -> int:
        """How many of the questions, skills among them."""
        given = (self.activities, self.education, self.time, self.pay is not None, self.place, self.likes, self.skills)
        return sum(map(bool, given))

    @property
    def elements(self) -> Counter[str]:
        """How often each interest was chosen, by its code."""
        return Counter(each.element for each in ACTIVITIES if each.name in self.activities)


def read_fit_answers(params: QueryDict) -> FitAnswers:
    """One query where a place is named."""
    wrong: list[tuple[str, str]] = []
    place = place_named(params.get("place", "").strip())
    if params.get("place", "").strip() and place is None:
        wrong.append(("place", params.get("place", "")))
    return FitAnswers(
        activities=_several("activity", [each.name for each in ACTIVITIES], params, wrong),
        education=_one("education", [name for name, _ in EDUCATION], params, wrong),
        time=_one("time", [name for name, _ in TIMES], params, wrong),
        pay=_pay(params, wrong),
        place=place,
        likes=_several("like", [name for name, _ in likes()], params, wrong),
        skills=tuple(dict.fromkeys(filter(None, params.getlist("skill"))))[:MOST_SKILLS],
        only=params.get("only") == "1",
        wrong=wrong,
    )


def _several(name: str, known: list[str], params: QueryDict, wrong: list[tuple[str, str]]) -> tuple[str, ...]:
    given = [FORMER.get(value, value) for value in params.getlist(name) if value]
    wrong += [(name, value) for value in given if value not in known]
    return tuple(value for value in known if value in given)


def _one(name: str, known: list[str], params: QueryDict, wrong: list[tuple[str, str]]) -> str:
    value = params.get(name, "").strip()
    value = FORMER.get(value, value)
    if value and value not in known:
        wrong.append((name, value))
    return value if value in known else ""


def _pay(params: QueryDict, wrong: list[tuple[str, str]]) -> Decimal | None:
    text = params.get("pay", "").strip()
    if not text:
        return None
    try:
        amount = Decimal(text.lstrip("$").replace(",", ""))
    except InvalidOperation:
        amount = Decimal("NaN")
    if amount.is_finite() and 0 < amount <= MOST_PAY:
        return amount
    wrong.append(("pay", text))
    return None
