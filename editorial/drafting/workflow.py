from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from editorial.drafting.applying import CannotApply, apply
from editorial.drafting.clashes import clashes_of
from editorial.drafting.diff import digest
from editorial.drafting.reading import read_draft
from editorial.models import Draft
from facts.actions import Publication, publishing
from facts.models import Edition
from facts.models.history import REASON_LENGTH

PUBLISH = "editorial.publish_draft"
DOES_NOT_FIT = "It does not fit what was published in the meantime: look at it again, and send it back to be mended."


class DraftRefused(Exception):  # noqa: N818 - an answer rather than a mistake
    """It cannot be done, for this reason in words; nothing was."""


def must_propose(user: Any) -> bool:
    """An author always; a publisher while review is on."""
    return settings.REVIEW or not user.has_perm(PUBLISH)


def may_publish(user: Any, draft: Draft) -> bool:
    """A publisher, and not their own while review is on."""
    return user.has_perm(PUBLISH) and not (settings.REVIEW and draft.author_id == user.pk)


# Its author's ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def hand_in(draft: Draft, *, by: Any, reason: str) -> Draft:
    """Raises DraftRefused unless its author asks, says why, and all of it can be written."""
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.OPEN)
    if not reason.strip():
        raise DraftRefused("Say why, in words a reader understands: they stand on the edition’s page.")
    if not draft.proposals.exists():
        raise DraftRefused("There is nothing in it.")
    if clashes_of(draft):
        raise DraftRefused("Somebody else has changed the same: settle that first.")
    _fits(draft)
    return _set(draft, Draft.State.WAITING, reason=_one_line(reason), submitted_at=timezone.now(), words="")


@transaction.atomic
def take_back(draft: Draft, *, by: Any) -> Draft:
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.WAITING)
    return _set(draft, Draft.State.OPEN, touched_at=timezone.now())


@transaction.atomic
def discard(draft: Draft, *, by: Any) -> Draft:
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.OPEN)
    return _set(draft, Draft.State.DISCARDED)


@transaction.atomic
def work_in(draft: Draft, *, by: Any) -> Draft:
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.OPEN)
    return _set(draft, Draft.State.OPEN, touched_at=timezone.now())


# A publisher's --------------------------------------------------------------------------------------------------------


@transaction.atomic
def send_back(draft: Draft, *, by: Any, words: str) -> Draft:
    draft = _locked(draft)
    _is_for(draft, by)
    _is(draft, Draft.State.WAITING)
    if not words.strip():
        raise DraftRefused("Say what is to be done about it.")
    limit = Draft._meta.get_field("words").max_length
    return _set(draft, Draft.State.OPEN, publisher=by, words=words.strip()[:limit])


def publish(drafts: Sequence[Draft], *, by: Any, reason: str, seen: str) -> Edition:
    """Publish waiting drafts as one edition, all or none.

    `seen` is the `digest` of what the publisher was shown. Raises DraftRefused.
    """
    if not reason.strip():
        raise DraftRefused("Say why, in words a reader understands: they stand on the edition’s page.")
    try:
        with transaction.atomic():
            locked = [_locked(draft) for draft in sorted(drafts, key=lambda draft: draft.pk)]
            edition = _made_public(locked, by=by, reason=_one_line(reason), seen=seen)
            for draft in locked:
                _set(draft, Draft.State.PUBLISHED, publisher=by, edition=edition, words="")
    except IntegrityError as error:
        raise DraftRefused(DOES_NOT_FIT) from error
    return edition


def _one_line(reason: str) -> str:
    return " ".join(reason.split())[:REASON_LENGTH]


def _made_public(drafts: Sequence[Draft], *, by: Any, reason: str, seen: Any) -> Any:
    with publishing(act=Edition.Act.EDIT, reason=reason, by=by) as publication:
        for draft in drafts:
            _is_for(draft, by)
            _is(draft, Draft.State.WAITING)
        if digest(drafts) != seen:
            raise DraftRefused("It has changed since you looked: look at the differences again.")
        for draft in drafts:
            if clashes_of(draft):
                raise DraftRefused(f"{draft} clashes with what is published by now: send it back to be settled.")
            _check(_applied(draft, publication))
        if not publication.changes:
            raise DraftRefused("Nothing of it is left to be published: somebody else has done the same. Send it back.")
    return publication.edition


def _applied(draft: Draft, publication: Publication) -> list[models.Model]:
    _fits(draft)
    try:
        return apply(draft.proposals.select_related("draft__author"), publication)
    except CannotApply as error:
        raise DraftRefused(f"{draft}: {error} Send it back to be mended.") from error


def _fits(draft: Draft) -> None:
    reading = read_draft(draft)
    for proposal in reading.proposals:
        if problem := reading.problems.get(proposal.pk):
            raise DraftRefused(f"“{proposal.title}” cannot be written as it is. {problem.words}")


def _check(rows: list[models.Model]) -> None:
    """Others may have published since the form checked them."""
    for row in rows:
        try:
            row.full_clean()
        except ValidationError as error:
            raise DraftRefused(f"{row}: {' '.join(error.messages)}") from error


# What these share -----------------------------------------------------------------------------------------------------


def _locked(draft: Draft) -> Any:
    return Draft.objects.select_for_update(of=("self",)).select_related("author").get(pk=draft.pk)


def _is_its_author(draft: Draft, user: Any) -> None:
    if draft.author_id != user.pk:
        raise DraftRefused("Only its author may do that.")


def _is_for(draft: Draft, user: Any) -> None:
    if not user.has_perm(PUBLISH):
        raise DraftRefused("Only a publisher may do that.")
    if not may_publish(user, draft):
        raise DraftRefused("Nobody approves their own work: another publisher may.")


def _is(draft: Draft, state: str) -> None:
    if draft.state != state:
        raise DraftRefused(f"That cannot be done any more: the draft is {draft.get_state_display()}.")


def _set(draft: Draft, state: str, **fields: Any) -> Any:
    draft.state = state
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save(update_fields=["state", *fields])
    return draft
