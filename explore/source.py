from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Count, Prefetch, QuerySet
from django.utils import timezone

from explore.headings import heading_of, headings
from facts.models import Release, Source, Sourced, Statement
from facts.unions import united

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Taken:
    says: str
    locator: str
    about: str
    url: str


@dataclass(frozen=True, slots=True)
class SourceGroup:
    anchor: str
    title: str
    rows: list[Taken]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class SourceRecord:
    source: Source
    releases: list[Release]
    superseded: list[Release]
    groups: list[SourceGroup]


def read_source(slug: str) -> SourceRecord:
    """Raises Source.DoesNotExist. One query for each kind of row."""
    known = Release.objects.known().newest_first()
    source = Source.objects.prefetch_related(Prefetch("releases", known)).get(slug=slug)
    superseded = source.releases.superseded(timezone.now().date()).select_related("source")
    return SourceRecord(source, list(source.releases.all()), list(superseded), list(_groups(source)))


def list_sources(sources: QuerySet[Source]) -> list[tuple[Source, int]]:
    """With the number of rows from each: three queries."""
    known = Release.objects.known().newest_first()
    listed = list(sources.prefetch_related(Prefetch("releases", known)))
    taken = Counter()
    for source, rows in _counts([source.pk for source in listed]):
        taken[source] += rows
    return [(source, taken[source.pk]) for source in listed]


def _counts(sources: Collection[int]) -> Iterable[tuple]:
    rows = [_public(model).filter(source__in=sources).order_by() for model in _sourced_models()]
    return united([each.values_list("source").annotate(Count("pk")) for each in rows], every=True)


def _groups(source: Source) -> Iterator[SourceGroup]:
    for model in sorted(_sourced_models(), key=_place):
        rows = list(_rows(model, source)[: MOST_SHOWN + 1])
        if rows:
            shown = [_taken(row) for row in rows[:MOST_SHOWN]]
            title = heading_of(model._meta.label_lower)
            yield SourceGroup(str(model._meta.model_name), title, shown, is_cut=len(rows) > MOST_SHOWN)


def _sourced_models() -> list[type[Sourced]]:
    return [model for model in apps.get_models() if issubclass(model, Sourced)]


def _public(model: type[Sourced]) -> QuerySet:
    rows = model.objects.all()
    return rows.published() if hasattr(rows, "published") else rows


def _place(model: type[Sourced]) -> int:
    known = list(headings())
    name = model._meta.model_name
    return known.index(name) if name in known else len(known)


def _rows(model: type[Sourced], source: Source) -> QuerySet:
    rows = _public(model).filter(source=source).order_by("pk")
    if hasattr(rows, "with_words"):
        return rows.with_words()
    relations = [field.name for field in model._meta.fields if field.many_to_one]
    return rows.select_related(*relations, *(["ladder__career"] if "ladder" in relations else []))


def _taken(row: Sourced) -> Taken:
    about = _about(row)
    url = row.get_absolute_url() if isinstance(row, Statement) else f"{about.get_absolute_url()}#{row.key}"
    return Taken(_says(row), row.locator, str(about), url)


def _about(row: Sourced) -> Any:
    candidates = ("belongs_to_career", "career", "occupation", "to_occupation")
    return next(found for name in candidates if (found := getattr(row, name, None)) is not None)


def _says(row: Sourced) -> str:
    if isinstance(row, Statement):
        return "; ".join(f"{figure.measure_text}: {figure.value_text}" for figure in row.figures())
    say = _SAYS.get(str(row._meta.model_name), str)
    return say(row)


#: Where a row's own name would repeat the career that stands beside it.
_SAYS = {
    "section": lambda row: row.get_kind_display(),
    "careerskill": lambda row: row.skill.name,
    "relatedcareer": lambda row: row.related.title,
    "ladder": lambda row: "The ladder",
    "occupationmatch": lambda row: f"{row.get_match_display().capitalize()}: {row.occupation}",
    "crosswalk": lambda row: f"{row.from_occupation} → {row.to_occupation}",
}
