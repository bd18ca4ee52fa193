from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.checks import Error

from explore.jobs import JobDocument
from explore.jobs.account import JobSection, JobStatement
from explore.jobs.record import Listing
from facts.kinds import kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something to unfold: prose of `kinds`, rows of `lists`, statements, lists of the record.

    `template` draws it where rows alone do not; `drawn` names a field of Drawings.
    """

    anchor: str
    title: str
    prose: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    record: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    drawn: str = ""
    template: str = "pages/job/part.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """`formerly` are older anchors, which still lead here. `has_lead`: its template shows something at once.

    `is_local`: a place or a year changes it.
    """

    anchor: str
    title: str
    formerly: tuple[str, ...] = ()
    has_lead: bool = False
    is_local: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def template(self) -> str:
        return f"pages/job/{self.anchor}.html"

    def holds(self, chapter: str) -> bool:
        return chapter == self.anchor or chapter in self.formerly


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """`hint` stands beside the title."""

    part: Part
    title: str
    hint: str
    sections: tuple[JobSection, ...] = ()
    lists: tuple[tuple[str, tuple], ...] = ()
    listings: tuple[tuple[str, Listing], ...] = ()
    statements: tuple[JobStatement, ...] = ()
    drawing: Any = None


@dataclass(frozen=True, slots=True)
class ShownChapter:
    chapter: Chapter
    summary: tuple[str, ...]
    parts: list[Shown] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return self.chapter.anchor

    @property
    def title(self) -> str:
        return self.chapter.title


LIST_TITLES = {
    "technical": "Technical skills",
    "soft": "Personal skills",
    "used": "Tools",
    "pros": "Pros",
    "cons": "Cons",
    "named_by": "Jobs it is named beside",
    "organizations": "Support networks",
}
LISTING_TITLES = {
    "skills": "Skills",
    "knowledge": "Knowledge",
    "abilities": "Abilities",
    "scores": "Skill scores in the projections",
    "technology": "Technology",
    "tools": "Tools and equipment",
}

CHAPTERS = (
    Chapter(
        anchor="overview",
        title="Overview",
        formerly=("what",),
        parts=(
            Part(anchor="about", title="About the job", prose=("overview", "role")),
            Part(anchor="titles", title="Other titles", drawn="titles", template="pages/job/titles.html"),
            Part(anchor="counted", title="How statistics count it", drawn="ties", template="pages/job/counted.html"),
            Part(anchor="specialties", title="Specialties", drawn="parts", template="pages/job/specialties.html"),
        ),
    ),
    Chapter(
        anchor="do",
        title="What you do",
        formerly=("tasks",),
        has_lead=True,
        parts=(
            Part(anchor="duties", title="Duties", lists=("responsibilities",), prose=("duties",)),
            Part(anchor="kinds", title="Kinds of the job", lists=("variants",)),
            Part(anchor="all-tasks", title="Tasks", record=("tasks",)),
        ),
    ),
    Chapter(
        anchor="pay",
        title="Pay",
        formerly=("record", "places", "world"),
        has_lead=True,
        is_local=True,
        parts=(
            Part(anchor="range", title="Pay range", drawn="percentiles", template="pages/job/range.html"),
            Part(anchor="years", title="Pay by year", drawn="years", template="pages/job/years.html"),
            Part(anchor="states", title="Pay by state", drawn="map", template="pages/job/states.html"),
            Part(anchor="industries", title="Pay by industry", drawn="sectors", template="pages/job/industries.html"),
            Part(anchor="pay-sources", title="Pay by source", drawn="pay", template="pages/job/pay-sources.html"),
            Part(anchor="claims", title="Pay in guides", statements=("salaries",), template="pages/job/claims.html"),
            Part(anchor="factors", title="What affects pay", prose=("pay",)),
            Part(anchor="abroad", title="Pay in other countries", prose=("global-pay",)),
        ),
    ),
    Chapter(
        anchor="become",
        title="How to become one",
        formerly=("requirements", "ways-in", "studies"),
        has_lead=True,
        is_local=True,
        parts=(
            Part(anchor="ways", title="Time and cost", drawn="ways_chart", template="pages/job/ways.html"),
            Part(anchor="time", title="Time to first job", statements=("times-to-entry",)),
            Part(
                anchor="asked",
                title="Requirements",
                prose=("requirements", "qualifications"),
                lists=("requirements",),
            ),
            Part(anchor="education", title="Education and training", prose=("education", "training", "experience")),
            Part(anchor="licenses", title="Licenses and certifications", prose=("licenses",)),
            Part(anchor="steps", title="Steps", prose=("becoming",), lists=("steps",)),
            Part(anchor="entry", title="Typical entry", drawn="entry", template="pages/job/entry.html"),
            Part(anchor="workers", title="Education of people in the job", record=("education",)),
            Part(
                anchor="programs",
                title="Schools and programs",
                drawn="programs",
                prose=("schools",),
                template="pages/job/programs.html",
            ),
            Part(anchor="toolkit", title="Applying", prose=("toolkit", "readiness"), lists=("toolkit",)),
        ),
    ),
    Chapter(
        anchor="skills",
        title="Skills and tools",
        formerly=("tools", "interests"),
        parts=(
            Part(anchor="in-guides", title="Skills in guides", lists=("technical", "soft")),
            Part(anchor="used", title="Tools in guides", lists=("used",), prose=("tools",)),
            Part(anchor="rated", title="Rated skills", record=("skills", "knowledge", "abilities", "scores")),
            Part(anchor="technology", title="Technology and tools", record=("technology", "tools")),
            Part(anchor="fit", title="Interests", record=("interests",)),
        ),
    ),
    Chapter(
        anchor="environment",
        title="Work environment",
        formerly=("employers", "inclusion", "remote"),
        parts=(
            Part(anchor="workplace", title="Where you work", prose=("environment",)),
            Part(anchor="injuries", title="Injuries", prose=("injuries",)),
            Part(anchor="schedules", title="Work schedules", prose=("schedules",)),
            Part(anchor="hirers", title="Employers", prose=("employers",), lists=("employers",)),
            Part(
                anchor="from-home",
                title="Work from home",
                prose=("remote",),
                drawn="at_home",
                template="pages/job/at-home.html",
            ),
            Part(
                anchor="diversity",
                title="Diversity and inclusion",
                prose=("diversity", "hiring", "culture", "support"),
                lists=("organizations",),
            ),
            Part(anchor="elsewhere", title="Other countries and visas", prose=("global", "visa")),
        ),
    ),
    Chapter(
        anchor="outlook",
        title="Job outlook",
        formerly=("market", "ai"),
        parts=(
            Part(anchor="projections", title="Projections", drawn="projections", template="pages/job/projections.html"),
            Part(anchor="growth", title="Growth in guides", statements=("outlooks",), prose=("outlook",)),
            Part(anchor="exposure", title="AI and this job", drawn="exposure", template="pages/job/exposure.html"),
            Part(anchor="exposure-claims", title="AI in guides", statements=("exposure-claims",)),
            Part(
                anchor="trends",
                title="Job market",
                prose=("market", "reality", "challenges", "opportunities", "trends"),
            ),
        ),
    ),
    Chapter(
        anchor="path",
        title="Career path",
        formerly=("ladder",),
        has_lead=True,
        parts=(
            Part(anchor="rungs", title="Rung by rung", drawn="ladders", template="pages/job/rungs.html"),
            Part(anchor="moves", title="Moves", lists=("moves",)),
            Part(anchor="advance", title="How to advance", prose=("ladder", "advancement")),
        ),
    ),
    Chapter(
        anchor="points",
        title="Pros, cons and questions",
        formerly=("questions",),
        parts=(
            Part(anchor="for-and-against", title="Pros and cons", prose=("points",), lists=("pros", "cons")),
            Part(anchor="asked-often", title="Common questions", prose=("questions",), lists=("questions",)),
        ),
    ),
    Chapter(
        anchor="related",
        title="Related jobs",
        formerly=("careers",),
        parts=(
            Part(
                anchor="named",
                title="Related jobs in guides",
                prose=("related", "alternatives"),
                lists=("related", "named_by"),
            ),
            Part(
                anchor="counted-here",
                title="Jobs counted in the same group",
                drawn="counted_here",
                template="pages/job/counted-here.html",
            ),
            Part(anchor="similar", title="Jobs with similar work", record=("related",)),
        ),
    ),
    Chapter(
        anchor="sources",
        title="Sources and disagreements",
        formerly=("disagree", "silent", "codes"),
        has_lead=True,
        is_local=True,
        parts=(
            Part(
                anchor="differ", title="Where sources disagree", drawn="conflicts", template="pages/job/conflicts.html"
            ),
            Part(anchor="checks", title="Fact checks", drawn="checks", template="pages/job/checks.html"),
            Part(anchor="all-sources", title="Sources", drawn="sources", template="pages/job/sources-list.html"),
            Part(anchor="other-codes", title="Other classifications", drawn="former", template="pages/job/former.html"),
        ),
    ),
)
ANCHORS = {anchor: chapter.title for chapter in CHAPTERS for anchor in (*chapter.formerly, chapter.anchor)}


def show_chapters(
    chapters: Iterable[Chapter], document: JobDocument, drawings: Any, summaries: dict[str, tuple[str, ...]]
) -> list[ShownChapter]:
    shown = [
        ShownChapter(chapter, summaries.get(chapter.anchor, ()), _parts(chapter, document, drawings))
        for chapter in chapters
    ]
    return [each for each in shown if each.parts or each.summary]


def _parts(chapter: Chapter, document: JobDocument, drawings: Any) -> list[Shown]:
    others = [_of_kind(kind) for kind in kinds() if kind.is_of_careers and chapter.holds(kind.chapter)]
    known = {slug for part in chapter.parts for slug in part.statements} | DRAWN
    parts = [*chapter.parts, *(part for part in others if part.statements[0] not in known)]
    shown = [_show(part, document, drawings) for part in parts]
    return [each for each in shown if each]


DRAWN = {"paths"}
"""Kinds of statement that a part draws without naming them."""


def _of_kind(kind: Any) -> Part:
    return Part(anchor=kind.slug, title=kind.heading, statements=(kind.slug,))


def _show(part: Part, document: JobDocument, drawings: Any) -> Shown | None:
    sections = tuple(section for section in document.told(*part.prose) if not section.left_empty)
    lists = tuple((LIST_TITLES.get(name, ""), document.listed(name)) for name in part.lists if document.listed(name))
    listings = tuple(_listings(part, document))
    statements = tuple(row for slug in part.statements for row in document.stated(slug))
    drawing = getattr(drawings, part.drawn) if part.drawn else None
    if not (sections or lists or listings or statements or drawing):
        return None
    hint = _hint(lists, listings, statements, drawing)
    return Shown(
        part=part,
        title=part.title,
        hint=hint,
        sections=sections,
        lists=lists if len(part.lists) > 1 else tuple(("", rows) for _, rows in lists),
        listings=listings if len(part.record) > 1 else tuple(("", listing) for _, listing in listings),
        statements=statements,
        drawing=drawing,
    )


def _listings(part: Part, document: JobDocument) -> Iterator[tuple[str, Listing]]:
    for name in part.record:
        listing = document.record.listing(name) if document.record else None
        if listing:
            yield LISTING_TITLES.get(name, ""), listing


def _hint(
    lists: Sequence[tuple[str, Sequence]],
    listings: Sequence[tuple[str, Listing]],
    statements: Sequence,
    drawing: object,
) -> str:
    """A count of rows."""
    if hint := getattr(drawing, "hint", ""):
        return hint
    count = sum(len(rows) for _, rows in lists) + sum(len(listing.rows) for _, listing in listings) + len(statements)
    count = count or (len(drawing) if isinstance(drawing, (list, tuple)) else 0)
    return str(count) if count > 1 else ""


def check_chapters(**kwargs: Any) -> list[Error]:
    """Kinds of statements whose chapter is none of these."""
    astray = [kind for kind in kinds() if kind.chapter not in ANCHORS]
    return [
        Error(
            f"The kind of {kind.model._meta.label} stands in “{kind.chapter}”, which is no chapter of the job page.",
            hint=f"Chapters are {', '.join(chapter.anchor for chapter in CHAPTERS)}.",
            id="pages.E001",
        )
        for kind in astray
    ]
