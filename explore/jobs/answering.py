"""The answers on the first screen, computed from a document. No queries."""

from collections import Counter
from collections.abc import Sequence

from django.conf import settings

from explore.jobs.answers import EntryAnswer, JobAnswers, OutlookAnswer, PayAnswer, PayChange, Reliability
from explore.jobs.document import JobDocument
from explore.jobs.record import Cell, JobRecord
from facts.figure import Figure, Named
from facts.units import plain

YEARS_BACK = 3
WAYS = 3
AGREES, CONTRADICTED = "agrees", "contradicted"


def answers_of(document: JobDocument | None, whose: str = "") -> JobAnswers:
    """`whose` says of whom official figures are."""
    if document is None:
        return JobAnswers(pay=PayAnswer(), entry=EntryAnswer(), outlook=OutlookAnswer(), reliability=Reliability())
    return JobAnswers(
        pay=pay_answer(document, whose),
        entry=_entry(document),
        outlook=_outlook(document, whose),
        reliability=_reliability(document),
    )


def pay_answer(document: JobDocument, whose: str = "") -> PayAnswer:
    """What a guide says where the record has none."""
    record = document.record
    if record and record.latest and record.latest.median:
        years = [cell for cell in record.years if cell.occupation == record.latest.occupation]
        return _paid(record.latest, years, {cell.year: cell for cell in record.years}, whose)
    figure = _claimed_pay(document)
    return PayAnswer(figure=figure, place=figure.place if figure else None)


def pay_in(document: JobDocument, cells: Sequence[Cell]) -> PayAnswer | None:
    """Official pay in one state, of whose years these are the cells, with its own change; None where it has none."""
    record = document.record
    if not record or not cells:
        return None
    newest, whose = cells[-1], document.answers.pay.whose
    if newest.median is None:
        why = newest.median_or_why.value_text if newest.median_or_why else "not available"
        return PayAnswer(place=newest.place, whose=whose, reason=f"{why} for {newest.place}, {newest.release}")
    return _paid(newest, [*cells], {cell.year: cell for cell in record.years}, whose)


def _paid(newest: Cell, years: list[Cell], nation: dict[int, Cell], whose: str) -> PayAnswer:
    return PayAnswer(
        figure=newest.median,
        place=newest.place,
        figures=tuple(each for each in newest.figures if newest.median and each.unit == newest.median.unit),
        change=pay_change(years, nation),
        error=newest.error,
        whose=whose,
    )


def pay_change(years: list[Cell], nation: dict[int, Cell]) -> PayChange | None:
    """Since three years before, or the nearest year.

    Prices are the whole country's: `nation` has each year's median in the money of the newest. A bound, which is all
    that is printed of very high pay, has not changed by a known amount.
    """
    paid = [cell for cell in years if cell.median and cell.median.value]
    if not paid or paid[-1].median is None or paid[-1].median.is_at_least:
        return None
    newest, unit = paid[-1], paid[-1].median.unit
    alike = [cell for cell in paid[:-1] if cell.median and cell.median.unit == unit and not cell.median.is_at_least]
    if not alike:
        return None
    since = min(alike, key=lambda cell: (abs(newest.year - YEARS_BACK - cell.year), -cell.year))
    ratio = _value(newest) / _value(since)
    prices = _price_ratio(nation.get(since.year))
    return PayChange(
        since=since.release.name,
        until=newest.release.name,
        percent=100 * (ratio - 1),
        real=100 * (ratio / prices - 1) if prices else None,
    )


def _value(cell: Cell) -> float:
    return float(cell.median.value) if cell.median and cell.median.value else 0.0


def _price_ratio(cell: Cell | None) -> float | None:
    if cell is None or cell.real is None or cell.real.value is None or not _value(cell):
        return None
    return float(cell.real.value) / _value(cell)


def _claimed_pay(document: JobDocument) -> Figure | None:
    """At home, in all industries, on all levels together."""
    rows = [row for row in document.stated("salaries") if not (row.level or row.part or row.doubt)]
    figures = [figure for row in rows for figure in row.figures if not figure.is_missing]
    plainest = [each for each in figures if not (each.population or each.industry)]
    at_home = [each for each in plainest if each.place is None or each.place.code == settings.COUNTRY]
    return next(iter([*at_home, *plainest, *figures]), None)


def _entry(document: JobDocument) -> EntryAnswer:
    record = document.record
    words = {row.name: row.note for row in record.entry.rows} if record and record.entry else {}
    time, label = _time(document)
    education, source, release = words.get("Education", ""), None, ""
    if education and record and record.entry:
        source, release = record.entry.source, record.entry.release.name
    elif required := _required(document):
        education, source = required
    return EntryAnswer(
        education=education,
        sentences=tuple(_sentences(document, words)),
        time=time,
        time_label=label,
        source=source,
        release=release,
    )


def _required(document: JobDocument) -> tuple[str, Named] | None:
    rows = [row for row in document.listed("requirements") if row.tag in ("required", "typical")]
    return (rows[0].label, rows[0].credit.source) if rows else None


def _time(document: JobDocument) -> tuple[Figure | None, str]:
    """Times that cover a part of the way, or a later step, come last."""
    times = sorted(document.stated("times-to-entry"), key=lambda row: bool(row.note))
    whole = [row for row in times if not row.note]
    for row in (*whole, *document.stated("paths"), *times[len(whole) :]):
        figure = row.figure("months")
        if figure and not figure.is_missing and not row.doubt:
            return figure, ", ".join(filter(None, (row.label, row.note)))
    return None, ""


def _sentences(document: JobDocument, words: dict[str, str]) -> list[str]:
    found = []
    ways = [row for row in document.stated("paths") if row.figure("months")]
    if ways:
        names = [f"{row.label} ({row.figure('months').value_text})" for row in ways[:WAYS]]  # type: ignore[union-attr]
        found.append(f"Ways to qualify: {', '.join(names)}.")
    for name, lead in (("Experience", "Experience in a related job"), ("Training", "Training on the job")):
        note = words.get(name, "")
        if note and note.casefold() != "none":
            found.append(f"{lead}: {note[0].lower()}{note[1:]}.")
    return found


def _outlook(document: JobDocument, whose: str) -> OutlookAnswer:
    record = document.record
    if record and record.projection and (growth := record.projection.figure("growth_percent")):
        return OutlookAnswer(figure=growth, sentence=_against_all(record, growth), whose=whose)
    rows = [row for row in document.stated("outlooks") if not (row.part or row.doubt)]
    for row in rows:
        if figure := row.figure("growth_percent"):
            return OutlookAnswer(figure=figure, words=row.note)
    return OutlookAnswer()


def _against_all(record: JobRecord, growth: Figure) -> str:
    found = []
    everyone = record.all_jobs_growth
    if everyone and everyone.value is not None and growth.value is not None and everyone.period == growth.period:
        apart = growth.value - everyone.value
        words = "The same as" if apart == 0 else "Faster than" if apart > 0 else "Slower than"
        found.append(f"{words} all jobs ({everyone.value_text}).")
    projection = record.projection
    openings = projection.figure("openings_per_year") if projection else None
    jobs = projection.figure("employment_start") if projection else None
    if openings and openings.value is not None:
        among = f", among {_rounded(jobs)} jobs" if jobs and jobs.value is not None else ""
        found.append(f"About {openings.value_text} openings a year{among}.")
    return " ".join(found)


def _rounded(figure: Figure) -> str:
    number = float(figure.value or 0)
    if number >= 1_000_000:
        return f"{number / 1_000_000:.1f} million"
    return plain(round(figure.value or 0))  # type: ignore[arg-type]  # plain() takes any number


def _is_undated(figure: Figure) -> bool:
    return not figure.period.is_stated


def _reliability(document: JobDocument) -> Reliability:
    counts = Counter(verdict.verdict for verdict in document.verdicts)
    record = document.record
    sources = {row.credit.source.code for rows in document.statements.values() for row in rows if row.figures}
    figures = document.figures
    shown = (record.latest, record.projection) if record else ()
    official = {row.figures[0].source.code for row in shown if row and row.figures}
    return Reliability(
        sources=len(sources) + len(official),
        checked=sum(verdict.is_checked for verdict in document.verdicts),
        agreed=counts[AGREES],
        contradicted=counts[CONTRADICTED],
        disagreements=len(document.conflicts),
        undated=sum(map(_is_undated, figures)),
    )
