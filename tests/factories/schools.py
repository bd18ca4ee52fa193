"""Schools and fields of study on stage."""

import factory

from education.models import Programme, ProgrammeOccupation, ProgramOutcome, School, SchoolOffer, Tuition
from tests.factories.careers import OccupationFactory
from tests.factories.facts import ReleaseFactory
from tests.factories.record import OfOccupationFactory, ReleasedFactory


class SchoolFactory(ReleasedFactory):
    """A public college of four years in Alabama."""

    class Meta:
        model = School

    unit_id = factory.Sequence(lambda n: 100_000 + n)
    name = factory.Sequence(lambda n: f"College {n}")
    city = "Normal"
    state = "AL"
    control = School.Control.PUBLIC
    level = School.Level.FOUR_YEARS
    website = "www.college.example"
    is_active = True


class SchoolOfferFactory(ReleasedFactory):
    """Two awards, and some programs online."""

    class Meta:
        model = SchoolOffer

    unit_id = factory.Sequence(lambda n: 100_000 + n)
    awards = "|associate|bachelor|"
    distance = SchoolOffer.Distance.PROGRAMMES


class TuitionFactory(ReleasedFactory):
    """What a year costs."""

    class Meta:
        model = Tuition

    unit_id = factory.Sequence(lambda n: 100_000 + n)
    in_district = 10_024
    in_state = 10_024
    out_of_state = 18_634


class ProgrammeFactory(ReleasedFactory):
    """A field of study."""

    class Meta:
        model = Programme

    code = factory.Sequence(lambda n: f"51.{n:04}")
    title = "Health Unit Manager/Ward Supervisor"


class ProgrammeOccupationFactory(OfOccupationFactory):
    """A field of study that prepares for an occupation."""

    class Meta:
        model = ProgrammeOccupation

    occupation = factory.SubFactory(OccupationFactory)
    code = "51.0707"
    title = "Health Information/Medical Records Technology/Technician"


class ProgramOutcomeFactory(ReleasedFactory):
    """What became of a college's graduates with an associate's degree; with a trait none of its amounts is released."""

    class Meta:
        model = ProgramOutcome

    class Params:
        suppressed = factory.Trait(
            earnings_after_one_year=None,
            earnings_after_four_years=None,
            debt=None,
            marks={
                name: {"suppressed": True} for name in ("earnings_after_one_year", "earnings_after_four_years", "debt")
            },
        )

    release = factory.SubFactory(ReleaseFactory, scorecard=True)
    unit_id = factory.Sequence(lambda n: 500_000 + n)
    school = factory.Sequence(lambda n: f"College {n}")
    code = "51.07"
    title = "Health and Medical Administrative Services"
    level = ProgramOutcome.Level.ASSOCIATE
    completers = 40
    earnings_after_one_year = 38_000
    earnings_after_four_years = 46_000
    debt = 15_000
    currency = "USD"
