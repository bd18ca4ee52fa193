"""What a job's page says of the job, reckoned again from rows: pay and its change, states, outlook, studies, gaps."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from careers.exposure_studies import studies
from careers.models import Exposure, Occupation, OccupationTool, Outlook, Rating, RelatedOccupation, Task, WorkFromHome
from education.models import ProgramOutcome
from facts.models import Release
from money.models import PriceIndex
from pages.job.summaries import state_ends
from salaries.models import Wage

COUNTRY, ALL_INDUSTRIES = "US", "000000"
NATIONAL = {"release__state": "ready", "place__code": COUNTRY, "industry__code": ALL_INDUSTRIES}
GAPS = {
    "a list of tasks": Task.objects.all(),
    "ratings of skills": Rating.objects.filter(scale_code="IM", element_code__startswith="2.A"),
    "technology and tools": OccupationTool.objects.all(),
    "interests": Rating.objects.filter(scale_code="OI"),
    "jobs with similar work": RelatedOccupation.objects.all(),
    "what graduates earn and owe": ProgramOutcome.objects.all(),
    "projected growth": Outlook.objects.filter(occupation__isnull=False),
    "official pay": Wage.objects.all(),
    "pay by state": Wage.objects.filter(place__kind="state"),
}
"""What a page can lack: the rows by which another job has it."""


def problems_of_job(document) -> Iterator[str]:
    """What is wrong with what the document of a job says of official figures."""
    record = document.record
    group = Occupation.objects.filter(scheme=record.scheme, code=record.code).first() if record else None
    if group:
        yield from (f"{document.url}: {problem}" for problem in _record_problems(document, record, group))
    yield from (f"{document.url}: {problem}" for problem in _gap_problems(document, group))


def _record_problems(document, record, group: Occupation) -> Iterator[str]:
    yield from _pay_problems(document.answers.pay, group)
    if message := state_ends(record):
        yield from _state_problems(message, group)
    yield from _outlook_problems(document.answers.outlook, group)
    yield from _study_problems(document)


# Pay -----------------------------------------------------------------------------------------------------------------


def _pay_problems(pay, group: Occupation) -> Iterator[str]:
    own = Wage.objects.filter(occupation=group, **NATIONAL).select_related("release__source")
    rows = list(own.order_by("release__period_end"))
    newest = next(iter(rows[::-1]), None)
    per = next((per for per in ("annual", "hourly") if newest and _median(newest, per) is not None), None)
    if newest is None or per is None:
        if pay.figure and pay.figure.standing == "record":
            yield f"shows {pay.figure.value_text}, which is not the newest"
        return
    expected = (_median(newest, per), str(newest.release.named))
    if pay.figure is None or (pay.figure.value, str(pay.figure.release)) != expected:
        yield f"does not show {_median(newest, per)} of {newest.release} first"
    yield from _change_problems(pay.change, rows, per)


def _median(row: Wage, per: str) -> Decimal | None:
    value = getattr(row, f"{per}_median")
    return None if value is None else Decimal(value)


def _is_bound(row: Wage, per: str) -> bool:
    return "at_least" in row.marks.get(f"{per}_median", {})


def _change_problems(change, rows, per: str) -> Iterator[str]:
    paid = [row for row in rows if _median(row, per) is not None]
    newest = paid[-1]
    before = [row for row in paid[:-1] if not _is_bound(row, per)]
    is_known = bool(before) and not _is_bound(newest, per)
    if (change is not None) != is_known:
        yield f"{'says' if change else 'does not say'} how pay changed since {[row.release.slug for row in before]}"
    if change is None or not is_known:
        return
    wanted = newest.release.period_end.year - 3
    since = min(before, key=lambda row: (abs(row.release.period_end.year - wanted), -row.release.period_end.year))
    ratio = _median(newest, per) / _median(since, per)
    if (change.since, change.until) != (str(since.release.named), str(newest.release.named)):
        yield f"says the change from {change.since} to {change.until}, not from {since.release}"
    if abs(Decimal(change.percent) - 100 * (ratio - 1)) > Decimal("0.01"):
        yield f"says a change of {change.percent}, not of {100 * (ratio - 1)}"
    levels = [_price_level(row.release) for row in (since, newest)]
    if change.real is not None:
        real = 100 * (ratio * levels[0] / levels[1] - 1)
        if abs(Decimal(change.real) - real) > Decimal("0.05"):
            yield f"says a real change of {change.real}, not of {real}"


def _price_level(release: Release) -> Decimal:
    day = release.period_end
    return PriceIndex.objects.filter(release__state="ready", year=day.year, month=day.month).first().value


def _state_problems(message, group: Occupation) -> Iterator[str]:
    rows = Wage.objects.filter(
        occupation=group, release__state="ready", place__kind="state", industry__code=ALL_INDUSTRIES
    )
    newest = message.args["high"][0].release.code
    medians = {
        row.place.name: (row.annual_median, _is_bound(row, "annual"))
        for row in rows.filter(release__slug=newest).select_related("place")
        if row.annual_median is not None
    }
    if message.args["published"] != len(medians):
        yield f"{len(medians)} states have a median: {message}"
    top = max(value for value, _ in medians.values())
    bottom = min(value for value, _ in medians.values())
    for name, value in (("high", top), ("low", bottom)):
        places = {str(figure.place) for figure in message.args[name]}
        expected = {place for place, (amount, _) in medians.items() if amount == value}
        if places != expected:
            yield f"{name} is in {expected}: {message}"
        told = places if len(places) <= 4 else {f"{len(places)} states"}
        if any(each not in message.text for each in told):
            yield f"does not name {told}: {message}"
    is_bound = any(bound for value, bound in medians.values() if value == top)
    if is_bound == ("highest" in message.text):
        yield f"{top} is {'' if is_bound else 'no '}bound: {message}"


# Outlook -------------------------------------------------------------------------------------------------------------


def _outlook_problems(outlook, group: Occupation) -> Iterator[str]:
    rows = Outlook.objects.filter(occupation=group, release__state="ready").order_by("-end_year", "-start_year")
    newest = rows.first()
    if newest is None or newest.growth_percent is None:
        return
    if outlook.figure is None or outlook.figure.value != newest.growth_percent:
        yield f"does not show growth of {newest.growth_percent}"
    everyone = Outlook.objects.filter(
        occupation__code="00-0000", occupation__scheme=group.scheme, release=newest.release
    ).first()
    if everyone:
        words = _than(newest.growth_percent, everyone.growth_percent)
        if words not in outlook.sentence:
            yield f"should say {words}: {outlook.sentence}"
    openings = newest.openings_per_year
    if openings is not None and f"{int(openings):,} openings" not in outlook.sentence:
        yield f"should say {int(openings):,} openings: {outlook.sentence}"


def _than(growth: Decimal, everyone: Decimal) -> str:
    if growth == everyone:
        return "The same as all jobs"
    return "Faster than all jobs" if growth > everyone else "Slower than all jobs"


# Studies -------------------------------------------------------------------------------------------------------------


def _study_problems(document) -> Iterator[str]:
    shown = document.studies
    rated = {(row.authors, row.title) for row in shown.exposure}
    for study in studies():
        is_loaded = Exposure.objects.filter(release__source__slug=study.source, release__state="ready").exists()
        is_rated = any(authors == study.authors for authors, _ in rated)
        why = [reason for reason in shown.unrated if reason.startswith(f"{study.authors}:")]
        if not document.is_group and is_rated == bool(why):
            yield f"{study.authors}: {'rated' if is_rated else 'not rated'}, and says {why}"
        if why and ("not loaded" in why[0]) == is_loaded:
            yield f"{study.authors} is {'' if is_loaded else 'not '}loaded: {why[0]}"
    yield from _rating_problems(shown.exposure)
    yield from _spread_problems(shown)
    is_loaded = WorkFromHome.objects.filter(release__state="ready").exists()
    if shown.not_at_home and ("not loaded" in shown.not_at_home) == is_loaded:
        yield shown.not_at_home


@cache
def rated_by(source: str, release: str, measure: str, variant: str) -> list[tuple]:
    """All that one measure rates; kept for one sitting."""
    of_study = Exposure.objects.filter(release__source__slug=source, release__slug=release)
    same = of_study.filter(measure=measure, variant=variant)
    return list(same.values_list("occupation__code", "value", "as_printed"))


def _rating_problems(rows) -> Iterator[str]:
    """Each value and percentile by the row that it names, and by all rows of the same measure."""
    for shown in rows:
        code = shown.locator.partition(" ")[0]
        (study,) = (study for study in studies() if study.authors == shown.authors)
        titles = {(each.title, each.is_main): each.key for each in study.measures}
        measure, variant = titles[shown.title, shown.is_main]
        values = rated_by(study.source, shown.release.code, measure, variant)
        own = [(value, printed) for other, value, printed in values if other == code]
        if [printed for _, printed in own] != [shown.printed]:
            yield f"{shown.name} prints {shown.printed}, and {code} has {own}"
            continue
        ((value, _),) = own
        lower = sum(other < value for _, other, _ in values)
        equal = sum(other == value for _, other, _ in values)
        percentile = Decimal(100) * (lower + Decimal(equal) / 2) / len(values)
        if abs(percentile - shown.percentile) > Decimal("0.000051"):
            yield f"{shown.name} of {code} stands at {percentile}, not {shown.percentile}"
        if not shown.place.startswith(str(min(max(int(percentile + Decimal("0.5")), 1), 99))):
            yield f"{shown.name} of {code} stands at {percentile}, not at the {shown.place}"


def _spread_problems(shown) -> Iterator[str]:
    main = [row for row in shown.exposure if row.is_main]
    if len(main) < 2:
        return
    high, low = (choose(row.percentile for row in main) for choose in (max, min))
    first = shown.sentences[0]
    if (high - low < 20) != (" agree on " in first):
        yield f"from {low} to {high}: {first}"
    ends = [{row.place for row in main if row.percentile == end} for end in (high, low)]
    if any(not any(place in first for place in end) for end in ends):
        yield f"from {ends[1]} to {ends[0]}: {first}"
    if high - low >= 20 and not any(row.name in first for row in main if row.percentile == high):
        yield f"does not name the highest: {first}"


# Gaps ----------------------------------------------------------------------------------------------------------------


def _gap_problems(document, group: Occupation | None) -> Iterator[str]:
    for gap in document.gaps:
        if gap.what in GAPS:
            yield from _held_problems(gap, GAPS[gap.what].filter(release__state="ready"), group)
        if group and (gap.what, gap.why) == ("pay in other years", "not loaded on this site"):
            of_scheme = Wage.objects.filter(**NATIONAL, occupation__scheme=group.scheme)
            if (years := of_scheme.values("release").distinct().count()) > 1:
                yield f"{gap.what}: {gap.why}, and {years} releases of its classification are"


def _held_problems(gap, rows, group: Occupation | None) -> Iterator[str]:
    is_loaded = rows.exists()
    if is_loaded and gap.why == "not loaded on this site" or not is_loaded and gap.why == "not published for this job":
        yield f"{gap.what}: {gap.why}, and rows of it are {'here' if is_loaded else 'nowhere here'}"
    if group and gap.what == "projected growth" and rows.filter(occupation=group).exists():
        yield f"{gap.what} is here: {gap.why}"
    if group and gap.what == "pay by state" and rows.filter(occupation=group).exclude(annual_median=None).exists():
        yield f"{gap.what} is here: {gap.why}"
