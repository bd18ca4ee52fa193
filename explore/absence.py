"""Why a part of an occupation's work is not shown: nobody has loaded the table here, or the publisher leaves it out."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef

from careers.models import (
    CategoryShare,
    OccupationJobZone,
    OccupationTitle,
    OccupationTool,
    Rating,
    RelatedOccupation,
    Task,
    TypicalEntry,
)
from explore import messages
from explore.messages import Message
from explore.occupation_profile import Work
from facts.models import Release

TABLES: Mapping[str, tuple[str, Callable[[], Any]]] = {
    "tasks": ("tasks", Task.objects.all),
    "skills": ("ratings of skills", lambda: Rating.objects.skills()),
    "knowledge": ("ratings of knowledge", lambda: Rating.objects.knowledge()),
    "abilities": ("ratings of abilities", lambda: Rating.objects.abilities()),
    "titles": ("titles that people use", OccupationTitle.objects.all),
    "interests": ("ratings of interests", lambda: Rating.objects.interests()),
    "technology": ("technology", lambda: OccupationTool.objects.filter(kind=OccupationTool.Kind.TECHNOLOGY)),
    "tools": ("tools", lambda: OccupationTool.objects.filter(kind=OccupationTool.Kind.TOOL)),
    "education": ("answers on education", lambda: CategoryShare.objects.education()),
    "job_zone": ("a job zone", OccupationJobZone.objects.all),
    "related": ("related occupations", RelatedOccupation.objects.all),
    "typical_entry": ("what is typically needed to enter", TypicalEntry.objects.all),
}
"""By the part's name: what a sentence calls it, and the rows of its table, whatever occupation they are about."""


def why_absent(work: Work, part: str) -> Message:
    """Why `work` has nothing of the part: one query."""
    what, rows = TABLES[part]
    has_it = Exists(rows().order_by().filter(release=OuterRef("pk")))
    release = Release.objects.ready().filter(has_it).select_related("source").defer("report").newest_first().first()
    if release is None:
        return messages.not_loaded(f"the publisher’s table with {what}")
    return messages.not_published(f"{release.source.title} {release.label}", what, work.described.named)
