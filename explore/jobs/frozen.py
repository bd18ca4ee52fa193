"""Job documents as they are kept: made once for each edition that changed them, and read back until the next."""

import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256

from django.conf import settings
from django.utils import timezone

from careers.models import Career, Occupation
from explore.jobs.codec import from_json, to_json
from explore.jobs.document import VERSION, JobDocument
from explore.jobs.identity import JobAddress, find_career_job, find_job
from explore.jobs.reading import read_job
from explore.jobs.standing import Changes, changes_between, parts_of
from facts.as_of import as_of, pinned
from facts.code import digest_of_code
from facts.footing import Footing
from facts.freezing import is_unfrozen
from facts.models import Edition, FrozenJob
from facts.models.frozen_job import pack
from facts.unhurried import unless_busy

PACKAGES = ("facts", "money", "careers", "salaries", "education", "explore")
AT_ONCE = 20
"""How many jobs an act makes anew as it publishes; what is more waits for a reader, or for `freeze_jobs`."""

UNPACKED = 8
"""Documents that a process keeps as objects, each of some 2 MB."""


class NotFrozen(LookupError):  # noqa: N818 - what happened, rather than what went wrong
    """An edition has no such job, or there is no such edition; its message says so to a reader."""


@dataclass
class KeptDocument:
    """`digest` is of its bytes, "" where it is not kept."""

    job: str
    digest: str
    read: Callable[[], JobDocument]
    footing: Footing | None = None

    @cached_property
    def document(self) -> JobDocument:
        return self.read()


def kept_career(slug: str) -> KeptDocument:
    """Two queries where it is frozen. Raises Career.DoesNotExist."""
    return _kept(slug, lambda: find_career_job(slug))


def kept_job(address: JobAddress) -> KeptDocument:
    return _kept(key_of(address.job), lambda: address)


def career_document(slug: str) -> JobDocument:
    """Raises Career.DoesNotExist."""
    return kept_career(slug).document


def job_document(address: JobAddress) -> JobDocument:
    return kept_job(address).document


def document_as_of(job: str, edition: int) -> JobDocument:
    """The document of a job, by its key, as it stood in an edition: kept, or read from the rows of then.

    Raises NotFrozen where the edition has no such job.
    """
    if edition == current_number():
        return _kept(job, lambda: _address(job)).document
    row = FrozenJob.objects.of_job(job).filter(first__lte=edition).first()
    if row and (row.last >= edition or not changes_between(row.last, edition, job).newest_for(job, row.names)):
        with suppress(TypeError, ValueError):  # kept in a form that another version of Rungs wrote
            return from_json(JobDocument, row.text)
    return _read_as_of(job, edition)


def _read_as_of(job: str, edition: int) -> JobDocument:
    found = Edition.objects.filter(number=edition).first()
    if found is None:
        raise NotFrozen(f"There is no edition {edition} yet.")
    with nullcontext() if pinned() else as_of(found):
        try:
            return read_job(_address(job))
        except (Career.DoesNotExist, Occupation.DoesNotExist):
            raise NotFrozen(f"Edition {edition} has no such job.") from None


def _address(job: str) -> JobAddress:
    """Raises Career.DoesNotExist and Occupation.DoesNotExist."""
    scheme, _, code = job.rpartition(":")
    return find_job(code, scheme) if scheme else find_career_job(job)


def kept_named(name: str, scheme: str = "") -> KeptDocument:
    """By a career's slug or an occupation's code. Raises Occupation.DoesNotExist."""
    try:
        return kept_career(name)
    except Career.DoesNotExist:
        return kept_job(find_job(name, scheme))


def document_named(name: str, scheme: str = "") -> JobDocument:
    """By a career's slug or an occupation's code. Raises Occupation.DoesNotExist."""
    return kept_named(name, scheme).document


def key_of(job: Career | Occupation) -> str:
    """ "registered-nurse", or "soc-2018:29-1141" without a career."""
    return job.slug if isinstance(job, Career) else f"{job.scheme}:{job.code}"


def current_number() -> int | None:
    """The number of the newest edition; None before the first."""
    return Edition.objects.newest_first().values_list("number", flat=True).first()


def maker() -> str:
    """What a document is made with besides rows: code, country, and the year, by which projections become history."""
    parts = (digest_of_code(*PACKAGES), str(VERSION), settings.COUNTRY, str(timezone.now().year))
    return sha256("\n".join(parts).encode()).hexdigest()


def freeze_careers(slugs: Iterable[str]) -> None:
    """Make the documents of careers that an edition has just touched, unless they are many."""
    touched = list(slugs)
    for slug in touched if len(touched) <= AT_ONCE else ():
        with suppress(Career.DoesNotExist):
            career_document(slug)


def _kept(job: str, find: Callable[[], JobAddress]) -> KeptDocument:
    number = None if is_unfrozen() or pinned() else current_number()
    if number is None:
        document = read_job(find())
        return KeptDocument(job, "", lambda: document)
    row = FrozenJob.objects.of_job(job).filter(first__lte=number).first()
    if row and _stands(row, number):
        return KeptDocument(job, row.digest, lambda: _unpacked(bytes(row.packed)), _footing(row))
    document = read_job(find())
    if current_number() != number:  # an edition came out meanwhile
        return KeptDocument(job, "", lambda: document)
    made = _row(job, document, number, row, changes_between(row.last if row else 0, number, job))
    return KeptDocument(job, made.digest if _is_kept(made, document) else "", lambda: document, _footing(made))


def _footing(row: FrozenJob) -> Footing:
    return Footing(parts_of(row.job, row.names), row.first)


@lru_cache(maxsize=UNPACKED)
def _unpacked(packed: bytes) -> JobDocument:
    return from_json(JobDocument, zlib.decompress(packed))


def _stands(row: FrozenJob, number: int) -> bool:
    """Whether nothing that the document speaks of has changed up to this edition."""
    if row.made_by != maker() or row.last >= number:
        return row.made_by == maker()
    changes = changes_between(row.last, number, row.job)
    if changes.newest_for(row.job, row.names):
        return False
    if changes.linking:  # took more than a query to look through
        unless_busy(lambda: FrozenJob.objects.filter(pk=row.pk).update(last=number))
    return True


# Keeping -------------------------------------------------------------------------------------------------------------


def keep(
    documents: Sequence[tuple[str, JobDocument]], number: int, before: dict[str, FrozenJob], changes: Changes
) -> None:
    """Keep documents as an edition has them. What says the same as `before` is the same document, standing on.

    `changes` are those up to this edition that may concern the documents. The first is read back, to see that the
    schema holds it whole; raises ValueError where it does not.
    """
    for _, document in documents[:1]:
        check(document)
    _put(_row(job, document, number, before.get(job), changes) for job, document in documents)


def _put(rows: Iterable[FrozenJob]) -> None:
    FrozenJob.objects.bulk_create(
        list(rows),
        batch_size=100,
        update_conflicts=True,
        unique_fields=["job", "first"],
        update_fields=["last", "names", "made_by", "packed"],
    )


def _is_kept(row: FrozenJob, document: JobDocument) -> bool:
    def write() -> None:
        check(document)
        _put([row])

    return unless_busy(write)


def _row(job: str, document: JobDocument, number: int, before: FrozenJob | None, changes: Changes) -> FrozenJob:
    names, packed = names_in(document), pack(to_json(document))
    known = {*names, *(before.names if before else ())}
    changed = changes.newest_for(job, known) or number
    is_same = before is not None and (bytes(before.packed) == packed or changed <= before.last)
    first = before.first if before and is_same else changed
    return FrozenJob(job=job, first=first, last=number, names=names, made_by=maker(), packed=packed)


def check(document: JobDocument) -> None:
    if from_json(JobDocument, to_json(document)) != document:
        raise ValueError(f"The document of {document.title} is not the same when read back.")


def names_in(document: JobDocument) -> list[str]:
    """The careers and the group that a document speaks of."""
    record = document.record
    rows = [*document.listed("related"), *document.listed("named_by"), *document.listed("moves")]
    links = [row.link for row in (*rows, *(record.careers if record else ()))]
    group = [f"{record.scheme}:{record.code}"] if record else []
    ties = [f"{tie.group.code}" for tie in document.ties]
    return sorted({document.slug, *(link.code for link in links if link), *group, *ties} - {""})
