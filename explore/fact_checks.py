"""Guides' claims held against the record: computed at every reading, never stored as if it were data."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from careers.models import Crosswalk, OccupationMatch
from explore.fact_check_verdict import WORDINGS, FactCheckVerdict
from facts.figure import Figure
from facts.kinds import career_kinds, record_kinds
from facts.measures import Quantity
from facts.models import Source, Statement


@dataclass(frozen=True, slots=True)
class FactCheck:
    """One claim held against the record of one occupation that its career is tied to.

    `official` is the record's answer to the claim's own question (the figure it agrees with, where it does),
    `nearest` the figure of any release that comes closest; both are None where the record has none.
    """

    claim: Figure
    match: OccupationMatch
    verdict: FactCheckVerdict
    official: Figure | None = None
    nearest: Figure | None = None
    needs: str = ""

    @property
    def key(self) -> str:
        """What identifies the check: the claim's address and the occupation's code."""
        return f"{self.claim.address}@{self.match.occupation.code}"

    @property
    def anchor(self) -> str:
        """Where the check stands for good on the page of all checks; no space and nothing an address must escape."""
        return f"{self.claim.key}.{self.claim.field}.{self.match.occupation.code}"

    @property
    def difference(self) -> Decimal | None:
        """The claim less the official figure; None where there is none."""
        return None if self.official is None else self.claim.value - self.official.value

    @property
    def sentence(self) -> str:
        """The finding in words that a reader understands."""
        return WORDINGS[self.verdict].sentence.format(**_sentence_parts(self))


class OfficialFigures:
    """The official figures at hand, by publisher and occupation."""

    def __init__(self, occupations: Iterable[int]):
        """Read the national figures of the occupations (primary keys): two queries, and one for each kind."""
        self.before = _predecessors(occupations)
        codes = {*occupations, *(old for olds in self.before.values() for old in olds)}
        self.figures = defaultdict(list)
        self.sources = {}
        for kind in record_kinds():
            for row in kind.record(codes):
                self._add(row)

    def _add(self, row):
        for figure in row.figures():
            self.figures[row.occupation_id].append(figure)
            self.sources.setdefault((figure.publisher, figure.quantity), figure.source.name)

    def of(self, occupation: int, publisher: str, quantity: Quantity) -> list[Figure]:
        """The publisher's figures for the occupation or the codes it came from, the latest first."""
        codes = (occupation, *self.before[occupation])
        found = [f for code in codes for f in self.figures[code] if (f.publisher, f.quantity) == (publisher, quantity)]
        return sorted((f for f in found if f.value is not None), key=lambda f: f.period.start, reverse=True)


def check_facts(*, career: str | None = None, verdict: str | None = None) -> list[FactCheck]:
    """Every claim credited to an official publisher, held against its record for each occupation it may mean.

    `career` (a slug) and `verdict` narrow the answer. The number of queries does not depend on the claims.
    """
    claims = _claims(career)
    checks = check_claims(claims, _matches({claim.subject.code for claim in claims}))
    return [check for check in checks if verdict in (None, check.verdict)]


def check_claims(claims: Iterable[Figure], matches: Mapping[str, Sequence[OccupationMatch]]) -> list[FactCheck]:
    """Each of `claims` that is credited to an official publisher, held against its record: four queries.

    `matches` holds the occupations that each career is tied to, by the career's slug.
    """
    publishers = official_publishers()
    claims = [claim for claim in claims if claim.value is not None and claim.attributed_to.casefold() in publishers]
    record = OfficialFigures([match.occupation_id for found in matches.values() for match in found])
    return [
        _check(claim, match, publishers[claim.attributed_to.casefold()], record)
        for claim in claims
        for match in matches.get(claim.subject.code, ())
    ]


def judge(claim: Figure, official: Iterable[Figure]) -> tuple[FactCheckVerdict, Figure | None, Figure | None]:
    """The verdict on `claim` by the figures of one publisher for one occupation, the latest first.

    Gives the verdict, the figure that decides it, and the nearest figure of the claim's measure in any release.
    A claim that states no period is held against every release; one that does, against the release for it.
    """
    alike = [figure for figure in official if figure.unit == claim.unit and _same_place(claim, figure)]
    same = [figure for figure in alike if figure.measure == claim.measure]
    at_hand = [figure for figure in same if _covers(claim, figure)]
    nearest = min(same, key=lambda figure: abs(figure.value - claim.value), default=None)
    if not at_hand:
        return FactCheckVerdict.NOT_CHECKABLE, None, nearest
    if agreeing := [figure for figure in at_hand if claim.agrees_with(figure)]:
        return FactCheckVerdict.AGREES, agreeing[0], agreeing[0]
    if any(figure.value == claim.value and _covers(claim, figure) for figure in alike):
        return FactCheckVerdict.OTHER_MEASURE, at_hand[0], nearest
    if nearest.value == claim.value:
        return FactCheckVerdict.OTHER_VINTAGE, at_hand[0], nearest
    return FactCheckVerdict.CONTRADICTED, at_hand[0], nearest


def _check(claim, match, publisher, record):
    official = record.of(match.occupation_id, publisher, claim.quantity)
    verdict, decisive, nearest = judge(claim, official)
    needs = ""
    if verdict is FactCheckVerdict.NOT_CHECKABLE:
        needs = _needed(claim, record.sources.get((publisher, claim.quantity), publisher))
    return FactCheck(claim, match, verdict, decisive, nearest, needs)


def _needed(claim, source):
    industry = f", for {claim.industry}" if claim.industry else ""
    return f"{source}, {claim.period_text}{industry}"


def _same_place(claim, figure):
    # A guide that names no place speaks of the country whose publisher it credits; an industry's figure is its own.
    here = claim.place is None or figure.place is None or claim.place.code == figure.place.code
    return here and (claim.industry and claim.industry.code) == (figure.industry and figure.industry.code)


def _covers(claim, figure):
    if not claim.period.is_stated:
        return True
    if claim.quantity is Quantity.PAY:  # "2015" covers a survey of May 2015
        return claim.period.start <= figure.period.start and figure.period.end <= claim.period.end
    return claim.period == figure.period


def official_publishers() -> dict[str, str]:
    """The official publisher behind each name that a guide may credit, in lower case."""
    named = {}
    for source in Source.objects.official():
        named |= {name.casefold(): source.publisher for name in (source.publisher, *source.also_called)}
    return named


def _claims(career) -> list[Figure]:
    rows = [row for kind in career_kinds() if kind.checked_by for row in _credited(kind.of_careers(), career)]
    return [figure for row in rows for figure in row.figures() if figure.value is not None]


def _credited(queryset, career):
    rows = queryset.exclude(attributed_to="").exclude(rank=Statement.Rank.DEPRECATED)
    return (rows.filter(career__slug=career) if career else rows).order_by("pk")


def _matches(careers) -> dict[str, list[OccupationMatch]]:
    found = defaultdict(list)
    rows = OccupationMatch.objects.filter(career__slug__in=careers).select_related("career", "occupation")
    for match in rows.order_by("career", "position"):
        found[match.career.slug].append(match)
    return found


def _predecessors(occupations) -> dict[int, list[int]]:
    found = defaultdict(list)
    for pair in Crosswalk.objects.published().filter(to_occupation__in=occupations).order_by("pk"):
        found[pair.to_occupation_id].append(pair.from_occupation_id)
    return found


def _sentence_parts(check: FactCheck) -> dict[str, str]:
    """What is filled into the verdict's sentence."""
    claim, verdict = check.claim.value_text, check.verdict
    match verdict:
        case FactCheckVerdict.AGREES | FactCheckVerdict.OTHER_MEASURE:
            return {"official": _says(check.official), "claim": claim}
        case FactCheckVerdict.CONTRADICTED:
            return {"official": _says(check.official), "claim": claim, "nearest": _nearest(check)}
        case FactCheckVerdict.OTHER_VINTAGE:
            return {"official": _says(check.official), "claim": claim, "period": check.nearest.period_text}
        case FactCheckVerdict.NOT_CHECKABLE:
            return {"needs": check.needs}
        case _:
            assert_never(verdict)


def _says(figure):
    what = f"{figure.measure_text.lower()}, {figure.period_text}"
    return f"{figure.publisher} gives {figure.value_text} for {figure.subject} ({what})"


def _nearest(check):
    if check.nearest is None or check.nearest is check.official:
        return ""
    apart = abs(check.nearest.value - check.claim.value)
    return (
        f" The nearest is {check.nearest.value_text} for {check.nearest.period_text}, "
        f"{check.claim.unit.format_distance(apart)} away."
    )
