"""Synthetic guides: copies of those that are loaded, each with its career, sources, keys, history and checked claims.

The database is left as publishing would leave it, but for frozen guides of past editions.
"""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Case, Exists, F, OuterRef, QuerySet, Value, When
from django.db.models.functions import Concat, Lower, Replace, StrIndex, Substr

from careers.models import Career, OccupationMatch
from explore.claim_totals import ClaimTally
from explore.models import CheckedClaim, CheckedPublisher, ClaimCheck, ClaimTotal, FoundDisagreement
from facts.models import Change, Edition, Source

TEXT = models.TextField()
ROUND = 10_000_000
"""What is added to the primary keys of what is copied, once a round."""
KINDS = """
Coastal Rural Urban Mobile Remote Senior Junior Assistant Associate Deputy Regional Municipal Provincial Federal Private
Public Seasonal Overnight Clinical Industrial Commercial Residential Maritime Alpine Airport Railway Campus Museum
Festival Stadium Harbor Island Border Desert Forest Mining Offshore Contract Volunteer
""".split()  # noqa: SIM905
"""The first word of a copied title, a round each."""


def make_guides(careers: int) -> None:
    """Copy all guides, whole rounds, until there are so many careers."""
    loaded = Career.objects.filter(pk__lt=ROUND).count()
    for number in range(Career.objects.count() // loaded, -(-careers // loaded)):
        its, edition = _Round(number), _new_edition(f"Synthetic guides, round {number}.")
        for model in copied_models():
            _insert(model, _rows_of(model), its.columns(model))
        _copy_derived(its, edition)
    _count_claims()
    _finish()


def _new_edition(reason: str) -> Edition:
    newest = Edition.objects.newest_first()[0]
    times = {"begun_at": newest.begun_at, "published_at": newest.published_at}
    return Edition.objects.create(number=newest.number + 1, act=Edition.Act.LOAD, reason=reason, **times)


def keep_careers(slugs: Collection[str]) -> None:
    """Take out all other careers, and guides that nothing else cites."""
    gone = Career.objects.exclude(slug__in=slugs)
    ClaimCheck.objects.filter(claim__career_slug__in=gone.values("slug")).delete()
    for model, name in ((CheckedClaim, "career_slug"), (FoundDisagreement, "subject_code"), (Change, "career_slug")):
        _delete(model.objects.filter(**{f"{name}__in": gone.values("slug")}))
    pointing = [(model, name) for model, names in _paths().items() for name in names]
    for model, name in reversed(pointing):
        _delete(model._default_manager.filter(**{f"{name}__in": gone}))
    _delete(gone)
    _delete_uncited_guides()
    _count_claims()
    _finish()


@cache
def copied_models() -> list[type[models.Model]]:
    """Careers and their guides first, then what hangs from them."""
    return [Career, Source, *_paths(), *(model.history.model for model in (Career, Source))]


@cache
def _paths() -> dict[type[models.Model], list[str]]:
    """Models whose rows belong to careers, and the paths of fields by which: what others point to comes first."""
    found: dict[type[models.Model], list[str]] = {Career: [""]}
    waiting = [Career]
    while waiting:
        whole = waiting.pop(0)
        for model in apps.get_models(include_auto_created=True):
            names = [_path(field, found[whole][0]) for field in model._meta.fields if field.related_model is whole]
            if names and model not in found:
                found[model] = names
                waiting.append(model)
    del found[Career]
    return found


def _path(field: Any, rest: str) -> str:
    return f"{field.name}__{rest}" if rest else field.name


def _rows_of(model: type[models.Model]) -> QuerySet:
    """Those that came with what was loaded: no copies."""
    rows = model._base_manager.filter(pk__lt=ROUND).order_by()
    if model in (Source, Source.history.model):
        return rows.filter(kind=Source.Kind.GUIDE)
    return rows.filter(**{f"{_paths()[model][0]}__isnull": False}) if model in _paths() else rows


class _Round:
    """What copies of one round have, as expressions of what is copied."""

    def __init__(self, number: int) -> None:
        self.prefix, self.kind, self.offset = f"s{number}-", KINDS[number % len(KINDS)], number * ROUND

    def columns(self, model: type[models.Model]) -> dict[str, Any]:
        return {field.column: self._value(model, field) for field in model._meta.concrete_fields}

    def _value(self, model: type[models.Model], field: Any) -> Any:
        value = F(field.attname)
        if field.primary_key or field.name == "id" or _is_of_copied(field):
            return value + Value(self.offset)
        if field.related_model is Source:
            is_copied = When(**{f"{field.name}__in": _rows_of(Source).values("pk")}, then=value + Value(self.offset))
            return Case(is_copied, default=value, output_field=models.BigIntegerField())
        if field.name in ("key", "slug"):
            return self.prefixed(field.name)
        if field.name == "title" and model.__name__.removeprefix("Historical") in ("Career", "AlternateTitle"):
            return self.title(field.name)
        return _tie() if field.name == "match" else value

    def prefixed(self, name: str) -> Any:
        return _joined(Value(self.prefix), name)

    def title(self, name: str) -> Any:
        return _joined(Value(f"{self.kind} "), Lower(Substr(name, 1, 1)), Substr(name, 2))

    def claim(self) -> Any:
        """The document of a claim, which names its key, its source and its career."""
        key = Substr("address", 1, StrIndex(_joined("address", Value("#")), Value("#")) - 1)
        document = Replace("document", key, _joined(Value(self.prefix), key), output_field=TEXT)
        for name in ("source_slug", "career_slug"):
            for end in ('"', "/"):
                document = _replaced(document, F(name), self.prefixed(name), end)
        document = Replace(document, Value(',"exact"]'), Value(',"narrower"]'), output_field=TEXT)
        return _replaced(document, F("career_title"), self.title("career_title"), '"')

    def disagreement(self, row: FoundDisagreement) -> FoundDisagreement:
        careers = [f"{self.prefix}{slug}" for slug in row.careers.split()]
        figures = row.figures
        for before in ('"key":"', "/figures/", "/sources/", "/careers/", '"source":["', '"subject":["'):
            figures = figures.replace(before, before + self.prefix)
        row.pk, row.row = row.pk + self.offset, row.row + self.offset
        row.key = self.prefix + row.key.replace("+", f"+{self.prefix}")
        row.subject_code, row.subject_name = self.prefix + row.subject_code, f"{self.kind} {row.subject_name}"
        row.careers, row.figures, row._state.adding = f" {' '.join(careers)} ", figures, True
        return row


def _tie() -> Case:
    """A copy is a part of what a loaded career is the whole of."""
    exact, narrower = OccupationMatch.Match.EXACT, OccupationMatch.Match.NARROWER
    return Case(When(match=exact, then=Value(str(narrower))), default=F("match"), output_field=TEXT)


def _joined(*parts: Any) -> Concat:
    return Concat(*parts, output_field=TEXT)


def _replaced(document: Any, old: Any, new: Any, end: str) -> Replace:
    """Between two of these ends."""
    ends = Value(end)
    return Replace(document, _joined(ends, old, ends), _joined(ends, new, ends), output_field=TEXT)


def _is_of_copied(field: Any) -> bool:
    """Whether it points to something that is copied with it, other than a source."""
    return bool(field.related_model) and field.related_model is not Source and field.related_model in copied_models()


def _insert(model: type[models.Model], rows: QuerySet, columns: Mapping[str, Any]) -> None:
    """INSERT … SELECT, which the ORM has no words for."""
    quoted = connection.ops.quote_name
    query, params = rows.values_list(*columns.values()).query.sql_with_params()
    into = f"INSERT INTO {quoted(model._meta.db_table)} ({', '.join(map(quoted, columns))}) {query}"
    with connection.cursor() as cursor:
        cursor.execute(into, params)


def _copy_derived(its: _Round, edition: Edition) -> None:
    """Checked claims, disagreements and changes, under the names of the copies."""
    names = {name: its.prefixed(name) for name in ("career_slug", "source_slug", "address")}
    claims = {**names, "career_title": its.title("career_title"), "document": its.claim()}
    _copy(CheckedClaim.objects.all(), its, claims)
    _copy(ClaimCheck.objects.all(), its, {"claim_id": its.prefixed("claim_id"), "match": _tie()})
    copied = [model._meta.label_lower for model in copied_models()]
    changes = {"key": its.prefixed("key"), "career_slug": its.prefixed("career_slug"), "row": F("row") + its.offset}
    in_edition = {"edition_id": Value(edition.pk)}
    _copy(Change.objects.filter(model__in=copied).exclude(career_slug=""), its, changes | in_edition)
    found = FoundDisagreement.objects.filter(pk__lt=ROUND)
    FoundDisagreement.objects.bulk_create([its.disagreement(row) for row in found])


def _copy(rows: QuerySet, its: _Round, changed: Mapping[str, Any]) -> None:
    columns = {field.column: F(field.attname) for field in rows.model._meta.concrete_fields}
    columns |= {"id": F("pk") + its.offset, **changed}
    _insert(rows.model, rows.filter(pk__lt=ROUND).order_by(), columns)


def _delete(rows: QuerySet) -> None:
    """In one query, without reading what goes."""
    rows.order_by()._raw_delete(rows.db)


def _delete_uncited_guides() -> None:
    guides = Source.objects.filter(kind=Source.Kind.GUIDE)
    for model in copied_models():
        if hasattr(model, "source") and not hasattr(model, "history_id"):
            guides = guides.exclude(Exists(model._base_manager.filter(source=OuterRef("pk"))))
    _delete(guides)


def _count_claims() -> None:
    for model in (ClaimTotal, CheckedPublisher):
        model.objects.all().delete()
    counted = ClaimTally()
    counted.take(CheckedClaim.objects.all())
    ClaimTally(*({key: -count for key, count in counts.items()} for counts in (counted.totals, counted.guides))).write()


def _finish() -> None:
    """Let numbers go on after the copies, and tell the planner how many rows there are."""
    copied = [*copied_models(), CheckedClaim, ClaimCheck, FoundDisagreement, Change, Edition]
    with connection.cursor() as cursor:
        for statement in (*connection.ops.sequence_reset_sql(no_style(), copied), "ANALYZE"):
            cursor.execute(statement)
