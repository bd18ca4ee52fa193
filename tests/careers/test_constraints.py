"""What the database refuses of careers, occupations and guides."""

from datetime import date

import pytest
from django.db.models import CheckConstraint, UniqueConstraint

from tests.careers import record_constraints
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
    AlternateTitleFactory,
    CareerFactory,
    CareerSkillFactory,
    CrosswalkFactory,
    EmployerFactory,
    ExposureClaimFactory,
    FieldFactory,
    LadderFactory,
    MoveFactory,
    OccupationFactory,
    OccupationMatchFactory,
    OrganisationFactory,
    OutlookFactory,
    PointFactory,
    QuestionFactory,
    RelatedCareerFactory,
    ReleaseFactory,
    ResponsibilityFactory,
    RungFactory,
    SectionFactory,
    SkillFactory,
    SourceFactory,
    ToolkitEntryFactory,
    VariantFactory,
)

pytestmark = pytest.mark.django_db

GUIDE_PARTS = [
    AlternateTitleFactory,
    CareerSkillFactory,
    EmployerFactory,
    MoveFactory,
    OrganisationFactory,
    PointFactory,
    QuestionFactory,
    RelatedCareerFactory,
    ResponsibilityFactory,
    SectionFactory,
    ToolkitEntryFactory,
    VariantFactory,
]
OF_SOURCES = [CrosswalkFactory, LadderFactory, OccupationMatchFactory, RungFactory]

MAY, JUNE = date(2024, 5, 1), date(2024, 6, 30)
OF_OCCUPATION = {"career": None, "occupation": lambda row: OccupationFactory()}
OUTLOOK_SAYS_NOTHING = {"growth_percent": None, "growth_words": "", "openings_per_year": None, "marks": {}}

CASES = [
    *[case for factory in (*GUIDE_PARTS, *OF_SOURCES) for case in sourced(factory)],
    *[counted(factory) for factory in GUIDE_PARTS],
    *statement(OutlookFactory),
    *statement(ExposureClaimFactory),
    Case(
        "career_has_title_and_summary",
        CareerFactory,
        allowed=[{"title": "Medical Records Clerk", "summary": "Files charts."}],
        refused=[{"title": ""}, {"summary": ""}],
    ),
    Case(
        "organisation_address_is_of_the_web",
        OrganisationFactory,
        allowed=[{"url": ""}, {"url": "https://example.org/"}, {"url": "http://example.org"}],
        refused=[{"url": "javascript:alert(1)"}, {"url": "ftp://example.org/"}, {"url": "//example.org/"}],
    ),
    Case("occupation_has_title", OccupationFactory, allowed=[{"title": "Registrars"}], refused=[{"title": ""}]),
    Case("match_has_reason", OccupationMatchFactory, allowed=[{"reason": "The same jobs."}], refused=[{"reason": ""}]),
    Case("match_counts_from_one", OccupationMatchFactory, allowed=[{"position": 1}], refused=[{"position": 0}]),
    Case(
        "crosswalk_between_two",
        CrosswalkFactory,
        allowed=[{"to_occupation": lambda row: OccupationFactory()}],
        refused=[{"to_occupation": lambda row: row.from_occupation}],
    ),
    Case(
        "related_to_another",
        RelatedCareerFactory,
        allowed=[{"related": lambda row: CareerFactory()}],
        refused=[{"related": lambda row: row.career}],
    ),
    Case("related_has_reason", RelatedCareerFactory, allowed=[{"reason": "As near."}], refused=[{"reason": ""}]),
    Case("rung_counts_from_one", RungFactory, allowed=[{"position": 1}, {"position": 9}], refused=[{"position": 0}]),
    Case(
        "rung_years_in_order",
        RungFactory,
        allowed=[
            {"years_min": 0, "years_max": 0},
            {"years_min": 8, "years_max": 12},
            {"years_min": 12, "years_max": None},
            {"years_min": None, "years_max": 2},
        ],
        refused=[{"years_min": 5, "years_max": 2}],
    ),
    Case(
        "rung_years_as_printed",
        RungFactory,
        allowed=[{"years_min": None, "years_max": None, "as_printed": ""}, {"as_printed": "2-5 years"}],
        refused=[{"as_printed": ""}, {"as_printed": "", "years_max": None}, {"as_printed": "", "years_min": None}],
    ),
    Case(
        "section_has_body_or_is_left_empty",
        SectionFactory,
        allowed=[{"body": "Works in an office.", "left_empty": False}, {"body": "", "left_empty": True}],
        refused=[{"body": "", "left_empty": False}, {"body": "Works in an office.", "left_empty": True}],
    ),
    Case(
        "outlook_of_career_or_occupation",
        OutlookFactory,
        allowed=[{}, {"career": None, "occupation": lambda row: OccupationFactory()}],
        refused=[{"career": None}, {"occupation": lambda row: OccupationFactory()}],
    ),
    Case(
        "outlook_years_in_order",
        OutlookFactory,
        allowed=[
            {"start_year": 2014, "end_year": 2024},
            {"start_year": None, "end_year": None},
            {"start_year": None, "end_year": 2030},
        ],
        refused=[{"start_year": 2024, "end_year": 2014}, {"start_year": 2024, "end_year": 2024}],
    ),
    Case(
        "outlook_says_something",
        OutlookFactory,
        allowed=[
            OUTLOOK_SAYS_NOTHING | {"growth_percent": 0},
            OUTLOOK_SAYS_NOTHING | {"growth_words": "as fast as average"},
            OUTLOOK_SAYS_NOTHING | {"openings_per_year": 0},
            OUTLOOK_SAYS_NOTHING | {"employment_start": 0},
            OUTLOOK_SAYS_NOTHING | {"employment_change": -400},
            OUTLOOK_SAYS_NOTHING | {"marks": {"growth_percent": {"not_published": True}}},
        ],
        refused=[OUTLOOK_SAYS_NOTHING],
    ),
    Case(
        "outlook_openings_not_negative",
        OutlookFactory,
        allowed=[{"openings_per_year": 0}, {"openings_per_year": 23_700}, {"openings_per_year": None}],
        refused=[{"openings_per_year": -1}],
    ),
    Case(
        "outlook_no_more_than_all_jobs_lost",
        OutlookFactory,
        allowed=[{"growth_percent": -100}, {"growth_percent": -7}, {"growth_percent": 250}],
        refused=[{"growth_percent": -101}],
    ),
    Case(
        "outlook_about_a_group_of_a_career",
        OutlookFactory,
        allowed=[
            {"group": "Clerks in hospitals"},
            {"about": lambda row: OccupationFactory()},
            OF_OCCUPATION | {"group": "", "about": None},
        ],
        refused=[
            OF_OCCUPATION | {"group": "Clerks in hospitals"},
            OF_OCCUPATION | {"about": lambda row: OccupationFactory()},
        ],
    ),
    Case(
        "exposure_claim_of_a_hundred",
        ExposureClaimFactory,
        allowed=[{"share_percent": 0}, {"share_percent": 100}],
        refused=[{"share_percent": -1}, {"share_percent": 101}],
    ),
    Case(
        "move_has_two_titles",
        MoveFactory,
        allowed=[{"from_title": "Staff nurse", "to_title": "Charge nurse"}],
        refused=[{"from_title": ""}, {"to_title": ""}],
    ),
    Case(
        "employer_share_of_a_hundred",
        EmployerFactory,
        made={"as_printed": "22%"},
        allowed=[{"share_percent": 0}, {"share_percent": 100}, {"share_percent": None}],
        refused=[{"share_percent": -1}, {"share_percent": 101}],
    ),
    Case(
        "employer_share_as_printed",
        EmployerFactory,
        allowed=[{"share_percent": None, "as_printed": ""}, {"share_percent": 22, "as_printed": "22%"}],
        refused=[{"share_percent": 22, "as_printed": ""}],
    ),
    Case(
        "employer_period_in_order",
        EmployerFactory,
        allowed=[
            {"reference_start": None, "reference_end": None},
            {"reference_start": MAY, "reference_end": MAY},
            {"reference_start": MAY, "reference_end": JUNE},
        ],
        refused=[
            {"reference_start": JUNE, "reference_end": MAY},
            {"reference_start": MAY, "reference_end": None},
            {"reference_start": None, "reference_end": JUNE},
        ],
    ),
    *record_constraints.CASES,
]


def _released_crosswalk():
    return CrosswalkFactory(released=True)


TWINS = [
    Twin("alternate_title_once_per_career", AlternateTitleFactory, {"title": "Chart Keeper"}),
    Twin("alternate_title_once_per_career", AlternateTitleFactory, {"career": CareerFactory}),
    Twin("skill_once_per_career_and_source", CareerSkillFactory, {"skill": SkillFactory}),
    Twin("skill_once_per_career_and_source", CareerSkillFactory, {"source": SourceFactory}),
    Twin("related_once_per_source", RelatedCareerFactory, {"related": CareerFactory}),
    Twin("related_once_per_source", RelatedCareerFactory, {"source": SourceFactory}),
    Twin("match_once_per_career_and_occupation", OccupationMatchFactory, {"occupation": OccupationFactory}),
    Twin("match_once_per_career_and_occupation", OccupationMatchFactory, {"career": CareerFactory}),
    Twin("crosswalk_pair_once_by_hand", CrosswalkFactory, {"to_occupation": OccupationFactory}),
    Twin("crosswalk_pair_once_by_hand", CrosswalkFactory, {"release": ReleaseFactory}),
    Twin("crosswalk_pair_once_per_release", _released_crosswalk, {"to_occupation": OccupationFactory}),
    Twin("crosswalk_pair_once_per_release", _released_crosswalk, {"release": lambda: ReleaseFactory(year=2023)}),
    *record_constraints.TWINS,
    Twin("ladder_once_per_career_and_source", LadderFactory, {"source": SourceFactory}),
    Twin("ladder_once_per_career_and_source", LadderFactory, {"career": CareerFactory}),
    Twin("rung_position_once_per_ladder", RungFactory, {"position": 2}),
    Twin("rung_position_once_per_ladder", RungFactory, {"ladder": LadderFactory}),
    Twin("section_kind_once_per_place", SectionFactory, {"position": 2}),
    Twin("section_kind_once_per_place", SectionFactory, {"kind": "role"}),
    Twin("section_kind_once_per_place", SectionFactory, {"source": SourceFactory}),
    Twin("occupation_code_once_per_scheme", OccupationFactory, {"scheme": "soc-2010"}),
    Twin("occupation_code_once_per_scheme", OccupationFactory, {"code": "11-9111"}),
]

UNIQUE = [
    (CareerFactory, "slug"),
    (CareerFactory, "title"),
    (FieldFactory, "slug"),
    (SkillFactory, "slug"),
    *[(factory, "key") for factory in (*GUIDE_PARTS, *OF_SOURCES, OutlookFactory, ExposureClaimFactory)],
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
    assert {case.constraint for case in CASES} == constraints_of("careers", CheckConstraint)
    assert {twin.constraint for twin in TWINS} == constraints_of("careers", UniqueConstraint)
