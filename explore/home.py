from dataclasses import dataclass

from django.db.models import Count, Q

from careers.models import Career, Ladder, Occupation
from explore.claims import Claim
from explore.disagreements import Disagreement
from explore.fact_check_verdict import FactCheckVerdict
from explore.models import CheckedClaim, FoundDisagreement
from facts.models import Edition, Source
from salaries.models import Salary

MOST_DIFFERENCES = 3
LATEST_EDITIONS = 3


@dataclass(frozen=True, slots=True)
class FrontPage:
    """`climb` is the pay of each rung, lowest first."""

    climb: list[Salary]
    contradicted: list[Claim]
    disagreements: list[Disagreement]
    editions: list[Edition]
    counts: dict[str, int]


def read_front_page() -> FrontPage:
    return FrontPage(
        climb=_tallest_climb(),
        contradicted=_contradicted(),
        disagreements=_disagreements(),
        editions=list(Edition.objects.newest_first()[:LATEST_EDITIONS]),
        counts={
            "careers": Career.objects.count(),
            "occupations": Occupation.objects.count(),
            "sources": Source.objects.count(),
        },
    )


def _tallest_climb() -> list[Salary]:
    paid = Count("rungs__salaries", filter=Q(rungs__salaries__median__isnull=False))
    ladder = Ladder.objects.annotate(paid=paid).filter(paid__gte=2).order_by("-paid", "pk").first()
    if ladder is None:
        return []
    return list(Salary.objects.filter(level__ladder=ladder, median__isnull=False).with_words().by_level())


def _contradicted() -> list[Claim]:
    """The closest."""
    closest = CheckedClaim.objects.with_verdicts([FactCheckVerdict.CONTRADICTED]).closest_first()
    return [row.claim for row in closest[:1]]


def _disagreements() -> list[Disagreement]:
    """The first about each quantity, then others."""
    quantities: dict[int, str] = dict(FoundDisagreement.objects.in_order().values_list("pk", "quantity"))
    firsts = {quantity: pk for pk, quantity in reversed(quantities.items())}.values()
    chosen = sorted(quantities, key=lambda pk: pk not in firsts)[:MOST_DIFFERENCES]
    rows = FoundDisagreement.objects.in_bulk(chosen)
    return [rows[pk].disagreement for pk in chosen]
