"""Invented figures in every state, for developers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from explore.disagreements import Disagreement, find_disagreements
from explore.jobs.answers import EntryAnswer, JobAnswers, OutlookAnswer, PayAnswer, PayChange, Reliability
from facts.figure import RECORD, Figure, Named
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.periods import Period
from facts.units import Unit
from pages.annotations import Sign
from pages.charts.ladder import LadderChart, LadderStep, draw_ladder
from pages.charts.pay import PayGroup, PayPlot, PayRow, draw_pay
from pages.charts.percentiles import Percentiles, draw_percentiles
from pages.charts.tiles import PLACES, TileMap, draw_tiles
from pages.charts.ways_in import Way, WaysChart, draw_ways

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter"


@dataclass(frozen=True, slots=True)
class Sample:
    state: str
    figure: Figure
    sign: Sign | None = None


def samples() -> Iterator[Sample]:
    yield Sample("A claim", figure("claim", value=47_190))
    yield Sample("The record", figure("record", value=48_780, standing=RECORD, publisher="An office"))
    yield Sample("No data, withheld", figure("withheld", Mark.SUPPRESSED))
    yield Sample("No data, not published", figure("unpublished", Mark.NOT_PUBLISHED))
    yield Sample("No number, words only", figure("vague", as_printed="a few more months"))
    yield Sample("A range", figure("range", low=45_000, high=70_000))
    yield Sample("Open-ended", figure("open", Mark.OPEN_ENDED, low=30_000, high=70_000))
    yield Sample("Approximate", figure("about", Mark.APPROXIMATE, value=48_000))
    yield Sample("Top-coded", figure("top", Mark.AT_LEAST, value=239_200, standing=RECORD))
    yield Sample("Old", figure("old", value=40_430, period=Period.of_month(2015, 5)))
    yield Sample("Contradicted", figure("wrong", value=47_190), CONTRADICTED)
    yield Sample("Years not stated", figure("undated", Mark.WINDOW_NOT_STATED, value=47_190, period=Period()))
    yield Sample("Long words", _wordy())


CONTRADICTED = Sign("against", "Contradicted.", "An office gives $48,780, not $47,190.", "#record")


def disagreement() -> Disagreement:
    (found,) = find_disagreements([figure("one", value=47_190), figure("other", value=48_780, locator="Another table")])
    return found


def figure(
    key: str, *marks: Mark, value: int | None = None, low: int | None = None, high: int | None = None, **said: Any
) -> Figure:
    usual: dict[str, Any] = {
        "field": "median",
        "quantity": Quantity.PAY,
        "measure": Measure.MEDIAN if low is None else Measure.RANGE,
        "unit": Unit("USD", "year"),
        "subject": Named("keeper", "Lighthouse Keeper", "#claim"),
        "source": Named("guide", "Guide", "#guide"),
        "publisher": "A guide",
        "place": Named("US", "United States"),
        "period": Period(date(2025, 5, 1), date(2025, 5, 31)),
        "locator": "Key facts",
        "url": f"#{key}",
    }
    numbers = {"value": _decimal(value), "low": _decimal(low), "high": _decimal(high)}
    return Figure(**usual | {"key": key, "marks": frozenset(marks)} | numbers | said)


@dataclass(frozen=True, slots=True)
class Charts:
    ladder: LadderChart | None
    pay: PayPlot | None
    percentiles: Percentiles | None
    tiles: TileMap | None
    ways: WaysChart | None


def charts() -> Charts:
    return Charts(
        draw_ladder(list(_rungs()), "Lighthouse Keeper"),
        draw_pay([PayGroup("A guide", list(_claims())), PayGroup("The record", [_counted()])]),
        draw_percentiles(_spread()),
        draw_tiles(_states()),
        draw_ways(list(_ways())),
    )


def _rungs() -> Iterator[LadderStep]:
    for number, years in enumerate([(0, 2), (2, 5), (5, None)], start=1):
        key, pay = f"rung-{number}", 20_000 + 15_000 * number
        mean = figure(key, value=pay + 4_000, measure=Measure.MEAN)
        given = figure(key, low=pay - 6_000, high=pay + 9_000)
        title = ("Junior Keeper", "Keeper", LONG)[number - 1]
        yield LadderStep(title, *years, figure(key, value=pay), mean, given)


def _claims() -> Iterator[PayRow]:
    yield PayRow("All levels", "credited to an office", (figure("plain", value=47_190),), "contradicted by the record")
    yield PayRow("A range", "year not stated", (figure("range", low=30_000, high=60_000),))
    yield PayRow("An open range", LONG, (figure("open", Mark.OPEN_ENDED, low=35_000, high=70_000),))
    yield PayRow("Far above", "told in words", (figure("far", value=640_000),))


def _counted() -> PayRow:
    return PayRow("Keepers", "May 2025", tuple(_spread()[:-1]))


def _spread() -> list[Figure]:
    amounts = (
        (Measure.MEDIAN, 51_140),
        (Measure.MEAN, 56_790),
        (Measure.P10, 37_000),
        (Measure.P25, 43_490),
        (Measure.P75, 64_820),
    )
    told = [figure("spread", value=value, measure=measure, standing=RECORD) for measure, value in amounts]
    return [*told, figure("spread", Mark.AT_LEAST, value=81_150, measure=Measure.P90, standing=RECORD)]


def answers() -> JobAnswers:
    paid = PayAnswer(
        figure=figure("paid", value=51_140, standing=RECORD),
        place=Named("US", "United States"),
        figures=tuple(_spread()),
        change=PayChange(since="May 2022", until="May 2025", percent=8.4, real=-1.4),
        error=0.4,
        whose=f"Statistics count this job together with others as {LONG}; the figures are for the whole group.",
    )
    entry = EntryAnswer(education="Associate's degree", sentences=("Training on the job: short-term.",))
    sure = Reliability(sources=2, checked=3, agreed=1, contradicted=2, disagreements=1, undated=4)
    return JobAnswers(pay=paid, entry=entry, outlook=OutlookAnswer(), reliability=sure)


def _states() -> Iterator[Figure]:
    for number, letters in enumerate(PLACES):
        place = Named(f"US-{letters}", letters)
        if number % 11 == 0:
            yield figure(letters, Mark.SUPPRESSED, place=place, standing=RECORD)
        elif number % 17:
            yield figure(letters, value=40_000 + 700 * number, place=place, standing=RECORD)


def _ways() -> Iterator[Way]:
    dear = figure("dear", Mark.OPEN_ENDED, low=20_000, high=80_000, unit=Unit("USD"), quantity=Quantity.COST)
    cheap = figure("cheap", low=2_000, high=10_000, unit=Unit("USD"), quantity=Quantity.COST)
    yield Way("A degree", _months("long", 24, 48), dear, "degree")
    yield Way("A certificate", _months("short", 6, 18), cheap, "certificate")
    yield Way("An apprenticeship", _months("unpriced", 30, 36), None, "apprenticeship")


def _months(key: str, low: int | None, high: int | None) -> Figure:
    return figure(key, low=low, high=high, unit=Unit("months"), quantity=Quantity.LENGTH)


def _wordy() -> Figure:
    return figure(
        "wordy", low=1_234_567_890, high=9_876_543_210, population=LONG, publisher=LONG, locator=f"{LONG}, {LONG}"
    )


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
