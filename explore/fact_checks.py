"""Guides' claims held against the record, computed at every reading."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

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
from explore.official_figures import OfficialAnswers, OfficialFigures, official_publishers
from explore.uncredited import is_of_the_record
from facts.figure import Figure
from facts.kinds import career_kinds
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.models import Source, Statement

HOME = settings.COUNTRY


@dataclass(frozen=True, slots=True)
class FactCheck:
    """`verdict` is of the worst part that could be checked; NEAR for a group that the career is not counted in.

    `official` answers the claim's own question, `nearest` is of the same jobs in any release.
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
        return f"{self.claim.address}@{self.match.occupation.code}"

    @property
    def anchor(self) -> str:
        """Nothing in it must be escaped in an address."""
        return f"{self.claim.key}.{self.claim.field}.{self.match.occupation.code}"

    @property
    def difference(self) -> Decimal | None:
        if self.official is None or self.official.value is None or self.claim.value is None:
            return None
        return self.claim.value - self.official.value

    @property
    def sentence(self) -> str:
        return messages.join([part.message for part in self.parts])


def check_facts(
    *, career: str | None = None, verdict: str | None = None, sources: Collection[str] = ()
) -> list[FactCheck]:
    """`career` is a slug. A fixed number of queries."""
    claims = credited_figures(career, sources)
    checks = check_claims(claims, matches_of({claim.subject.code for claim in claims}))
    return [check for check in checks if verdict in (None, check.verdict)]


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
    record = OfficialFigures([match.occupation_id for found in matches.values() for match in found])
    return [
        check_claim(claim, match, publisher, record)
        for claim in claims
        if is_checked(claim)
        for match in matches.get(claim.subject.code, ())
        for publisher in _publishers_of(claim, match, publishers, record)
    ]


def _publishers_of(
    claim: Figure, match: OccupationMatch, publishers: Mapping[str, str], record: OfficialFigures
) -> list[str]:
    if claim.attributed_to:
        publisher = publishers.get(claim.attributed_to.casefold())
        return [publisher] if publisher else []
    if not match.is_counted:
        return []
    official = dict.fromkeys(publishers.values())
    answers = {publisher: record.answers(match.occupation_id, publisher, claim.quantity) for publisher in official}
    return [publisher for publisher in official if is_of_the_record(claim, answers[publisher])]


def check_claim(claim: Figure, match: OccupationMatch, publisher: str, record: OfficialFigures) -> FactCheck:
    """Whole where the career is counted in the group, shown beside it where not."""
    answers = record.answers(match.occupation_id, publisher, claim.quantity)
    if not match.is_counted:
        return _near(claim, match, answers)
    number = _check_number(claim, answers)
    why = _why_unchecked(claim, match, publisher, record, answers, number)
    parts = tuple(_parts(claim, number, why, record, answers))
    needs = why.args.get("needs", "") if number.verdict is FactCheckVerdict.NOT_CHECKABLE else ""
    verdict = worst_checked(part.verdict for part in parts)
    return FactCheck(claim, match, verdict, parts, number.official, number.nearest, needs)


def _check_number(claim: Figure, answers: OfficialAnswers) -> NumberCheck:
    if claim.is_range:
        return check_range(claim, answers)
    return NumberCheck(FactCheckVerdict.NOT_CHECKABLE) if claim.value is None else check_number(claim, answers)


def credited_figures(career: str | None = None, sources: Collection[str] = ()) -> list[Figure]:
    """Also words in place of a figure, and figures that credit nobody."""
    rows = [row for kind in career_kinds() if kind.checked_by for row in _credited(kind.of_careers(), career, sources)]
    return [figure for row in rows for figure in row.figures() if is_checked(figure)]


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


def _credited(queryset: QuerySet, career: str | None, sources: Collection[str]) -> QuerySet:
    """Unless narrowed, without guides of official publishers, which repeat their releases thousands of times."""
    rows = queryset.exclude(rank=Statement.Rank.DEPRECATED)
    if sources:
        rows = rows.filter(source__slug__in=sources)
    if career:
        rows = rows.filter(career__slug=career)
    if not (career or sources):
        rows = rows.exclude(source__publisher__in=Source.objects.official().values("publisher"))
    return rows.order_by("pk")


def _near(claim: Figure, match: OccupationMatch, answers: OfficialAnswers) -> FactCheck:
    official = next(iter(at_hand_of(claim, answers.counted)), None)
    message = messages.near_group(claim, match.occupation.named, official)
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
    return messages.not_loaded(_needed(claim, record.source_of(publisher, claim.quantity, claim.period)))


def _not_published(figure: Figure) -> Message:
    what = figure.measure_text.lower()
    return messages.not_published(figure.publisher, what, figure.subject, figure.period_text)


def _is_at_home(claim: Figure) -> bool:
    return claim.place is None or claim.place.code == HOME


def _needed(claim: Figure, source: str) -> str:
    industry = f", for {claim.industry}" if claim.industry else ""
    place = "" if _is_at_home(claim) else f", for {claim.place}"
    return f"{source}, {claim.period_text}{industry}{place}"
