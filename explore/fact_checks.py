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
from explore.claim_figures import at_hand_of, is_alike, is_for_its_time, is_measured_as, of_other_month
from explore.claim_parts import (
    NumberCheck,
    PartCheck,
    check_number,
    industry_part,
    measure_part,
    number_part,
    window_part,
    words_part,
)
from explore.claim_ranges import check_range, range_message
from explore.fact_check_verdict import FactCheckVerdict, worst_checked
from explore.growth_words import read_words, scale_of
from explore.messages import Message
from explore.official_figures import (
    OfficialAnswers,
    OfficialFigures,
    Time,
    newest_year,
    official_publishers,
    title_of_series,
)
from explore.uncredited import is_of_the_record
from facts.figure import Figure
from facts.kinds import StatementKind, career_kinds, kind_named
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.models import Statement
from facts.periods import OLD_AFTER_YEARS

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

    One that credits nobody is held against the figures that it is to the digit. `matches` are by the career's slug;
    `publishers` is read unless given.
    """
    publishers = official_publishers() if publishers is None else publishers
    stated = (claim for claim in claims if is_checked(claim))
    pairs = [(claim, match) for claim in stated for match in matches.get(claim.subject.code, ())]
    if len({match.occupation_id for _, match in pairs}) <= FEW_OCCUPATIONS:
        return _check_pairs(pairs, publishers)
    return _check_many(pairs, publishers)


def _check_many(pairs: Sequence[ClaimPair], publishers: Mapping[str, str]) -> list[FactCheck]:
    """First by the figures for the times that claims state; those that are not settled so, by every release."""
    newest = newest_year()
    recent = [pair for pair in pairs if _is_of_recent_time(pair[0], newest)]
    times = {(claim.quantity, claim.period) for claim, _ in recent}
    settled = [check for check in _check_pairs(recent, publishers, times) if _is_settled(check)]
    known = {check.key for check in settled}
    checks = _check_pairs([pair for pair in pairs if _key_of(*pair) not in known], publishers)
    places = {_key_of(*pair): place for place, pair in enumerate(pairs)}
    return sorted([*settled, *checks], key=lambda check: places[check.key])


def _is_of_recent_time(claim: Figure, newest: int) -> bool:
    """Whether it credits somebody for a stated time that no release here makes old."""
    if not (claim.attributed_to and claim.period.end):
        return False
    is_of_a_survey = claim.quantity is Quantity.PAY or claim.period.is_month
    return not is_of_a_survey or newest - claim.period.end.year < OLD_AFTER_YEARS


def _is_settled(check: FactCheck) -> bool:
    """Whether no figure for another time could say more: the record that is read has none by industry."""
    agrees = check.parts[0].verdict is FactCheckVerdict.AGREES
    return agrees or check.claim.industry is not None or not check.match.is_counted


def _check_pairs(
    pairs: Sequence[ClaimPair], publishers: Mapping[str, str], times: Collection[Time] | None = None
) -> list[FactCheck]:
    record = OfficialFigures([match.occupation_id for _, match in pairs], times)
    return [
        check_claim(claim, match, publisher, record)
        for claim, match in pairs
        for publisher in _publishers_of(claim, match, publishers, record)
    ]


def _key_of(claim: Figure, match: OccupationMatch) -> str:
    return f"{claim.address}@{match.occupation.code}"


def _publishers_of(
    claim: Figure, match: OccupationMatch, publishers: Mapping[str, str], record: OfficialFigures
) -> list[str]:
    if claim.attributed_to:
        publisher = publishers.get(claim.attributed_to.casefold())
        return [publisher] if publisher else []
    if not match.is_counted:
        return []
    official = dict.fromkeys(publishers.values())
    answers = {publisher: record.answers(match.occupation_id, publisher, claim) for publisher in official}
    return [publisher for publisher in official if is_of_the_record(claim, answers[publisher])]


def check_claim(claim: Figure, match: OccupationMatch, publisher: str, record: OfficialFigures) -> FactCheck:
    """Whole where the career is counted in the group, shown beside it where not."""
    answers = record.answers(match.occupation_id, publisher, claim)
    if not match.is_counted:
        return _near(claim, match, answers)
    number = _check_number(claim, answers)
    is_compared = number.official is not None and not claim.is_range
    why = CHECKED if is_compared else _why_unchecked(claim, match, publisher, record, answers, number)
    parts = tuple(_parts(claim, number, why, record, answers))
    needs = why.args.get("needs", "") if number.verdict is FactCheckVerdict.NOT_CHECKABLE else ""
    verdict = worst_checked(part.verdict for part in parts)
    return FactCheck(claim, match, verdict, parts, number.official, number.nearest, needs)


def _check_number(claim: Figure, answers: OfficialAnswers) -> NumberCheck:
    if claim.is_range:
        return check_range(claim, answers)
    return NumberCheck(FactCheckVerdict.NOT_CHECKABLE) if claim.value is None else check_number(claim, answers)


def credited_figures(careers: Collection[str] | None = None) -> list[Figure]:
    """Also words in place of a figure, and figures that credit nobody."""
    return figures_of(credited_statements(careers))


def credited_statements(careers: Collection[str] | None = None, quantities: Collection[str] = ()) -> list[Any]:
    """`quantities` leaves out kinds of which the record answers none of them."""
    kinds = [kind for kind in career_kinds() if kind.checked_by and _answers_any(kind, quantities)]
    return [row for kind in kinds for row in _credited(kind.of_careers(), careers)]


def _answers_any(kind: StatementKind, quantities: Collection[str]) -> bool:
    return not quantities or not {*quantities}.isdisjoint(kind_named(kind.checked_by).answers)


def figures_of(statements: Iterable[Statement]) -> list[Figure]:
    return [figure for row in statements for figure in row.figures() if is_checked(figure)]


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


def is_checked(figure: Figure) -> bool:
    is_pay_range = figure.is_range and figure.quantity is Quantity.PAY and figure.field == "range"
    return figure.value is not None or bool(figure.wording) or is_pay_range


def _credited(queryset: QuerySet, careers: Collection[str] | None) -> QuerySet:
    rows = queryset.exclude(rank=Statement.Rank.DEPRECATED)
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
    if claim.value is not None or claim.is_range:
        yield number_part(claim, number, why)
    if claim.wording:
        official = number.official or _of_wording(claim, answers)
        yield words_part(claim, official, record.average(official) if official else None, why)
    if claim.measure is Measure.NOT_STATED:
        yield measure_part(claim)
    if claim.value is not None:
        yield window_part(claim, number, answers, why)
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
    claim: Figure,
    match: OccupationMatch,
    publisher: str,
    record: OfficialFigures,
    answers: OfficialAnswers,
    number: NumberCheck,
) -> Message:
    """Withheld, not published, or not loaded on this site."""
    if claim.level:
        return messages.not_published(publisher, f"{claim.measure_text.lower()} by level", match.occupation.named)
    for figure in answers.counted:
        same = is_alike(claim, figure) and is_measured_as(claim, figure) and is_for_its_time(claim, figure)
        if same and figure.is_missing:
            return messages.withheld(figure) if Mark.SUPPRESSED in figure.marks else _not_published(figure)
    if claim.is_range and not claim.industry:
        return range_message(claim, check_range(claim, answers), publisher, match.occupation.named)
    if number.nearest and not claim.period.is_stated:
        return messages.in_no_release(claim, number.nearest)
    if of_year := of_other_month(claim, answers.counted):
        return messages.not_of_other_month(claim, of_year)
    release = record.release_for(publisher, claim.quantity, claim.period)
    if release and not claim.industry and _is_at_home(claim):
        what = claim.measure_text.lower()
        return messages.not_published(str(release), what, match.occupation.named)
    return messages.not_loaded(_needed(claim, title_of_series(publisher, claim.quantity, claim.period)))


def _not_published(figure: Figure) -> Message:
    what = figure.measure_text.lower()
    return messages.not_published(figure.publisher, what, figure.subject, figure.period_text)


def _is_at_home(claim: Figure) -> bool:
    return claim.place is None or claim.place.code == HOME


def _needed(claim: Figure, source: str) -> str:
    industry = f", for {claim.industry}" if claim.industry else ""
    place = "" if _is_at_home(claim) else f", for {claim.place}"
    return f"{source}, {claim.period_text}{industry}{place}"
