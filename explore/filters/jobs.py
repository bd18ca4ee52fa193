from django.db.models import Q, QuerySet

from careers.models import Career, Element, Field, Occupation, OccupationTool, Rating, Scale, TypicalEntry
from explore.exposed import EXPOSURE, jobs_exposed
from explore.filters.base import Filters
from explore.filters.kinds import Amount, ChoiceFilter, Choices, Count, Ordering, Reference, Words, YesNo
from explore.filters.occupations import STEPS_UP
from explore.importance import IMPORTANT
from explore.interests import INTERESTS, best_fits
from explore.newest import of_newest_release_of_all
from explore.reference_releases import CURRENT
from explore.studies.browsing import exposure_measures, jobs_done_at_home
from facts.models import Place


class JobFilter(Filters):
    """Narrows each of the two querysets of `explore.browse.rows`; `record` is the group that counts a job."""

    q = Words(method="titled", label="Words in a title", help_text="Words in a title or another name, or a code.")
    field = Reference(method="of_field", rows=Field.objects.all(), label="Field of work", help_text="Fields of work.")
    group = Reference(
        method="within", rows=Occupation.objects.all(), by="code", label="Kind of work", help_text="Groups, by code."
    )
    education = Choices(
        method="entered_with", words=TypicalEntry.EDUCATION, label="Education", help_text="What is typically needed."
    )
    interest = Choices(method="of_interest", words=INTERESTS, label="Interest", help_text="What fits the work best.")
    skill = Words(method="needing", label="Skill or tool", help_text="A skill that is important, or a tool in use.")
    from_home = YesNo(
        method="done_at_home", label="Can be done at home", help_text="Whether all of it can, by a study."
    )
    exposure = Choices(
        method="exposed", words=EXPOSURE, label="AI exposure", help_text="In thirds, by the measure of exposure_by."
    )
    exposure_by = ChoiceFilter(
        method="measured_by",
        words=exposure_measures(),
        label="AI exposure by",
        help_text="The measure that exposure narrows and sorts by; the first that is loaded unless named.",
    )
    place = Reference(
        method="counted_in",
        rows=Place.objects.all(),
        by="code",
        label="Place",
        most=1,
        help_text="Where pay is counted.",
    )
    median_min = Amount("median", lookup_expr="gte", label="Median pay from", help_text="Dollars a year, from.")
    median_max = Amount("median", lookup_expr="lte", label="Median pay up to", help_text="Dollars a year, up to.")
    growth_min = Amount("growth", lookup_expr="gte", lowest=-100, label="Growth from", help_text="Percent, from.")
    growth_max = Amount("growth", lookup_expr="lte", lowest=-100, label="Growth up to", help_text="Percent, up to.")
    employment_min = Count("employment", lookup_expr="gte", label="People from", help_text="People employed, from.")
    ordering = Ordering(
        fields={name: name for name in ("title", "median", "employment", "growth", "exposure")}, label="Sorted by"
    )

    class Meta:
        fields: list[str] = []

    def titled(self, jobs: QuerySet, name: str, words: str) -> QuerySet:
        named = Career.objects.titled(words).order_by().values("pk")
        if jobs.model is Career:
            return jobs.filter(pk__in=named)
        return jobs.filter(
            Q(title__icontains=words) | Q(code__istartswith=words) | Q(matches__career__in=named)
        ).distinct()

    def of_field(self, jobs: QuerySet, name: str, slugs: list[str]) -> QuerySet:
        if jobs.model is Career:
            return jobs.filter(field__slug__in=slugs)
        return jobs.filter(pk__in=Occupation.objects.filter(careers__field__slug__in=slugs).values("pk"))

    def within(self, jobs: QuerySet, name: str, codes: list[str]) -> QuerySet:
        members = Occupation.objects.filter(Q(*((f"{up}__code__in", codes) for up in STEPS_UP), _connector=Q.OR))
        return jobs.filter(record__in=members.order_by().values("pk"))

    def entered_with(self, jobs: QuerySet, name: str, levels: list[str]) -> QuerySet:
        named = dict(TypicalEntry.EDUCATION)
        entries = of_newest_release_of_all(TypicalEntry.objects.published())
        entered = entries.filter(education__in=[named[level] for level in levels])
        return jobs.filter(record__in=entered.values("occupation"))

    def of_interest(self, jobs: QuerySet, name: str, interests: list[str]) -> QuerySet:
        fits = best_fits(interests)
        return jobs.filter(Q(record__in=fits.values("occupation")) | Q(record__in=fits.values("occupation__parent")))

    def needing(self, jobs: QuerySet, name: str, words: str) -> QuerySet:
        words = words.replace("-", " ")
        elements = Element.objects.published().filter(name__iexact=words).order_by().values("code")
        rated = of_newest_release_of_all(Rating.objects.published().skills()).on_scale(Scale.IMPORTANCE)
        tools = of_newest_release_of_all(OccupationTool.objects.published())
        rows = (
            rated.filter(value__gte=IMPORTANT, element_code__in=elements),
            tools.filter(Q(name__icontains=words) | Q(commodity__iexact=words)),
        )
        guided = (
            Occupation.objects.filter(careers__skills__skill__name__iexact=words).order_by().values_list("pk", "parent")
        )
        coded = [pair for each in rows for pair in each.order_by().values_list("occupation", "occupation__parent")]
        return jobs.filter(record__in={pk for pair in (*guided, *coded) for pk in pair if pk})

    def done_at_home(self, jobs: QuerySet, name: str, can: bool) -> QuerySet:
        return jobs.filter(record__in=jobs_done_at_home(can))

    def exposed(self, jobs: QuerySet, name: str, thirds: list[str]) -> QuerySet:
        return jobs.filter(record__in=jobs_exposed(thirds, CURRENT, self.asked.get("exposure_by", "")))

    def measured_by(self, jobs: QuerySet, name: str, measure: str) -> QuerySet:
        return jobs

    def counted_in(self, jobs: QuerySet, name: str, places: list[str]) -> QuerySet:
        return jobs.exclude(employment=None, median=None)
