"""Drafts: what an author proposes, tried on the real rows and undone, until a publisher publishes it.

A proposal is kept beside the published rows. Whatever an author does at the desk is done for real inside a transaction,
over what their draft holds already; how the rows differ afterwards is kept, and the rest is rolled back.
"""

from editorial.drafting.clashes import Clash, clashes_of
from editorial.drafting.diff import Difference, Told, told
from editorial.drafting.proposing import Session, proposing, trying
from editorial.drafting.reading import as_drafted, read_draft
from editorial.drafting.settling import drop, settle
from editorial.drafting.workflow import (
    Refused,
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
    "Difference",
    "Refused",
    "Session",
    "Told",
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
    "told",
    "trying",
]
