"""Drafts: what an author proposes, kept beside the published rows until a publisher publishes it.

A save is tried on the real rows, over what the draft holds already; how they differ is kept, the rest rolled back.
Reading writes nothing: drafted rows are laid over what the queries find.
"""

from editorial.drafting.clashes import Clash, clashes_of
from editorial.drafting.diff import FieldDiff, ProposalDiff, diff_of
from editorial.drafting.proposing import DraftSession, proposing, trying
from editorial.drafting.reading import as_drafted, read_draft
from editorial.drafting.settling import drop, settle, use_published
from editorial.drafting.workflow import (
    DraftRefused,
    discard,
    hand_in,
    may_publish,
    must_propose,
    publish,
    send_back,
    take_back,
)

__all__ = [
    "Clash",
    "FieldDiff",
    "DraftRefused",
    "DraftSession",
    "ProposalDiff",
    "as_drafted",
    "clashes_of",
    "discard",
    "drop",
    "hand_in",
    "may_publish",
    "must_propose",
    "proposing",
    "read_draft",
    "publish",
    "send_back",
    "settle",
    "take_back",
    "diff_of",
    "trying",
    "use_published",
]
