"""The kinds of statement that there are: one registration makes a kind known to every door.

An app declares its kinds in `<app>/kinds.py` and registers them when Django starts. API lists, the download, the
sitemap, the job page, comparisons, disagreements, fact checks and the desk iterate over them. A kind's model has
`figures()` and `figure(field)`; `objects` has what StatementQuerySet gives. A kind of the record, whose rows come with
a release and are about occupations, need be no Statement.
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
    """Every figure of every row."""
    return [figure for row in rows for figure in row.figures()]


def figures_of(quantity: Quantity) -> Figures:
    """Those that give the quantity."""
    return lambda rows: [figure for figure in every_figure(rows) if figure.quantity == quantity]


def figures_in(name: str) -> Figures:
    """Those of one field."""
    return lambda rows: [figure for row in rows if (figure := row.figure(name))]


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """One parameter that narrows a list of the kind.

    `type` is one of those in `explore.filters.statements`, which reads the rest: `rows` and `by` of a reference,
    `words` of a choice, `limits` of a number. `both_ends` makes two of it, `<name>_min` and `<name>_max`.
    """

    name: str
    type: str
    help: str
    column: str = ""
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
    """Columns that a row of the API shows as one object: `parts` are name, column and help of each.

    The object is null where the column of the first part is empty.
    """

    name: str
    about: str
    help: str
    parts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True)
class ComparisonRow:
    """One row of a comparison of careers and occupations.

    `group` is the chapter whose rows it stands among, the kind's own unless given; "record" for the official record.
    `measured` says that the title tells what the figures measure, `never` why they are not compared.
    """

    key: str
    title: str
    figures: Figures = every_figure
    group: str = ""
    measured: bool = False
    never: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class StatementKind:
    """One kind of statement, and what doors need to show it."""

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
    #: The row's own fields in the API and the download, and their help where the model's is for editors.
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
    beside_claims: tuple[str, ...] = ()
    #: What studies say of these codes (primary keys of occupations), for a kind that describes jobs under whichever
    #: code a study uses, and of which a job may have several rows.
    of_codes: Callable[[Iterable[Any]], models.QuerySet] | None = None
    #: Its rows in a comparison: one with all figures unless given.
    compared: tuple[ComparisonRow, ...] | None = None

    @property
    def name(self) -> str:
        """What code and documents call its rows: "skill_gaps"."""
        return self.slug.replace("-", "_")

    @property
    def is_of_careers(self) -> bool:
        """Whether guides make such statements about careers."""
        return _has_field(self.model, "career")

    @property
    def comparison_rows(self) -> tuple[ComparisonRow, ...]:
        """Its rows in a comparison."""
        return (ComparisonRow(key=self.slug, title=self.heading),) if self.compared is None else self.compared

    def rows(self) -> models.QuerySet:
        """Every row that readers may see, in the order in which they were entered."""
        return self._objects.published().order_by("pk")

    def of_careers(self) -> models.QuerySet:
        """What guides say of careers, with the words of the figures."""
        return self._objects.filter(career__isnull=False).with_words()

    def for_career(self, career: models.Model) -> models.QuerySet:
        """What sources say of one career, in their order, with the words of the figures."""
        return self._objects.for_career(career).with_words()

    def for_careers(self, careers: Collection[models.Model]) -> models.QuerySet:
        """The same for several careers; those of each are in their order."""
        return self._objects.for_careers(careers).with_words()

    @property
    def _objects(self) -> Any:
        return self.model._default_manager


_kinds: dict[str, StatementKind] = {}


def register(kind: StatementKind) -> None:
    """Make a kind known. Raises ValueError where another model has its slug."""
    present = _kinds.get(kind.slug)
    if present and present.model is not kind.model:
        raise ValueError(f"Two kinds of statement are called {kind.slug}.")
    _kinds[kind.slug] = kind


def unregister(slug: str) -> None:
    """Forget a kind: for tests that make one of their own."""
    _kinds.pop(slug, None)


def kinds() -> list[StatementKind]:
    """Every kind, in order."""
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.slug))


def career_kinds() -> Iterator[StatementKind]:
    """Those of what guides say about careers."""
    return (kind for kind in kinds() if kind.is_of_careers)


def record_kinds() -> Iterator[StatementKind]:
    """Those of the official record."""
    return (kind for kind in kinds() if kind.record)


def job_kinds() -> Iterator[StatementKind]:
    """Those of what studies say of jobs."""
    return (kind for kind in kinds() if kind.of_codes)


def kind_named(slug: str) -> StatementKind:
    """The kind with this slug; raises KeyError."""
    return _kinds[slug]


def kind_of(model: type[models.Model]) -> StatementKind:
    """The kind of the model's rows; raises LookupError where it is none."""
    found = next((kind for kind in kinds() if kind.model is model), None)
    if found is None:
        raise LookupError(f"{model.__name__} is no kind of statement.")
    return found


def _has_field(model: type[models.Model], name: str) -> bool:
    return any(field.name == name for field in model._meta.get_fields())
