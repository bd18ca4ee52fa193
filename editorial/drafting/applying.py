"""Writing what a draft proposes into the rows themselves."""

from collections.abc import Iterable

from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from editorial.models import Proposal
from facts.actions import Publication
from facts.correcting import Notice
from facts.keys import next_key
from facts.models import Sourced
from facts.models.history import acting
from facts.values import put, tie

#: Versions from here on are of rows as a draft has them: never one that was published.
DRAFTED = 2**30
HALF = 2**15


def apply(proposals: Iterable[Proposal], publication: Publication | None = None) -> list[models.Model]:
    """Write the proposals into the rows, in their order; gives the rows that are there afterwards.

    Each field that a proposal names says what it proposes, the others stay as they are. With a `publication` every row
    is noted on it, and has the proposal's author and words in its history. Without one the rows get a version of their
    own, by which a form knows this state of them again. A row that is gone is passed over: `clashes_of` tells of it.
    """
    written = []
    for proposal in proposals:
        with acting(reason=proposal.why or proposal.draft.reason, by=proposal.draft.author):
            row = _WRITE[Proposal.Kind(proposal.kind)](proposal, publication)
        if row is not None:
            written.append(row)
    return written


def _create(proposal, publication):
    row = proposal.row_model(pk=proposal.row)
    put(row, proposal.after)
    if isinstance(row, Sourced) and type(row)._default_manager.filter(key=row.key).exists():
        row.key = next_key(row)  # somebody else's new row has been given this one in the meantime
    row.save(force_insert=True)
    tie(row, proposal.after)
    if publication:
        publication.created(row)
    return row


def _change(proposal, publication):
    row = proposal.row_model._base_manager.select_for_update().filter(pk=proposal.row).first()
    if row is None:
        return None
    published = row.version
    put(row, proposal.after)
    row.save()
    tie(row, proposal.after)
    if publication:
        publication.changed(row, notice=Notice(proposal.correction_kind, proposal.cause))
    else:
        row.version = drafted_version(published, proposal.saves)
        type(row)._base_manager.filter(pk=row.pk).update(version=row.version)
    return row


def _remove(proposal, publication):
    row = proposal.row_model._base_manager.select_for_update().filter(pk=proposal.row).first()
    if row is None:
        return
    if publication:
        _load_names(row)
        publication.removed(row)
    row.delete()


_WRITE = {Proposal.Kind.CREATED: _create, Proposal.Kind.CHANGED: _change, Proposal.Kind.REMOVED: _remove}


def drafted_version(published: int, saves: int) -> int:
    """The version of a row as a draft has it: another whenever the published row or the proposal is another."""
    return DRAFTED + published % HALF * HALF + saves % HALF


def _load_names(row):
    # What a row is called is read from the rows that it refers to, and those may be removed next.
    for field in row._meta.concrete_fields:
        if field.is_relation:
            try:
                getattr(row, field.name)
            except ObjectDoesNotExist:  # removed with it, just before
                setattr(row, field.name, None)
