"""Not loaded here, or not published."""

from explore import messages
from explore.messages import Message
from explore.occupation_profile import Work
from explore.work_tables import TABLES


def why_absent(work: Work, part: str) -> Message:
    """`part` is a key of TABLES."""
    what, _ = TABLES[part]
    release = work.table_releases.get(part)
    if release is None:
        return messages.not_loaded(f"the publisher’s table with {what}")
    return messages.not_published(f"{release.source.title} {release.label}", what, work.described.named)
