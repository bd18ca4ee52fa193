from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from careers.models import OccupationMatch
from explore import messages
from explore.claim_parts import NumberCheck, PartCheck, check_number, number_part
from explore.fact_check_verdict import FactCheckVerdict
from explore.official_figures import OfficialAnswers
from facts.figure import CLAIM, Figure, Named
from facts.periods import Period
from salaries.models import Wage

OFF_BY = Decimal(1_000)
A_GUIDE = Named("example", "A guide")


@dataclass(frozen=True, slots=True)
class WorkedExample:
    claim: Figure
    check: PartCheck

    @property
    def verdict(self) -> FactCheckVerdict:
        return self.check.verdict


def worked_examples() -> list[WorkedExample]:
    """From the first group with two years of pay: two queries."""
    groups = OccupationMatch.objects.exclude(match=OccupationMatch.Match.RELATED).values_list("occupation", flat=True)
    by_group: dict[int, list[Wage]] = {}
    for wage in Wage.objects.published().national().for_occupations(set(groups)).with_words().newest_first():
        if wage.annual_median is not None and wage.annual_mean is not None:
            by_group.setdefault(wage.occupation_id, []).append(wage)
    wages = next((rows for rows in by_group.values() if len(rows) > 1), [])
    return list(_examples(wages)) if wages else []


def _examples(wages: list[Wage]) -> Iterator[WorkedExample]:
    figures = tuple(figure for wage in wages for figure in wage.figures())
    answers = OfficialAnswers(figures, figures)
    newest, before = wages[0].figure("annual_median"), wages[1].figure("annual_median")
    mean = wages[0].figure("annual_mean")
    if not (newest and before and mean and newest.value is not None) or newest.is_at_least:
        return
    later = Period.of_month(newest.period.last_day.year + 1, newest.period.last_day.month)
    for value, period in (
        (newest.value, newest.period),
        (newest.value + OFF_BY, newest.period),
        (before.value, newest.period),
        (mean.value, newest.period),
        (newest.value, later),
    ):
        claim = replace(_as_claim(newest), value=value, period=period)
        needs = f"{newest.source}, {claim.period_text}"
        yield WorkedExample(claim, number_part(claim, check_number(claim, answers), messages.not_loaded(needs)))
    yield _near(newest)


def _near(official: Figure) -> WorkedExample:
    claim = replace(_as_claim(official), subject=Named("example", "a job that the group does not count"))
    message = messages.near_group(claim, official.subject, official)
    return WorkedExample(claim, number_part(claim, NumberCheck(FactCheckVerdict.NEAR), message))


def _as_claim(official: Figure) -> Figure:
    return replace(
        official,
        key="example",
        standing=CLAIM,
        source=A_GUIDE,
        publisher=A_GUIDE.name,
        attributed_to=official.publisher,
        marks=frozenset(),
        release=None,
        url="",
    )
