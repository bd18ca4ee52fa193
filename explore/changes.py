from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from careers.models import Career, Occupation, OccupationMatch
from explore.headings import heading_of
from facts.actions import natural_key_text
from facts.models import Change, Correction, Edition, Release


@dataclass(frozen=True, slots=True)
class Counted:
    kind: str
    what: str
    rows: int


@dataclass(frozen=True, slots=True)
class ListedChange:
    """`career` is None if deleted."""

    change: Change
    what: str
    career: Career | None


@dataclass(frozen=True, slots=True)
class News:
    """What an edition changed for one career."""

    edition: Edition
    corrections: list[Correction]
    changes: list[Change]
    releases: list[Change]

    @property
    def told(self) -> list[str]:
        return [
            *map(_corrected, self.corrections),
            *(f"{heading_of(each.model)}: {each}" for each in self.changes),
            *(f"Release: {each}" for each in self.releases),
        ]


def _corrected(correction: Correction) -> str:
    before, after = correction.before.rstrip("."), correction.after.rstrip(".")
    return f"{correction}. It said: {before}. It says: {after}."


def list_editions(career: str = "") -> QuerySet[Edition]:
    """Newest first, with `changed`, its number of changes.

    A `career` (slug) also matches releases with its occupations.
    """
    editions = Edition.objects.newest_first()
    if not career:
        counts = Change.objects.filter(edition=OuterRef("pk")).order_by().values("edition").annotate(count=Count("pk"))
        return editions.annotate(changed=Coalesce(Subquery(counts.values("count")), 0))
    of_record = Q(changes__model=Release._meta.label_lower, changes__key__in=_releases_about(career))
    return editions.filter(Q(changes__career_slug=career) | of_record).annotate(changed=Count("changes"))


def _releases_about(career: str) -> list[str]:
    """Natural keys; three queries."""
    tied = list(OccupationMatch.objects.filter(career__slug=career).values_list("occupation", flat=True))
    parts = Occupation.objects.filter(parent__in=tied).values_list("pk", flat=True)
    occupations = [*tied, *parts]
    of_them = [Exists(rows.filter(release=OuterRef("pk"), occupation__in=occupations)) for rows in _rows_of_record()]
    releases = Release.objects.filter(Q(*of_them, _connector=Q.OR)).select_related("source")
    return [natural_key_text(release) for release in releases]


def _rows_of_record() -> list[QuerySet]:
    needed = {"release", "occupation"}
    models = (model for model in apps.get_models() if needed <= {field.name for field in model._meta.fields})
    return [model._base_manager.order_by() for model in models]


def news_of(editions: Iterable[Edition], career: str) -> list[News]:
    editions = list(editions)
    brought = Q(model=Release._meta.label_lower, key__in=_releases_about(career))
    changes = Change.objects.filter(Q(career_slug=career) | brought, edition__in=editions).order_by("pk")
    corrections = Correction.objects.filter(career_slug=career, edition__in=editions).order_by("pk")
    by_edition: dict[int, tuple[list, list, list]] = defaultdict(lambda: ([], [], []))
    for correction in corrections:
        by_edition[correction.edition_id][0].append(correction)
    for change in changes:
        by_edition[change.edition_id][2 if change.model == Release._meta.label_lower else 1].append(change)
    return [News(edition, *by_edition[edition.pk]) for edition in editions]


def count_changes(edition: Edition) -> list[Counted]:
    counted = edition.changes.order_by().values_list("kind", "model").annotate(rows=Sum("rows"))
    order = Change.Kind.values
    in_order = sorted(counted, key=lambda row: (order.index(row[0]), -row[2], row[1]))
    return [Counted(Change.Kind(kind).label, heading_of(model), rows) for kind, model, rows in in_order]


def list_changes(changes: Iterable[Change]) -> list[ListedChange]:
    changes = list(changes)
    careers = {row.slug: row for row in Career.objects.filter(slug__in={change.career_slug for change in changes})}
    return [ListedChange(change, heading_of(change.model), careers.get(change.career_slug)) for change in changes]
