"""What differs between two editions, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db.models import QuerySet

from facts.models import Change

MOST = 50_000
"""Changes that are looked through; a load of all guides makes some 20,000."""

CREATED, CHANGED, REMOVED = Change.Kind.CREATED, Change.Kind.CHANGED, Change.Kind.REMOVED


class TooManyChanges(ValueError):  # noqa: N818 - what stands in the way
    """More lie between than are looked through."""


@dataclass(slots=True)
class NetChange:
    """A row of which the later edition says something else; `edition` is the last that changed it."""

    kind: str
    model: str
    key: str
    title: str
    career_slug: str
    edition: int
    differences: list[dict[str, str]] = field(default_factory=list)


def net_changes(after: int, until: int, *, career: str = "", model: str = "") -> list[NetChange]:
    """Raises TooManyChanges."""
    rows = Change.objects.filter(edition__number__gt=after, edition__number__lte=until).order_by("pk")
    rows = rows.filter(career_slug=career) if career else rows
    rows = rows.filter(model=model) if model else rows
    if rows[MOST : MOST + 1].values("pk"):
        raise TooManyChanges(f"More than {MOST:,} changes lie between these editions. Name nearer ones, or a career.")
    by_row: dict[tuple[str, str], list[Change]] = {}
    for change in _read(rows):
        by_row.setdefault((change.model, change.key), []).append(change)
    return [net for changes in by_row.values() if (net := _net(changes))]


def _read(rows: QuerySet[Change]) -> Iterator[Change]:
    return rows.select_related("edition").defer("document").iterator()


def _net(changes: list[Change]) -> NetChange | None:
    """None for a row that is as it was, or that came and went."""
    first, last = changes[0], changes[-1]
    was_there, is_there = first.kind != CREATED, last.kind != REMOVED
    if not was_there and not is_there:
        return None
    kind = CHANGED if was_there and is_there else CREATED if is_there else REMOVED
    differences = _folded(changes) if kind != CREATED else []
    if kind == CHANGED and not differences and any(change.differences for change in changes):
        return None
    return NetChange(kind, last.model, last.key, last.title, last.career_slug, last.edition.number, differences)


def _folded(changes: list[Change]) -> list[dict[str, str]]:
    """Each field once, with what it said first and says last."""
    fields: dict[str, dict[str, str]] = {}
    for difference in (each for change in changes for each in change.differences):
        name = difference["field"]
        before = fields[name]["before"] if name in fields else difference["before"]
        fields[name] = difference | {"before": before}
    return [each for each in fields.values() if each["before"] != each["after"]]
