"""What guides say of a job: prose, rows of lists, figures, ladders. Pure: no database."""

from dataclasses import dataclass

from facts.figure import Figure, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Who says it: the source as a line of text calls it, where in it, and whom it credits."""

    source: Named
    locator: str = ""
    credited: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSection:
    """Prose in Markdown; or a heading that the source left empty."""

    key: str
    kind: str
    heading: str = ""
    text: str = ""
    left_empty: bool = False
    credit: Credit


@dataclass(frozen=True, slots=True, kw_only=True)
class JobEntry:
    """One row of a list. `tag` says what sort of row it is, `note` more in plain words, `text` more in Markdown."""

    key: str
    label: str
    text: str = ""
    note: str = ""
    tag: str = ""
    printed: str = ""
    link: Named | None = None
    credit: Credit


@dataclass(frozen=True, slots=True, kw_only=True)
class JobStatement:
    """Figures that a source gives together; `doubt` says why editors do not rely on them.

    `part` is the occupation or group within the job that they are of; "" for the whole job.
    """

    key: str
    label: str = ""
    note: str = ""
    tag: str = ""
    doubt: str = ""
    level: str = ""
    part: str = ""
    figures: tuple[Figure, ...]
    credit: Credit

    def figure(self, field: str) -> Figure | None:
        """The figure of one field."""
        return next((figure for figure in self.figures if figure.field == field), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRung:
    """One step of a ladder with what it pays."""

    key: str
    title: str
    printed: str = ""
    basis: str = ""
    summary: str = ""
    focus: str = ""
    experience: Figure | None = None
    pay: tuple[Figure, ...] = ()

    def figure(self, field: str) -> Figure | None:
        """What it pays, by one measure."""
        return next((figure for figure in self.pay if figure.field == field), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLadder:
    """One source's ladder, from the lowest rung up."""

    key: str
    note: str = ""
    rungs: tuple[JobRung, ...]
    credit: Credit
