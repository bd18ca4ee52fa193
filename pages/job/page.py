from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from explore.disagreements import Disagreement
from explore.jobs import JobDocument
from explore.jobs.answering import pay_in
from explore.jobs.answers import PayAnswer
from explore.jobs.record import Cell
from explore.jobs.verdict import FigureConflict
from facts.figure import Named
from pages.annotations import Sign
from pages.job.chapters import ShownChapter, show_chapters
from pages.job.drawings import Drawings
from pages.job.spread import Spread, draw_spread
from pages.job.summaries import summaries_of


@dataclass(frozen=True, slots=True)
class JobPage:
    """`disputes` and `verdicts` are by a figure's address."""

    document: JobDocument
    place: str
    places: list[Named]
    pay: PayAnswer
    spread: Spread | None
    unknown_place: str
    chapters: list[ShownChapter]
    drawings: Drawings
    scheme: str
    disputes: dict[str, Disagreement | FigureConflict]
    verdicts: dict[str, Sign]


def lay_out(document: JobDocument, place: str = "", cells: Sequence[Cell] = ()) -> JobPage:
    """`place` is "US-OH" or "OH", and `cells` are the years of its pay."""
    code = state_code(place)
    pay = pay_in(document, cells) if code else None
    verdicts = {each.address: Sign(each.sign, each.word, each.sentence, each.url) for each in document.verdicts}
    drawings = Drawings(document, verdicts)
    shown = pay or document.answers.pay
    return JobPage(
        document=document,
        place=code if pay else "",
        places=[*document.record.places] if document.record else [],
        pay=shown,
        spread=draw_spread(shown),
        unknown_place=place if code and pay is None else "",
        chapters=show_chapters(document, drawings, summaries_of(document, drawings)),
        drawings=drawings,
        scheme=_scheme(document),
        disputes={figure.address: each for each in document.conflicts for figure in each.figures},
        verdicts=verdicts,
    )


def state_code(place: str) -> str:
    """ "OH" is "US-OH"; "" for the whole country."""
    code, country = place.upper(), settings.COUNTRY
    code = f"{country}-{code}" if code and not code.startswith(country) else code
    return "" if code == country else code


def _scheme(document: JobDocument) -> str:
    """ "?scheme=soc-2010", or ""."""
    record = document.record
    return f"?{record.occupation.url.partition('?')[2]}" if record and "?" in record.occupation.url else ""
