"""The record of occupations, as releases of O*NET and of the projections give it, and the yardsticks of money."""

from datetime import date
from decimal import Decimal

import factory

from careers.importers.exposures import STEP
from careers.models import (
    CategoryShare,
    Correspondence,
    Element,
    ElementCategory,
    Exposure,
    JobZone,
    OccupationJobZone,
    OccupationName,
    OccupationTitle,
    OccupationTool,
    Rating,
    RelatedOccupation,
    Scale,
    Task,
    TypicalEntry,
    WorkFromHome,
)
from facts.models import IndustryName, PlaceName
from money.models import ExchangeRate, PriceIndex, PurchasingPower, RegionalPrice
from tests.factories.careers import OccupationFactory
from tests.factories.facts import IndustryFactory, NumberedFactory, PlaceFactory, ReleaseFactory


class ReleasedFactory(NumberedFactory):
    """A row of O*NET 29.0, which is ready."""

    class Meta:
        abstract = True

    release = factory.SubFactory(ReleaseFactory, onet=True)


class OfOccupationFactory(ReleasedFactory):
    """A row of it that speaks of an occupation of O*NET-SOC."""

    class Meta:
        abstract = True

    occupation = factory.SubFactory(OccupationFactory, onet=True)


class ElementFactory(ReleasedFactory):
    """A skill."""

    class Meta:
        model = Element
        django_get_or_create = ("release", "code")

    code = factory.Sequence(lambda n: f"2.A.1.{n}")
    name = factory.Sequence(lambda n: f"Skill {n}")


class ScaleFactory(ReleasedFactory):
    """Importance; with a trait level."""

    class Meta:
        model = Scale
        django_get_or_create = ("release", "code")

    class Params:
        level = factory.Trait(code="LV", name="Level", minimum=0, maximum=7)

    code = "IM"
    name = "Importance"
    minimum = 1
    maximum = 5


class RatingFactory(OfOccupationFactory):
    """How important a skill is."""

    class Meta:
        model = Rating

    element_code = factory.Sequence(lambda n: f"2.A.1.{n}")
    scale_code = "IM"
    value = 4
    n = 8


class ElementCategoryFactory(ReleasedFactory):
    """A level of education that an answer may name."""

    class Meta:
        model = ElementCategory
        django_get_or_create = ("release", "element_code", "scale_code", "number")

    element_code = "2.D.1"
    scale_code = "RL"
    number = factory.Sequence(lambda n: n + 1)
    description = "Bachelor’s Degree"


class CategoryShareFactory(OfOccupationFactory):
    """How many named that level."""

    class Meta:
        model = CategoryShare

    element_code = "2.D.1"
    scale_code = "RL"
    number = 6
    percent = 40


class OccupationTitleFactory(OfOccupationFactory):
    """Another title of an occupation."""

    class Meta:
        model = OccupationTitle

    title = factory.Sequence(lambda n: f"Records Keeper {n}")
    kind = OccupationTitle.Kind.ALTERNATE


class TaskFactory(OfOccupationFactory):
    """A core task."""

    class Meta:
        model = Task

    number = factory.Sequence(lambda n: n + 1)
    statement = "Check that charts are complete."
    kind = Task.Kind.CORE


class OccupationToolFactory(OfOccupationFactory):
    """Software that people work with; with a trait a tool."""

    class Meta:
        model = OccupationTool

    class Params:
        tool = factory.Trait(
            kind=OccupationTool.Kind.TOOL, name="Label printers", commodity_code="43212110", commodity="Printers"
        )

    kind = OccupationTool.Kind.TECHNOLOGY
    name = "Chart software"
    commodity_code = "43232110"
    commodity = "Spreadsheet software"


class JobZoneFactory(ReleasedFactory):
    """The zone of medium preparation."""

    class Meta:
        model = JobZone
        django_get_or_create = ("release", "number")

    number = 3
    name = "Medium preparation"


class OccupationJobZoneFactory(OfOccupationFactory):
    """That an occupation is in that zone."""

    class Meta:
        model = OccupationJobZone

    number = 3


class RelatedOccupationFactory(OfOccupationFactory):
    """That two occupations' work is near."""

    class Meta:
        model = RelatedOccupation

    related = factory.SubFactory(OccupationFactory, onet=True)
    tier = RelatedOccupation.Tier.PRIMARY_SHORT
    position = 1


class TypicalEntryFactory(OfOccupationFactory):
    """What one typically needs to enter an occupation."""

    class Meta:
        model = TypicalEntry

    occupation = factory.SubFactory(OccupationFactory)
    education = "Postsecondary nondegree award"
    experience = "None"
    training = "None"


class ExposureFactory(OfOccupationFactory):
    """How far a study sees language models reach into an occupation, as people rate it; with traits other studies."""

    class Meta:
        model = Exposure

    class Params:
        aioe = factory.Trait(
            release=factory.SubFactory(ReleaseFactory, study="exposure-aioe", slug="2021", label="2021"),
            occupation=factory.SubFactory(OccupationFactory, soc_2010=True),
            measure="aioe",
            variant="survey",
        )
        copilot = factory.Trait(
            release=factory.SubFactory(ReleaseFactory, study="exposure-copilot", slug="2025", label="2025"),
            occupation=factory.SubFactory(OccupationFactory),
            measure="ai_applicability_score",
            variant="both",
        )

    release = factory.SubFactory(ReleaseFactory, study="exposure-gpts", slug="2023", label="2023")
    measure = "beta"
    variant = "people"
    value = factory.LazyAttribute(lambda row: Decimal(row.as_printed).quantize(STEP))
    as_printed = "0.45"
    percentile = "72.05"


class WorkFromHomeFactory(OfOccupationFactory):
    """That the work can be done at home."""

    class Meta:
        model = WorkFromHome

    release = factory.SubFactory(ReleaseFactory, study="work-from-home", slug="2020", label="2020")
    value = 1
    as_printed = "1"


class RegionalPriceFactory(ReleasedFactory):
    """California's price level of a year."""

    class Meta:
        model = RegionalPrice

    release = factory.SubFactory(ReleaseFactory, prices=True)
    place = factory.SubFactory(PlaceFactory, california=True)
    year = factory.Sequence(lambda n: 2008 + n)
    item = RegionalPrice.Item.ALL
    value = "112.6"


class PriceIndexFactory(ReleasedFactory):
    """The price level of May 2024; with a trait that of the year."""

    class Meta:
        model = PriceIndex

    class Params:
        annual = factory.Trait(month=None)

    year = factory.Sequence(lambda n: 2024 - n)
    month = 5
    value = "314.069"


class PurchasingPowerFactory(ReleasedFactory):
    """India's factor of 2024."""

    class Meta:
        model = PurchasingPower

    country = "IN"
    year = factory.Sequence(lambda n: 2024 - n)
    value = "20.42"


class ExchangeRateFactory(ReleasedFactory):
    """What a euro was worth in dollars one day."""

    class Meta:
        model = ExchangeRate

    base = "EUR"
    currency = "USD"
    start = factory.Sequence(lambda n: date.fromordinal(date(2024, 5, 2).toordinal() + n))
    end = factory.SelfAttribute("start")
    value = "1.0698"


class OccupationNameFactory(OfOccupationFactory):
    """What a release calls an occupation."""

    class Meta:
        model = OccupationName

    name = "Registrars of records"


class CorrespondenceFactory(OfOccupationFactory):
    """That an occupation of another classification counts some of the same jobs."""

    class Meta:
        model = Correspondence

    counterpart = factory.SubFactory(OccupationFactory)


class PlaceNameFactory(ReleasedFactory):
    """What a release calls a place."""

    class Meta:
        model = PlaceName

    place = factory.SubFactory(PlaceFactory, code=factory.Sequence(lambda n: f"place-{n}"))
    name = "The State of Ohio"


class IndustryNameFactory(ReleasedFactory):
    """What a release calls an industry."""

    class Meta:
        model = IndustryName

    industry = factory.SubFactory(IndustryFactory)
    name = "Hospitals, public and private"
