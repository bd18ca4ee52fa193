"""The four answers on the first screen of a job."""

from dataclasses import dataclass

from facts.figure import Figure, Named


@dataclass(frozen=True, slots=True, kw_only=True)
class PayChange:
    """In percent; `real` is after inflation, None where prices are missing."""

    since: str
    until: str
    percent: float
    real: float | None = None

    @property
    def sentence(self) -> str:
        """ "Up 20% since May 2022, up 9% after inflation." """
        after = f", {direction(self.real)} after inflation" if self.real is not None else ""
        text = f"{direction(self.percent)} since {self.since}{after}."
        return text[0].upper() + text[1:]

    @property
    def finding(self) -> str:
        """ "Pay rose 20% from May 2022 to May 2025, up 9% after inflation." """
        verbs = {"up": "rose", "down": "fell"}
        verb, _, rest = direction(self.percent).partition(" ")
        change = f"{verbs[verb]} {rest}" if verb in verbs else "stayed the same"
        after = f", {direction(self.real)} after inflation" if self.real is not None else ""
        return f"Median pay {change} from {self.since} to {self.until}{after}."


def direction(percent: float) -> str:
    """ "up 20%", "down 3%", "unchanged"."""
    whole = round(percent)
    return "unchanged" if whole == 0 else f"{'up' if whole > 0 else 'down'} {abs(whole)}%"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayAnswer:
    """`whose` says of whom where it is not this job alone; `error` is the standard error of mean pay in percent."""

    figure: Figure | None = None
    place: Named | None = None
    figures: tuple[Figure, ...] = ()
    change: PayChange | None = None
    error: float | None = None
    whose: str = ""
    reason: str = ""

    def at(self, measure: str) -> Figure | None:
        """`measure` is "p25", in the median's own unit."""
        wanted = (figure for figure in self.figures if figure.measure == measure and not figure.is_missing)
        return next((figure for figure in wanted if self.figure and figure.unit == self.figure.unit), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAnswer:
    """`education` is in the publisher's words."""

    education: str = ""
    sentences: tuple[str, ...] = ()
    time: Figure | None = None
    time_label: str = ""
    source: Named | None = None
    release: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookAnswer:
    """`words` are a source's own."""

    figure: Figure | None = None
    words: str = ""
    sentence: str = ""
    whose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """Counts: no grade."""

    sources: int = 0
    checked: int = 0
    agreed: int = 0
    contradicted: int = 0
    disagreements: int = 0
    undated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class JobAnswers:
    pay: PayAnswer
    entry: EntryAnswer
    outlook: OutlookAnswer
    reliability: Reliability
