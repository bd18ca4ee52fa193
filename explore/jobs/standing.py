"""Whether a frozen document still stands: what later editions changed, and whether it speaks of that."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Case, F, Max, Q, Value, When

from careers.models import Career, Move, OccupationMatch, RelatedCareer
from facts.footing import SHARED, ties_of
from facts.models import Change

LINKING = [model._meta.label_lower for model in (Career, Move, OccupationMatch, RelatedCareer)]
"""Rows of one career that the documents of others show: its title, and what ties it to them."""
OWNERS = ("career", "ladder", "path")
"""Fields that say whose a row is: one that moved has changed its former owner too, whom its change does not name."""
MANY = 20
"""So many careers with new ties that to look after each would cost more than to make the documents anew."""


@dataclass(slots=True)
class Changes:
    """The newest edition that changed each career: its own rows, those that others show, and what all share."""

    own: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    linking: dict[str, int] = field(default_factory=dict)
    _tied: dict[str, frozenset[str]] = field(default_factory=dict)

    def newest_for(self, job: str, names: Collection[str]) -> int:
        """The newest edition that changed what a job's document speaks of; 0 where none did."""
        linking = [number for career, number in self.linking.items() if self._is_near(career, names)]
        return max(self.own.get(SHARED, 0), self.own.get(job, 0), *linking, 0)

    def _is_near(self, career: str, names: Collection[str]) -> bool:
        return len(self.linking) > MANY or career in names or not self._ties(career).isdisjoint(names)

    def _ties(self, career: str) -> frozenset[str]:
        if career not in self._tied:
            self._tied[career] = tied_to(career)
        return self._tied[career]


def changes_between(after: int, until: int, job: str | None = None) -> Changes:
    """What the editions from the one after `after` to `until` changed; of one `job` alone, what may concern it."""
    rows = Change.objects.filter(edition__number__gt=after, edition__number__lte=until).order_by()
    if job is not None:
        rows = rows.filter(Q(career_slug__in=[job, SHARED]) | Q(model__in=LINKING) | _moved())
    sort = Case(When(_moved(), then=Value("moved")), When(model__in=LINKING, then=Value("linking")), default=Value(""))
    newest = rows.values_list("career_slug", sort).annotate(newest=Max("edition__number"))
    found = Changes()
    for career, kind, number in newest:
        _note(found, career, kind, number)
    return found


def parts_of(job: str, names: Iterable[str]) -> tuple[str, ...]:
    return (SHARED, job, *sorted(map(ties_of, {job, *names})))


def parts_changed(after: int, until: int) -> dict[str, int]:
    changes = changes_between(after, until)
    newest = dict(changes.own)
    if len(changes.linking) > MANY:
        newest[SHARED] = max(newest.get(SHARED, 0), *changes.linking.values())
        return newest
    for career, number in changes.linking.items():
        for job in (career, *tied_to(career)):
            newest[ties_of(job)] = max(newest.get(ties_of(job), 0), number)
    return newest


def _note(found: Changes, career: str, kind: str, number: int) -> None:
    career = SHARED if kind == "moved" else career
    found.own[career] = max(found.own[career], number)
    if kind == "linking":
        found.linking[career] = number


def _moved() -> Q:
    """Changes of whose a row is."""
    return Q(kind=Change.Kind.CHANGED) & Q(
        *(Q(differences__icontains=f'"field": "{name}"') for name in OWNERS), _connector=Q.OR
    )


def tied_to(career: str) -> frozenset[str]:
    """The careers and occupations that a career is tied to now, as documents name them: three queries."""
    related = RelatedCareer.objects.filter(Q(career__slug=career) | Q(related__slug=career)).order_by()
    slugs = related.values_list("career__slug", "related__slug")
    moves = Move.objects.filter(career__slug=career, to_career__isnull=False).values_list("to_career__slug", flat=True)
    groups = OccupationMatch.objects.filter(career__slug=career).order_by()
    codes = groups.values_list(F("occupation__scheme"), F("occupation__code"))
    return frozenset((*(slug for pair in slugs for slug in pair), *moves, *(f"{one}:{code}" for one, code in codes)))
