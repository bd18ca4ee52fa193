"""Answers as query parameters; the API's schema documents each of them.

KEY in `has[KEY]` is a skill's slug, a requirement's key or an O*NET code; in `cost[KEY]` and `months[KEY]`, a way's
key. Amounts are US dollars a year.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from django.http import QueryDict

from careers.models import Element, Skill
from education.models import Credential, Path, Requirement
from explore.filters.problems import Problem, is_plain, shown
from explore.readiness.gathering import RECORD
from explore.readiness.having import NONE, Ability, Having
from explore.readiness.inputs import Inputs
from explore.readiness.judging import Asked
from facts.unions import united

NAMED = re.compile(r"(has|cost|months|earns)\[([\w.-]{1,120})\]")
"""A parameter that says of what it speaks: “has[epic]”."""
MOST_ANSWERS = 200
MOST_YEARS, MOST_PAY, MOST_RUNGS, MOST_OVER, MOST_MONTHS = 80, 10_000_000, 50, 40, 600
SINGLE = ("education", "years", "pay", "now", "over", "study", "rung", "by")
OVER = 10
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Answers:
    having: Having
    inputs: Inputs = field(default_factory=Inputs)
    rung: int | None = None
    by: str = ""
    over: int = OVER
    studies_full_time: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self.having == Having()

    def not_asked(self, asked: Asked) -> list[str]:
        """Answered parameters that this career does not use."""
        rated = {term.key for term in asked.terms if term.is_rated}
        return [*sorted(self.having.abilities.keys() - rated), *self.inputs.elsewhere(asked)]


def read_answers(params: QueryDict) -> Answers:
    """At most five queries; invalid values become problems."""
    return _Reading(params).answers()


def strangers(params: QueryDict) -> list[str]:
    return [name for name in params if name not in (*SINGLE, "credential") and not NAMED.fullmatch(name)]


class _Reading:
    def __init__(self, params: QueryDict):
        self.params = params
        self.problems: list[Problem] = []

    def answers(self) -> Answers:
        credentials, ranks = self._credentials()
        having = Having(
            abilities=self._abilities(),
            credentials=credentials,
            education=max((rank for rank in (self._education(), *ranks) if rank is not None), default=None),
            years=self._whole("years", MOST_YEARS),
            pay=self._amount("pay"),
            pay_now=self._amount("now"),
        )
        over = self._whole("over", MOST_OVER, least=1)
        return Answers(
            having=having,
            inputs=self._inputs(),
            rung=self._whole("rung", MOST_RUNGS, least=1),
            by=self._one_of("by", ("guide", RECORD)),
            over=over or OVER,
            studies_full_time=self._one_of("study", ("full", "beside")) == "full",
            problems=tuple(self.problems),
        )

    def _text(self, name: str) -> str:
        values = [value.strip() for value in self.params.getlist(name)]
        if len({*values}) > 1:
            self._refuse(name, "repeated", "Give it once.")
            return ""
        text = values[0] if values else ""
        if len(text) > LONGEST or not is_plain(text):
            self._refuse(name, "invalid", f"{shown(text)} makes no sense here.")
            return ""
        return text

    def _abilities(self) -> dict[str, Ability]:
        found: dict[str, Ability] = {}
        named = self._named("has")
        known = _known([key for key, _ in named])
        for key, name in named:
            text = self._text(name)
            if text and key not in known:
                self._refuse(name, "unknown_value", f"There is no skill, tool or requirement {shown(key)} here.")
            elif text in ("0", "1", "2"):
                found[key] = Ability(int(text))
            elif text:
                self._refuse(name, "invalid", "Say 0 for not yet, 1 for with help, 2 for alone.")
        return found

    def _inputs(self) -> Inputs:
        costs, months = self._named("cost"), self._named("months")
        keys = {key for key, _ in (*costs, *months)}
        known = set(Path.objects.filter(key__in=keys).order_by().values_list("key", flat=True)) if keys else set()
        return Inputs(
            costs=_said((key, self._amount(name)) for key, name in costs if self._is_way(key, name, known)),
            months=_said(
                (key, self._whole(name, MOST_MONTHS)) for key, name in months if self._is_way(key, name, known)
            ),
            earns=_said(
                (int(key), self._amount(name)) for key, name in self._named("earns") if self._is_rung(key, name)
            ),
        )

    def _is_way(self, key: str, name: str, known: Collection[str]) -> bool:
        if key not in known:
            self._refuse(name, "unknown_value", f"There is no way in {shown(key)} here.")
        return key in known

    def _is_rung(self, key: str, name: str) -> bool:
        is_one = bool(re.fullmatch(r"[1-9][0-9]?", key)) and int(key) <= MOST_RUNGS
        if not is_one:
            self._refuse(name, "unknown_value", f"{shown(key)} is no rung: give a whole number from 1 to {MOST_RUNGS}.")
        return is_one

    def _named(self, kind: str) -> list[tuple[str, str]]:
        matches = [match for name in self.params if (match := NAMED.fullmatch(name)) and match[1] == kind]
        if len(matches) > MOST_ANSWERS:
            self._refuse(kind, "too_many", f"At most {MOST_ANSWERS} of these; there are {len(matches)}.")
        return [(match[2], match[0]) for match in matches[:MOST_ANSWERS]]

    def _credentials(self) -> tuple[frozenset[str] | None, list[int]]:
        slugs = {value.strip() for value in self.params.getlist("credential") if value.strip()}
        if not slugs:
            return None, []
        named = slugs - {NONE}
        if len(named) > MOST_ANSWERS or not all(len(slug) <= LONGEST and is_plain(slug) for slug in named):
            self._refuse("credential", "invalid", "These are no names of credentials.")
            return None, []
        held = dict(Credential.objects.filter(slug__in=named).values_list("slug", "rank")) if named else {}
        for slug in sorted(named - held.keys()):
            self._refuse("credential", "unknown_value", f"There is no credential {shown(slug)}.")
        plain = frozenset(slug for slug, rank in held.items() if not rank)
        return plain if plain or NONE in slugs else None, [rank for rank in held.values() if rank]

    def _education(self) -> int | None:
        text = self._text("education")
        if text in ("", NONE):
            return 0 if text else None
        ranks = dict(Credential.objects.filter(rank__gt=0, slug=text).values_list("slug", "rank"))
        if text not in ranks:
            self._refuse("education", "unknown_value", f"There is no award {shown(text)}.")
        return ranks.get(text)

    def _whole(self, name: str, most: int, least: int = 0) -> int | None:
        text = self._text(name)
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,4}", text) or not least <= int(text) <= most:
            self._refuse(name, "invalid", f"{shown(text)} is no whole number from {least} to {most}.")
            return None
        return int(text)

    def _amount(self, name: str) -> Decimal | None:
        text = self._text(name).replace(",", "").lstrip("$")
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{1,8}(\.[0-9]{1,2})?", text) or Decimal(text) > MOST_PAY:
            self._refuse(name, "invalid", f"{shown(text)} is no amount from 0 to {MOST_PAY:,}.")
            return None
        return Decimal(text)

    def _one_of(self, name: str, words: Collection[str]) -> str:
        text = self._text(name)
        if text and text not in words:
            self._refuse(name, "unknown_value", f"{shown(text)} is not known here. Known are: {', '.join(words)}.")
            return ""
        return text

    def _refuse(self, name: str, code: str, message: str) -> None:
        problem = Problem(name, code, message)
        if problem not in self.problems:
            self.problems.append(problem)


def _said(pairs: Iterable[tuple]) -> dict:
    return {key: value for key, value in pairs if value is not None}


def _known(keys: Collection[str]) -> set[str]:
    if not keys:
        return set()
    queries = (
        Skill.objects.filter(slug__in=keys).order_by().values_list("slug"),
        Requirement.objects.filter(key__in=keys).order_by().values_list("key"),
        Element.objects.published().filter(code__in=keys).order_by().values_list("code"),
    )
    return {row[0] for row in united(queries)}


def names_of(keys: Iterable[str]) -> list[str]:
    """Names for people by key; unknown keys are returned as they are."""
    if not (keys := list(keys)):
        return []
    named = dict(Element.objects.published().filter(code__in=keys).order_by().values_list("code", "name"))
    named |= dict(Requirement.objects.filter(key__in=keys).order_by().values_list("key", "label"))
    named |= dict(Skill.objects.filter(slug__in=keys).order_by().values_list("slug", "name"))
    return [named.get(key, key) for key in keys]


def known_names() -> Iterator[str]:
    yield from Skill.objects.order_by("slug").values_list("slug", flat=True)
    yield from Requirement.objects.filter(credentials=None, condition="").order_by("key").values_list("key", flat=True)
