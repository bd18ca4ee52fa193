"""How one gets into the jobs: education, time, training."""

from collections.abc import Iterable, Iterator

from careers.models import TypicalEntry
from explore.compare.words import listed
from explore.jobs.document import JobDocument
from explore.jobs.record import Listing
from explore.messages import Message
from explore.side_by_side.naming import name_of
from explore.side_by_side.rows import Documents, JobCell, JobRow, ReadRow, of_figure, words

LEVELS = [label for _, label in TypicalEntry.EDUCATION]
"""From the least to the most."""
FIELDS = 3


def education(documents: Documents) -> JobRow:
    answers = [document.answers.entry for document in documents]
    cells = tuple(words([entry.education], entry.source) for entry in answers)
    return JobRow("education", "Typical education to start", cells, tuple(_education(documents)))


def _education(documents: Documents) -> Iterator[Message]:
    known = [(document, document.answers.entry.education) for document in documents]
    if not all(level in LEVELS for _, level in known):
        return
    levels = tuple(level for _, level in known)
    if len(set(levels)) == 1:
        everyone = "Both" if len(known) == 2 else "All of them"
        yield Message(
            "education_same", f"{everyone} typically need the same: {in_a_sentence(levels[0])}.", {"levels": levels}
        )
        return
    least, most = (chosen(levels, key=LEVELS.index) for chosen in (min, max))
    text = f"The least education is typical for {_who(known, least)} ({in_a_sentence(least)}),"
    text += f" the most for {_who(known, most)} ({in_a_sentence(most)})."
    yield Message("education", text, {"levels": levels, "least": least, "most": most})


def _who(known: Iterable[tuple[JobDocument, str]], level: str) -> str:
    return listed([name_of(document) for document, its in known if its == level])


def in_a_sentence(level: str) -> str:
    return level[:1].lower() + level[1:]


def time(documents: Documents) -> JobRow:
    answers = [document.answers.entry for document in documents]
    cells = tuple(of_figure(entry.time, entry.time_label) for entry in answers)
    return JobRow("time", "Time to qualify", cells)


def preparation(documents: Documents) -> JobRow:
    """In O*NET's groups of jobs by how much preparation they need."""
    return JobRow("preparation", "Preparation in all", tuple(map(_zone, documents)))


def _zone(document: JobDocument) -> JobCell:
    zone = document.record.zone if document.record else None
    names = {row.name: row.note for row in zone.rows} if zone else {}
    return words([names.get("Job zone", "")], zone.source if zone else None)


def _entry(key: str, title: str, name: str) -> ReadRow:
    def read(documents: Documents) -> JobRow:
        return JobRow(key, title, tuple(_noted(_entry_of(document), name) for document in documents))

    return read


def _entry_of(document: JobDocument) -> Listing | None:
    return document.record.entry if document.record else None


def _noted(listing: Listing | None, name: str) -> JobCell:
    if listing is None:
        return JobCell()
    return words([row.note for row in listing.rows if row.name == name], listing.source)


def programs(documents: Documents) -> JobRow:
    return JobRow("programs", "Fields of study", tuple(map(_programs, documents)))


def _programs(document: JobDocument) -> JobCell:
    programs = document.record.programs if document.record else None
    if programs is None:
        return JobCell()
    more = len(programs.rows) - FIELDS
    names = [row.name for row in programs.rows[:FIELDS]] + ([f"and {more} more"] if more > 0 else [])
    return words(names, programs.source)


ROWS = (
    education,
    time,
    preparation,
    _entry("experience", "Experience in a related job", "Experience"),
    _entry("training", "Training on the job", "Training"),
    programs,
)
