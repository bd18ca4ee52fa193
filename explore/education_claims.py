from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from careers.models import OccupationMatch, TypicalEntry
from education.models import Requirement
from explore import messages
from explore.claim_parts import AGREES, CONTRADICTED, NOT_CHECKABLE, ClaimPart, PartCheck

_WORDS = dict(TypicalEntry.EDUCATION)
LEVELS: Mapping[int, str] = {
    rank: _WORDS[name]
    for rank, name in enumerate(("high-school", "certificate", "associate", "bachelor", "master", "doctoral"), start=1)
}
"""The publisher's words for education, by the rank of the credential that a guide names."""

NEEDS = "typical entry education of the Employment Projections"
TYPICAL = (Requirement.Strength.REQUIRED, Requirement.Strength.TYPICAL)
AT_ENTRY = (Requirement.Scope.EVERYONE, Requirement.Scope.MOST, Requirement.Scope.ENTRY)

Entries = Mapping[int, Sequence[TypicalEntry]]
"""By occupation (a primary key) what its releases name, the latest first."""


def credited_requirements(careers: Collection[str] | None = None) -> list[Requirement]:
    rows = Requirement.objects.exclude(attributed_to="").filter(strength__in=TYPICAL, scope__in=AT_ENTRY)
    rows = rows if careers is None else rows.filter(career__slug__in=careers)
    found = rows.select_related("career", "source").prefetch_related("credentials").order_by("pk")
    return [row for row in found if levels_of(row)]


def levels_of(requirement: Requirement) -> tuple[str, ...]:
    ranks = sorted({credential.rank for credential in requirement.credentials.all()})
    return tuple(LEVELS[rank] for rank in ranks if rank in LEVELS)


def entries_of(occupations: Iterable[int]) -> Entries:
    """By primary key; one query."""
    rows = TypicalEntry.objects.published().filter(occupation__in=occupations).exclude(education="")
    found: dict[int, list[TypicalEntry]] = defaultdict(list)
    for row in rows.select_related("release", "occupation").order_by("-release__period_end", "pk"):
        found[row.occupation_id].append(row)
    return found


def education_parts(requirement: Requirement, match: OccupationMatch, entries: Entries) -> Iterator[PartCheck]:
    """Checked against every release, because a requirement has no period."""
    levels, found = levels_of(requirement), entries.get(match.occupation_id, ())
    if not found:
        yield PartCheck(ClaimPart.EDUCATION, NOT_CHECKABLE, messages.not_loaded(f"{NEEDS} for {match.occupation.code}"))
        return
    agreeing = next((entry for entry in found if entry.education in levels), None)
    entry = agreeing or found[0]
    say = messages.education_agrees if agreeing else messages.education_contradicted
    message = say(levels, entry.education, entry.occupation.named, entry.release.label)
    yield PartCheck(ClaimPart.EDUCATION, AGREES if agreeing else CONTRADICTED, message)
