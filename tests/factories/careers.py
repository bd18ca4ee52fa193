"""Careers and every part of their guides, occupations and what ties the two."""

from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from careers.models import (
    AlternateTitle,
    Career,
    CareerSkill,
    Crosswalk,
    Employer,
    ExposureClaim,
    Field,
    FormerSlug,
    Ladder,
    Move,
    Occupation,
    OccupationMatch,
    Organisation,
    Outlook,
    Point,
    Question,
    RelatedCareer,
    Responsibility,
    Rung,
    Section,
    Skill,
    ToolkitEntry,
    Variant,
)
from tests.factories.facts import IndustryFactory, ReleaseFactory, SourcedFactory, SourceFactory, StatementFactory


class FieldFactory(DjangoModelFactory):
    """Health records, as a field of work."""

    class Meta:
        model = Field
        django_get_or_create = ("slug",)

    slug = "health-records"
    name = "Health records"


class CareerFactory(DjangoModelFactory):
    """A career in health records."""

    class Meta:
        model = Career
        django_get_or_create = ("slug",)

    slug = factory.Sequence(lambda n: f"career-{n}")
    title = factory.Sequence(lambda n: f"Career {n}")
    summary = "Keeps the records of a hospital’s patients."
    field = factory.SubFactory(FieldFactory)


class FormerSlugFactory(DjangoModelFactory):
    """An address that a career had before."""

    class Meta:
        model = FormerSlug

    slug = factory.Sequence(lambda n: f"former-career-{n}")
    career = factory.SubFactory(CareerFactory)


class OccupationFactory(DjangoModelFactory):
    """A detailed occupation of SOC 2018; with a trait of SOC 2010, or a major group."""

    class Meta:
        model = Occupation
        django_get_or_create = ("scheme", "code")

    class Params:
        soc_2010 = factory.Trait(scheme=Occupation.Scheme.SOC_2010)
        onet = factory.Trait(
            scheme=Occupation.Scheme.ONET_SOC_2019, code=factory.Sequence(lambda n: f"29-{1000 + n:04}.00")
        )
        major = factory.Trait(code="29-0000", title="Healthcare Practitioners", level=Occupation.Level.MAJOR)

    scheme = Occupation.Scheme.SOC_2018
    code = factory.Sequence(lambda n: f"29-{1000 + n:04}")
    title = factory.Sequence(lambda n: f"Occupation {n}")
    level = Occupation.Level.DETAILED


class OccupationMatchFactory(SourcedFactory):
    """That a career is part of an occupation, as the editors judge."""

    class Meta:
        model = OccupationMatch

    source = factory.SubFactory(SourceFactory, editorial=True)
    career = factory.SubFactory(CareerFactory)
    occupation = factory.SubFactory(OccupationFactory)
    match = OccupationMatch.Match.NARROWER
    reason = "The group counts those who keep health records, whatever their title."


class CrosswalkFactory(SourcedFactory):
    """That jobs of a SOC 2010 occupation went to a SOC 2018 one."""

    class Meta:
        model = Crosswalk

    class Params:
        released = factory.Trait(release=factory.SubFactory(ReleaseFactory))

    source = factory.SubFactory(SourceFactory, classification=True)
    from_occupation = factory.SubFactory(OccupationFactory, soc_2010=True)
    to_occupation = factory.SubFactory(OccupationFactory)


class LadderFactory(SourcedFactory):
    """A ladder without rungs; `LadderFactory(rungs=5)` has five of the same source."""

    class Meta:
        model = Ladder
        skip_postgeneration_save = True

    career = factory.SubFactory(CareerFactory)

    @factory.post_generation
    def rungs(self, create, extracted, **said):
        for position in range(1, (extracted or 0) + 1):
            RungFactory(ladder=self, source=self.source, position=position, **said)


class RungFactory(SourcedFactory):
    """A rung for two to five years; with a trait its end is open, or the source gives no years."""

    class Meta:
        model = Rung

    class Params:
        open_ended = factory.Trait(years_min=12, years_max=None, as_printed="12+ years")
        without_years = factory.Trait(years_min=None, years_max=None, as_printed="")

    ladder = factory.SubFactory(LadderFactory, source=factory.SelfAttribute("..source"))
    position = 1
    title = factory.LazyAttribute(lambda rung: f"Records Administrator {rung.position}")
    years_min = 2
    years_max = 5
    as_printed = "2-5 years"
    summary = "Answers for a part of the records."
    focus = "Law on privacy."


class GuidePartFactory(SourcedFactory):
    """What every row of a guide has: the career it is about and its place in a list."""

    class Meta:
        abstract = True

    career = factory.SubFactory(CareerFactory)
    position = 1


class AlternateTitleFactory(GuidePartFactory):
    """Another name of a career."""

    class Meta:
        model = AlternateTitle

    title = factory.Sequence(lambda n: f"Keeper of Records {n}")


class SectionFactory(GuidePartFactory):
    """A section in prose; with a trait a heading with nothing beneath it."""

    class Meta:
        model = Section

    class Params:
        empty = factory.Trait(body="", left_empty=True)

    kind = Section.Kind.OVERVIEW
    heading = "Key facts"
    body = "Keeps records **whole**."


class ResponsibilityFactory(GuidePartFactory):
    """Something that people in the career do."""

    class Meta:
        model = Responsibility

    label = "Auditing charts"
    text = "Looks charts over for what is missing."


class VariantFactory(GuidePartFactory):
    """A kind of the job."""

    class Meta:
        model = Variant

    name = "Hospital records clerks"
    text = "They keep the records of people who stay overnight."


class MoveFactory(GuidePartFactory):
    """A step to the next job, of which there is no page here."""

    class Meta:
        model = Move

    from_title = "Records clerk"
    to_title = "Head of records"
    takes = "Experience and a certification"


class SkillFactory(DjangoModelFactory):
    """A technical skill; with a trait a personal one or a tool."""

    class Meta:
        model = Skill
        django_get_or_create = ("slug",)

    class Params:
        soft = factory.Trait(kind=Skill.Kind.SOFT)
        tool = factory.Trait(kind=Skill.Kind.TOOL)

    slug = factory.Sequence(lambda n: f"skill-{n}")
    name = factory.Sequence(lambda n: f"Skill {n}")
    kind = Skill.Kind.TECHNICAL


class CareerSkillFactory(GuidePartFactory):
    """That a guide names a skill."""

    class Meta:
        model = CareerSkill

    skill = factory.SubFactory(SkillFactory)
    examples = ["Epic", "Cerner"]


class ExposureClaimFactory(StatementFactory):
    """Six in ten tasks, as a guide has it."""

    class Meta:
        model = ExposureClaim

    career = factory.SubFactory(CareerFactory)
    share_of = "tasks that AI can speed up"
    share_percent = 62
    as_printed = "62% of tasks"


class OutlookFactory(StatementFactory):
    """A guide's growth of 7% with no window; with a trait the record's for an occupation, openings, or words only."""

    class Meta:
        model = Outlook

    class Params:
        of_occupation = factory.Trait(
            source=factory.SubFactory(
                SourceFactory,
                statistics=True,
                slug="bls-employment-projections",
                title="Employment Projections",
                country="US",
            ),
            release=factory.SubFactory(
                ReleaseFactory,
                source=factory.SelfAttribute("..source"),
                slug="2024-34",
                label="2024–34",
                period_start=None,
                period_end=None,
            ),
            career=None,
            occupation=factory.SubFactory(OccupationFactory),
            start_year=2024,
            end_year=2034,
            growth_percent=Decimal("7.1"),
            as_printed="7.1",
            marks={},
        )
        openings = factory.Trait(
            growth_percent=None,
            growth_words="",
            openings_per_year=23_700,
            as_printed="≈23,700",
            marks={"openings_per_year": {"approximate": True, "window_not_stated": True}},
        )
        words_only = factory.Trait(growth_percent=None, as_printed="as fast as average", marks={})

    career = factory.SubFactory(CareerFactory)
    growth_percent = Decimal(7)
    growth_words = "as fast as average"
    as_printed = "7%"
    marks = {"growth_percent": {"window_not_stated": True}}


class EmployerFactory(GuidePartFactory):
    """An industry that employs the most."""

    class Meta:
        model = Employer

    industry = factory.SubFactory(IndustryFactory)
    says = Employer.Says.MOST_JOBS


class PointFactory(GuidePartFactory):
    """Something for the career; with a trait against it."""

    class Meta:
        model = Point

    class Params:
        con = factory.Trait(side=Point.Side.CON, label="Repeated tasks", text="Much of the work returns every day.")

    side = Point.Side.PRO
    label = "Regular hours"
    text = "Work ends when the office closes."


class QuestionFactory(GuidePartFactory):
    """A question with its answer."""

    class Meta:
        model = Question

    question = "Is the work done at night?"
    answer = "Rarely."


class RelatedCareerFactory(GuidePartFactory):
    """Another career beside this one."""

    class Meta:
        model = RelatedCareer

    related = factory.SubFactory(CareerFactory)
    reason = "Works with the same records."


class OrganisationFactory(GuidePartFactory):
    """A body that supports people in the career."""

    class Meta:
        model = Organisation

    name = "American Health Information Management Association"
    abbreviation = "AHIMA"


class ToolkitEntryFactory(GuidePartFactory):
    """A document that a guide announces."""

    class Meta:
        model = ToolkitEntry

    kind = ToolkitEntry.Kind.RESUME
    title = "Example of a résumé"
