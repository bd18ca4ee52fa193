"""What guides say of a job."""

from dataclasses import dataclass

from facts.figure import Figure, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """`source` as a line of text calls it; `credited` is whom it credits."""

    source: Named
    locator: str = ""
    credited: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSection:
    """Markdown, or a heading that the source left empty."""

    key: str
    kind: str
    heading: str = ""
    text: str = ""
    left_empty: bool = False
    credit: Credit


@dataclass(frozen=True, slots=True, kw_only=True)
class JobEntry:
    """`tag` is the sort of row, `note` plain words, `text` Markdown."""

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
    """`doubt`: why editors do not rely on it. `part` is a group within the job, "" for the whole.

    `note` has the words of a growth, or what a time covers.
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
        return next((figure for figure in self.figures if figure.field == field), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRung:
    key: str
    title: str
    printed: str = ""
    basis: str = ""
    summary: str = ""
    focus: str = ""
    experience: Figure | None = None
    pay: tuple[Figure, ...] = ()

    def figure(self, field: str) -> Figure | None:
        return next((figure for figure in self.pay if figure.field == field), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobLadder:
    """From the lowest rung up."""

    key: str
    note: str = ""
    rungs: tuple[JobRung, ...]
    credit: Credit
