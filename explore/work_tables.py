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
from facts.models import Release
from facts.models.leaving_out import leave_out

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


def newest_releases() -> dict[str, Release]:
    """By part; one query."""
    has = {
        f"has_{part}": Exists(rows().order_by().filter(release=OuterRef("pk"))) for part, (_, rows) in TABLES.items()
    }
    releases = leave_out(Release.objects.ready().annotate(**has).select_related("source"), "report").newest_first()
    found: dict[str, Release] = {}
    for release in releases:
        for part in TABLES:
            if getattr(release, f"has_{part}"):
                found.setdefault(part, release)
    return found
