"""Registry of kinds of statement.

Apps register them in `<app>/kinds.py`; API, download, sitemap, job pages, comparisons and desk iterate over them. A
model has `figures()` and `figure(field)`, and the manager methods of StatementQuerySet.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from facts.figure import Figure
from facts.measures import Quantity

Figures = Callable[[Sequence[Any]], list[Figure]]
"""Which figures of a kind's rows answer a question."""


def every_figure(rows: Iterable[Any]) -> list[Figure]:
    return [figure for row in rows for figure in row.figures()]


def figures_of(quantity: Quantity) -> Figures:
    return lambda rows: [figure for figure in every_figure(rows) if figure.quantity == quantity]


def figures_in(name: str) -> Figures:
    return lambda rows: [figure for row in rows if (figure := row.figure(name))]


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """A filter parameter; `type` is one of `explore.filters.statements`. `both_ends` adds `_min` and `_max`.

    `narrow` takes the rows and the value, where a column and a lookup are not enough. `label` is for pages.
    """

    name: str
    type: str
    help: str
    label: str = ""
    column: str = ""
    narrow: Callable[[Any, Any], models.QuerySet] | None = None
    lookup: str = ""
    exclude: bool = False
    both_ends: bool = False
    rows: Callable[[], models.QuerySet] | None = None
    by: str = "slug"
    many: bool = False
    words: Sequence[tuple[str, str]] = ()
    limits: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Composite:
    """Columns shown as one API object, null if the first is empty."""

    name: str
    about: str
    help: str
    parts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class ComparisonRow:
    """`group` defaults to the kind's own. `never` says why the row is not compared."""

    key: str
    title: str
    figures: Figures = every_figure
    group: str = ""
    measured: bool = False
    never: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class StatementKind:
    model: type[models.Model]
    #: The name of its list in addresses and of its table in the download ("skill-gaps"), and that of one row.
    slug: str
    one: str
    #: Where it stands among the others.
    order: int
    #: What readers call it, and the chapter of the job page that it stands in.
    heading: str
    chapter: str
    #: What the job page says where a career has none, though its chapter has something to tell; nothing if "".
    silence: str = ""
    #: What the API says of the list and of one row.
    about: str
    about_one: str
    #: The row's own fields in the API and the download, among them annotations of its rows; and their help where the
    #: model's is for editors.
    fields: tuple[str | Composite, ...]
    help: Mapping[str, str] = field(default_factory=dict)
    narrowings: tuple[Narrowing, ...] = ()
    #: The names that a list may be ordered by, each with its column.
    ordering: Mapping[str, str] = field(default_factory=dict)
    #: The parts of a row's address, each with its column; and which row comes first where several have one address.
    address: Mapping[str, str] = field(default_factory=lambda: {"key": "key"})
    preferred: tuple[str, ...] = ("pk",)
    #: The columns that identify a row of the download.
    identified_by: tuple[str, ...] = ("key",)
    #: Whether a list is so long that it is paged by cursor.
    is_long: bool = False
    #: Whether the API's guide of a career always has its rows, rather than a link to them.
    is_in_every_guide: bool = False
    #: The kind of the record by which claims are checked, by its slug; none where the record has no such figures.
    checked_by: str = ""
    #: What the record says of these occupations (primary keys) in the whole country, the latest first, for a kind of
    #: the record; and the fields that are set beside a claim, all where none are named.
    record: Callable[[Iterable[Any]], models.QuerySet] | None = None
    #: What of a claim the record's kind answers; and whether its rows are for the period of their release.
    answers: tuple[Quantity, ...] = ()
    has_period_of_release: bool = False
    beside_claims: tuple[str, ...] = ()
    #: What studies say of these codes (primary keys of occupations), for a kind that describes jobs under whichever
    #: code a study uses, and of which a job may have several rows.
    of_codes: Callable[[Iterable[Any]], models.QuerySet] | None = None
    #: Its rows in a comparison: one with all figures unless given.
    compared: tuple[ComparisonRow, ...] | None = None

    @property
    def name(self) -> str:
        return self.slug.replace("-", "_")

    @property
    def is_of_careers(self) -> bool:
        return _has_field(self.model, "career")

    @property
    def comparison_rows(self) -> tuple[ComparisonRow, ...]:
        return (ComparisonRow(key=self.slug, title=self.heading),) if self.compared is None else self.compared

    def rows(self) -> models.QuerySet:
        return self._objects.published().order_by("pk")

    def of_careers(self) -> models.QuerySet:
        return self._objects.filter(career__isnull=False).with_words()

    def for_career(self, career: models.Model) -> models.QuerySet:
        return self._objects.for_career(career).with_words()

    def for_careers(self, careers: Collection[models.Model]) -> models.QuerySet:
        """The same for several careers; those of each are in their order."""
        return self._objects.for_careers(careers).with_words()

    def record_of(self, occupations: Iterable[int]) -> models.QuerySet:
        """Raises LookupError for a kind that is none of the record."""
        if self.record is None:
            raise LookupError(f"The record has no {self.slug}.")
        return self.record(occupations)

    def study_of(self, codes: Iterable[int]) -> models.QuerySet:
        """Raises LookupError for a kind that is not of studies."""
        if self.of_codes is None:
            raise LookupError(f"No study has {self.slug}.")
        return self.of_codes(codes)

    @property
    def _objects(self) -> Any:
        return self.model._default_manager


_kinds: dict[str, StatementKind] = {}


def register(kind: StatementKind) -> None:
    """Raises ValueError if another model has its slug."""
    present = _kinds.get(kind.slug)
    if present and present.model is not kind.model:
        raise ValueError(f"Two kinds of statement are called {kind.slug}.")
    _kinds[kind.slug] = kind


def unregister(slug: str) -> None:
    """For tests."""
    _kinds.pop(slug, None)


def kinds() -> list[StatementKind]:
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.slug))


def career_kinds() -> Iterator[StatementKind]:
    return (kind for kind in kinds() if kind.is_of_careers)


def record_kinds() -> Iterator[StatementKind]:
    return (kind for kind in kinds() if kind.record)


def job_kinds() -> Iterator[StatementKind]:
    return (kind for kind in kinds() if kind.of_codes)


def kind_named(slug: str) -> StatementKind:
    """Raises KeyError."""
    return _kinds[slug]


def kind_of(model: type[models.Model]) -> StatementKind:
    """Raises LookupError."""
    match = next((kind for kind in kinds() if kind.model is model), None)
    if match is None:
        raise LookupError(f"{model.__name__} is no kind of statement.")
    return match


def _has_field(model: type[models.Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())
