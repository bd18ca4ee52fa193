"""Claims held against the record, worst first, as readers and programs narrow them."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from careers.models import OccupationMatch
from explore.facets import Facet, Option
from explore.fact_check_verdict import WORDINGS, FactCheckVerdict
from explore.fact_checks import FactCheck, check_facts
from facts.measures import Quantity

Narrowed = Mapping[str, Collection[str]]
"""The codes asked for, by the name of what they narrow; what is not named is not narrowed."""

WORST_FIRST = tuple(WORDINGS)


@dataclass(frozen=True, slots=True)
class Axis:
    """One thing that checks are told apart by: its title, and the code and the name that a check has of it."""

    title: str
    of: Callable[[FactCheck], tuple[str, str]]


def _verdict(check):
    return str(check.verdict), _capital(check.verdict.label)


def _source(check):
    return check.claim.source.code, check.claim.publisher


def _quantity(check):
    return str(check.claim.quantity), _capital(Quantity(check.claim.quantity).label)


def _occupation(check):
    occupation = check.match.occupation
    return occupation.code, f"{occupation.code} {occupation.title}"


def _career(check):
    return check.claim.subject.code, check.claim.subject.name


AXES = {
    "verdict": Axis("Verdict", _verdict),
    "source": Axis("Guide", _source),
    "quantity": Axis("About", _quantity),
    "occupation": Axis("Occupation", _occupation),
    "career": Axis("Career", _career),
}
BROWSED_BY = ("verdict", "source", "quantity", "occupation")


@dataclass(frozen=True, slots=True)
class Checks:
    """The checks that are asked for, worst first, and what they can be narrowed by."""

    checks: list[FactCheck]
    facets: list[Facet]

    def count(self, verdict: FactCheckVerdict) -> int:
        """How many of them end in `verdict`."""
        return sum(check.verdict == verdict for check in self.checks)

    @property
    def contradicted(self) -> int:
        """How many of them end in a contradiction."""
        return self.count(FactCheckVerdict.CONTRADICTED)


def all_checks(narrowed: Narrowed | None = None) -> list[FactCheck]:
    """Every check that passes, worst first. The number of queries does not depend on how many there are."""
    return _left(sorted(check_facts(), key=_badness), narrowed or {})


def find_checks(narrowed: Narrowed) -> Checks:
    """The checks that pass, and how many each other choice would leave. As many queries as `all_checks`."""
    checks = all_checks()
    return Checks(_left(checks, narrowed), [_facet(name, checks, narrowed) for name in BROWSED_BY])


def _badness(check) -> tuple[int, bool, Decimal]:
    """By verdict; a group that the title is only near after those it is counted in; the furthest off first."""
    is_only_near = check.match.match == OccupationMatch.Match.RELATED
    return WORST_FIRST.index(check.verdict), is_only_near, -_share_off(check)


def _share_off(check) -> Decimal:
    if check.difference is None or not check.official.value:
        return Decimal(0)
    return abs(check.difference / check.official.value)


def _left(checks, narrowed) -> list[FactCheck]:
    return [check for check in checks if all(AXES[name].of(check)[0] in codes for name, codes in narrowed.items())]


def _facet(name, checks, narrowed) -> Facet:
    """The choices of one axis, counted among what the other axes leave; those that would leave none too."""
    axis = AXES[name]
    others = {other: codes for other, codes in narrowed.items() if other != name}
    counts = Counter(map(axis.of, _left(checks, others)))
    choices = _VERDICTS if name == "verdict" else sorted({axis.of(check) for check in checks}, key=lambda one: one[1])
    return Facet(axis.title, (name,), [Option(label, {name: code}, counts[code, label]) for code, label in choices])


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


_VERDICTS = [(str(verdict), _capital(verdict.label)) for verdict in WORST_FIRST]
