from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from explore.claims import Claim, all_claims
from explore.facets import Facet, Option
from explore.fact_check_verdict import WORST_FIRST, FactCheckVerdict
from explore.fact_checks import FactCheck, check_facts
from facts.measures import Quantity

Narrowed = Mapping[str, Collection[str]]
"""The codes asked for, by the name of what they narrow; what is not named is not narrowed."""

Choice = tuple[str, str]
"""A code and its name."""


@dataclass(frozen=True, slots=True)
class Axis:
    title: str
    of: Callable[[Claim], list[Choice]]


def _occupations(claim: Claim) -> list[Choice]:
    counted = (match.occupation for match in claim.matches if match.is_counted)
    return [(occupation.code, f"{occupation.code} {occupation.title}") for occupation in counted]


def _about(claim: Claim) -> Choice:
    label = Quantity(claim.quantity).label if claim.quantity in Quantity.values else claim.quantity
    return claim.quantity, _capital(label)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


AXES = {
    "verdict": Axis("Verdict", lambda claim: [(str(claim.verdict), _capital(claim.verdict.label))]),
    "source": Axis("Guide", lambda claim: [(claim.source.code, claim.publisher)]),
    "quantity": Axis("About", lambda claim: [_about(claim)]),
    "occupation": Axis("Occupation", _occupations),
    "career": Axis("Career", lambda claim: [(claim.subject.code, claim.subject.name)]),
}
BROWSED_BY = ("verdict", "source", "quantity", "occupation")


@dataclass(frozen=True, slots=True)
class ClaimList:
    claims: list[Claim]
    facets: list[Facet]

    def count(self, verdict: FactCheckVerdict) -> int:
        return sum(claim.verdict == verdict for claim in self.claims)

    @property
    def contradicted(self) -> int:
        return self.count(FactCheckVerdict.CONTRADICTED)


def list_claims(narrowed: Narrowed | None = None) -> list[Claim]:
    """A fixed number of queries. Guides of official publishers only where a source or one career is asked for."""
    return _left(_worst_first(narrowed or {}), narrowed or {})


def _worst_first(narrowed: Narrowed) -> list[Claim]:
    return sorted(all_claims(career=_only_career(narrowed), sources=narrowed.get("source", ())), key=_badness)


def _only_career(narrowed: Narrowed) -> str | None:
    careers = [*narrowed.get("career", ())]
    return careers[0] if len(careers) == 1 else None


def find_claims(narrowed: Narrowed) -> ClaimList:
    claims = _worst_first(narrowed)
    return ClaimList(_left(claims, narrowed), [_facet(name, claims, narrowed) for name in BROWSED_BY])


def all_checks(narrowed: Narrowed | None = None) -> list[FactCheck]:
    narrowed = narrowed or {}
    found = check_facts(career=_only_career(narrowed), sources=narrowed.get("source", ()))
    checks = sorted(found, key=lambda check: (WORST_FIRST.index(check.verdict), -_share_off(check)))
    return [check for check in checks if all(_code_of(check, name) in codes for name, codes in narrowed.items())]


def _code_of(check: FactCheck, name: str) -> str:
    codes = {
        "verdict": str(check.verdict),
        "source": check.claim.source.code,
        "quantity": str(check.claim.quantity),
        "occupation": check.match.occupation.code,
        "career": check.claim.subject.code,
    }
    return codes[name]


def _share_off(check: FactCheck) -> Decimal:
    if check.difference is None or not (check.official and check.official.value):
        return Decimal(0)
    return abs(check.difference / check.official.value)


def _badness(claim: Claim) -> tuple[int, Decimal]:
    return WORST_FIRST.index(claim.verdict), -claim.share_off


def _left(claims: Iterable[Claim], narrowed: Narrowed) -> list[Claim]:
    def passes(claim: Claim) -> bool:
        return all(set(codes) & {code for code, _ in AXES[name].of(claim)} for name, codes in narrowed.items())

    return [claim for claim in claims if passes(claim)]


def _facet(name: str, claims: list[Claim], narrowed: Narrowed) -> Facet:
    """Counted among claims that pass the other filters."""
    axis = AXES[name]
    others = {other: codes for other, codes in narrowed.items() if other != name}
    counts = Counter(choice for claim in _left(claims, others) for choice in axis.of(claim))
    there_are = {choice for claim in claims for choice in axis.of(claim)}
    choices = _VERDICTS if name == "verdict" else sorted(there_are, key=lambda choice: choice[1])
    return Facet(axis.title, (name,), [Option(label, {name: code}, counts[code, label]) for code, label in choices])


_VERDICTS = [(str(verdict), _capital(verdict.label)) for verdict in WORST_FIRST]
