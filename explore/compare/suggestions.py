from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db.models import Q

from careers.models import Career, Occupation, OccupationMatch, RelatedCareer
from explore.compare.items import ComparedItem, address_name
from facts.edition_key import edition_read, once_per_edition

MOST = 4
KEPT = 200
ENOUGH = 4  # rows read for each pair shown: a pair may be named on both its pages, and by several sources


@dataclass(frozen=True, slots=True)
class Suggestion:
    name: str
    title: str
    why: str


def suggest(items: Sequence[ComparedItem]) -> list[Suggestion]:
    """Two queries in an edition."""
    return suggested(edition_read(), tuple(items))


@once_per_edition(maxsize=KEPT)
def suggested(items: tuple[ComparedItem, ...]) -> list[Suggestion]:
    careers = [item.subject.pk for item in items if item.is_career]
    chosen = {item.name for item in items}
    found: dict[str, Suggestion] = {}
    for suggestion in (*_related(careers), *_groups(items)):
        if suggestion.name not in chosen:
            found.setdefault(suggestion.name, suggestion)
    return list(found.values())[:MOST]


def suggest_pairs() -> list[tuple[Career, Career, str]]:
    """One query."""
    rows = RelatedCareer.objects.select_related("career", "related", "source").order_by("-kind", "position", "pk")
    pairs: dict[frozenset[int], RelatedCareer] = {}
    for row in rows[: ENOUGH * MOST]:
        pairs.setdefault(frozenset((row.career_id, row.related_id)), row)
    return [(row.career, row.related, row.source.publisher) for row in islice(pairs.values(), MOST)]


def _related(careers: Collection[int]) -> Iterable[Suggestion]:
    named = Q(career__in=careers) | Q(related__in=careers)
    rows = RelatedCareer.objects.filter(named).select_related("career", "related", "source")
    for row in rows.order_by("position", "pk"):
        here, there = (row.career, row.related) if row.career_id in careers else (row.related, row.career)
        yield Suggestion(there.slug, there.title, f"named by {row.source.publisher} beside {here.title}")


def _groups(items: Sequence[ComparedItem]) -> Iterable[Suggestion]:
    careers = [item.subject.pk for item in items if item.is_career]
    occupations = [item.subject.pk for item in items if not item.is_career]
    tied = OccupationMatch.objects.filter(Q(career__in=careers) | Q(occupation__in=occupations))
    for match in tied.select_related("career", "occupation").order_by("position", "pk"):
        other: Career | Occupation = match.occupation if match.career_id in careers else match.career
        why = "a group that the title falls in" if other is match.occupation else "a title that falls in the group"
        yield Suggestion(address_name(other), other.title, why)
