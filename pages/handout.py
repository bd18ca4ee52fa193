"""A guide on one sheet of paper: what fits there, each figure with the number of its source. No queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from education.models import Requirement
from explore.guide import Guide, Record
from facts.figure import Figure
from facts.models import Source
from pages.guide.page import GuidePage

RUNGS, WAYS, ASKED, DUTIES, SKILLS, GROUPS, GAPS = 6, 4, 5, 6, 10, 3, 2
"""The most of each that one sheet has room for; the guide itself has all."""


@dataclass(frozen=True, slots=True)
class Note:
    """One source under the text: its number, who says so, where, and its page."""

    number: int
    text: str
    url: str


@dataclass(slots=True)
class Notes:
    """The sources that a sheet names, numbered in the order in which it first names them."""

    found: dict[str, Note] = field(default_factory=dict)

    def number(self, text: str, url: str) -> int:
        """The number of this source; it takes the next where it is new."""
        return self.found.setdefault(text, Note(len(self.found) + 1, text, url)).number

    def of_figure(self, figure: Figure) -> int:
        """The number of the source and release that a figure is from."""
        release = f", {figure.release}" if figure.release else ""
        return self.number(f"{figure.publisher}: {figure.source.name}{release}", figure.source.url)

    def of_source(self, source: Source) -> int:
        """The number of a guide, as its own figures would have it."""
        return self.number(f"{source.publisher}: {source.title}", source.get_absolute_url())


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that a source says, with the source's number; `figures` where it is said in numbers.

    `also` is the number of a second source that has a part in it, 0 where none has.
    """

    text: str
    number: int
    more: str = ""
    figures: tuple[Figure | None, ...] = ()
    also: int = 0


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything on the sheet; `gaps` are sentences on where sources differ."""

    guide: Guide
    keys: list[Noted]
    rungs: list[Noted]
    record: list[Noted]
    ways: list[Noted]
    asked: list[Noted]
    duties: list[Noted]
    skills: list[Noted]
    gaps: list[str]
    notes: list[Note]


def lay_out_handout(page: GuidePage) -> Handout:
    """Choose what stands on the sheet, from the top of each of the guide's lists."""
    notes, guide = Notes(), page.guide
    keys = [Noted(fact.ask, notes.of_figure(fact.figure), figures=(fact.figure,)) for fact in page.keys if fact.figure]
    return Handout(
        guide=guide,
        keys=keys,
        rungs=list(_rungs(page, notes)),
        record=[_group(record, notes) for record in guide.records if record.latest_wage][:GROUPS],
        ways=[_way(row, notes) for row in page.ways.rows if row.length or row.cost][:WAYS],
        asked=list(_asked(guide, notes)),
        duties=[Noted(row.label, notes.of_source(row.source)) for row in guide.responsibilities[:DUTIES]],
        skills=list(_skills(guide, notes)),
        gaps=[each.sentence for each in page.disagreements][:GAPS],
        notes=list(notes.found.values()),
    )


def _rungs(page, notes) -> Iterable[Noted]:
    for paid in page.ladders[:1]:
        for each in paid.rungs[:RUNGS]:
            pay = (each.pay.get("median"), each.pay.get("mean"))
            yield Noted(each.rung.title, notes.of_source(paid.ladder.source), figures=(each.rung.experience, *pay))


def _group(record: Record, notes) -> Noted:
    wage, outlook = record.latest_wage, record.latest_outlook
    growth = outlook.figure("growth_percent") if outlook else None
    figures = (wage.headline(), wage.figure("employment"), growth)
    number = notes.of_figure(next(iter(wage.figures())))
    also = notes.of_figure(growth) if growth else 0
    return Noted(record.match.occupation.title, number, record.match.occupation.code, figures, also)


def _way(row, notes) -> Noted:
    return Noted(row.path.name, notes.of_source(row.path.source), figures=(row.length, row.cost))


def _asked(guide, notes) -> Iterable[Noted]:
    """What is asked for everywhere before what is asked for on a condition; each once."""
    once: dict[str, Requirement] = {}
    for row in sorted(guide.requirements, key=lambda row: bool(row.condition)):
        once.setdefault(row.label, row)
    for row in [*once.values()][:ASKED]:
        when = f": {row.condition}" if row.condition else ""
        yield Noted(row.label, notes.of_source(row.source), f"{row.get_strength_display()}{when}")


def _skills(guide, notes) -> Iterable[Noted]:
    rows = {row.skill.name: row for group in guide.skills.values() for row in group}
    for name, row in [*rows.items()][:SKILLS]:
        yield Noted(name, notes.of_source(row.source))
