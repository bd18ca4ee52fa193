"""What people in the jobs do, what they need to be good at, and what suits them."""

from collections.abc import Iterator, Sequence

from explore.compare.words import listed
from explore.jobs.account import JobEntry
from explore.jobs.document import JobDocument
from explore.jobs.record import Listing, RecordRow
from explore.messages import Message
from explore.side_by_side.rows import CellLine, Documents, JobCell, JobRow, ReadRow, words

TASKS, MOST_NAMED = 4, 4
APART = 0.5
"""How far apart two ratings from 1 to 5 stand, at least, for one job to need more of a skill."""
INTERESTS = 3


def tasks(documents: Documents) -> JobRow:
    return JobRow("tasks", "Tasks that differ", tuple(_tasks(one, documents) for one in documents))


def _tasks(document: JobDocument, documents: Documents) -> JobCell:
    listing = listing_of(document, "tasks")
    if listing is None:
        return JobCell(tuple(CellLine(row.label, note=row.text) for row in _own_tasks(document, documents)[:TASKS]))
    others = {row.name for other in documents if other is not document for row in _rows(other, "tasks")}
    return words([row.name for row in listing.rows if row.name not in others][:TASKS], listing.source)


def _own_tasks(document: JobDocument, documents: Documents) -> list[JobEntry]:
    others = {row.label for other in documents if other is not document for row in other.listed("responsibilities")}
    return [row for row in document.listed("responsibilities") if row.label not in others]


def rated(key: str, title: str, *names: str) -> ReadRow:
    """The first of these lists that all the jobs have."""

    def read(documents: Documents) -> JobRow:
        name = next((name for name in names if all(_rows(document, name) for document in documents)), "")
        cells = tuple(_needed_more(place, documents, name) for place in range(len(documents)))
        return JobRow(key, title, cells, tuple(_shared(documents, name)))

    return read


def _needed_more(place: int, documents: Documents, name: str) -> JobCell:
    listing = listing_of(documents[place], name)
    found = needed_more(place, documents, name)
    if listing is None:
        return JobCell()
    lines = [CellLine(row.name, note=f"{row.value:.1f}, {_others(beside)}") for row, beside in found[:MOST_NAMED]]
    none = CellLine("Nothing that the others do not need as much")
    return JobCell(tuple(lines) or (none,), listing.source)


def needed_more(place: int, documents: Documents, name: str) -> list[tuple[RecordRow, list[float]]]:
    """Rows of the job at `place` that count at least `APART` more than in each other job, with the ratings there."""
    others = [{row.name: row.value for row in _rows(one, name)} for one in documents if one is not documents[place]]
    found = []
    for row in _rows(documents[place], name):
        beside = [value for other in others if (value := other.get(row.name)) is not None]
        if row.value is not None and len(beside) == len(others) and row.value - max(beside) >= APART:
            found.append((row, beside))
    return sorted(found, key=lambda pair: max(pair[1]) - (pair[0].value or 0))


def _others(values: Sequence[float]) -> str:
    """ "against 2.9"."""
    return f"against {listed(f'{value:.1f}' for value in values)}"


def _shared(documents: Documents, name: str) -> Iterator[Message]:
    """What is among the ten that matter most in every job."""
    tops = [[row.name for row in sorted(_rows(one, name), key=lambda row: -(row.value or 0))[:10]] for one in documents]
    common = [each for each in tops[0] if all(each in top for top in tops[1:])][:MOST_NAMED] if tops else []
    if common:
        everyone = "Both" if len(documents) == 2 else "All of them"
        text = f"{everyone} need: {listed(in_small(each) for each in common)}."
        yield Message("needed_by_all", text, {"names": tuple(common)})


def in_small(name: str) -> str:
    """
    >>> in_small("Reading Comprehension"), in_small("English Language")
    ('reading comprehension', 'English language')
    """
    return name.lower().replace("english", "English")


def interests(documents: Documents) -> JobRow:
    cells = tuple(_interests(listing_of(document, "interests")) for document in documents)
    return JobRow("interests", "Interests that fit", cells, tuple(_first_interest(documents)))


def _interests(listing: Listing | None) -> JobCell:
    if listing is None:
        return JobCell()
    return JobCell(tuple(CellLine(row.name, note=_out_of(row)) for row in listing.rows[:INTERESTS]), listing.source)


def _out_of(row: RecordRow) -> str:
    high = f" of {row.high:g}" if row.high is not None else ""
    return f"{row.value:.1f}{high}" if row.value is not None else ""


def _first_interest(documents: Documents) -> Iterator[Message]:
    firsts = [_rows(document, "interests")[:1] for document in documents]
    names = tuple(rows[0].name for rows in firsts if rows)
    if len(names) == len(documents) and len(set(names)) == 1:
        everyone = "Both fit" if len(names) == 2 else "All of them fit"
        yield Message("first_interest_same", f"{everyone} {names[0]} interests best.", {"names": names})


def industries(documents: Documents) -> JobRow:
    return JobRow("industries", "Most work in", tuple(map(_industries, documents)))


def _industries(document: JobDocument) -> JobCell:
    sectors = document.record.sectors[:3] if document.record else ()
    source = next((figure.source for cell in sectors for figure in cell.figures), None)
    return JobCell(tuple(CellLine(cell.industry.name, cell.figure("employment")) for cell in sectors), source)


def listing_of(document: JobDocument, name: str) -> Listing | None:
    return document.record.listing(name) if document.record and name else None


def _rows(document: JobDocument, name: str) -> tuple[RecordRow, ...]:
    listing = listing_of(document, name)
    return listing.rows if listing else ()


ROWS = (
    tasks,
    rated("skills", "Skills that matter more here", "skills", "scores"),
    rated("knowledge", "Knowledge that matters more here", "knowledge"),
    rated("styles", "Work style that matters more here", "styles"),
    interests,
    industries,
)
