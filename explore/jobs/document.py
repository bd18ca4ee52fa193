"""The schema of a job document, version by version. Pure: no database, no HTML.

A document is frozen dataclasses all the way down, so that `explore.jobs.codec` writes it as JSON and reads it back.
"""

from dataclasses import dataclass, field

from explore.jobs.account import Entry, Ladder, Section, Statement
from explore.jobs.answers import Answers
from explore.jobs.record import Record, Tie
from explore.jobs.studies import Studies
from explore.jobs.verdict import Conflict, Verdict
from facts.figure import Figure, Named

VERSION = 1
"""Raised when a field changes its meaning or goes; a document of another version is read anew, not converted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that the page lacks; `why` is one of "not loaded", "not published", "withheld", "no source"."""

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
    """One job. `slug` is its career's, "" without a guide; `code` its occupation's, "" where it is counted in none.

    `lists` holds rows of guides by name ("responsibilities"), `statements` figures of guides by the slug of their kind.
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
    also_called: tuple[Entry, ...] = ()
    titles: tuple[str, ...] = ()
    above: tuple[Named, ...] = ()
    parts: tuple[Named, ...] = ()
    part_of: Named | None = None
    ties: tuple[Tie, ...] = ()
    answers: Answers
    sections: tuple[Section, ...] = ()
    lists: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    statements: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    ladders: tuple[Ladder, ...] = ()
    record: Record | None = None
    studies: Studies = Studies()
    verdicts: tuple[Verdict, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    gaps: tuple[Gap, ...] = ()
    sources: tuple[SourceUsed, ...] = ()

    def told(self, *kinds: str) -> tuple[Section, ...]:
        """Prose of these kinds, in their order."""
        return tuple(section for kind in kinds for section in self.sections if section.kind == kind)

    def listed(self, name: str) -> tuple[Entry, ...]:
        """The rows of one list; none where no source has any."""
        return self.lists.get(name, ())

    def stated(self, slug: str) -> tuple[Statement, ...]:
        """What guides state of one kind."""
        return self.statements.get(slug, ())

    @property
    def figures(self) -> list[Figure]:
        """Every figure that guides state of the job itself."""
        return [figure for rows in self.statements.values() for row in rows for figure in row.figures]
