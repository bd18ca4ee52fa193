"""How templates tell what a guide says, and who says it."""

from collections.abc import Mapping

from django import template

from education.models import Requirement
from explore import absence
from explore.guide import Guide, Record
from explore.occupation_profile import Work
from facts.figure import Figure
from facts.kinds import StatementKind
from facts.models import Source
from pages import by_source, markdown
from pages.annotations import Sign
from pages.guide.chapters import Chapter

register = template.Library()


@register.filter
def prose(text: str) -> str:
    """An editor's Markdown as safe HTML."""
    return markdown.render(text)


@register.filter
def of(mapping: Mapping, name: str) -> list:
    """The rows that `mapping` holds under `name`; none where it has none."""
    return mapping.get(name, [])


@register.filter
def cards(chapter: Chapter, guide: Guide) -> list[tuple[StatementKind, list]]:
    """The kinds of statement that stand in the chapter as cards, with their rows."""
    return chapter.cards(guide)


@register.filter
def told(verdicts: Mapping[str, Sign], address: str) -> Sign | None:
    """What the record makes of the figure at this address; None where it makes nothing of it."""
    return verdicts.get(address)


@register.filter
def is_against(verdict: Sign | None) -> bool:
    """Whether the record contradicts what it was held against."""
    return verdict is not None and verdict.is_against


@register.filter
def figure_of(figures: Mapping[str, Figure], field: str) -> Figure | None:
    """The figure for one field; None where there is none."""
    return figures.get(field)


@register.filter
def more_credentials(requirement: Requirement) -> list[str]:
    """Names of the requirement's credentials that its label does not have already."""
    label = requirement.label.casefold()
    credentials = requirement.credentials.all()
    return [c.name for c in credentials if c.name.casefold() not in label and c.short_name.casefold() not in label]


@register.filter
def record_figures(record: Record) -> list[Figure]:
    """What a guide's page shows of the record of one occupation: the newest pay, jobs, growth and openings."""
    wage, outlook = record.latest_wage, record.latest_outlook
    pay = [wage.headline(), wage.figure("employment")] if wage else []
    growth = [outlook.figure(field) for field in ("growth_percent", "openings_per_year")] if outlook else []
    return [figure for figure in (*pay, *growth) if figure]


@register.filter
def why_absent(work: Work, part: str) -> str:
    """Why the page has nothing of a part of the work."""
    return absence.why_absent(work, part).text


@register.filter
def voices(rows) -> list[by_source.Voice]:
    """Rows told apart by source."""
    return by_source.voices(rows)


@register.inclusion_tag("components/said.html")
def said(source: Source, locator: str = "", credited: str = "") -> dict:
    """The line that says who says it, where in it, and whom it credits."""
    return {"source": source, "locator": locator, "credited": credited}
