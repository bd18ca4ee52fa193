"""What an assistant asked for, read as the site's own search reads it."""

from dataclasses import dataclass

from careers.models import Career, Occupation
from explore.filters.problems import is_plain, shown
from explore.jobs import JobDocument, career_document, find_job, job_document
from explore.search.answer import Hit
from explore.search.current import current_index, search
from explore.search.entry import SearchKind
from facts.models import Place

LONGEST = 200
SUGGESTED = 5


class NotUnderstood(Exception):  # noqa: N818 - it is the asker's, and says what to do
    """In words that help an assistant to ask again."""


@dataclass(frozen=True, slots=True)
class AskedJob:
    """`place` is one that was named with the job: “nurse in Ohio”."""

    document: JobDocument
    place: Place | None = None


def read_job(words: str) -> AskedJob:
    """A slug, a code, or a title as people type it. Raises NotUnderstood."""
    words = readable(words, "job")
    document = _at(words)
    if document:
        return AskedJob(document)
    answer = search(words)
    if not answer.hits:
        raise NotUnderstood(f"There is no job called {shown(words)} here. find_job lists jobs by title.")
    document = _of(answer.hits[0])
    if document is None:
        raise NotUnderstood(f"There is no job called {shown(words)} here. find_job lists jobs by title.")
    return AskedJob(document, answer.place)


def read_place(words: str) -> Place:
    """A state or a city by name, or a place’s code. Raises NotUnderstood."""
    words = readable(words, "place")
    if place := Place.objects.filter(code__iexact=words).first():
        return place
    names = current_index().places
    found = names.find(words) or names.find(f"in {words}")
    if found is None or found.rest:
        states = ", ".join(sorted(place.name for place in names.postal.values())[:SUGGESTED])
        raise NotUnderstood(f"There is no place called {shown(words)} here. Name a state or a city: {states}, …")
    return found.place


def readable(words: str, what: str, *, longest: int = LONGEST) -> str:
    """Raises NotUnderstood."""
    words = words.strip()
    if not words or len(words) > longest or not is_plain(words):
        raise NotUnderstood(f"Give {what} as words: 1 to {longest} characters.")
    return words


def _at(words: str) -> JobDocument | None:
    try:
        return career_document(words)
    except Career.DoesNotExist:
        pass
    try:
        return job_document(find_job(words)) if words[0].isdigit() else None
    except Occupation.DoesNotExist:
        return None


def _of(hit: Hit) -> JobDocument | None:
    target = hit.target
    try:
        if target.kind is SearchKind.CAREER:
            return career_document(target.code)
        return job_document(find_job(target.code, target.scheme))
    except (Career.DoesNotExist, Occupation.DoesNotExist):
        return None
