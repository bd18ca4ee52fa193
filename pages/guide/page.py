"""The page of a guide: what `explore` reads, arranged for a reader. No queries: `read_guide` has made them all."""

from collections.abc import Iterable
from dataclasses import dataclass

from careers.models import RelatedCareer
from explore.claims import Claim
from explore.disagreements import Disagreement, find_disagreements
from explore.guide import Guide
from explore.studies import CareerStudies
from pages.annotations import Sign, disputes_by_address
from pages.charts.pay import PayPlot
from pages.charts.strip import Strip, draw_strip
from pages.guide.chapters import CHAPTERS, DISAGREE, SILENT, SOURCES, Chapter
from pages.guide.keys import Certainty, KeyFact, certainty, key_facts
from pages.guide.ladder import PaidLadder, paid_ladders
from pages.guide.pay import pay_plot, world_pay
from pages.guide.ways import WaysIn, ways_in
from pages.verdicts import verdict_signs
from salaries.models import Salary


@dataclass(frozen=True, slots=True)
class GuidePage:
    """Everything the guide's template shows; `disputes` and `verdicts` are by a figure's address."""

    guide: Guide
    keys: list[KeyFact]
    certainty: Certainty
    told: list[Chapter]
    silent: list[Chapter]
    contents: list[Chapter]
    named_by: list[RelatedCareer]
    world_pay: list[Salary]
    ladders: list[PaidLadder]
    pay: PayPlot | None
    ways: WaysIn
    disagreements: list[Disagreement]
    disputes: dict[str, Disagreement]
    verdicts: dict[str, Sign]
    studies: CareerStudies
    strip: Strip | None


def lay_out(guide: Guide, claims: Iterable[Claim] = (), studies: CareerStudies | None = None) -> GuidePage:
    """Arrange a guide: chapters with something to tell in order, the others said to be silent.

    `claims` are those that it credits to an official publisher, with what the record makes of them.
    """
    verdicts = verdict_signs(claims)
    studies = studies or CareerStudies()
    figures = guide.figures
    disagreements = find_disagreements(figures)
    disputes = disputes_by_address(disagreements)
    told = [chapter for chapter in CHAPTERS if chapter.is_told(guide, studies)]
    silent = [chapter for chapter in CHAPTERS if chapter not in told]
    return GuidePage(
        guide=guide,
        keys=key_facts(guide),
        certainty=certainty(figures, disputes, verdicts),
        told=told,
        silent=silent,
        contents=[*told, DISAGREE, *([SILENT] if silent else []), SOURCES],
        named_by=_named_by(guide),
        world_pay=world_pay(guide),
        ladders=paid_ladders(guide),
        pay=pay_plot(guide, disputes, verdicts),
        ways=ways_in(guide),
        disagreements=disagreements,
        disputes=disputes,
        verdicts=verdicts,
        studies=studies,
        strip=_strip(studies),
    )


def _strip(studies: CareerStudies) -> Strip | None:
    return draw_strip(studies.exposure.job.title, studies.exposure.main) if studies.exposure else None


def _named_by(guide: Guide) -> list[RelatedCareer]:
    """Careers whose guides name this one, but for those it names itself."""
    named = {row.related_id for row in guide.related}
    return [row for row in guide.related_from if row.career_id not in named]
