from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from django.db.models import Q, QuerySet

from careers.models import Career, Element, Occupation, Rating, Scale, TypicalEntry
from careers.schemes import SchemeChoices
from explore.filters.base import Filters
from explore.filters.kinds import Amount, ChoiceFilter, Choices, Count, Ordering, Reference, Words, YesNo
from explore.filters.problems import Problem, shown
from explore.importance import IMPORTANT
from explore.interests import INTERESTS, best_fits
from explore.newest import of_newest_release
from explore.studies.browsing import exposure_measures, jobs_done_at_home, jobs_rated
from facts.models import Place

STEPS_UP = ("parent", "parent__parent", "parent__parent__parent", "parent__parent__parent__parent")
"""From the finest occupation up to a major group."""


def elements_named(words: str) -> QuerySet[Element]:
    """By name in any case, with dashes for blanks if need be, or by code."""
    known = Element.objects.published().order_by()
    return known.filter(Q(name__iexact=words) | Q(name__iexact=words.replace("-", " ")) | Q(code=words))


class OccupationFilter(Filters):
    """Pay, jobs and growth need a queryset annotated by `Yardstick.occupations`."""

    q = Words(method="named", label="Words in a title, or a code", help_text="Words in a title, or how a code begins.")
    code = Reference("code", rows=Occupation.objects.all(), by="code", help_text="These codes.")
    scheme = Choices(words=SchemeChoices(), help_text="Classifications.")
    level = Choices(words=Occupation.Level.choices, label="Level", help_text="How fine the groups are.")
    group = Reference(
        method="within",
        rows=Occupation.objects.all(),
        by="code",
        label="Group",
        help_text="Everything within these groups, by their codes: 29-0000 for health care.",
    )
    interest = Choices(
        method="of_interest", words=INTERESTS, label="Interest", help_text="What fits the work best, by O*NET."
    )
    education = Choices(
        method="entered_with",
        words=TypicalEntry.EDUCATION,
        label="Education",
        help_text="What one typically needs to enter, by the newest projection.",
    )
    skill = Words(
        method="needing",
        help_text="A skill, knowledge or ability that O*NET rates, by name or code: “active listening”.",
    )
    importance_min = Amount(
        method="important_from",
        highest=5,
        help_text=f"How important it is, 1 to 5, from; {IMPORTANT} unless told.",
    )
    from_home = YesNo(
        method="done_at_home",
        label="Can be done at home",
        help_text="Whether a study says that the work can all be done at home; its codes are those of 2010.",
    )
    exposure = ChoiceFilter(
        method="rated_by",
        words=exposure_measures(),
        label="AI exposure by",
        help_text="A measure of a study: jobs that it rates, and what exposure_min and exposure_max go by.",
    )
    exposure_min = Amount(
        method="exposed_from", highest=100, label="AI exposure from", help_text="Percentile by that measure, from."
    )
    exposure_max = Amount(method="exposed_to", highest=100, label="to", help_text="Percentile by that measure, up to.")
    place = Reference(
        method="counted_in",
        rows=Place.objects.exclude(kind=Place.Kind.COUNTRY) | Place.objects.filter(kind=Place.Kind.COUNTRY),
        by="code",
        label="Place",
        most=1,
        help_text="Where pay and jobs are counted, and only what is counted there: a state (CA) or an area.",
    )
    career = Reference(
        "careers__slug", rows=Career.objects.all(), many=True, help_text="Careers that are tied to the occupation."
    )
    median_min = Amount(
        "median", lookup_expr="gte", label="Median pay from", help_text="The record’s median a year, in dollars, from."
    )
    median_max = Amount("median", lookup_expr="lte", label="to", help_text="The record’s median a year, up to.")
    employment_min = Count("employment", lookup_expr="gte", label="Jobs from", help_text="Jobs counted, from.")
    employment_max = Count("employment", lookup_expr="lte", label="to", help_text="Jobs counted, up to.")
    growth_min = Amount(
        "growth", lookup_expr="gte", lowest=-100, label="Growth from", help_text="Projected growth in percent, from."
    )
    growth_max = Amount(
        "growth", lookup_expr="lte", lowest=-100, label="to", help_text="Projected growth in percent, up to."
    )
    ordering = Ordering(
        fields={name: name for name in ("code", "title", "median", "employment", "growth")}, label="Sorted by"
    )

    class Meta:
        model = Occupation
        fields: list[str] = []

    def named(self, occupations: QuerySet[Occupation], name: str, words: str) -> QuerySet[Occupation]:
        return occupations.filter(Q(title__icontains=words) | Q(code__istartswith=words))

    def within(self, occupations: QuerySet[Occupation], name: str, codes: list[str]) -> QuerySet[Occupation]:
        """Members of a group at any depth."""
        return occupations.filter(Q(*((f"{up}__code__in", codes) for up in STEPS_UP), _connector=Q.OR))

    def of_interest(self, occupations: QuerySet[Occupation], name: str, interests: list[str]) -> QuerySet[Occupation]:
        fits = best_fits(interests)
        return occupations.filter(Q(pk__in=fits.values("occupation")) | Q(pk__in=fits.values("occupation__parent")))

    def entered_with(self, occupations: QuerySet[Occupation], name: str, levels: list[str]) -> QuerySet[Occupation]:
        named = dict(TypicalEntry.EDUCATION)
        entries = of_newest_release(TypicalEntry.objects.published())
        return occupations.filter(
            pk__in=entries.filter(education__in=[named[level] for level in levels]).values("occupation")
        )

    @cached_property
    def problems(self) -> list[Problem]:
        return [*super().problems, *self._of_skill()]

    def _of_skill(self) -> Iterator[Problem]:
        if "importance_min" in self.asked and "skill" not in self.asked:
            yield Problem("importance_min", "needs_skill", "Name the skill that is to be so important: skill=….")
        if (skill := self.asked.get("skill")) and not elements_named(skill).exists():
            yield Problem("skill", "unknown_value", f"O*NET rates no skill, knowledge or ability {shown(skill)} here.")

    def needing(self, occupations: QuerySet[Occupation], name: str, skill: str) -> QuerySet[Occupation]:
        """Those that it is important to, or to one of their specialties."""
        least = self.asked.get("importance_min", IMPORTANT)
        codes = elements_named(skill).values("code")
        rows = of_newest_release(Rating.objects.published().on_scale(Scale.IMPORTANCE))
        needing = rows.filter(element_code__in=codes, value__gte=least).order_by()
        return occupations.filter(
            Q(pk__in=needing.values("occupation")) | Q(pk__in=needing.values("occupation__parent"))
        )

    def important_from(self, occupations: QuerySet[Occupation], name: str, least: Decimal) -> QuerySet[Occupation]:
        return occupations

    def done_at_home(self, occupations: QuerySet[Occupation], name: str, can: bool) -> QuerySet[Occupation]:
        return occupations.filter(pk__in=jobs_done_at_home(can))

    def rated_by(self, occupations: QuerySet[Occupation], name: str, measure: str) -> QuerySet[Occupation]:
        return occupations.filter(pk__in=jobs_rated(measure))

    def exposed_from(self, occupations: QuerySet[Occupation], name: str, percentile: Decimal) -> QuerySet[Occupation]:
        return occupations.filter(pk__in=jobs_rated(self._measure, low=percentile))

    def exposed_to(self, occupations: QuerySet[Occupation], name: str, percentile: Decimal) -> QuerySet[Occupation]:
        return occupations.filter(pk__in=jobs_rated(self._measure, high=percentile))

    @property
    def _measure(self) -> str:
        """The first measure unless another is named."""
        return self.asked.get("exposure") or exposure_measures()[0][0]

    def counted_in(self, occupations: QuerySet[Occupation], name: str, places: list[str]) -> QuerySet[Occupation]:
        return (
            occupations.exclude(employment=None, median=None)
            if "median" in occupations.query.annotations
            else occupations
        )
