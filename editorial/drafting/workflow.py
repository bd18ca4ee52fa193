"""What may be done with a draft as a whole, and by whom."""

from collections.abc import Sequence

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from editorial.drafting.applying import apply
from editorial.drafting.clashes import clashes_of
from editorial.drafting.diff import digest
from editorial.models import Draft
from facts.actions import publishing
from facts.models import Edition
from facts.models.history import REASON_LENGTH

PUBLISH = "editorial.publish_draft"


class Refused(Exception):  # noqa: N818 - an answer rather than a mistake
    """It cannot be done, for this reason in words; nothing was."""


def must_propose(user) -> bool:
    """Whether what `user` saves becomes a proposal: an author's always, a publisher's while review is on."""
    return settings.REVIEW or not user.has_perm(PUBLISH)


def may_publish(user, draft: Draft) -> bool:
    """Whether `user` may publish this draft, or send it back: a publisher, and not one's own while review is on."""
    return user.has_perm(PUBLISH) and not (settings.REVIEW and draft.author_id == user.pk)


# Its author's ---------------------------------------------------------------------------------------------------------


@transaction.atomic
def hand_in(draft: Draft, *, by, reason: str) -> Draft:
    """Let the draft wait for a publisher. Raises Refused unless its author asks, with a reason, and it is whole."""
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.OPEN)
    if not reason.strip():
        raise Refused("Say why, in words a reader understands: they stand on the edition’s page.")
    if not draft.proposals.exists():
        raise Refused("There is nothing in it.")
    if clashes_of(draft):
        raise Refused("Somebody else has changed the same: settle that first.")
    return _set(draft, Draft.State.WAITING, reason=_one_line(reason), submitted_at=timezone.now(), words="")


@transaction.atomic
def take_back(draft: Draft, *, by) -> Draft:
    """Open a waiting draft again. Raises Refused unless its author asks."""
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.WAITING)
    return _set(draft, Draft.State.OPEN, touched_at=timezone.now())


@transaction.atomic
def discard(draft: Draft, *, by) -> Draft:
    """Give an open draft up; what it proposed can still be read. Raises Refused unless its author asks."""
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.OPEN)
    return _set(draft, Draft.State.DISCARDED)


@transaction.atomic
def work_in(draft: Draft, *, by) -> Draft:
    """From now on what its author saves goes into this one. Raises Refused unless it is open and theirs."""
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.OPEN)
    return _set(draft, Draft.State.OPEN, touched_at=timezone.now())


# A publisher's --------------------------------------------------------------------------------------------------------


@transaction.atomic
def send_back(draft: Draft, *, by, words: str) -> Draft:
    """Give a waiting draft back to its author. Raises Refused unless a publisher asks, with words."""
    draft = _locked(draft)
    _is_for(draft, by)
    _is(draft, Draft.State.WAITING)
    if not words.strip():
        raise Refused("Say what is to be done about it.")
    limit = Draft._meta.get_field("words").max_length
    return _set(draft, Draft.State.OPEN, publisher=by, words=words.strip()[:limit])


def publish(drafts: Sequence[Draft], *, by, reason: str, seen: str) -> Edition:
    """Make waiting drafts public together, as one edition; all of them or none.

    `seen` is the digest (`telling.digest`) of the differences that the publisher was shown. Raises Refused, with
    nothing written, where they are others by now, where `by` may not publish one of them, where one does not wait any
    more, clashes with what is published, or is refused by the rows' own rules.
    """
    if not reason.strip():
        raise Refused("Say why, in words a reader understands: they stand on the edition’s page.")
    try:
        with transaction.atomic():
            locked = [_locked(draft) for draft in sorted(drafts, key=lambda draft: draft.pk)]
            edition = _made_public(locked, by=by, reason=_one_line(reason), seen=seen)
            for draft in locked:
                _set(draft, Draft.State.PUBLISHED, publisher=by, edition=edition, words="")
    except IntegrityError as error:
        raise Refused(f"The database refuses it: {error}") from error
    return edition


def _one_line(reason: str) -> str:
    return " ".join(reason.split())[:REASON_LENGTH]


def _made_public(drafts, *, by, reason, seen):
    with publishing(act=Edition.Act.EDIT, reason=reason, by=by) as publication:
        for draft in drafts:
            _is_for(draft, by)
            _is(draft, Draft.State.WAITING)
        if digest(drafts) != seen:
            raise Refused("It has changed since you looked: look at the differences again.")
        for draft in drafts:
            if clashes_of(draft):
                raise Refused(f"{draft} clashes with what is published by now: send it back to be settled.")
            _check(apply(draft.proposals.select_related("draft__author"), publication))
        if not publication.changes:
            raise Refused("Nothing of it is left to be published: somebody else has done the same. Send it back.")
    return publication.edition


def _check(rows):
    """Hold the rows, all written, against their own rules once more: others may have published since the form did."""
    for row in rows:
        try:
            row.full_clean()
        except ValidationError as error:
            raise Refused(f"{row}: {' '.join(error.messages)}") from error


# What these share -----------------------------------------------------------------------------------------------------


def _locked(draft):
    return Draft.objects.select_for_update(of=("self",)).select_related("author").get(pk=draft.pk)


def _is_its_author(draft, user):
    if draft.author_id != user.pk:
        raise Refused("Only its author may do that.")


def _is_for(draft, user):
    if not user.has_perm(PUBLISH):
        raise Refused("Only a publisher may do that.")
    if not may_publish(user, draft):
        raise Refused("Nobody approves their own work: another publisher may.")


def _is(draft, state):
    if draft.state != state:
        raise Refused(f"That cannot be done any more: the draft is {draft.get_state_display()}.")


def _set(draft, state, **fields):
    draft.state = state
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save(update_fields=["state", *fields])
    return draft
