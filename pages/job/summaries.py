from collections.abc import Iterable, Iterator

from explore.compare.words import listed
from explore.extremes import Extreme, extremes
from explore.jobs import JobDocument
from explore.jobs.answering import CONTRADICTED
from explore.jobs.prose import opening
from explore.jobs.record import JobRecord
from explore.messages import Message
from pages.job.drawings import Drawings

NAMED = 4
WITH_ARTICLE = ("United", "District", "Virgin Islands", "Northern Mariana")
FROM_RECORD = "From the official record of {group}."


def summaries_of(document: JobDocument, drawings: Drawings) -> dict[str, tuple[str, ...]]:
    """Two lines by the chapter's anchor."""
    lines = {
        "overview": _overview(document),
        "do": _do(document),
        "pay": _pay(document),
        "become": _become(document),
        "skills": _skills(document),
        "environment": _environment(document),
        "outlook": _outlook(document),
        "path": _path(document),
        "points": _points(document),
        "related": _related(document, drawings),
        "sources": _sources(document),
    }
    return {anchor: tuple(found) for anchor, found in lines.items()}


def _first_prose(document: JobDocument, *kinds: str) -> str:
    texts = (section.text for section in document.told(*kinds) if section.text and not section.text.startswith("-"))
    return next((opening(text) for text in texts), "")


def _overview(document: JobDocument) -> Iterator[str]:
    if text := _first_prose(document, "overview", "role"):
        yield text
    elif (
        document.record and document.record.definition and not document.sentence.startswith(document.record.definition)
    ):
        yield document.record.definition
    if document.part_of:
        yield f"This is a specialty of {document.part_of}."


def _do(document: JobDocument) -> Iterator[str]:
    text = _first_prose(document, "duties")
    if text:
        yield text
    record = document.record
    if not text and not document.listed("responsibilities") and record and record.listing("tasks"):
        yield _from_record(record)


def _from_record(record: JobRecord) -> str:
    return FROM_RECORD.format(group=record.described_as or record.occupation)


def _pay(document: JobDocument) -> Iterator[str]:
    pay = document.answers.pay
    if pay.figure and pay.figure.value is not None:
        amount = pay.figure.unit.say(pay.figure.value)
        where = f" in {the(pay.figure.place.name)}" if pay.figure.place else ""
        yield f"The {pay.figure.measure.label} is {amount}{where}, {pay.figure.period_text}."
    if document.record and (states := state_ends(document.record)):
        yield states.text
    if pay.whose:
        yield pay.whose


def state_ends(record: JobRecord) -> Message | None:
    """ "By state, median pay is highest in Ohio ($60,000) and lowest in Utah and Maine ($40,000)." """
    medians = [cell.figure("annual_median") for cell in record.states]
    found = extremes(medians)
    if found is None:
        return None
    high, low = found
    published = sum(figure is not None and not figure.is_missing for figure in medians)
    is_whole = published == len(medians)
    lead = (
        "By state, median pay"
        if is_whole
        else f"In the {published} states and territories with published pay, the median"
    )
    if high.is_bound:
        text = f"{lead} is {high.figure.value_text} in {_places(high)}, and lowest in {_places(low)}"
    else:
        text = f"{lead} is highest in {_places(high)} ({high.figure.value_text}) and lowest in {_places(low)}"
    args = {"high": high.figures, "low": low.figures, "published": published}
    return Message("state_ends", f"{text} ({low.figure.value_text}).", args)


def _places(extreme: Extreme) -> str:
    names = [the(place) for place in extreme.places]
    return listed(names) if len(names) <= NAMED else f"{len(names)} states and territories"


def the(place: str) -> str:
    return f"the {place}" if place.startswith(WITH_ARTICLE) else place


def _become(document: JobDocument) -> Iterator[str]:
    entry = document.answers.entry
    if text := _first_prose(document, "becoming", "education", "training"):
        yield text
    if entry.education:
        yield f"Typical education: {entry.education[0].lower()}{entry.education[1:]}."


def _skills(document: JobDocument) -> Iterator[str]:
    for name, words in (("technical", "Technical skills named"), ("soft", "Personal skills named")):
        if rows := document.listed(name):
            yield f"{words}: {_names(row.label for row in rows)}."
    rated = document.record.listing("skills") if document.record else None
    if rated and not (document.listed("technical") or document.listed("soft")):
        yield f"Rated most important: {_names(row.name for row in rated.rows)}."
        if document.record:
            yield _from_record(document.record)


def _names(labels: Iterable[str], most: int = NAMED) -> str:
    """ "Coding, Auditing, Privacy and 7 more"."""
    once = list(dict.fromkeys(labels))
    rest = len(once) - most
    if rest > 0:
        return f"{', '.join(once[:most])} and {rest} more"
    return ", ".join(once[:-1]) + f" and {once[-1]}" if len(once) > 1 else "".join(once)


def _environment(document: JobDocument) -> Iterator[str]:
    if text := _first_prose(document, "environment"):
        yield text
    if rows := document.listed("employers"):
        shares = {row.label: f"{row.label} ({row.printed.rstrip('%')}%)" if row.printed else row.label for row in rows}
        yield f"Employers named: {_names(shares.values())}."


def _outlook(document: JobDocument) -> Iterator[str]:
    outlook = document.answers.outlook
    if outlook.figure:
        years = f", {outlook.figure.period_text}" if outlook.figure.period.is_stated else ""
        yield f"{outlook.figure.measure_text}: {outlook.figure.value_text}{years}."
    if outlook.sentence:
        yield outlook.sentence
    elif text := _first_prose(document, "outlook", "market"):
        yield text
    if document.studies.sentences:
        yield document.studies.sentences[0]


def _path(document: JobDocument) -> Iterator[str]:
    for ladder in document.ladders[:1]:
        first, last = ladder.rungs[0], ladder.rungs[-1]
        yield f"{len(ladder.rungs)} steps, from {first.title} to {last.title}."
    if rows := document.listed("moves"):
        yield f"Moves named: {_names(row.label for row in rows)}."
    elif text := _first_prose(document, "advancement", "ladder"):
        yield text


def _points(document: JobDocument) -> Iterator[str]:
    for name, words in (("pros", "Pros"), ("cons", "Cons")):
        if rows := document.listed(name):
            yield f"{words}: {_names(row.label for row in rows)}."


def _related(document: JobDocument, drawings: Drawings) -> Iterator[str]:
    rows = [row.label for row in (*document.listed("related"), *document.listed("named_by"))]
    listing = document.record.listing("related") if document.record else None
    rows = rows or [entry.label for entry in drawings.counted_here]
    if rows:
        yield f"{_names(rows)}."
    elif listing:
        yield f"{_names(row.name for row in listing.rows)}."


def _sources(document: JobDocument) -> Iterator[str]:
    sure = document.answers.reliability
    if sure.checked:
        yield _verdict_line(document)
    if sure.disagreements:
        one = sure.disagreements == 1
        yield f"Sources disagree on {'one question' if one else f'{sure.disagreements} questions'}."
    if not (sure.checked or sure.disagreements):
        count = len(document.sources)
        yield "One source; nothing to compare." if count == 1 else f"{count} sources; no claim here could be checked."


def _verdict_line(document: JobDocument) -> str:
    sure = document.answers.reliability
    if sure.agreed == sure.checked:
        whole = "The one claim" if sure.checked == 1 else f"All {sure.checked} claims"
        return f"{whole} we could check {'agrees' if sure.checked == 1 else 'agree'} with the record."
    against = sum(verdict.verdict == CONTRADICTED for verdict in document.verdicts)
    return (
        f"Of {sure.checked} claims we could check, {sure.agreed} {'agrees' if sure.agreed == 1 else 'agree'} "
        f"with the record and {against} {'is' if against == 1 else 'are'} contradicted by it."
    )
