"""What is done with a draft by more than one: sharing, reviewing, talking about it, and setting a time."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.http import HttpRequest

from editorial.admin.formset import BIGGEST_DIGITS
from editorial.drafting import DraftRefused, may_publish, workflow
from editorial.models import Draft, DraftEvent, Proposal
from editorial.notices import publishers


def number_in(request: HttpRequest, name: str) -> int:
    number = request.POST.get(name, "")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < BIGGEST_DIGITS else 0


def share(draft: Draft, request: HttpRequest) -> str:
    workflow.share(draft, by=request.user, editor=_account(request, "editor"))
    return "They can work in it now."


def comment(draft: Draft, request: HttpRequest) -> str:
    proposal = draft.proposals.filter(pk=number_in(request, "proposal")).first()
    field, text = request.POST.get("field", ""), request.POST.get("text", "")
    workflow.comment(draft, by=request.user, text=text, proposal=proposal, field=field)
    return "Said. It stays with the draft."


def assign(draft: Draft, request: HttpRequest) -> str:
    assignee = _account(request, "assignee")
    if request.POST.get("assignee") and assignee is None:
        raise DraftRefused("There is no such account.")
    workflow.assign(draft, by=request.user, assignee=assignee)
    return f"{assignee} is asked to review it." if assignee else "Any publisher may review it."


def take_over(draft: Draft, request: HttpRequest) -> str:
    workflow.take_over(draft, by=request.user)
    return "It is yours now."


def edit(draft: Draft, request: HttpRequest) -> str:
    field, text = request.POST.get("field", ""), request.POST.get("text", "")
    workflow.edit(draft, by=request.user, proposal=number_in(request, "proposal"), field=field, text=text)
    return "Put right. Its author is told."


def schedule(draft: Draft, request: HttpRequest) -> str:
    seen, reason = request.POST.get("digest", ""), request.POST.get("reason", "")
    workflow.schedule(draft, by=request.user, at=_moment(request.POST.get("at", "")), reason=reason, seen=seen)
    return "It becomes public at that time."


def unschedule(draft: Draft, request: HttpRequest) -> str:
    workflow.unschedule(draft, by=request.user)
    return "It waits without a time."


ACTS = {
    "share": share,
    "comment": comment,
    "assign": assign,
    "take-over": take_over,
    "edit": edit,
    "schedule": schedule,
    "unschedule": unschedule,
}


def team_context(draft: Draft, user: Any) -> dict[str, Any]:
    """What the page of one draft says of those who work on it, and offers them."""
    writers = [
        draft.author,
        *(one.editor for one in draft.editors.select_related("editor") if one.editor != draft.author),
    ]
    is_theirs = user in writers
    may_assign = draft.is_unfinished and (is_theirs or user.has_perm(workflow.PUBLISH))
    accounts = get_user_model().objects.filter(is_active=True, is_staff=True).order_by("username")
    return {
        "writers": writers,
        "events": _events(draft),
        "may_share": is_theirs and draft.is_unfinished,
        "others": [one for one in accounts if one not in writers],
        "may_assign": may_assign,
        "reviewers": [one for one in publishers() if may_publish(one, draft)] if may_assign else [],
        "may_take_over": draft.is_unfinished and not draft.author.is_active and user.has_perm(workflow.PUBLISH),
        "may_edit": draft.state == Draft.State.WAITING and may_publish(user, draft),
        "kinds": Proposal.Kind,
    }


def _events(draft: Draft) -> list[tuple[DraftEvent, Proposal | None]]:
    """Each with the change that it is about, if one."""
    changes: dict[tuple[str, int | None], Proposal] = {
        (proposal.model, proposal.row): proposal for proposal in draft.proposals.all()
    }
    return [(event, changes.get((event.model, event.row))) for event in draft.events.select_related("by")]


def _account(request: HttpRequest, name: str) -> Any:
    accounts = get_user_model().objects.filter(is_active=True, is_staff=True)
    return accounts.filter(pk=number_in(request, name)).first()


def _moment(text: str) -> datetime | None:
    """As browsers send a date and a time, in UTC."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None
