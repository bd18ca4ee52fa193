from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from editorial.drafting.applying import CannotApply, apply
from editorial.drafting.clashes import clashes_of
from editorial.drafting.diff import digest
from editorial.drafting.proposing import touch
from editorial.drafting.reading import read_draft
from editorial.drafting.words import is_words
from editorial.models import Draft, DraftEditor, DraftEvent, Proposal
from editorial.notices import note
from facts.actions import Publication, publishing
from facts.models import Edition
from facts.models.history import REASON_LENGTH

PUBLISH = "editorial.publish_draft"
Kind = DraftEvent.Kind
DOES_NOT_FIT = "It does not fit what was published in the meantime: look at it again, and send it back to be mended."


class DraftRefused(Exception):  # noqa: N818 - an answer rather than a mistake
    """It cannot be done, for this reason in words; nothing was."""


def must_propose(user: Any) -> bool:
    """An author always; a publisher while review is on."""
    return settings.REVIEW or not user.has_perm(PUBLISH)


def may_publish(user: Any, draft: Draft) -> bool:
    """A publisher, and not what they have written in while review is on."""
    return user.has_perm(PUBLISH) and not (settings.REVIEW and draft.is_written_by(user))


@transaction.atomic
def begin(*, by: Any) -> Draft:
    """Another draft, which they work in from now on."""
    draft = Draft.objects.create(author=by)
    touch(draft, by)
    return draft


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
    handed_in = _set(draft, Draft.State.WAITING, reason=_one_line(reason), submitted_at=timezone.now(), words="")
    note(draft, Kind.HANDED_IN, by=by, text=draft.reason)
    return handed_in


@transaction.atomic
def take_back(draft: Draft, *, by: Any) -> Draft:
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.WAITING)
    touch(draft, by)
    note(draft, Kind.TAKEN_BACK, by=by)
    return _set(draft, Draft.State.OPEN, touched_at=timezone.now(), publish_at=None, approved="")


@transaction.atomic
def discard(draft: Draft, *, by: Any) -> Draft:
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.OPEN)
    note(draft, Kind.DISCARDED, by=by)
    return _set(draft, Draft.State.DISCARDED)


@transaction.atomic
def work_in(draft: Draft, *, by: Any) -> Draft:
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is(draft, Draft.State.OPEN)
    touch(draft, by)
    return _set(draft, Draft.State.OPEN, touched_at=timezone.now())


@transaction.atomic
def share(draft: Draft, *, by: Any, editor: Any) -> None:
    """Let somebody else write in it."""
    draft = _locked(draft)
    _is_its_author(draft, by)
    _is_unfinished(draft)
    if editor is None or draft.is_written_by(editor):
        raise DraftRefused("Name somebody who does not write in it already.")
    DraftEditor.objects.create(draft=draft, editor=editor, touched_at=draft.begun_at)
    note(draft, Kind.SHARED, by=by, text=f"With {editor}.")


@transaction.atomic
def comment(draft: Draft, *, by: Any, text: str, proposal: Proposal | None = None, field: str = "") -> None:
    """Say something of the draft, of a change in it or of one field."""
    draft = _locked(draft)
    if not text.strip():
        raise DraftRefused("Say something.")
    about = {"model": proposal.model, "row": proposal.row, "field": field[:80]} if proposal else {}
    note(draft, Kind.COMMENT, by=by, text=text.strip(), **about)


@transaction.atomic
def assign(draft: Draft, *, by: Any, assignee: Any) -> None:
    """Ask one publisher to review it; None leaves it to any of them."""
    draft = _locked(draft)
    if not (draft.is_written_by(by) or by.has_perm(PUBLISH)):
        raise DraftRefused("Only those who write in it, or a publisher, may do that.")
    _is_unfinished(draft)
    if assignee is not None and not may_publish(assignee, draft):
        raise DraftRefused(f"{assignee} may not publish it.")
    _set(draft, draft.state, assignee=assignee)
    note(draft, Kind.ASSIGNED, by=by, text=f"Of {assignee}." if assignee else "Of any publisher.")


# A publisher's --------------------------------------------------------------------------------------------------------


@transaction.atomic
def send_back(draft: Draft, *, by: Any, words: str) -> Draft:
    draft = _locked(draft)
    _is_for(draft, by)
    _is(draft, Draft.State.WAITING)
    if not words.strip():
        raise DraftRefused("Say what is to be done about it.")
    limit = Draft._meta.get_field("words").max_length
    note(draft, Kind.SENT_BACK, by=by, text=words.strip())
    return _set(draft, Draft.State.OPEN, publisher=by, words=words.strip()[:limit], publish_at=None, approved="")


@transaction.atomic
def take_over(draft: Draft, *, by: Any) -> Draft:
    """Go on with the draft of an editor who has left. Whoever left stays among those who wrote it."""
    draft = _locked(draft)
    if not by.has_perm(PUBLISH):
        raise DraftRefused("Only a publisher may do that.")
    if draft.author.is_active:
        raise DraftRefused(f"{draft.author} still works here: ask them to share it.")
    _is_unfinished(draft)
    DraftEditor.objects.get_or_create(draft=draft, editor=draft.author, defaults={"touched_at": draft.touched_at})
    note(draft, Kind.TAKEN_OVER, by=by, text=f"From {draft.author}.")
    touch(draft, by)
    return _set(draft, draft.state, author=by)


@transaction.atomic
def edit(draft: Draft, *, by: Any, proposal: int, field: str, text: str) -> None:
    """Put words of a waiting draft right; its author is told. Figures are for the author to change."""
    draft = _locked(draft)
    _is_for(draft, by)
    _is(draft, Draft.State.WAITING)
    change = draft.proposals.filter(pk=proposal).exclude(kind=Proposal.Kind.REMOVED).first()
    if change is None or field not in change.after or not is_words(change.row_model, field):
        raise DraftRefused("Only words can be put right here. Send it back for anything else.")
    before = change.after[field]
    model_field: Any = change.row_model._meta.get_field(field)
    try:
        change.after[field] = model_field.clean(text.replace("\r\n", "\n").strip(), None)
    except ValidationError as error:
        raise DraftRefused(f"{model_field.verbose_name}: {' '.join(error.messages)}".capitalize()) from error
    change.saves += 1
    change.save()
    words = f"{change.title}, {model_field.verbose_name}: “{before}” became “{change.after[field]}”."
    note(draft, Kind.EDITED, by=by, text=words, model=change.model, row=change.row, field=field)
    _set(draft, draft.state, publish_at=None, approved="")


@transaction.atomic
def schedule(draft: Draft, *, by: Any, at: datetime | None, reason: str, seen: str) -> Draft:
    """Let it be published at a time, as it is now. `seen` is the `digest` of what the publisher was shown."""
    draft = _locked(draft)
    _is_for(draft, by)
    _is(draft, Draft.State.WAITING)
    if at is None or at <= timezone.now():
        raise DraftRefused("Give a day and a time to come.")
    if not reason.strip():
        raise DraftRefused("Say why, in words a reader understands: they stand on the edition’s page.")
    if digest([draft]) != seen:
        raise DraftRefused("It has changed since you looked: look at the differences again.")
    if clashes_of(draft):
        raise DraftRefused("It clashes with what is published by now: send it back to be settled.")
    _fits(draft)
    note(draft, Kind.SCHEDULED, by=by, text=f"{at:%B %-d, %Y, %H:%M} UTC.")
    return _set(draft, draft.state, publisher=by, publish_at=at, approved=seen, reason=_one_line(reason))


@transaction.atomic
def unschedule(draft: Draft, *, by: Any) -> Draft:
    draft = _locked(draft)
    if draft.publish_at is None:
        raise DraftRefused("It has no time.")
    if not (draft.is_written_by(by) or by.has_perm(PUBLISH)):
        raise DraftRefused("Only those who write in it, or a publisher, may do that.")
    note(draft, Kind.UNSCHEDULED, by=by)
    return _set(draft, draft.state, publish_at=None, approved="")


def publish_due(now: datetime) -> list[tuple[Draft, Edition | None]]:
    """Publish what is due. What cannot be published any more loses its time, and its author is told why."""
    return [(draft, _publish_due(draft)) for draft in Draft.objects.due(now).select_related("publisher")]


def _publish_due(draft: Draft) -> Edition | None:
    publisher: Any = draft.publisher
    try:
        if not publisher.is_active:
            raise DraftRefused(f"{publisher} has left: another publisher may set a time.")
        return publish([draft], by=publisher, reason=draft.reason, seen=draft.approved)
    except DraftRefused as refused:
        with transaction.atomic():
            locked = _locked(draft)
            if locked.state == Draft.State.WAITING:
                note(locked, Kind.REFUSED, by=publisher, text=str(refused))
                _set(locked, locked.state, publish_at=None, approved="")
        return None


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
                note(draft, Kind.PUBLISHED, by=by, text=f"{edition}: {edition.reason}")
                _set(
                    draft,
                    Draft.State.PUBLISHED,
                    publisher=by,
                    edition=edition,
                    words="",
                    publish_at=None,
                    approved="",
                )
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
        return apply(draft.proposals.select_related("draft__author", "editor"), publication)
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
    if not draft.is_written_by(user):
        raise DraftRefused("Only those who write in it may do that.")


def _is_unfinished(draft: Draft) -> None:
    if not draft.is_unfinished:
        raise DraftRefused(f"That cannot be done any more: the draft is {draft.get_state_display()}.")


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
