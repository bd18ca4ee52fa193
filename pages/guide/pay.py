"""Pay by source: what the record and each guide say, ready to be drawn on one axis."""

from collections.abc import Collection, Mapping

from careers.models import OccupationMatch
from explore.guide import Guide, Record
from facts.models import Statement
from pages.annotations import Sign
from pages.by_source import voices
from pages.charts.pay import PayGroup, PayPlot, PayRow, draw_pay
from salaries.models import Salary, Wage

RANKS = tuple(Statement.Rank.values)  # preferred first, deprecated last


def pay_plot(
    guide: Guide, disputed: Collection[str] = (), verdicts: Mapping[str, Sign] | None = None
) -> PayPlot | None:
    """Every pay figure for the career's title and, beside it, the record of the groups it is counted in.

    `disputed` holds the addresses of figures that another figure answers differently, `verdicts` what the record
    makes of them. Of the record it takes the newest release and those for a time that a guide speaks of; groups
    that the title is only near are left out.
    """
    return draw_pay([*_guides(guide, disputed, verdicts or {}), *_records(guide)])


def world_pay(guide: Guide) -> list[Salary]:
    """Pay by country: all abroad, and at home where a source says it in the same breath."""
    said = {(row.source_id, _part(row)) for row in guide.salaries_abroad}
    beside = {row.pk for row in guide.salaries_at_home if row.place and (row.source_id, _part(row)) in said}
    abroad = {row.pk for row in guide.salaries_abroad}
    return [row for row in guide.salaries if row.pk in abroad | beside]


def _part(row) -> str:
    return row.locator.partition(",")[0]


def _guides(guide, disputed, verdicts) -> list[PayGroup]:
    groups = []
    for voice in voices(guide.salaries_at_home):
        ranked = sorted(voice.rows, key=lambda row: RANKS.index(row.rank))
        rows = [_claim(row, disputed, verdicts) for row in ranked]
        groups.append(PayGroup(f"{voice.source.publisher} guide", rows))
    return [*groups, *_by_rung(guide)]


def _claim(salary: Salary, disputed, verdicts) -> PayRow:
    figures = tuple(salary.figures())
    lead = figures[0]
    who = ", ".join(str(part) for part in (salary.population, salary.industry) if part)
    credit = f"credited to {salary.attributed_to}" if salary.attributed_to else ""
    note = ", ".join(part for part in (credit, lead.period_text, salary.locator) if part)
    doubt, doubt_url = _doubt(salary, figures, disputed, verdicts)
    return PayRow(who[:1].upper() + who[1:] or "All levels", note, figures, doubt, doubt_url)


def _doubt(salary, figures, disputed, verdicts) -> tuple[str, str]:
    """What speaks against the row, and where one reads of it: "" and "" if nothing does."""
    if salary.rank == Statement.Rank.DEPRECATED:
        return salary.rank_reason, ""
    for figure in figures:
        if figure.address in verdicts and verdicts[figure.address].is_against:
            return "contradicted by the record", verdicts[figure.address].url
    if any(figure.address in disputed for figure in figures):
        return "disagrees with another figure", "#disagree"
    return "", ""


def _by_rung(guide) -> list[PayGroup]:
    groups = []
    for voice in voices(guide.salaries_by_level):
        medians = tuple(figure for row in voice.rows for figure in row.figures() if figure.field == "median")
        if medians:
            row = PayRow(
                f"{len(medians)} rungs",
                f"medians, {medians[0].period_text}, {voice.locator}",
                medians,
                told=f"{medians[0].value_text} to {medians[-1].value_text}",
                url="#ladder",
            )
            groups.append(PayGroup(f"{voice.source.publisher} guide, by rung", [row]))
    return groups


def _records(guide) -> list[PayGroup]:
    times = {row.period for row in guide.salaries if row.period.is_stated}
    counted = [record for record in guide.records if record.match.match != OccupationMatch.Match.RELATED]
    rows = [_cell(wage) for record in counted for wage in _at_hand(record, times)]
    rows = [row for row in rows if row.figures]
    return [PayGroup("The record, for the group it is counted in", rows)] if rows else []


def _at_hand(record: Record, times) -> list[Wage]:
    return [w for w in record.wages if w is record.latest_wage or _period(w) in times]


def _period(wage):
    figures = wage.figures()
    return figures[0].period if figures else None


def _cell(wage: Wage) -> PayRow:
    figures = tuple(figure for figure in wage.figures() if figure.field.startswith("annual_"))
    spread = [figure.value_text for figure in figures if figure.field in ("annual_p10", "annual_p90")]
    middle = f"; the middle 80 % earn {' to '.join(spread)}" if len(spread) == 2 else ""
    return PayRow(wage.occupation.title, f"{wage.occupation.code}, {wage.release.label}{middle}", figures)
