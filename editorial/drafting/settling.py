"""Putting a draft right: taking a change out of it, and settling where others have changed the same."""

from collections.abc import Mapping

from django.db import IntegrityError, connection, transaction

from editorial.drafting.applying import apply
from editorial.drafting.clashes import clashes_of
from editorial.drafting.workflow import Refused, work_in
from editorial.models import Draft, Proposal
from facts.values import values_of

MINE, THEIRS = "mine", "theirs"


@transaction.atomic
def drop(draft: Draft, proposal: int, *, by) -> None:
    """Take one row's change out of an open draft. Raises Refused where others of its changes need it."""
    draft = work_in(draft, by=by)
    if not draft.proposals.filter(pk=proposal).delete()[0]:
        raise Refused("There is no such change in it any more.")
    try:
        with transaction.atomic():
            apply(draft.proposals.select_related("draft__author"))
            connection.check_constraints([row_model._meta.db_table for row_model in _models(draft)])
            transaction.set_rollback(True)
    except IntegrityError as error:
        raise Refused("Other changes in the draft need this one: take those out first.") from error


def _models(draft):
    return {proposal.row_model for proposal in draft.proposals.all()}


@transaction.atomic
def settle(draft: Draft, choices: Mapping[str, str], *, by) -> int:
    """Settle the clashes of an open draft by what its author chose, and give how many are left.

    `choices` has by a clash's name (`name_of`) whether "mine" or "theirs" is to stand. A row that somebody else removed
    is out of the draft with "theirs"; one that was saved since is removed in its new state with "mine".
    """
    draft = work_in(draft, by=by)
    clashes = clashes_of(draft)
    for clash in clashes:
        if (chosen := choices.get(name_of(clash))) in (MINE, THEIRS):
            _settle(clash, is_mine=chosen == MINE)
    return len(clashes_of(draft))


def name_of(clash) -> str:
    """The clash’s name in a form."""
    return f"clash-{clash.proposal.pk}-{clash.field}"


def _settle(clash, *, is_mine):
    proposal = Proposal.objects.get(pk=clash.proposal.pk)
    if not clash.field:
        _settle_row(proposal, is_mine=is_mine)
        return
    if is_mine:
        proposal.before[clash.field] = clash.theirs
    else:
        del proposal.before[clash.field], proposal.after[clash.field]
    _save(proposal)


def _settle_row(proposal, *, is_mine):
    row = proposal.row_model._base_manager.filter(pk=proposal.row).first()
    if row is None or not is_mine:
        proposal.delete()
        return
    proposal.before, proposal.base_version = values_of(row), row.version
    _save(proposal)


def _save(proposal):
    proposal.saves += 1
    if proposal.kind == Proposal.Kind.CHANGED and not proposal.after:
        proposal.delete()
    else:
        proposal.save()
