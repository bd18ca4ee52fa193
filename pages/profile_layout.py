"""The work of an occupation, arranged for a reader: what is shown at once, what is folded away, how old it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from careers.models import CategoryShare, Occupation, OccupationTool, Rating, Task
from explore.occupation_profile import WHOLE, Rated, Work
from facts.models import Release

AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one release: the first that a reader meets, the rest behind a fold, and how old they are.

    `updated` is in words, "August 2023"; "" where the release does not say.
    """

    first: Sequence
    rest: Sequence
    release: Release
    updated: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a drawn table: its name, its number, and how far its bar reaches in per cent (None: no bar)."""

    name: str
    row: CategoryShare | Rating | Rated
    reach: float | None


@dataclass(frozen=True, slots=True)
class Group:
    """Tools of one class of goods."""

    commodity: str
    tools: list[OccupationTool]


@dataclass(frozen=True, slots=True)
class RatedParts:
    """Skills, knowledge and abilities of one occupation, each None where no release rates it for them."""

    of: Occupation
    kinds: list[tuple[str, Part | None]]

    @property
    def parts(self) -> list[Part]:
        """Those that there are."""
        return [part for _, part in self.kinds if part]


@dataclass(frozen=True, slots=True)
class WorkPage:
    """Every part of the work, None where no release here has it."""

    work: Work
    tasks: Part | None
    rated: RatedParts
    inherited: RatedParts | None
    scored: Part | None
    technology: Part | None
    tools: Part | None
    education: Part | None
    interests: Part | None
    related: Part | None
    titles: Part | None

    @property
    def releases(self) -> list[Release]:
        """The releases that something of it is taken from."""
        rated = [*self.rated.parts, *(self.inherited.parts if self.inherited else [])]
        named = (
            self.tasks,
            self.scored,
            self.technology,
            self.tools,
            self.education,
            self.interests,
            self.related,
            self.titles,
        )
        parts = [part for part in (*named, *rated) if part]
        placed = [row for row in (self.work.job_zone, self.work.typical_entry) if row]
        return [one.release for one in (*parts, *placed)]


def lay_out_work(work: Work) -> WorkPage:
    """Arrange the work of an occupation; what `work` has not read yet is read now."""
    core = [task for task in work.tasks if task.kind == Task.Kind.CORE]
    return WorkPage(
        work=work,
        tasks=_part(work.tasks, work.tasks, len(core) or len(work.tasks)),
        rated=_rated_parts(work),
        inherited=_rated_parts(work.inherited) if work.inherited else None,
        scored=_part([_rating_bar(row, row) for row in work.scored_skills], work.scored_skills),
        technology=_part(_groups(work.technology), work.technology),
        tools=_part(_groups(work.tools), work.tools),
        education=_part([_share_bar(row) for row in work.education if row.percent], work.education, 12),
        interests=_part([_rating_bar(row, row) for row in work.interests], work.interests),
        related=_part([(row, home_of(row.related)) for row in work.related], work.related),
        titles=_part(list(dict.fromkeys(row.title for row in work.titles)), work.titles, 0),
    )


def home_of(occupation: Occupation) -> Occupation:
    """The occupation whose page tells most: of a part that is the whole, the SOC occupation with its pay."""
    return occupation.parent if occupation.code.endswith(WHOLE) and occupation.parent else occupation


def updated_in_words(days: Iterable[date | None]) -> str:
    """When rows were brought up to date: "August 2023", "November 2020 to August 2023", or ""."""
    known = sorted({day for day in days if day})
    ends = dict.fromkeys(f"{day:%B %Y}" for day in (known[:1] + known[-1:]))
    return " to ".join(ends)


def _part(shown, rows, first: int = AT_ONCE) -> Part | None:
    if not rows:
        return None
    updated = updated_in_words(getattr(row, "dated", None) for row in rows)
    return Part(shown[:first], shown[first:], rows[0].release, updated)


def _rated_parts(work) -> RatedParts:
    kinds = (("Skills", work.skills), ("Knowledge", work.knowledge), ("Abilities", work.abilities))
    parts = [
        (name, _part([_rating_bar(one, one.importance) for one in found], [one.importance for one in found]))
        for name, found in kinds
    ]
    return RatedParts(work.described, parts)


def _groups(tools) -> list[Group]:
    """Tools by class of goods, the classes with something in demand first, and then by the alphabet."""
    by_class = sorted(tools, key=lambda tool: tool.commodity)
    groups = [Group(commodity, list(same)) for commodity, same in groupby(by_class, key=lambda tool: tool.commodity)]
    return sorted(groups, key=lambda group: not any(tool.in_demand for tool in group.tools))


def _share_bar(share) -> Bar:
    # An answer is its name, a dash, and often a long list of what belongs to it.
    name = (share.answer or f"Answer {share.number}").partition(" - ")[0]
    return Bar(name, share, float(share.percent))


def _rating_bar(row, rating) -> Bar:
    return Bar(rating.element_name or rating.element_code, row, _reach(rating))


def _reach(rating) -> float | None:
    """How far along its scale a rating lies, in per cent; None where the release has no such scale."""
    if rating.minimum is None or rating.maximum is None:
        return None
    return round(100 * float(rating.value - rating.minimum) / (rating.maximum - rating.minimum), 1)
