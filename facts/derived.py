"""Tables computed from published rows, brought up to date in the act that publishes. `explore` registers its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facts.actions import Publication

Update = Callable[["Publication"], None]

_updates: list[Update] = []


def updated_by(update: Update) -> None:
    if update not in _updates:
        _updates.append(update)


def update_derived(publication: Publication) -> None:
    for update in _updates:
        update(publication)
