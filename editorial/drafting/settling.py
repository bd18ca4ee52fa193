from collections.abc import Mapping
from typing import Any

from django.db import transaction

from editorial.drafting.clashes import Clash, clashes_of
from editorial.drafting.reading import read_draft
from editorial.drafting.workflow import DraftRefused, work_in
from editorial.models import Draft, Proposal
from facts.values import own_fields, values_of

MINE, THEIRS = "mine", "theirs"


@transaction.atomic
def drop(draft: Draft, proposal: int, *, by: Any) -> None:
    """Raises DraftRefused where other changes need this one."""
    draft = work_in(draft, by=by)
    wrong_before = read_draft(draft).problems.keys()
    if not draft.proposals.filter(pk=proposal).delete()[0]:
        raise DraftRefused("There is no such change in it any more.")
    if read_draft(draft).problems.keys() - wrong_before:
        raise DraftRefused("Other changes in the draft need this one: take those out first.")


@transaction.atomic
def use_published(draft: Draft, proposal: int, *, by: Any) -> None:
    """Take a new row out and point the others at the published one."""
    draft = work_in(draft, by=by)
    problem = read_draft(draft).problems.get(proposal)
    added = draft.proposals.filter(pk=proposal, kind=Proposal.Kind.CREATED).first()
    if added is None or problem is None or problem.rival is None:
        raise DraftRefused("There is no published row to be used in its place.")
    added.delete()
    for other in draft.proposals.all():
        if refer_to(other, added, problem.rival.pk):
            _save(other)


def refer_to(proposal: Proposal, added: Proposal, number: int) -> bool:
    changed = False
    for field in own_fields(proposal.row_model):
        value = proposal.after.get(field.name)
        if field.remote_field is None or field.remote_field.model is not added.row_model:
            continue
        if field.many_to_many and added.row in (value or []):
            proposal.after[field.name] = sorted({number, *value} - {added.row})
        elif value == added.row:
            proposal.after[field.name] = number
        else:
            continue
        changed = True
    return changed


@transaction.atomic
def settle(draft: Draft, choices: Mapping[str, str], *, by: Any) -> int:
    """Settle by `choices` ("mine" or "theirs" by `name_of`); gives how many clashes are left."""
    draft = work_in(draft, by=by)
    clashes = clashes_of(draft)
    for clash in clashes:
        if (chosen := choices.get(name_of(clash))) in (MINE, THEIRS):
            _settle(clash, is_mine=chosen == MINE)
    return len(clashes_of(draft))


def name_of(clash: Clash) -> str:
    return f"clash-{clash.proposal.pk}-{clash.field}"


def _settle(clash: Clash, *, is_mine: bool) -> None:
    proposal = Proposal.objects.get(pk=clash.proposal.pk)
    if not clash.field:
        _settle_row(proposal, is_mine=is_mine)
        return
    if is_mine:
        proposal.before[clash.field] = clash.theirs
    else:
        del proposal.before[clash.field], proposal.after[clash.field]
    _save(proposal)


def _settle_row(proposal: Proposal, *, is_mine: bool) -> None:
    row: Any = proposal.row_model._base_manager.filter(pk=proposal.row).first()
    if row is None or not is_mine:
        proposal.delete()
        return
    proposal.before, proposal.base_version = values_of(row), row.version
    _save(proposal)


def _save(proposal: Proposal) -> None:
    proposal.saves += 1
    if proposal.kind == Proposal.Kind.CHANGED and not proposal.after:
        proposal.delete()
    else:
        proposal.save()
