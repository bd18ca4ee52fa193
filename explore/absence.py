"""Why a part of an occupation's work is not shown: nobody has loaded the table here, or the publisher leaves it out."""

from explore import messages
from explore.messages import Message
from explore.occupation_profile import Work
from explore.work_tables import TABLES


def why_absent(work: Work, part: str) -> Message:
    """Why `work` has nothing of the part, by its name in TABLES."""
    what, _ = TABLES[part]
    release = work.table_releases.get(part)
    if release is None:
        return messages.not_loaded(f"the publisher’s table with {what}")
    return messages.not_published(f"{release.source.title} {release.label}", what, work.described.named)
