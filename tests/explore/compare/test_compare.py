"""Careers and occupations side by side, from the database."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from explore.compare import ComparisonVerdict, compare, suggest, suggest_pairs
from tests import factories as make
from tests.published import publish

pytestmark = pytest.mark.django_db

MAY_2015 = {"reference_start": date(2015, 5, 1), "reference_end": date(2015, 5, 31)}


def rows(*names):
    return {row.key: row for row in compare(names).rows}


@pytest.fixture
def guide():
    return make.SourceFactory(slug="study", publisher="Study.com")


@pytest.fixture
def technician():
    return make.CareerFactory(slug="technician", title="Technician")


@pytest.fixture
def manager():
    return make.CareerFactory(slug="manager", title="Manager")


def test_fewer_than_two_have_no_rows(technician):
    make.SalaryFactory(career=technician)
    found = compare(["technician"])
    assert (len(found.items), found.rows, found.counted) == (1, [], [])


def test_means_of_one_month_are_compared(technician, manager, guide):
    for career, mean in ((technician, 40_430), (manager, 106_070)):
        make.SalaryFactory(career=career, source=guide, median=None, mean=mean, **MAY_2015)
    row = rows("technician", "manager")["pay"]
    assert (row.verdict, row.judgement.reason) == (ComparisonVerdict.DIFFERS, "B is $65,640 higher than A.")
    assert [[answer.text for answer in cell] for cell in row.cells] == [["$40,430"], ["$106,070"]]


def test_a_row_of_which_nobody_says_anything_is_left_out(technician, manager):
    make.SalaryFactory(career=technician)
    assert set(rows("technician", "manager")) == {"pay"}


def test_pay_of_one_rung_of_one_industry_and_abroad_have_rows_of_their_own(technician, manager):
    make.SalaryFactory(career=technician, by_level=True)
    make.SalaryFactory(career=technician, industry=make.IndustryFactory())
    make.SalaryFactory(career=technician, abroad=True)
    assert set(rows("technician", "manager")) == {"pay-rungs", "pay-industry", "pay-abroad"}


def test_rungs_of_two_ladders_are_never_compared(technician, manager):
    for career in (technician, manager):
        make.SalaryFactory(career=career, by_level=True)
    assert rows("technician", "manager")["pay-rungs"].verdict is ComparisonVerdict.NOT_COMPARED


def test_a_deprecated_statement_is_left_out(technician, manager):
    make.SalaryFactory(career=technician, deprecated=True)
    assert not rows("technician", "manager")


def test_the_record_of_the_newest_release_is_compared(technician, manager):
    for career, medians in ((technician, (48_780, 50_250)), (manager, (110_680, 117_960))):
        occupation = make.OccupationMatchFactory(career=career).occupation
        for year, median in zip((2023, 2024), medians, strict=True):
            make.WageFactory(
                occupation=occupation,
                release=make.ReleaseFactory(year=year),
                annual_median=median,
                annual_p75=120_000,
                annual_p90=130_000,
            )
    row = rows("technician", "manager")["record-median"]
    assert row.judgement.reason == "B is $67,710 higher than A."
    assert "May 2024" in row.cells[0][0].words


def test_wages_of_releases_that_are_not_ready_are_not_shown(technician, manager):
    occupation = make.OccupationMatchFactory(career=technician).occupation
    make.WageFactory(occupation=occupation, release=make.ReleaseFactory(importing=True))
    make.WageFactory(occupation=occupation, release=make.ReleaseFactory(year=2020, withdrawn=True))
    assert not rows("technician", "manager")


def test_an_occupation_stands_beside_a_career(technician):
    occupation = make.OccupationMatchFactory(career=technician).occupation
    make.WageFactory(occupation=occupation)
    row = rows("technician", occupation.code)["record-median"]
    assert row.verdict is ComparisonVerdict.SAME


def test_requirements_stand_with_the_kind_of_what_they_ask(technician, manager, guide):
    degree, certificate = make.CredentialFactory(associate=True), make.CredentialFactory(abbreviation="RHIT")
    make.RequirementFactory(career=technician, source=guide, credentials=[degree])
    make.RequirementFactory(career=technician, source=guide, credentials=[certificate], condition="For some roles")
    make.RequirementFactory(career=manager, source=guide, label="Experience")
    found = rows("technician", "manager")
    assert set(found) == {"schooling", "certification", "also"}
    assert found["certification"].cells[0][0].words == "typical, for some roles"


def test_the_groups_that_share_an_axis_are_of_one_release(technician, manager):
    shared = make.OccupationFactory()
    for career in (technician, manager):
        make.OccupationMatchFactory(career=career, occupation=shared)
    own = make.OccupationMatchFactory(career=manager).occupation
    old = make.OccupationMatchFactory(career=manager).occupation
    for occupation, year in ((shared, 2024), (own, 2024), (old, 2015)):
        make.WageFactory(occupation=occupation, release=make.ReleaseFactory(year=year))
    counted = compare(["technician", "manager"]).counted
    assert [(group.wage.occupation, group.letters) for group in counted] == [(shared, "AB"), (own, "B")]


def test_sources_are_listed_once_in_the_order_of_the_rows(technician, manager, guide):
    make.SalaryFactory(career=technician, source=guide)
    make.OutlookFactory(career=manager, source=guide)
    assert list(compare(["technician", "manager"]).sources) == ["study"]


def test_the_number_of_queries_does_not_depend_on_how_much_is_said(technician, manager):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert compare(["technician", "manager"]).rows
        return len(queries)

    def say_more():
        for career in (technician, manager):
            for factory in (make.SalaryFactory, make.OutlookFactory, make.PathFactory, make.TimeToEntryFactory):
                factory(career=career)
            make.RequirementFactory(career=career, credentials=[make.CredentialFactory()])
            make.EmployerFactory(career=career)
            make.CareerSkillFactory(career=career)
            make.WageFactory(occupation=make.OccupationMatchFactory(career=career).occupation)

    say_more()
    few = count()
    say_more()
    assert count() == few <= 20


# What else could stand there


def test_what_sources_name_beside_an_item_is_suggested_with_who_names_it(technician, manager, guide):
    make.RelatedCareerFactory(career=manager, related=technician, source=guide)
    (one,) = suggest(compare(["technician"]).items)
    assert (one.name, one.why) == ("manager", "named by Study.com beside Technician")


def test_the_groups_of_a_title_and_the_titles_of_a_group_are_suggested(technician):
    occupation = make.OccupationMatchFactory(career=technician).occupation
    assert [one.name for one in suggest(compare(["technician"]).items)] == [occupation.code]
    assert [one.name for one in suggest(compare([occupation.code]).items)] == ["technician"]


def test_what_is_compared_already_is_not_suggested(technician, manager):
    make.RelatedCareerFactory(career=manager, related=technician)
    assert not suggest(compare(["technician", "manager"]).items)


def test_pairs_are_offered_to_start_with(technician, manager, guide):
    make.RelatedCareerFactory(career=manager, related=technician, source=guide)
    assert suggest_pairs() == [(manager, technician, "Study.com")]


def test_a_pair_that_is_named_on_both_pages_is_offered_once(technician, manager, guide):
    make.RelatedCareerFactory(career=manager, related=technician, source=guide)
    make.RelatedCareerFactory(career=technician, related=manager, source=guide)
    assert [{one, other} for one, other, _ in suggest_pairs()] == [{manager, technician}]


def test_what_is_compared_is_read_once_in_an_edition(technician, manager, django_assert_max_num_queries):
    publish(make.SalaryFactory(career=technician, median=50_000))
    make.SalaryFactory(career=manager, median=90_000)
    first = compare([technician.slug, manager.slug])
    assert first.rows
    with django_assert_max_num_queries(5):  # the edition, and who is named
        assert compare([technician.slug, manager.slug]).groups == first.groups
    again = compare([manager.slug, technician.slug])
    assert [item.letter for item in again.items] == ["A", "B"]
    assert [row.cells for row in again.rows] == [row.cells[::-1] for row in first.rows]


def test_an_edit_of_one_of_them_is_seen_at_once(technician, manager):
    publish(technician)
    compare([technician.slug, manager.slug])
    publish(make.SalaryFactory(career=technician, median=61_234))
    cells = compare([technician.slug, manager.slug]).rows
    assert "$61,234" in {answer.text for row in cells for cell in row.cells for answer in cell}
