"""Credentials, what employers ask for, and the ways in."""

import factory
from factory.django import DjangoModelFactory

from education.models import Credential, Path, Requirement, Step, TimeToEntry
from tests.factories.careers import CareerFactory, GuidePartFactory
from tests.factories.facts import StatementFactory


class CredentialFactory(DjangoModelFactory):
    """A certification; with a trait an associate's degree."""

    class Meta:
        model = Credential
        django_get_or_create = ("slug",)

    class Params:
        associate = factory.Trait(
            slug="associates-degree", name="Associate’s degree", kind=Credential.Kind.DEGREE, rank=3
        )

    slug = factory.Sequence(lambda n: f"credential-{n}")
    name = factory.Sequence(lambda n: f"Certified Keeper of Records {n}")
    kind = Credential.Kind.CERTIFICATION


class WithCredentials(DjangoModelFactory):
    """Takes `credentials=[…]`: any of these."""

    class Meta:
        abstract = True

    @factory.post_generation
    def credentials(self, create, extracted, **said):
        if extracted:
            self.credentials.set(extracted)


class RequirementFactory(GuidePartFactory, WithCredentials):
    """Something employers typically ask for."""

    class Meta:
        model = Requirement
        skip_postgeneration_save = True

    label = "Associate’s degree"
    strength = Requirement.Strength.TYPICAL


class PathFactory(StatementFactory, WithCredentials):
    """A certificate of six to eighteen months; with a trait its cost, or a cost that is open above."""

    class Meta:
        model = Path
        skip_postgeneration_save = True

    class Params:
        with_cost = factory.Trait(cost_low=2_000, cost_high=10_000, currency="USD")
        open_cost = factory.Trait(
            cost_low=20_000, cost_high=80_000, currency="USD", marks={"cost_high": {"open_ended": True}}
        )

    career = factory.SubFactory(CareerFactory)
    name = "Certificate or online course"
    months_min = 6
    months_max = 18
    as_printed = "6-18 months"


class TimeToEntryFactory(StatementFactory):
    """Six to twelve months from nothing."""

    class Meta:
        model = TimeToEntry

    career = factory.SubFactory(CareerFactory)
    starting_point = "no background"
    months_min = 6
    months_max = 12
    as_printed = "6-12 months"


class StepFactory(GuidePartFactory):
    """A step of three to six months."""

    class Meta:
        model = Step

    title = "Learn the systems"
    text = "Practise on a system that hospitals use."
    months_min = 3
    months_max = 6
    as_printed = "3-6 months"
