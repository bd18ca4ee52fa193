from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from editorial.models import Draft, Proposal
from facts.values import values_of


@dataclass(frozen=True)
class Clash:
    """What both changed differently, from `base`; `field` is "" for the whole row."""

    proposal: Proposal
    field: str = ""
    base: Any = None
    theirs: Any = None
    mine: Any = None
    words: str = ""


REMOVED = "It was removed by somebody else in the meantime."
SAVED = "It was saved by somebody else in the meantime: look at it again before it is removed."


def clashes_of(draft: Draft) -> list[Clash]:
    """Everything that keeps the draft from being published as it is, in its order."""
    return [clash for proposal in draft.proposals.all() for clash in _clashes(proposal)]


def _clashes(proposal: Proposal) -> Iterator[Clash]:
    if proposal.kind == Proposal.Kind.CREATED:
        return
    row = proposal.row_model._base_manager.filter(pk=proposal.row).first()
    if row is None:
        if proposal.kind == Proposal.Kind.CHANGED:
            yield Clash(proposal, words=REMOVED)
    elif proposal.kind == Proposal.Kind.REMOVED:
        if getattr(row, "version", None) != proposal.base_version:
            yield Clash(proposal, words=SAVED)
    else:
        yield from _in_fields(proposal, values_of(row))


def _in_fields(proposal: Proposal, published: dict[str, Any]) -> Iterator[Clash]:
    for name in proposal.after.keys() & published.keys():
        base, theirs, mine = proposal.before[name], published[name], proposal.after[name]
        if theirs not in (base, mine):
            yield Clash(proposal, name, base, theirs, mine)
