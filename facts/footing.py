from typing import Any, NamedTuple

from django.db.models import Q, Subquery

from facts.models import Change, Edition

FOOTING = "rungs.footing"
"""Where a view leaves its Footing in a request's environ, for the response cache."""
SHARED = ""
"""The part that every answer rests on: what belongs to no career, such as a release, a source or a place."""


class Footing(NamedTuple):
    parts: tuple[str, ...]
    """A career's slug for its own rows, "~" and a job's key for its title and ties, and SHARED."""
    edition: int
    """The number of the one in which the answer last changed."""


def rest(request: Any, footing: Footing | None) -> None:
    if footing and "edition" not in request.GET:
        request.META[FOOTING] = footing


def rest_on_rows(request: Any, career: str = SHARED) -> Edition | None:
    """The edition that last changed rows of a career or of the record, or else the first. One query."""
    newest = Edition.objects.newest_first()
    if "edition" in request.GET:
        return newest.first()
    parts = (SHARED, career) if career else (SHARED,)
    changes = [Change.objects.filter(career_slug=part).order_by("-edition_id").values("edition_id") for part in parts]
    known = (Subquery(rows[:1]) for rows in (*changes, Edition.objects.order_by("number").values("pk")))
    edition = newest.filter(Q(*(Q(pk=number) for number in known), _connector=Q.OR)).first()
    if edition:
        rest(request, Footing(parts, edition.number))
    request.edition_shown = edition
    return edition


def edition_shown(request: Any) -> Edition | None:
    if hasattr(request, "edition_shown"):
        return request.edition_shown
    footing, newest = request.META.get(FOOTING), Edition.objects.newest_first()
    return (newest.filter(number__lte=footing.edition) if footing else newest).first()


def ties_of(job: str) -> str:
    return f"~{job}"
