"""Guides' claims held against the record. What it comes to is kept in `explore.models`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from careers.models import Occupation, OccupationMatch
from explore import messages
from explore.claim_parts import (
    NumberCheck,
    PartCheck,
    at_hand_of,
    check_number,
    industry_part,
    is_alike,
    is_for_its_time,
    number_part,
    window_part,
    words_part,
)
from explore.fact_check_verdict import FactCheckVerdict, worst_checked
from explore.growth_words import read_words, scale_of
from explore.messages import Message
from explore.official_figures import OfficialAnswers, OfficialFigures, Time, official_publishers, title_of_series
from facts.figure import Figure
from facts.kinds import StatementKind, career_kinds, kind_named
from facts.marks import Mark
from facts.models import Statement

HOME = settings.COUNTRY
FEW_OCCUPATIONS = 50
"""Up to so many, to read all of their figures costs less than to read twice."""

CHECKED = Message("checked", "")
"""In place of why something could not be checked."""

ClaimPair = tuple[Figure, OccupationMatch]


@dataclass(frozen=True, slots=True)
class FactCheck:
    """`verdict` is of the worst part that could be checked; NEAR for a group that the career is not counted in.

    `verdict` is that of the worst part that could be checked; NEAR for a group that the career is not counted in.
    `official` is the record's answer to the claim's own question (the figure it agrees with, where it does),
    `nearest` the nearest figure of the same jobs in any release; both are None where nothing answers the question.
    """

    claim: Figure
    match: OccupationMatch
    verdict: FactCheckVerdict
    parts: tuple[PartCheck, ...]
    official: Figure | None = None
    nearest: Figure | None = None
    needs: str = ""

    @property
    def key(self) -> str:
        """What identifies the check: the claim's address and the occupation's code."""
        return _key_of(self.claim, self.match)

    @property
    def anchor(self) -> str:
        """Where the check stands for good on the page of all checks; no space and nothing an address must escape."""
        return f"{self.claim_anchor}.{self.match.occupation.code}"

    @property
    def claim_anchor(self) -> str:
        return f"{self.claim.key}.{self.claim.field}"

    @property
    def difference(self) -> Decimal | None:
        if self.official is None or self.official.value is None or self.claim.value is None:
            return None
        return self.claim.value - self.official.value

    @property
    def share_off(self) -> Decimal:
        """The difference as a share of the official figure; 0 without one."""
        value = self.official.value if self.official else None
        return abs(self.difference / value) if self.difference is not None and value else Decimal(0)

    @property
    def sentence(self) -> str:
        return messages.join([part.message for part in self.parts])


def check_facts(careers: Collection[str] | None = None) -> list[FactCheck]:
    """Every claim credited to an official publisher, held against its record for each occupation it may mean.

    `careers` (slugs) narrows the answer. The number of queries does not depend on the claims.
    """
    claims = credited_figures(careers)
    return check_claims(claims, matches_of({claim.subject.code for claim in claims}))


def check_claims(
    claims: Iterable[Figure],
    matches: Mapping[str, Sequence[OccupationMatch]],
    publishers: Mapping[str, str] | None = None,
) -> list[FactCheck]:
    """In their order, for a fixed number of queries.

    `matches` are by the career's slug; `publishers` is read unless given.
    """
    publishers = official_publishers() if publishers is None else publishers
    credited = [claim for claim in claims if _is_checked(claim) and claim.attributed_to.casefold() in publishers]
    pairs = [(claim, match) for claim in credited for match in matches.get(claim.subject.code, ())]
    if len({match.occupation_id for _, match in pairs}) <= FEW_OCCUPATIONS:
        return _check_pairs(pairs, publishers)
    return _check_many(pairs, publishers)


def _check_many(pairs: Sequence[ClaimPair], publishers: Mapping[str, str]) -> list[FactCheck]:
    """First by the figures for the times that claims state; those that are not settled so, by every release."""
    stated = [pair for pair in pairs if pair[0].period.is_stated]
    times = {(claim.quantity, claim.period) for claim, _ in stated}
    checks = {check.key: check for check in _check_pairs(stated, publishers, times)}
    open_pairs = [pair for pair in pairs if not _is_settled(checks.get(_key_of(*pair)))]
    checks |= {check.key: check for check in _check_pairs(open_pairs, publishers)}
    return [checks[_key_of(*pair)] for pair in pairs]


def _is_settled(check: FactCheck | None) -> bool:
    """Whether no figure for another time could say more."""
    if check is None:
        return False
    agrees = check.parts[0].verdict is FactCheckVerdict.AGREES
    return agrees or check.official is None or not check.match.is_counted


def _check_pairs(
    pairs: Sequence[ClaimPair], publishers: Mapping[str, str], times: Collection[Time] | None = None
) -> list[FactCheck]:
    record = OfficialFigures([match.occupation_id for _, match in pairs], times)
    return [check_claim(claim, match, publishers[claim.attributed_to.casefold()], record) for claim, match in pairs]


def _key_of(claim: Figure, match: OccupationMatch) -> str:
    return f"{claim.address}@{match.occupation.code}"


def check_claim(claim: Figure, match: OccupationMatch, publisher: str, record: OfficialFigures) -> FactCheck:
    """Whole where the career is counted in the group, shown beside it where not."""
    answers = record.answers(match.occupation_id, publisher, claim.quantity)
    if not match.is_counted:
        return _near(claim, match, answers)
    number = NumberCheck(FactCheckVerdict.NOT_CHECKABLE) if claim.value is None else check_number(claim, answers)
    why = CHECKED if number.official else _why_unchecked(claim, match, publisher, record, answers)
    parts = tuple(_parts(claim, number, why, record, answers))
    needs = why.args.get("needs", "")
    verdict = worst_checked(part.verdict for part in parts)
    return FactCheck(claim, match, verdict, parts, number.official, number.nearest, needs)


def credited_figures(careers: Collection[str] | None = None) -> list[Figure]:
    """Every figure, or words in place of one, that a guide credits to somebody and that can be checked."""
    return figures_of(credited_statements(careers))


def credited_statements(careers: Collection[str] | None = None, quantities: Collection[str] = ()) -> list[Any]:
    """Those of guides that credit somebody; `quantities` leaves out kinds of which the record answers none of them."""
    kinds = [kind for kind in career_kinds() if kind.checked_by and _answers_any(kind, quantities)]
    return [row for kind in kinds for row in _credited(kind.of_careers(), careers)]


def _answers_any(kind: StatementKind, quantities: Collection[str]) -> bool:
    return not quantities or not {*quantities}.isdisjoint(kind_named(kind.checked_by).answers)


def figures_of(statements: Iterable[Statement]) -> list[Figure]:
    return [figure for row in statements for figure in row.figures() if _is_checked(figure)]


def matches_of(careers: Collection[str]) -> dict[str, list[OccupationMatch]]:
    """By slug."""
    found = defaultdict(list)
    rows = OccupationMatch.objects.filter(career__slug__in=careers).select_related("career", "occupation")
    for match in rows.order_by("career", "position"):
        found[match.career.slug].append(match)
    return found | _of_named_occupations(set(careers) - found.keys())


def _of_named_occupations(codes: set[str]) -> dict[str, list[OccupationMatch]]:
    """For claims about an occupation within a career."""
    schemes = defaultdict(set)
    for code in codes:
        scheme, between, number = code.partition(":")
        if between:
            schemes[scheme].add(number)
    rows = [
        row for scheme, named in schemes.items() for row in Occupation.objects.filter(scheme=scheme, code__in=named)
    ]
    return {row.named.code: [OccupationMatch(occupation=row, match=OccupationMatch.Match.EXACT)] for row in rows}


def _is_checked(figure: Figure) -> bool:
    return figure.value is not None or bool(figure.wording)


def _credited(queryset: QuerySet, careers: Collection[str] | None) -> QuerySet:
    rows = queryset.exclude(attributed_to="").exclude(rank=Statement.Rank.DEPRECATED)
    return (rows if careers is None else rows.filter(career__slug__in=careers)).order_by("pk")


def _near(claim: Figure, match: OccupationMatch, answers: OfficialAnswers) -> FactCheck:
    official = next(iter(at_hand_of(claim, answers.counted)), None)
    is_one_of_several = match.match == OccupationMatch.Match.BROADER
    say = messages.one_of_several if is_one_of_several else messages.near_group
    message = say(claim, match.occupation.named, official)
    part = number_part(claim, NumberCheck(FactCheckVerdict.NEAR), message)
    return FactCheck(claim, match, FactCheckVerdict.NEAR, (part,), official)


def _parts(
    claim: Figure, number: NumberCheck, why: Message, record: OfficialFigures, answers: OfficialAnswers
) -> Iterator[PartCheck]:
    if claim.value is not None:
        yield number_part(claim, number, why)
    if claim.wording:
        official = number.official or _of_wording(claim, answers)
        yield words_part(claim, official, record.average(official) if official else None, why)
    if claim.value is not None:
        yield window_part(claim, number, why)
    if claim.industry:
        yield industry_part(claim, number.official, why)


def _of_wording(claim: Figure, answers: OfficialAnswers) -> Figure | None:
    """A projection that the words are right for, or the latest."""
    at_hand = at_hand_of(claim, answers.counted)
    scaled = [(figure, scale) for figure in at_hand if (scale := scale_of(figure.period))]
    term = read_words(claim.wording)
    numbered = ((figure, scale, figure.value) for figure, scale in scaled if figure.value is not None)
    fitting = (figure for figure, scale, value in numbered if term in scale.words_for(value))
    return next(fitting, next((figure for figure, _ in scaled), next(iter(at_hand), None)))


def _why_unchecked(
    claim: Figure, match: OccupationMatch, publisher: str, record: OfficialFigures, answers: OfficialAnswers
) -> Message:
    """Withheld, not published, or not loaded on this site."""
    if claim.level:
        return messages.not_published(publisher, f"{claim.measure_text.lower()} by level", match.occupation.named)
    for figure in answers.counted:
        same = is_alike(claim, figure) and figure.measure == claim.measure and is_for_its_time(claim, figure)
        if same and figure.is_missing:
            return messages.withheld(figure) if Mark.SUPPRESSED in figure.marks else _not_published(figure)
    release = record.release_for(publisher, claim.quantity, claim.period)
    if release and not claim.industry and _is_at_home(claim):
        what = claim.measure_text.lower()
        return messages.not_published(str(release), what, match.occupation.named)
    return messages.not_loaded(_needed(claim, title_of_series(publisher, claim.quantity)))


def _not_published(figure: Figure) -> Message:
    what = figure.measure_text.lower()
    return messages.not_published(figure.publisher, what, figure.subject, figure.period_text)


def _is_at_home(claim: Figure) -> bool:
    return claim.place is None or claim.place.code == HOME


def _needed(claim: Figure, source: str) -> str:
    industry = f", for {claim.industry}" if claim.industry else ""
    place = "" if _is_at_home(claim) else f", for {claim.place}"
    return f"{source}, {claim.period_text}{industry}{place}"
