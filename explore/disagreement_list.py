"""Disagreements as a list: narrowed and counted in the query."""

from dataclasses import dataclass

from django.db.models import Case, Count, QuerySet, When

from explore.facets import Facet, Option
from explore.models import FoundDisagreement
from explore.models.found_disagreement import FoundDisagreementQuerySet
from facts.measures import Quantity

MOST_CAREERS = 20
"""How many careers are offered to narrow by: those with the most disagreements, and the one chosen."""


@dataclass(frozen=True, slots=True)
class Differences:
    disagreements: QuerySet[FoundDisagreement]
    facets: list[Facet]


def find_differences(*, career: str = "", quantity: str = "") -> Differences:
    """ "" means all. Two queries, and that of the disagreements."""
    facets = [
        Facet("Career", ("career",), _careers(_narrowed("", quantity), career)),
        Facet("About", ("quantity",), _quantities(_narrowed(career, ""))),
    ]
    return Differences(_narrowed(career, quantity).in_order(), facets)


def _narrowed(career: str, quantity: str) -> FoundDisagreementQuerySet:
    wanted = {name: code for name, code in (("subject_code", career), ("quantity", quantity)) if code}
    return FoundDisagreement.objects.filter(**wanted)


def _careers(found: QuerySet[FoundDisagreement], chosen: str) -> list[Option]:
    counts = found.order_by().values_list("subject_code", "subject_name").annotate(count=Count("pk"))
    is_other = Case(When(subject_code=chosen, then=0), default=1)
    most = counts.order_by(is_other, "-count", "subject_name")[:MOST_CAREERS]
    return [Option(name, {"career": code}, count) for code, name, count in sorted(most, key=lambda row: row[1])]


def _quantities(found: QuerySet[FoundDisagreement]) -> list[Option]:
    counts = found.order_by().values_list("quantity").annotate(count=Count("pk"))
    options = [Option(Quantity(code).label.capitalize(), {"quantity": code}, count) for code, count in counts]
    return sorted(options, key=lambda option: option.label)
