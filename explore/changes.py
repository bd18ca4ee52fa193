"""What each edition changed, for readers: counted by kind, listed by what it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from careers.models import Career, OccupationMatch, Outlook
from explore.headings import heading_of
from facts.actions import natural_key_text
from facts.models import Change, Edition, Release
from salaries.models import Wage


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows of one kind an edition added, changed or removed."""

    kind: str
    what: str
    rows: int


@dataclass(frozen=True, slots=True)
class Listed:
    """One change: what it is called, what kind of row it is, and the career it belongs to (None if none or gone)."""

    change: Change
    what: str
    career: Career | None


def list_editions(career: str = "") -> QuerySet[Edition]:
    """Editions, the latest first, each with `changed`, the number of its changes.

    Of one career where it is named: those that changed what belongs to it, and those that brought or withdrew a release
    with pay or prospects of an occupation that it is tied to.
    """
    editions = Edition.objects.newest_first()
    if career:
        of_record = Q(changes__model=Release._meta.label_lower, changes__key__in=_releases_about(career))
        editions = editions.filter(Q(changes__career_slug=career) | of_record)
    return editions.annotate(changed=Count("changes"))


def _releases_about(career: str) -> list[str]:
    """The natural keys of the releases that count an occupation of the career's, or project it: two queries."""
    tied = list(OccupationMatch.objects.filter(career__slug=career).values_list("occupation", flat=True))
    counted = Wage.objects.national().for_occupations(tied).order_by().values("release")
    projected = Outlook.objects.filter(occupation__in=tied, release__isnull=False).order_by().values("release")
    releases = Release.objects.filter(Q(pk__in=counted) | Q(pk__in=projected)).select_related("source")
    return [natural_key_text(release) for release in releases]


def count_changes(edition: Edition) -> list[Counted]:
    """What the edition changed, counted by kind of row: one query."""
    counted = edition.changes.order_by().values_list("kind", "model").annotate(rows=Sum("rows"))
    order = Change.Kind.values
    in_order = sorted(counted, key=lambda row: (order.index(row[0]), -row[2], row[1]))
    return [Counted(Change.Kind(kind).label, heading_of(model), rows) for kind, model, rows in in_order]


def list_changes(changes: Iterable[Change]) -> list[Listed]:
    """The changes with what they are called: one query."""
    changes = list(changes)
    careers = {row.slug: row for row in Career.objects.filter(slug__in={change.career_slug for change in changes})}
    return [Listed(change, heading_of(change.model), careers.get(change.career_slug)) for change in changes]
