"""Which jobs titles lead to, and which of several is meant."""

import pytest

from explore.search.current import current_index
from explore.search.jobs import read_jobs
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def employed():
    """Makes an occupation in which so many people work, with other titles."""

    def make_one(code, title, people, *titles):
        occupation = make.OccupationFactory(code=code, title=title)
        make.WageFactory(occupation=occupation, employment=people)
        for other in titles:
            make.OccupationTitleFactory(occupation=occupation, title=other)
        return occupation

    return make_one


def first(query):
    hits = current_index().search(query).hits
    return hits[0].target.name if hits else ""


def names(query):
    return [hit.target.name for hit in current_index().search(query).hits]


def test_of_jobs_with_the_same_title_the_one_of_most_people_comes_first(employed):
    employed("43-5011", "Freight Forwarders", 90_000, "Truck Driver")
    employed("53-3032", "Heavy Truck Drivers", 2_000_000, "Truck Driver")
    assert first("truck driver") == "Heavy Truck Drivers"


def test_a_title_that_several_sources_name_counts_more(employed):
    one = employed("43-5011", "Dispatchers", 90_000, "Router")
    other = employed("43-5032", "Planners", 90_000)
    for origins in ("02,04,08", ""):
        make.OccupationTitleFactory(
            occupation=other, title="Router", origins=origins, kind="reported" if not origins else "alternate"
        )
    assert first("router") == other.title != one.title


def test_a_code_for_the_whole_of_a_job_leads_to_the_job(employed):
    nurses = employed("29-1141", "Registered Nurses", 3_000_000)
    whole = make.OccupationFactory(code="29-1141.00", title="Registered Nurses", onet=True, parent=nurses)
    make.OccupationTitleFactory(occupation=whole, title="Staff Nurse")
    (hit,) = current_index().search("staff nurse").hits
    assert (hit.target.code, hit.target.counted_in) == ("29-1141", nurses.pk)


def test_a_broad_group_with_one_part_is_that_part_and_others_are_no_rows(employed):
    alone = make.OccupationFactory(code="29-1140", title="Nurses of One Kind", level="broad")
    mixed = make.OccupationFactory(code="31-1120", title="Nurses of Several Kinds", level="broad")
    nurses = make.OccupationFactory(code="29-1141", title="Registered Nurses", parent=alone)
    for code in ("31-1121", "31-1122"):
        make.OccupationFactory(code=code, title=f"Aides {code}", parent=mixed)
    jobs = read_jobs()
    assert [target.code for target in jobs.occupations[alone.pk]] == [nurses.code]
    assert mixed.pk not in jobs.occupations
    assert [target.code for target in jobs.within(mixed.pk)] == ["31-1121", "31-1122"]
    assert names("nurses of several kinds") == ["Registered Nurses"]


def test_a_career_of_exactly_the_same_jobs_stands_for_the_occupation():
    match = make.OccupationMatchFactory(match="exact", career__title="Nurse", occupation__title="Registered Nurses")
    make.OccupationTitleFactory(occupation=match.occupation, title="Staff Nurse")
    (hit,) = current_index().search("staff nurse").hits
    assert hit.target.url == match.career.get_absolute_url()


def test_a_title_from_abroad_leads_to_the_counterpart_that_is_most_like_it(employed):
    lawyers = employed("23-1011", "Lawyers", 700_000, "Legal Counsel", "Corporate Lawyer")
    judges = employed("23-1023", "Judges", 40_000, "Court Judge")
    unit = make.OccupationFactory(scheme="isco-08", code="2611", title="Legal professionals", level="unit")
    for occupation in (lawyers, judges):
        make.CorrespondenceFactory(occupation=occupation, counterpart=unit)
    abroad = make.OccupationFactory(scheme="esco", code="2611.1", title="lawyer", parent=unit)
    make.OccupationTitleFactory(occupation=abroad, title="solicitor")
    assert names("solicitor") == ["Lawyers"]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("jr accountant", "Accountants"),
        ("accountant iii", "Accountants"),
        ("paediatric centre manager", "Pediatric Center Managers"),
        ("3rd grade teacher", "Third Grade Teachers"),
        ("salesman", "Salespersons"),
        ("sde ii", "Software Development Engineers"),
        ("acme pediatric center manager", "Pediatric Center Managers"),
        ("brickie", "Brick Masons"),
        ("a&e nurse", "Accident and Emergency Nurses"),
        ("senco", "Special Educational Needs Coordinators"),
        ("year 3 maths teacher", "Elementary School Teachers"),
        ("10th grade teacher", "High School Teachers"),
    ],
)
def test_what_people_write_in_other_ways_is_read(employed, query, name):
    titles = (
        "Accountants",
        "Pediatric Center Managers",
        "Third Grade Teachers",
        "Salespersons",
        "Software Development Engineers",
        "Brick Masons",
        "Accident and Emergency Nurses",
        "Special Educational Needs Coordinators",
        "Elementary School Teachers",
        "High School Teachers",
    )
    for number, title in enumerate(titles):
        employed(f"11-1{number:02}1", title, 100_000)
    assert first(query) == name


def test_a_short_form_may_stand_for_several_titles(employed):
    employed("29-1071", "Physician Assistants", 160_000)
    employed("43-6011", "Personal Assistants", 160_000)
    assert {*names("pa")} == {"Physician Assistants", "Personal Assistants"}


def test_who_is_called_by_what_they_do_is_found_by_it(employed):
    employed("39-2021", "Lion Carers", 1_000)
    employed("31-1121", "Care Workers", 4_000_000)
    assert {*names("carer")} == {"Lion Carers", "Care Workers"}


def test_words_that_only_join_others_are_never_corrected(employed):
    employed("35-1011", "Cooks", 100_000)
    employed("51-1011", "Forge Hands", 100_000)
    answer = current_index().search("cook for")
    assert (answer.hits[0].target.name, answer.read_as) == ("Cooks", "")
