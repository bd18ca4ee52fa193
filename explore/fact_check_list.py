"""Checked claims as lists: narrowed, counted and ordered in the query."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from explore.claim_counts import COUNTED, ClaimCounts
from explore.claims import key_of
from explore.facets import Facet, Option
from explore.fact_check_verdict import WORST_FIRST, FactCheckVerdict
from explore.models import CheckedClaim, ClaimCheck, ClaimTotal
from explore.models.checked_claim import CheckedClaimQuerySet, severities
from facts.measures import Quantity

Narrowed = Mapping[str, Collection[str]]
"""The codes asked for, by the name of what they narrow; what is not named is not narrowed."""

MOST_OCCUPATIONS = 12
"""How many occupations are offered to narrow by: those with the most claims."""

COLUMNS = {
    "verdict": "verdict",
    "source": "source_slug",
    "publisher": "publisher",
    "quantity": "quantity",
    "career": "career_slug",
}


@dataclass(frozen=True, slots=True)
class ClaimList:
    claims: QuerySet[CheckedClaim]
    facets: list[Facet]
    counts: ClaimCounts
    count: int
    contradicted: int


def list_claims(narrowed: Narrowed | None = None) -> QuerySet[CheckedClaim]:
    return _narrowed(narrowed or {}).worst_first()


def find_claims(narrowed: Narrowed) -> ClaimList:
    """Three queries: two for the facets, and that of the claims."""
    counts = count_claims(narrowed)
    verdicts = counts.by("verdict", narrowed)
    left = {code: count for code, count in verdicts.items() if code in narrowed.get("verdict", verdicts)}
    facets = [
        _verdicts(verdicts),
        _facet("Publisher", "publisher", counts.by("publisher", narrowed), {}),
        _facet("About", "quantity", counts.by("quantity", narrowed), QUANTITIES),
        _occupations(narrowed),
    ]
    contradicted = left.get(FactCheckVerdict.CONTRADICTED, 0)
    return ClaimList(list_claims(narrowed), facets, counts, sum(left.values()), contradicted)


def count_claims(narrowed: Narrowed | None = None) -> ClaimCounts:
    """Narrowed by what is not counted by: the counts pass over the rest, each facet over all but its own."""
    others = {name: codes for name, codes in (narrowed or {}).items() if name not in COUNTED}
    return ClaimCounts(_narrowed(others) if others else None)


def list_checks(narrowed: Narrowed | None = None) -> QuerySet[ClaimCheck]:
    """One for each claim about a figure and group that its career is tied to."""
    checks = ClaimCheck.objects.of_figures().select_related("claim")
    for name, codes in (narrowed or {}).items():
        if name == "verdict":
            checks = checks.filter(severity__in=severities(codes))
        else:
            column = "code" if name == "occupation" else f"claim__{COLUMNS[name]}"
            checks = checks.filter(**{f"{column}__in": codes})
    return checks.worst_first()


def _narrowed(narrowed: Narrowed) -> CheckedClaimQuerySet:
    claims = CheckedClaim.objects.all()
    for name, codes in narrowed.items():
        if name == "occupation":
            claims = claims.counted_in(codes)
        elif name == "verdict":
            claims = claims.with_verdicts(codes)
        elif name == "claim":
            claims = claims.filter(address__in=map(key_of, codes))
        else:
            claims = claims.filter(**{f"{COLUMNS[name]}__in": codes})
    return claims


def _facet(title: str, name: str, counts: Mapping[str, int], labels: Mapping[str, str]) -> Facet:
    options = [Option(labels.get(code, code), {name: code}, count) for code, count in counts.items()]
    return Facet(title, (name,), options)


def _verdicts(counts: Mapping[str, int]) -> Facet:
    options = [Option(_capital(one.label), {"verdict": str(one)}, counts.get(one, 0)) for one in WORST_FIRST]
    return Facet("Verdict", ("verdict",), options)


def _occupations(narrowed: Narrowed) -> Facet:
    others = {name: codes for name, codes in narrowed.items() if name != "occupation"}
    counts = _by_group(others) if {*others} - {*COUNTED} else ClaimTotal.objects.by_group(others)
    options = [
        Option(f"{code} {title}", {"occupation": code}, count) for code, title, count in counts[:MOST_OCCUPATIONS]
    ]
    return Facet("Occupation", ("occupation",), options)


def _by_group(narrowed: Narrowed) -> QuerySet:
    rows = ClaimCheck.objects.filter(is_counted=True, claim__in=_narrowed(narrowed).order_by().values("address"))
    return rows.values_list("code", "title").annotate(count=Count("pk")).order_by("-count", "code")


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


QUANTITIES = {quantity.value: _capital(quantity.label) for quantity in Quantity} | {"education": "Education"}
