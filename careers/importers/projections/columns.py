from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from careers.importers.projections.header import Window
from ingest.releases.cells import HYPHENS, as_code, as_number, as_text, one_of
from ingest.releases.columns import SourceColumn

TENTH = Decimal("0.1")
NO_FIGURE = "—"
LINE_ITEM, SUMMARY = "line item", "summary"
_tenths = as_number(places=12)


def as_tenths(cell: Any) -> Decimal | str | None:
    """A number rounded to one decimal; NO_FIGURE for a dash, None for a blank cell.

    >>> as_tenths("1,606.5"), as_tenths(15.0619), as_tenths("−0.7"), as_tenths("–")
    (Decimal('1606.5'), Decimal('15.1'), Decimal('-0.7'), '—')
    """
    text = cell.strip().translate(HYPHENS) if isinstance(cell, str) else cell
    if text == "-":
        return NO_FIGURE
    number = _tenths(text)
    return None if number is None else number.quantize(TENTH, rounding=ROUND_HALF_EVEN)


def as_words(cell: Any) -> str:
    """ "" for a dash.

    >>> as_words("—"), as_words("No formal educational credential")
    ('', 'No formal educational credential')
    """
    text = as_text(cell) or ""
    return "" if text.translate(HYPHENS) == "-" else text


def columns_of(window: Window) -> tuple[SourceColumn, ...]:
    years = window.pattern
    return (
        SourceColumn("title", (r"\d{4} national employment matrix title( and code)?",)),
        SourceColumn(
            "code",
            (r"\d{4} national employment matrix code", r"\d{4} national employment matrix title and code \(2\)"),
            as_code(r"\d\d-\d{4}", "a code of the National Employment Matrix"),
        ),
        SourceColumn(
            "kind", ("occupation type",), one_of({LINE_ITEM: LINE_ITEM, SUMMARY: SUMMARY}, "an occupation type")
        ),
        SourceColumn("employment_start", (rf"employment,?( number)? {window.start}",), as_tenths),
        SourceColumn("employment_end", (rf"employment,?( number)? {window.end}",), as_tenths),
        SourceColumn(
            "growth",
            (
                rf"employment change, percent, {years}",
                rf"(employment )?change,? {years},? percent",
                rf"(employment )?change,? percent,? {years}",
            ),
            as_tenths,
        ),
        SourceColumn("openings", (rf"occupational openings, {years} annual average",), as_tenths, required=False),
        SourceColumn(
            "change",
            (
                rf"employment change, numeric, {years}",
                rf"(employment )?change,? {years},? number",
                rf"(employment )?change,? number,? {years}",
            ),
            as_tenths,
            required=False,
        ),
        SourceColumn("education", ("typical education needed for entry",), as_words, required=False),
        SourceColumn("experience", ("work experience in a related occupation",), as_words, required=False),
        SourceColumn(
            "training", ("typical on-the-job training needed to attain competency.*",), as_words, required=False
        ),
    )
