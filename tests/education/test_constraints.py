"""What the database refuses of ways in, times and steps."""

import pytest
from django.db.models import CheckConstraint, UniqueConstraint

from tests.constraints import (
    Case,
    Twin,
    allowed,
    constraints_of,
    counted,
    is_allowed,
    is_given_once,
    is_refused,
    refused,
    sourced,
    statement,
)
from tests.factories import (
    CareerFactory,
    CredentialFactory,
    OccupationFactory,
    PathFactory,
    ProgrammeFactory,
    ProgrammeOccupationFactory,
    ProgramOutcomeFactory,
    ReleaseFactory,
    RequirementFactory,
    SchoolFactory,
    SchoolOfferFactory,
    SourceFactory,
    StepFactory,
    TimeToEntryFactory,
    TuitionFactory,
)

pytestmark = pytest.mark.django_db

NO_COST = {"cost_low": None, "cost_high": None, "currency": ""}


def months_in_order(constraint, factory):
    return Case(
        constraint,
        factory,
        allowed=[
            {"months_min": 6, "months_max": 18},
            {"months_min": 24, "months_max": 24},
            {"months_min": 12, "months_max": None},
            {"months_min": None, "months_max": None},
        ],
        refused=[{"months_min": 18, "months_max": 6}],
    )


CASES = [
    *statement(PathFactory),
    *statement(TimeToEntryFactory),
    *sourced(RequirementFactory),
    Case(
        "requirement_for_some_has_condition",
        RequirementFactory,
        allowed=[{"scope": "everyone", "condition": ""}, {"scope": "some", "condition": "in a nursing home"}],
        refused=[{"scope": "some", "condition": ""}, {"scope": "advancing", "condition": ""}],
    ),
    *sourced(StepFactory),
    *[counted(factory) for factory in (PathFactory, RequirementFactory, StepFactory, TimeToEntryFactory)],
    months_in_order("education_path_months_in_order", PathFactory),
    months_in_order("education_timetoentry_months_in_order", TimeToEntryFactory),
    months_in_order("step_months_in_order", StepFactory),
    Case(
        "step_months_as_printed",
        StepFactory,
        allowed=[{"months_min": None, "months_max": None, "as_printed": ""}, {"as_printed": "3-6 months"}],
        refused=[{"as_printed": ""}, {"as_printed": "", "months_max": None}, {"as_printed": "", "months_min": None}],
    ),
    Case(
        "time_to_entry_has_starting_point",
        TimeToEntryFactory,
        allowed=[{"starting_point": "a related background"}],
        refused=[{"starting_point": ""}],
    ),
    Case(
        "path_cost_in_order",
        PathFactory,
        made={"with_cost": True},
        allowed=[{"cost_low": 2_000, "cost_high": 10_000}, {"cost_low": 5, "cost_high": 5}, {"cost_high": None}],
        refused=[{"cost_low": 10_000, "cost_high": 2_000}],
    ),
    Case(
        "path_cost_not_negative",
        PathFactory,
        made={"with_cost": True},
        allowed=[{"cost_low": 0}, {"cost_low": 0, "cost_high": 0}],
        refused=[{"cost_low": -1}, {"cost_low": None, "cost_high": -1}],
    ),
    Case(
        "path_cost_has_currency",
        PathFactory,
        made={"with_cost": True},
        allowed=[NO_COST, NO_COST | {"currency": "USD"}, {"currency": "EUR"}],
        refused=[{"currency": ""}, {"currency": "", "cost_low": None}, {"currency": "", "cost_high": None}],
    ),
]

TWINS = [
    Twin("step_position_once", StepFactory, {"position": 2}),
    Twin("step_position_once", StepFactory, {"source": SourceFactory}),
    Twin("step_position_once", StepFactory, {"career": CareerFactory}),
]

TWINS += [
    Twin("school_once_per_release", SchoolFactory, {"unit_id": 7}),
    Twin("school_once_per_release", SchoolFactory, {"release": ReleaseFactory}),
    Twin("school_offer_once_per_release", SchoolOfferFactory, {"unit_id": 7}),
    Twin("school_offer_once_per_release", SchoolOfferFactory, {"release": ReleaseFactory}),
    Twin("tuition_once_per_release", TuitionFactory, {"unit_id": 7}),
    Twin("tuition_once_per_release", TuitionFactory, {"release": ReleaseFactory}),
    Twin("programme_code_once_per_release", ProgrammeFactory, {"code": "51.07"}),
    Twin("programme_code_once_per_release", ProgrammeFactory, {"release": ReleaseFactory}),
    Twin("programme_occupation_once_per_release", ProgrammeOccupationFactory, {"code": "51.07"}),
    Twin("programme_occupation_once_per_release", ProgrammeOccupationFactory, {"release": ReleaseFactory}),
    Twin("programme_occupation_once_per_release", ProgrammeOccupationFactory, {"occupation": OccupationFactory}),
    *[
        Twin("program_outcome_once_per_release", ProgramOutcomeFactory, differing)
        for differing in ({"unit_id": 7}, {"code": "51.09"}, {"level": "bachelor"}, {"release": ReleaseFactory})
    ],
]

UNIQUE = [
    (CredentialFactory, "slug"),
    *[(factory, "key") for factory in (PathFactory, RequirementFactory, StepFactory, TimeToEntryFactory)],
]


@pytest.mark.parametrize(("case", "said"), allowed(CASES))
def test_allowed(case, said):
    is_allowed(case.row(said))


@pytest.mark.parametrize(("case", "said"), refused(CASES))
def test_refused(case, said):
    is_refused(case.row(said), case.constraint)


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"{twin.constraint} {[*twin.differing]}")
def test_once_only(twin):
    is_refused(twin.second({}), twin.constraint)
    is_allowed(twin.second(twin.differing))


@pytest.mark.parametrize(("factory", "name"), UNIQUE, ids=lambda said: getattr(said, "__name__", said))
def test_a_name_is_given_once(factory, name):
    is_given_once(factory, name)


def test_every_constraint_is_tried_here():
    assert {case.constraint for case in CASES} == constraints_of("education", CheckConstraint)
    assert {twin.constraint for twin in TWINS} == constraints_of("education", UniqueConstraint)
