"""Requirements from guides or from O*NET."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Q, QuerySet

from careers.models import Career, CareerSkill, Crosswalk, Ladder, Occupation, OccupationMatch, Rating, Rung, Skill
from education.models import Credential, Path, Requirement
from explore.occupation_profile import WHOLE, Rated, Work
from explore.readiness.judging import Asked
from explore.readiness.ladder import ReadinessRung
from explore.readiness.terms import Award, Doing, Holding, Term, Weight, YearsTerm
from explore.readiness.ways import ReadinessWay
from salaries.models import Salary

STRENGTHS: dict[str, Decimal] = {
    Requirement.Strength.REQUIRED: Decimal(3),
    Requirement.Strength.TYPICAL: Decimal(2),
    Requirement.Strength.PREFERRED: Decimal(1),
    Requirement.Strength.VALUED: Decimal(1),
}
"""Points by how firmly a guide asks. What is accepted is an alternative, and asks for nothing."""
NAMED, NAMED_TOOL = Decimal(1), Decimal("0.5")
"""What a skill and a tool count that a guide names and no more: guides list tools as examples."""
HIGHEST_LEVEL, HUNDREDTH = 7, Decimal("0.01")
MOST_RATED = 12
"""How many skills, and how many kinds of knowledge, of O*NET are asked: the most important."""
GUIDE, RECORD = "guide", "record"


def asked_of(career: Career, *, by: str = "", rung: int | None = None) -> Asked:
    """`rung` defaults to the lowest.

    `by` "record" uses O*NET, as do careers without requirements in guides.
    """
    rungs = _rungs(career)
    target = _target(rungs, rung)
    is_first = target is None or target == rungs[0]
    requirements, besides = _split(_requirements().filter(career=career), is_first=is_first)
    doing = _by_guides(career, requirements, _skills().filter(career=career)) if by != RECORD else ()
    basis = GUIDE if doing or requirements else RECORD
    if basis == RECORD or by == RECORD:
        doing, basis = _by_record(career), RECORD
    terms = (*_holdings(requirements), *_years(target), *doing)
    return Asked(_firmest_first(terms), besides, rungs, target, _ways(career), basis)


def _requirements() -> QuerySet[Requirement]:
    rows = Requirement.objects.select_related("source", "career").prefetch_related("credentials")
    return rows.order_by("career", "source", "position", "pk")


def _skills() -> QuerySet[CareerSkill]:
    return CareerSkill.objects.select_related("skill", "source").order_by("skill__kind", "source", "position", "pk")


def _firmest_first(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=lambda term: -term.weight.value))


# By guides -----------------------------------------------------------------------------------------------------------


def _split(requirements: Iterable[Requirement], *, is_first: bool) -> tuple[list[Requirement], tuple[str, ...]]:
    rows = list(requirements)
    counted = [row for row in rows if _counts(row, is_first=is_first)]
    other_rungs = Requirement.Scope.ADVANCING if is_first else Requirement.Scope.ENTRY
    besides = [row for row in rows if row not in counted and row.scope != other_rungs]
    return counted, tuple(map(_in_words, besides))


def _counts(requirement: Requirement, *, is_first: bool) -> bool:
    scope = Requirement.Scope
    applies = {scope.EVERYONE, scope.MOST, scope.ENTRY if is_first else scope.ADVANCING}
    return requirement.scope in applies and requirement.strength in STRENGTHS


def _in_words(requirement: Requirement) -> str:
    condition = f": {requirement.condition}" if requirement.condition else ""
    return f"{requirement.label} ({requirement.get_strength_display()}){condition}."


def _holdings(requirements: Iterable[Requirement]) -> list[Term]:
    firmest: dict[frozenset, Requirement] = {}
    for row in requirements:
        slugs = frozenset(credential.slug for credential in row.credentials.all())
        if slugs:
            known = firmest.get(slugs)
            firmest[slugs] = max(filter(None, (known, row)), key=lambda one: STRENGTHS[one.strength])
    return [_holding(row) for row in firmest.values()]


def _holding(row: Requirement) -> Holding:
    awards = tuple(_award(credential) for credential in row.credentials.all())
    return Holding(row.key, row.label, _asked(row), row.field_of_study, awards=awards)


def _award(credential: Credential) -> Award:
    return Award(credential.slug, credential.short_name, credential.rank)


def _asked(row: Requirement) -> Weight:
    url = f"{row.career.get_absolute_url()}#{row.key}"
    is_required = row.strength == Requirement.Strength.REQUIRED
    return Weight(STRENGTHS[row.strength], row.get_strength_display(), row.source.publisher, url, is_required)


def _by_guides(career: Career, requirements: Sequence[Requirement], skills: Iterable[CareerSkill]) -> list[Term]:
    worded = [row for row in requirements if not row.credentials.all()]
    return [*_named(career, skills), *(Doing(row.key, row.label, _asked(row)) for row in worded)]


def _named(career: Career, skills: Iterable[CareerSkill]) -> list[Term]:
    rows: dict[str, list[CareerSkill]] = defaultdict(list)
    for row in skills:
        rows[row.skill.slug].append(row)
    return [_doing(career, slug, named) for slug, named in rows.items()]


def _doing(career: Career, slug: str, rows: Sequence[CareerSkill]) -> Doing:
    is_tool = rows[0].skill.kind == Skill.Kind.TOOL
    says_who = " and ".join(sorted({row.source.publisher for row in rows}))
    weight = Weight(
        NAMED_TOOL if is_tool else NAMED,
        f"named as a {rows[0].skill.get_kind_display()}",
        says_who,
        f"{career.get_absolute_url()}#{rows[0].key}",
    )
    examples = ", ".join(dict.fromkeys(example for row in rows for example in row.examples))
    return Doing(slug, rows[0].skill.name, weight, examples, is_tool=is_tool)


# By the record -------------------------------------------------------------------------------------------------------


def _by_record(career: Career) -> list[Term]:
    described = _rated_occupation(career)
    if described is None:
        return []
    work = Work(described)
    levelled = [[(row, row.level) for row in rows if row.level] for rows in (work.skills, work.knowledge)]
    return [_rated(row, level) for rows in levelled for row, level in rows[:MOST_RATED]]


def _rated_occupation(career: Career) -> Occupation | None:
    """Four queries."""
    tied = list(OccupationMatch.objects.filter(career=career).order_by("position", "pk").values_list("occupation"))
    formers = defaultdict(list)
    pairs = Crosswalk.objects.published().filter(to_occupation__in=[pk for (pk,) in tied])
    for now, before in pairs.order_by("from_occupation__code").values_list("to_occupation", "from_occupation"):
        formers[now].append(before)
    in_order = list(dict.fromkeys(pk for (now,) in tied for pk in (now, *formers[now])))
    rated = _rated_among(in_order)
    first = next((pk for pk in in_order if pk in rated), None)
    return Occupation.objects.filter(pk=first).first() if first else None


def _rated_among(occupations: Collection[int]) -> set[int]:
    whole = Q(occupation__parent__in=occupations, occupation__code__endswith=WHOLE)
    ratings = Rating.objects.published().skills().filter(Q(occupation__in=occupations) | whole)
    pairs = ratings.order_by().values_list("occupation", "occupation__parent").distinct()
    return {pk for pair in pairs for pk in pair if pk}


def _rated(row: Rated, level: Rating) -> Doing:
    rating: Rating = row.importance
    weight = Weight(
        weigh(rating.value, level.value),
        f"importance {rating.value:.2f} of 5 ({row.in_words}) × level {level.value:.2f} of 7",
        f"O*NET {rating.release.label} for {rating.occupation.code}",
        rating.occupation.get_absolute_url(),
    )
    return Doing(rating.element_code, row.name, weight)


def weigh(importance: Decimal, level: Decimal) -> Decimal:
    """`importance` from 1 to 5, `level` from 0 to 7; in hundredths.

    >>> weigh(Decimal("4.12"), Decimal("3.5"))
    Decimal('2.06')
    """
    return (importance * level / HIGHEST_LEVEL).quantize(HUNDREDTH, ROUND_HALF_UP)


# The ladder and the ways in ------------------------------------------------------------------------------------------


def _rungs(career: Career) -> tuple[ReadinessRung, ...]:
    ladders = Ladder.objects.filter(career=career).select_related("source").prefetch_related("rungs")
    ladder = max(ladders, key=lambda one: len(one.rungs.all()), default=None)
    if ladder is None:
        return ()
    paid = {row.level_id: row for row in Salary.objects.filter(level__ladder=ladder).order_by("-pk")}
    return tuple(_rung(career, ladder, row, paid.get(row.pk)) for row in ladder.rungs.all())


def _rung(career: Career, ladder: Ladder, row: Rung, salary: Salary | None) -> ReadinessRung:
    measure = next((name for name in ("median", "mean") if salary and getattr(salary, name) is not None), "")
    return ReadinessRung(
        position=row.position,
        title=row.title,
        years_min=row.years_min,
        years_max=row.years_max,
        pay=getattr(salary, measure) if measure else None,
        currency=salary.currency if salary and measure else "",
        measure=measure,
        focus=row.focus,
        says_who=ladder.source.publisher,
        url=salary.get_absolute_url() if salary else f"{career.get_absolute_url()}#{row.key}",
    )


def _target(rungs: Sequence[ReadinessRung], position: int | None) -> ReadinessRung | None:
    if not rungs:
        return None
    reached = [rung for rung in rungs if rung.position <= (position or 0)]
    return max(reached, key=lambda rung: rung.position, default=rungs[0])


def _years(target: ReadinessRung | None) -> list[Term]:
    if target is None or not target.years_min:
        return []
    weight = Weight(STRENGTHS[Requirement.Strength.REQUIRED], "asked by the rung", target.says_who, target.url)
    return [YearsTerm("years", f"{target.years_min} years in the work", weight, target.title, years=target.years_min)]


def _ways(career: Career) -> tuple[ReadinessWay, ...]:
    return tuple(_way(row) for row in Path.objects.for_career(career).with_words())


def _way(row: Path) -> ReadinessWay:
    return ReadinessWay(
        key=row.key,
        name=row.name,
        awards=tuple(_award(credential) for credential in row.credentials.all()),
        months_min=row.months_min,
        months_max=row.months_max,
        cost_low=row.cost_low,
        cost_high=row.cost_high,
        currency=row.currency,
        is_open_ended="open_ended" in row.marks.get("cost_high", {}),
        says_who=row.source.publisher,
        locator=row.locator,
        url=row.get_absolute_url(),
    )
