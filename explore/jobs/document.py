"""The schema of a job document: frozen dataclasses all the way down, which `explore.jobs.codec` writes and reads."""

from dataclasses import dataclass, field

from explore.jobs.account import JobEntry, JobLadder, JobSection, JobStatement
from explore.jobs.answers import JobAnswers
from explore.jobs.record import JobRecord, Tie
from explore.jobs.studies import Studies
from explore.jobs.verdict import FigureConflict, Verdict
from facts.figure import Figure, Named

VERSION = 1
"""Raised when a field changes its meaning or goes; a document of another version is read anew, not converted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """`why` is one of the reasons in explore.jobs.gaps, in words."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceUsed:
    """A source that something in the document is taken from, with the releases of it.

    `newest` is the newest release here, where it is among them; the next one should be out by the day `next_due`.
    """

    source: Named
    publisher: str
    kind: str
    is_official: bool
    licence: str = ""
    note: str = ""
    retrieved_on: str = ""
    releases: tuple[Named, ...] = ()
    credits: tuple[str, ...] = ()
    newest: str = ""
    next_due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobDocument:
    """`slug` is "" without a guide, `code` "" where it is counted in no group.

    `lists` are by name ("responsibilities"), `statements` by the slug of their kind.
    """

    version: int = VERSION
    title: str
    sentence: str
    url: str
    slug: str = ""
    code: str = ""
    scheme: str = ""
    is_group: bool = False
    field_of_work: Named | None = None
    also_called: tuple[JobEntry, ...] = ()
    titles: tuple[str, ...] = ()
    above: tuple[Named, ...] = ()
    parts: tuple[Named, ...] = ()
    part_of: Named | None = None
    ties: tuple[Tie, ...] = ()
    answers: JobAnswers
    sections: tuple[JobSection, ...] = ()
    lists: dict[str, tuple[JobEntry, ...]] = field(default_factory=dict)
    statements: dict[str, tuple[JobStatement, ...]] = field(default_factory=dict)
    ladders: tuple[JobLadder, ...] = ()
    record: JobRecord | None = None
    studies: Studies = Studies()
    verdicts: tuple[Verdict, ...] = ()
    conflicts: tuple[FigureConflict, ...] = ()
    gaps: tuple[Gap, ...] = ()
    sources: tuple[SourceUsed, ...] = ()

    @property
    def key(self) -> str:
        """How its address names it."""
        return self.slug or self.code

    @property
    def handout_url(self) -> str:
        path, mark, query = self.url.partition("?")
        return f"{path}handout/{mark}{query}"

    def told(self, *kinds: str) -> tuple[JobSection, ...]:
        return tuple(section for kind in kinds for section in self.sections if section.kind == kind)

    def listed(self, name: str) -> tuple[JobEntry, ...]:
        return self.lists.get(name, ())

    def stated(self, slug: str) -> tuple[JobStatement, ...]:
        return self.statements.get(slug, ())

    @property
    def figures(self) -> list[Figure]:
        """Of the job itself."""
        return [figure for rows in self.statements.values() for row in rows for figure in row.figures]
