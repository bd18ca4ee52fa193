"""Trying what an author does, and keeping how the rows would differ."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from editorial.drafting.applying import apply_what_fits
from editorial.drafting.drafted_rows import DraftReading, Row, row_of
from editorial.drafting.reading import read_draft
from editorial.models import Draft, DraftEditor, Proposal
from facts.actions import Publication, career_slug_of
from facts.correcting import Notice
from facts.models.history import acting
from facts.values import values_of


@dataclass
class DraftSession:
    """What one request does, and the draft that it is kept in."""

    publication: Publication = field(default_factory=Publication)
    draft: Draft | None = None


@dataclass
class _RowState:
    values: dict[str, Any]
    version: int
    title: str
    career_slug: str


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def trying(draft: Draft | None) -> Iterator[None]:
    """Rows are as drafted and may be written; all of it is undone."""
    with undone():
        if draft:
            apply_what_fits(read_draft(draft).applicable)
        yield


@contextmanager
def proposing(author: Any, *, why: str = "", notice: Notice | None = None) -> Iterator[DraftSession]:
    """Keep what happens inside in the author’s draft, begun where there is none.

    Inside, rows are as drafted, but for changes that cannot be written: those stay as they are. `why` and `notice` go
    with what is noted on the publication; nothing is kept if nothing is noted.
    """
    with transaction.atomic():
        draft = Draft.objects.select_for_update().current_of(author)
        reading = read_draft(draft) if draft else DraftReading([])
        before = {row_of(proposal): proposal for proposal in reading.proposals}
        session = DraftSession()
        with undone():
            refused = apply_what_fits(reading.applicable)[1]
            with acting(reason=why, by=author):
                yield session
            touched = dict.fromkeys(session.publication.touched)
            drafted = {row: _state_of(row) for row in {**before, **touched}} if touched else {}
        if touched:
            left_out = {proposal.pk for proposal in refused} | reading.problems.keys()
            session.draft = draft or Draft.objects.create(author=author)
            _ProposalWriter(session.draft, before, left_out, why, notice, author).keep(drafted, touched)
            touch(session.draft, author)


def touch(draft: Draft, user: Any) -> None:
    """Note that somebody works in it, which makes it the one they work in."""
    now = timezone.now()
    Draft.objects.filter(pk=draft.pk).update(touched_at=now)
    DraftEditor.objects.update_or_create(draft=draft, editor=user, defaults={"touched_at": now})


def _state_of(row: Row) -> _RowState | None:
    model, number = row
    found = model._base_manager.filter(pk=number).first()
    if found is None:
        return None
    return _RowState(values_of(found), getattr(found, "version", 1), str(found)[:250], career_slug_of(found))


class _ProposalWriter:
    def __init__(
        self, draft: Draft, before: dict[Row, Proposal], left_out: set[int], why: str, notice: Notice | None, by: Any
    ) -> None:
        self.draft, self.before, self.left_out, self.why, self.notice = draft, before, left_out, why, notice
        self.by = by
        self.position = max((proposal.position for proposal in before.values()), default=0)

    def keep(self, drafted: dict[Row, _RowState | None], touched: dict[Row, None]) -> None:
        """`touched` rows were changed just now, in order."""
        for row in [*(row for row in drafted if row not in touched), *touched]:
            proposal = self.before.get(row) or Proposal(draft=self.draft, model=row[0]._meta.label_lower, row=row[1])
            published = _state_of(row)
            if row not in touched and self._is_to_be_seen(proposal, published):
                continue
            if self._compare(proposal, published, drafted[row]):
                self._save(proposal, row, is_touched=row in touched)
            elif proposal.pk:
                proposal.delete()

    def _is_to_be_seen(self, proposal: Proposal, published: "_RowState | None") -> bool:
        return proposal.pk in self.left_out or (published is None and proposal.kind == Proposal.Kind.CHANGED)

    def _save(self, proposal: Proposal, row: Row, *, is_touched: bool) -> None:
        if is_touched:
            self.position += 1
            proposal.position = self.position
            proposal.saves += bool(proposal.pk)
            proposal.editor = self.by
            proposal.why = self.why or proposal.why
            if self.notice:
                proposal.correction_kind, proposal.cause = self.notice.kind, self.notice.cause
        proposal.save()
        if proposal.kind == Proposal.Kind.CREATED:
            _reserve(*row)

    def _compare(self, proposal: Proposal, published: _RowState | None, drafted: _RowState | None) -> bool:
        if published is None and drafted is None:
            return False
        named: Any = drafted or published
        proposal.title, proposal.career_slug = named.title, named.career_slug
        if published is None:
            proposal.kind, proposal.base_version = Proposal.Kind.CREATED, None
            proposal.before, proposal.after = {}, named.values
        elif drafted is None:
            if proposal.kind != Proposal.Kind.REMOVED or proposal.base_version is None:
                proposal.base_version = published.version
            proposal.kind, proposal.before, proposal.after = Proposal.Kind.REMOVED, published.values, {}
        else:
            self._compare_fields(proposal, published, drafted)
        return bool(proposal.kind != Proposal.Kind.CHANGED or proposal.after)

    def _compare_fields(self, proposal: Proposal, published: _RowState, drafted: _RowState) -> None:
        values = self._with_what_was_left_out(proposal, drafted)
        differing = [name for name, value in values.items() if published.values[name] != value]
        clashing = {name for name in differing if _is_clash(proposal, name, published.values[name])}
        base = {name: proposal.before[name] if name in clashing else published.values[name] for name in differing}
        if not clashing:
            proposal.base_version = published.version
        proposal.kind, proposal.before = Proposal.Kind.CHANGED, base
        proposal.after = {name: values[name] for name in differing}

    def _with_what_was_left_out(self, proposal: Proposal, drafted: _RowState) -> dict[str, Any]:
        """The row’s values, with those of a change that could not be written."""
        if proposal.pk not in self.left_out or proposal.kind != Proposal.Kind.CHANGED:
            return drafted.values
        still = {name: value for name, value in proposal.after.items() if name in drafted.values}
        base = proposal.before
        return drafted.values | {name: value for name, value in still.items() if drafted.values[name] == base.get(name)}


def _is_clash(proposal: Proposal, name: str, published: Any) -> bool:
    return name in proposal.before and name in proposal.after and proposal.before[name] != published


def _reserve(model: type[models.Model], number: int) -> None:
    """No other new row gets this number; PostgreSQL never gives one twice."""
    if connection.vendor != "sqlite":
        return
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        if cursor.fetchone() is None:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
        cursor.execute("UPDATE sqlite_sequence SET seq = max(seq, %s) WHERE name = %s", [number, table])
