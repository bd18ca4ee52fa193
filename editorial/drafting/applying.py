from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DataError, IntegrityError, models, transaction

from editorial.drafting.drafted_rows import drafted_row, drafted_version, give_free_key
from editorial.drafting.removal import removed_with
from editorial.models import Proposal
from facts.actions import Publication
from facts.correcting import Notice
from facts.models import Correction
from facts.models.history import acting
from facts.values import put, tie
from ingest.fixtures.writing import move_aside, places_of


class CannotApply(Exception):  # noqa: N818 - an answer rather than a mistake
    """The rows' own rules refuse these proposals, and nothing of them was written."""

    def __init__(self, proposals: list[Proposal]) -> None:
        self.proposals = proposals
        titles = ", ".join(f"“{proposal.title}”" for proposal in proposals)
        super().__init__(f"These changes do not fit what is published: {titles}.")


def apply(proposals: Iterable[Proposal], publication: Publication | None = None) -> list[models.Model]:
    """Write the proposals and give their rows.

    Raises CannotApply. With a `publication`, rows are noted on it and in their history; without one they get a
    drafted version. Rows that are gone are passed over (`clashes_of`).
    """
    rows, refused = apply_what_fits(proposals, publication)
    if refused:
        raise CannotApply(refused)
    return rows


def apply_what_fits(
    proposals: Iterable[Proposal], publication: Publication | None = None
) -> tuple[list[models.Model], list[Proposal]]:
    """As `apply`, giving what is refused beside the rows.

    It is tried again after the others, since a row may take a place that another leaves.
    """
    rows: list[models.Model] = []
    waiting, refused = list(proposals), []
    while waiting:
        refused = [proposal for proposal in waiting if not _apply_one(proposal, publication, rows)]
        if len(refused) == len(waiting):
            refused = _apply_swapped(refused, publication, rows)
            break
        waiting = refused
    return rows, refused


def _apply_swapped(
    refused: list[Proposal], publication: Publication | None, rows: list[models.Model]
) -> list[Proposal]:
    """Rows that change places with each other, of which none can be written first. Gives what is still refused."""
    changed = [proposal for proposal in refused if proposal.kind == Proposal.Kind.CHANGED]
    moved = {proposal: places_of(proposal.row_model) & proposal.after.keys() for proposal in changed}
    noted, written = publication.length() if publication else (), len(rows)
    try:
        with transaction.atomic():
            for proposal, places in moved.items():
                move_aside(proposal.row_model, proposal.row, places)
            left = [proposal for proposal in refused if not _apply_one(proposal, publication, rows)]
            if any(moved.get(proposal) for proposal in left):
                raise IntegrityError
    except IntegrityError:
        del rows[written:]
        if publication:
            publication.cut(noted)
        return refused
    return left


def _apply_one(proposal: Proposal, publication: Publication | None, rows: list[models.Model]) -> bool:
    noted = publication.length() if publication else ()
    try:
        with (
            transaction.atomic(),
            acting(reason=proposal.why or proposal.draft.reason, by=proposal.editor or proposal.draft.author),
        ):
            row = _WRITE[Proposal.Kind(proposal.kind)](proposal, publication)
    except (IntegrityError, DataError, ValidationError, ObjectDoesNotExist):
        if publication:
            publication.cut(noted)
        return False
    if row is not None:
        rows.append(row)
    return True


def _create(proposal: Proposal, publication: Publication | None) -> models.Model | None:
    row = drafted_row(proposal, proposal.row_model._base_manager.filter(pk=proposal.row).first())
    if row is None:
        return None
    give_free_key(row)
    if publication:
        row.version = 1
    row.save(force_insert=True)
    tie(row, proposal.after)
    if publication:
        publication.created(row)
    return row


def _change(proposal: Proposal, publication: Publication | None) -> models.Model | None:
    row: Any = proposal.row_model._base_manager.select_for_update().filter(pk=proposal.row).first()
    if row is None:
        return None
    published = row.version
    put(row, proposal.after)
    row.save()
    tie(row, proposal.after)
    if publication:
        publication.changed(row, notice=_notice_of(proposal))
    else:
        row.version = drafted_version(published, proposal.saves)
        type(row)._base_manager.filter(pk=row.pk).update(version=row.version)
    return row


def _remove(proposal: Proposal, publication: Publication | None) -> None:
    row = proposal.row_model._base_manager.select_for_update().filter(pk=proposal.row).first()
    if row is None:
        return
    if publication:
        _load_names(row)
        for one in removed_with([row]):
            publication.removed(one)
    row.delete()


_WRITE = {Proposal.Kind.CREATED: _create, Proposal.Kind.CHANGED: _change, Proposal.Kind.REMOVED: _remove}


def _notice_of(proposal: Proposal) -> Notice:
    return Notice(proposal.correction_kind or Correction.Kind.REVISION, proposal.cause)


def _load_names(row: models.Model) -> None:
    # What a row is called is read from the rows that it refers to, and those may be removed next.
    for field in row._meta.concrete_fields:
        if field.is_relation:
            try:
                getattr(row, field.name)
            except ObjectDoesNotExist:  # removed with it, just before
                setattr(row, field.name, None)
