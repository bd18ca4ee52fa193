"""One sitting of the referee: everything that is computed, gone through by area, with what it objects to."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, pairwise
from random import Random

from careers.models import Career, Occupation
from explore.absence import why_absent
from explore.claim_summary import summarize_claims
from explore.claims import Claim, all_claims
from explore.compare import compare
from explore.disagreements import all_disagreements
from explore.fact_check_verdict import FactCheckVerdict
from explore.fact_checks import check_facts
from explore.guide import read_guide
from explore.jobs import JobAddress, JobDocument, find_job, read_job
from explore.jobs.identity import career_addresses
from explore.jobs.reading import read_jobs
from explore.jobs.record_rows import record_of
from explore.models import CheckedClaim, FoundDisagreement
from explore.occupation import read_occupation
from explore.occupation_profile import Work
from explore.readiness import Having, asked_of, judge
from explore.readiness.economics import prospects
from explore.readiness.having import Ability
from explore.side_by_side import rows_of
from explore.work_tables import TABLES
from facts.periods import Period
from money.restated import in_prices
from pages.charts.years import draw_years
from salaries.models import Wage
from tests.referee import claims as rules
from tests.referee.jobs import problems_of_job, rated_by
from tests.referee.raw import RawRecord, read_raw
from tests.referee.sentences import half_up, objections
from tests.referee.side_by_side import problems_of

OCCUPATIONS = 100
YEARS = 10
PAIRS = 12
MOST_PAIRS = 300
SEED = 17
AT_ONCE = 40

Area = Callable[["Session", RawRecord], None]


@dataclass
class Session:
    """How many sentences were looked at, by area, and what is wrong."""

    most_pairs: int = MOST_PAIRS
    counts: Counter = field(default_factory=Counter)
    objections: list[str] = field(default_factory=list)

    def look_at(self, area: str, problems: Iterator[str]) -> None:
        """Count one and note what is wrong with it."""
        self.counts[area] += 1
        self.objections += [f"{area}: {problem}" for problem in problems]


class Objection(Exception):  # noqa: N818 - the word for it
    """What is wrong with a sentence."""


class ShortSession(Session):
    """One that ends with the first objection."""

    def look_at(self, area: str, problems: Iterator[str]) -> None:
        for problem in problems:
            raise Objection(f"{area}: {problem}")


def sit(*areas: str, most_pairs: int = MOST_PAIRS) -> Session:
    """Go through everything, or through these areas (`AREAS`) alone; `most_pairs` of careers are compared."""
    session, record = Session(most_pairs), read_raw()
    for name in areas or AREAS:
        AREAS[name](session, record)
    return session


def sit_until_objection(area: str) -> None:
    """Go through one of `AREAS`. Raises the first Objection."""
    session = ShortSession()
    AREAS[area](session, read_raw())
    for objection in session.objections:
        raise Objection(objection)


def _of_careers(look: Callable[[Session, Career], None]) -> Area:
    def area(session: Session, record: RawRecord) -> None:
        for career in Career.objects.order_by("slug"):
            look(session, career)

    return area


def _of_occupations(look: Callable[[Session, RawRecord, Occupation], None]) -> Area:
    def area(session: Session, record: RawRecord) -> None:
        for occupation in paid_occupations():
            look(session, record, occupation)

    return area


def paid_occupations() -> list[Occupation]:
    """A hundred occupations with pay: those of the guides first, that have the longest record."""
    paid = Occupation.objects.filter(scheme="soc-2018", wages__place__code="US").distinct().order_by("code")
    told = [*paid.filter(matches__isnull=False), *paid.filter(predecessors__isnull=False)]
    return list(dict.fromkeys([*told, *paid[:OCCUPATIONS]]))[:OCCUPATIONS]


# Claims and checks ---------------------------------------------------------------------------------------------------


def _claims(session: Session, record: RawRecord) -> None:
    for claim in all_claims():
        session.look_at("claims", _claim_problems(claim, record))
        for part in claim.parts:
            session.look_at("parts of claims", objections(part.message))


def _claim_problems(claim, record: RawRecord) -> Iterator[str]:
    if claim.attributed_to and claim.attributed_to.casefold() not in record.official_names:
        yield f"{claim.key} credits nobody official"
    if claim.figure is None or claim.figure.is_missing:
        return
    groups = record.groups.get(claim.subject.code, [])
    if not claim.attributed_to:
        groups = [group for group in groups if rules.is_taken_from(claim.figure, group, record)]
        if not groups:
            yield f"{claim.key} credits nobody, and is no figure of the record"
    expected = [_expected(claim, group, record) for group in groups]
    verdict = _best(expected) if expected else _without_groups(claim, record)
    if claim.verdict != verdict:
        yield f"{claim.key} is {claim.verdict}, and should be {verdict}"


def _without_groups(claim, record) -> str:
    return "near" if record.near.get(claim.subject.code) else "not_checkable"


def _best(verdicts) -> str:
    """Of several groups that count the career: an agreement, or the first that could be checked, or the first."""
    checked = [verdict for verdict in verdicts if verdict != "not_checkable"]
    return "agrees" if "agrees" in checked else next(iter([*checked, *verdicts]))


def _expected(claim, group: int, record: RawRecord) -> str:
    figure = claim.figure
    number = rules.expected_number(figure, group, record)
    verdicts = [number]
    if figure.wording and claim.official:
        years = (claim.official.period.start.year, claim.official.period.end.year)
        verdicts.append(rules.expected_words(figure.wording, claim.official.value, years))
    return rules.worst(verdicts)


def _checks(session: Session, record: RawRecord) -> None:
    for check in check_facts():
        session.look_at("fact checks", _check_problems(check, record))
        if check.match.is_counted and check.nearest:
            session.look_at("nearest", _nearest_problems(check, record))


def _check_problems(check, record: RawRecord) -> Iterator[str]:
    slug, group = check.claim.subject.code, check.match.occupation_id
    if group in record.near.get(slug, ()):
        if check.verdict != "near":
            yield f"{check.key} is {check.verdict} by a group that is only near"
        return
    number = next((part for part in check.parts if part.part in ("number", "openings")), None)
    if number and number.verdict != (expected := rules.expected_number(check.claim, group, record)):
        yield f"the number of {check.key} is {number.verdict}, and should be {expected}"
    if check.verdict != rules.worst([part.verdict for part in check.parts]):
        yield f"{check.key} is {check.verdict}, which is not the worst of its parts"


def _nearest_problems(check, record: RawRecord) -> Iterator[str]:
    value = rules.nearest(check.claim, check.match.occupation_id, record)
    away = abs(check.nearest.value - check.claim.value)
    is_agreeing = check.official is not None and check.nearest == check.official
    if not is_agreeing and (value is None or away != abs(value - check.claim.value)):
        yield f"the nearest to {check.key} is {value}, not {check.nearest.value}"


def _kept(session: Session, record: RawRecord) -> None:
    """What is kept of each claim, and what is said of all, by the claims as they are checked now."""
    live = {claim.key: claim for claim in all_claims()}
    kept = {row.address: row for row in CheckedClaim.objects.all()}
    for key in live.keys() | kept.keys():
        session.look_at("kept claims", _kept_problems(key, live.get(key), kept.get(key)))
    summary = summarize_claims()
    for sentence in summary.sentences:
        session.look_at("summary", _summary_problems(sentence, live.values()))
    for publisher in summary.publishers:
        session.look_at("summary", _publisher_problems(publisher, live.values()))


def _kept_problems(key, live, kept) -> Iterator[str]:
    if live is None or kept is None:
        yield f"{key} is {'not kept' if kept is None else 'kept, and no claim'}"
        return
    same = ("verdict", "sentence", "text", "needs", "figure", "official", "subject", "source")
    for name in same:
        if getattr(live, name) != getattr(kept.claim, name):
            yield f"{key} is kept with another {name}"
    if (kept.verdict, kept.publisher, kept.quantity) != (live.verdict, live.publisher, live.quantity):
        yield f"{key} is listed as {kept.verdict} of {kept.publisher}"


def _summary_problems(sentence, claims) -> Iterator[str]:
    yield from objections(sentence)
    verdict, count, total = (sentence.args[name] for name in ("verdict", "count", "total"))
    expected = sum(claim.verdict == verdict for claim in claims)
    if (count, total) != (expected, len(claims)) or f"{expected:,} of {len(claims):,} claim" not in sentence.text:
        yield f"{expected} of {len(claims)} are {verdict}: {sentence}"


def _publisher_problems(publisher, claims) -> Iterator[str]:
    own = [claim for claim in claims if claim.publisher == publisher.publisher]
    counts = Counter(claim.verdict for claim in own)
    if (publisher.claims, dict(publisher.counts)) != (len(own), dict(counts)):
        yield f"{publisher.publisher} has {dict(counts)}, not {dict(publisher.counts)}"
    if publisher.guides != len({claim.source.code for claim in own}):
        yield f"{publisher.publisher} has not {publisher.guides} guides"


# Where sources differ, and how figures hold up -----------------------------------------------------------------------


def _disagreements(session: Session, record: RawRecord) -> None:
    kept = {row.key: row.disagreement for row in FoundDisagreement.objects.all()}
    for disagreement in all_disagreements():
        session.look_at("disagreements", _disagreement_problems(disagreement))
        if kept.pop(disagreement.key, None) != disagreement:
            session.objections.append(f"{disagreement.key} is not kept as it is")
    session.objections += [f"{key} is kept, and no disagreement" for key in kept]


def _disagreement_problems(disagreement) -> Iterator[str]:
    yield from objections(disagreement.message)
    first = disagreement.figures[0]
    for figure in disagreement.figures[1:]:
        same = ("subject", "quantity", "measure", "unit", "industry", "place", "population", "period")
        if any(getattr(first, name) != getattr(figure, name) for name in same):
            yield f"{disagreement.key} sets different questions against each other"
    for figure in disagreement.figures:
        if figure.value_text not in disagreement.sentence or figure.publisher not in disagreement.sentence:
            yield f"{disagreement.key} does not show {figure.value_text} of {figure.publisher}"
    if first.subject.name not in disagreement.ask:
        yield f"{disagreement.key} does not name {first.subject}"


def _jobs(session: Session, record: RawRecord) -> None:
    """Every career, with what is counted of its guides, and some occupations."""
    rated_by.cache_clear()
    claims = _by_subject(claim for claim in all_claims() if claim.figure)
    slugs = Career.objects.order_by("slug").values_list("slug", flat=True)
    for some in _at_once(list(slugs)):
        for document in read_jobs(career_addresses(some)):
            session.look_at("jobs", problems_of_job(document))
            session.look_at("counts", _count_problems(document, claims.get(document.slug, [])))
    for some in _at_once([occupation.code for occupation in paid_occupations()]):
        addresses = [JobAddress(None, find_job(code).occupation) for code in some]
        for document in read_jobs(addresses):
            session.look_at("jobs", problems_of_job(document))


def _at_once(names: list[str]) -> Iterator[list[str]]:
    return (names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE))


def _by_subject(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.subject.code, []).append(claim)
    return found


def _count_problems(document: JobDocument, claims: list[Claim]) -> Iterator[str]:
    guide = read_guide(document.slug)
    figures = [figure for row in guide.statements for figure in row.figures()]
    mine = {
        "undated": sum(figure.period.start is None for figure in figures),
        "contradicted": sum(claim.verdict == FactCheckVerdict.CONTRADICTED for claim in claims),
        "agreed": sum(claim.verdict == FactCheckVerdict.AGREES for claim in claims),
        "disagreements": len(all_disagreements(career=document.slug)),
        "sources": len(_sources_with_figures(guide, document)),
    }
    for name, count in mine.items():
        if (shown := getattr(document.answers.reliability, name)) != count:
            yield f"{document.slug} has {count} {name}, not {shown}"


def _sources_with_figures(guide, document: JobDocument) -> set[str]:
    """Of its guides, and of the record that is shown."""
    told = {row.source.slug for row in guide.statements if row.figures()}
    shown = [document.answers.pay.figure, document.answers.outlook.figure]
    return told | {figure.source.code for figure in shown if figure}


# The line of pay, and money of other years ---------------------------------------------------------------------------


def _breaks(session: Session, record: RawRecord, occupation: Occupation) -> None:
    cells = record_of(read_occupation(occupation.code), Work(occupation))
    years = draw_years(cells.years, cells.breaks)
    if years:
        session.look_at("gaps and breaks", _break_problems(years, record))


def _break_problems(years, record: RawRecord) -> Iterator[str]:
    pairs = list(pairwise(years.columns))
    if any(one.year == other.year for one, other in pairs):
        yield f"{years.columns[-1].cell.occupation} is drawn twice for one year"
    changed = [(one, other) for one, other in pairs if not _same_jobs(one, other, record)]
    expected = [(one.year, other.year) for one, other in changed]
    if [(each.year_before, each.year_after) for each in years.breaks] != expected:
        yield f"{years.columns[-1].cell.occupation} has breaks {years.breaks}, and should have {expected}"
    for one, other in years.joins:
        if other.year != one.year + 1 or not _same_jobs(one, other, record):
            yield f"{one.cell.url} is joined to {other.cell.url}"


def _number_of(cell) -> int:
    return Occupation.objects.values_list("pk", flat=True).get(code=cell.code, scheme=cell.scheme)


def _same_jobs(one, other, record) -> bool:
    before, after = _number_of(one.cell), _number_of(other.cell)
    return before == after or (before, after) in record.whole


def _inflation(session: Session, record: RawRecord, occupation: Occupation) -> None:
    wages = Wage.objects.published().national().for_occupations([occupation.pk]).with_words()
    medians = [figure for wage in wages if (figure := wage.figure("annual_median")) and figure.value is not None]
    restated = in_prices(medians, Period.of_month(2025, 5)) if medians else None
    for computed in restated.amounts if restated else ():
        session.look_at("inflation", _inflation_problems(computed))


def _inflation_problems(computed) -> Iterator[str]:
    figure = computed.figure
    expected = (figure.value * computed.times.value / computed.over.value).quantize(Decimal(1), ROUND_HALF_UP)
    if abs(computed.result.value - expected) > 1:
        yield f"{figure.address} comes to {expected}, not {computed.result.value}"
    if figure.period_text not in computed.over.name:
        yield f"{figure.address} is divided by {computed.over.name}"


# Readiness and what it pays ------------------------------------------------------------------------------------------


def _readiness(session: Session, career: Career) -> None:
    asked = asked_of(career)
    for having in (Having(), Having(credentials=frozenset(), education=0, years=0), _everything(asked)):
        if asked.terms:
            session.look_at("readiness", _readiness_problems(career, judge(asked, having)))


def _everything(asked) -> Having:
    return Having({term.key: Ability.ALONE for term in asked.terms}, frozenset(), 9, 99)


def _readiness_problems(career, readiness) -> Iterator[str]:
    whole = sum((each.term.weight.value for each in readiness.judged), Decimal(0))
    for end in ("low", "high"):
        points = sum((each.term.weight.value * getattr(each.met, end) for each in readiness.judged), Decimal(0))
        is_short = any(each.term.weight.is_required and getattr(each.met, end) < 1 for each in readiness.judged)
        expected = min(half_up(points, whole), 50 if is_short else 100)
        if (score := getattr(readiness, f"score_{end}")) != expected:
            yield f"{career.slug}: {end} is {score}, and should be {expected}"


def _economics(session: Session, career: Career) -> None:
    asked = asked_of(career)
    for pay_now in (None, Decimal(36_000)):
        for prospect in prospects(asked.ways, asked.rungs, years=YEARS, pay_now=pay_now):
            for total in filter(None, (prospect.best, prospect.worst)):
                session.look_at("economics", _economics_problems(prospect, total, asked.rungs, pay_now))


def _economics_problems(prospect, total, rungs, pay_now) -> Iterator[str]:
    paid = sorted((rung for rung in rungs if rung.pay is not None), key=lambda rung: rung.position)
    earned = Decimal(0)
    for month in range(YEARS * 12):
        worked = month - total.months
        reached = [rung for rung in paid if (rung.years_min or 0) * 12 <= worked] or paid[:1]
        earned += (pay_now or Decimal(0)) if worked < 0 else reached[-1].pay
    if abs(earned / 12 - total.earned) > Decimal("0.01"):
        yield f"{prospect.way.name} earns {earned / 12}, not {total.earned}"
    if pay_now is None and (total.gain is not None or total.breaks_even is not None):
        yield f"{prospect.way.name} is set against pay that nobody gave"
    if pay_now is not None and total.gain != total.earned - total.cost - pay_now * YEARS:
        yield f"{prospect.way.name} gains {total.gain}"


# Comparisons ---------------------------------------------------------------------------------------------------------


def _comparisons(session: Session, record: RawRecord) -> None:
    """Each career and occupation with the next, and careers with others: all of them, or as many as are drawn."""
    slugs = list(Career.objects.order_by("slug").values_list("slug", flat=True))
    neighbors = list(pairwise([*slugs, *(occupation.code for occupation in paid_occupations())]))
    pairs = list(combinations(slugs, 2))
    drawn = pairs if len(pairs) <= session.most_pairs else Random(SEED).sample(pairs, session.most_pairs)
    for one, other in dict.fromkeys((*neighbors, *drawn)):
        _comparison(session, one, other)


def _side_by_side(session: Session, record: RawRecord) -> None:
    """Some occupations against the next, by their documents."""
    names = [occupation.code for occupation in paid_occupations()[:PAIRS]]
    documents = [read_job(find_job(code)) for code in names]
    for pair in pairwise(documents):
        for row in rows_of(pair):
            for message in row.messages:
                session.look_at("side by side", problems_of(message))


def _comparison(session: Session, one: str, other: str) -> None:
    for row in compare([one, other]).rows:
        for message in row.judgement.messages:
            session.look_at("comparisons", _comparison_problems(row, message))


def _comparison_problems(row, message) -> Iterator[str]:
    yield from objections(message)
    if message.kind != "compared_gap":
        return
    low, high = message.args["low"], message.args["high"]
    apart = high.unit.format_distance(high.value - low.value)
    low_letter, high_letter = message.args["letters"]
    if message.text != f"{high_letter} is {apart} higher than {low_letter}.":
        yield f"{row.key}: {message.text}, of {low.value_text} and {high.value_text}"
    for letter, figure in ((low_letter, low), (high_letter, high)):
        shown = [answer.figure.value for answer in row.cells["ABCD".index(letter)] if answer.figure]
        if figure.value not in shown:
            yield f"{row.key}: {figure.value_text} does not stand under {letter}"


# Why something is not here -------------------------------------------------------------------------------------------


def _absences(session: Session, record: RawRecord, occupation: Occupation) -> None:
    work = Work(occupation)
    for part, (_, rows) in TABLES.items():
        session.look_at("absences", _absence_problems(why_absent(work, part), rows()))


def _absence_problems(message, rows) -> Iterator[str]:
    is_loaded = any(row.release.state == "ready" for row in rows.select_related("release")[:1])
    if message.kind != ("not_published" if is_loaded else "not_loaded"):
        yield message.text


AREAS: Mapping[str, Area] = {
    "claims": _claims,
    "checks": _checks,
    "kept": _kept,
    "disagreements": _disagreements,
    "jobs": _jobs,
    "readiness": _of_careers(_readiness),
    "economics": _of_careers(_economics),
    "breaks": _of_occupations(_breaks),
    "inflation": _of_occupations(_inflation),
    "absences": _of_occupations(_absences),
    "comparisons": _comparisons,
    "side by side": _side_by_side,
}
