import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings

from explore.disagreements import Disagreement
from explore.jobs import JobDocument
from explore.jobs.answering import pay_in
from explore.jobs.answers import PayAnswer
from explore.jobs.record import Cell
from explore.jobs.verdict import FigureConflict, Verdict
from facts.figure import RECORD, Named
from facts.marks import Mark
from pages.annotations import Sign
from pages.job.chapters import CHAPTERS, Chapter, ShownChapter, show_chapters
from pages.job.drawings import Drawings
from pages.job.spread import Spread, draw_spread
from pages.job.summaries import summaries_of

YEAR = re.compile(r"[12][0-9]{3}")


@dataclass(frozen=True, slots=True)
class JobPage:
    """`disputes` and `verdicts` are by a figure's address."""

    document: JobDocument
    place: str
    places: list[Named]
    pay: PayAnswer
    spread: Spread | None
    unknown_place: str
    unknown_year: str
    chapters: list[ShownChapter]
    drawings: Drawings
    scheme: str
    disputes: dict[str, Disagreement | FigureConflict]
    verdicts: dict[str, Sign]

    @property
    def has_answers(self) -> bool:
        answers = self.document.answers
        told = (self.pay.figure, self.pay.reason, answers.entry.education, answers.entry.time, answers.outlook.figure)
        return any(told) or answers.reliability.sources > 0

    @property
    def heading(self) -> str:
        """ "Registered nurse in Ohio: median pay $82,510 a year"; the title alone where no official figure is known."""
        figure, title = self.pay.figure, self.document.title
        if figure is None or figure.value is None or figure.standing != RECORD:
            return title
        where = f" in {self.pay.place}" if self.place else ""
        bound = " or more" if Mark.AT_LEAST in figure.marks else ""
        return f"{title}{where}: {figure.measure.label} pay {figure.unit.say(figure.value)}{bound}"

    @property
    def pay_finding(self) -> str:
        """ "Ohio: Median pay rose 20% from May 2022 to May 2025." """
        if self.pay.change is None:
            return ""
        return f"{self.pay.place}: {self.pay.change.finding}" if self.place else self.pay.change.finding

    @property
    def path(self) -> str:
        return self.document.url.partition("?")[0]

    @property
    def scheme_name(self) -> str:
        """ "soc-2010" for a code of an older classification, else ""."""
        return self.scheme.rpartition("=")[2]

    @property
    def pick(self) -> str:
        """Before "place=US-OH" in a link to this page."""
        return f"{self.scheme}&" if self.scheme else "?"

    @property
    def picked(self) -> str:
        """The same, for a link that keeps the place."""
        return f"{self.pick}place={self.place}&" if self.place else self.pick


def lay_out(
    document: JobDocument,
    place: str = "",
    cells: Sequence[Cell] = (),
    year: str = "",
    chapters: Iterable[Chapter] = CHAPTERS,
) -> JobPage:
    """`place` is "US-OH" or "OH", and `cells` are the years of its pay; `year` is of the range of pay that is shown."""
    code = state_code(place)
    pay = pay_in(document, cells) if code else None
    verdicts = {each.address: _sign(each) for each in document.verdicts}
    drawings = Drawings(document, verdicts, cells, int(year) if YEAR.fullmatch(year) else 0)
    shown = pay or document.answers.pay
    return JobPage(
        document=document,
        place=code if pay else "",
        places=[*document.record.places] if document.record else [],
        pay=shown,
        spread=draw_spread(shown),
        unknown_place=place if code and pay is None else "",
        unknown_year=year if year and not _has_year(drawings, year) else "",
        chapters=show_chapters(chapters, document, drawings, summaries_of(document, drawings)),
        drawings=drawings,
        scheme=_scheme(document),
        disputes={figure.address: each for each in document.conflicts for figure in each.figures},
        verdicts=verdicts,
    )


def _sign(verdict: Verdict) -> Sign:
    """Without the reason where something is not loaded: the page says that once, at its end."""
    return Sign(verdict.sign, verdict.word, "" if verdict.needs else verdict.sentence, verdict.url)


def _has_year(drawings: Drawings, year: str) -> bool:
    return drawings.percentiles is not None and str(drawings.percentiles.year) == year


def state_code(place: str) -> str:
    """ "OH" is "US-OH"; "" for the whole country."""
    code, country = place.upper(), settings.COUNTRY
    code = f"{country}-{code}" if code and not code.startswith(country) else code
    return "" if code == country else code


def _scheme(document: JobDocument) -> str:
    """ "?scheme=soc-2010", or ""."""
    record = document.record
    return f"?{record.occupation.url.partition('?')[2]}" if record and "?" in record.occupation.url else ""
