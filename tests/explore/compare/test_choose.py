"""What people may type to name the things compared."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explore.compare import choose
from tests import factories as make

pytestmark = pytest.mark.django_db


def names(*given):
    return [item.name for item in choose(given).items]


def codes(*given):
    return [problem.code for problem in choose(given).problems]


@pytest.fixture
def clerk():
    return make.CareerFactory(slug="medical-records-clerk", title="Medical Records Clerk")


@pytest.mark.parametrize(
    "typed", ["medical-records-clerk", "Medical Records Clerk", "  medical records CLERK ", "Chart clerk"]
)
def test_a_career_goes_by_its_slug_its_title_and_its_other_names_in_any_case(clerk, typed):
    make.AlternateTitleFactory(career=clerk, title="Chart Clerk")
    assert names(typed) == ["medical-records-clerk"]


@pytest.mark.parametrize("typed", ["29-2072", "medical records specialists", "soc-2018:29-2072"])
def test_an_occupation_goes_by_its_code_and_its_title(typed):
    make.OccupationFactory(code="29-2072", title="Medical Records Specialists")
    assert names(typed) == ["29-2072"]


def test_a_code_of_two_classifications_means_the_newer_one_unless_it_is_named():
    for scheme in ("soc-2018", "soc-2010"):
        make.OccupationFactory(code="11-9111", scheme=scheme)
    assert names("11-9111", "soc-2010:11-9111") == ["11-9111", "soc-2010:11-9111"]


def test_a_title_of_its_own_goes_before_anothers_other_name(clerk):
    make.AlternateTitleFactory(title="Medical Records Clerk")
    assert names("Medical Records Clerk") == ["medical-records-clerk"]


def test_items_are_lettered_in_the_order_given(clerk):
    other = make.CareerFactory()
    found = choose([other.slug, clerk.slug]).items
    assert [(item.letter, item.title) for item in found] == [("A", other.title), ("B", clerk.title)]


def test_what_is_unknown_is_named_and_the_rest_stands(clerk):
    found = choose(["zeppelin usher", clerk.slug])
    assert [problem.message for problem in found.problems] == [
        "There is no career and no occupation called “zeppelin usher” here."
    ]
    assert [item.letter for item in found.items] == ["A"]


def test_what_is_repeated_is_shown_once(clerk):
    found = choose([clerk.slug, clerk.title])
    assert (len(found.items), found.problems[0].code) == (1, "repeated")


def test_a_fifth_is_left_out():
    careers = make.CareerFactory.create_batch(5)
    found = choose([career.slug for career in careers])
    assert len(found.items) == 4
    assert found.problems[0].message == f"“{careers[4].title}” is left out: four at most stand side by side."


def test_nothing_is_asked_for():
    assert (names(), codes(), names("", "  ")) == ([], [], [])


@pytest.mark.parametrize("typed", ["x" * 10_000, "\x00", "\ud800"])
def test_what_no_title_can_be_is_said_to_be_none(typed):
    assert codes(typed) == ["unreadable"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(st.text(max_size=300), max_size=20))
def test_whatever_is_typed_is_answered(typed, db):
    found = choose(typed)
    assert not found.items
    assert all(problem.message for problem in found.problems)


def test_two_queries_and_one_for_other_names_find_all(clerk, django_assert_num_queries):
    make.OccupationFactory(code="29-2072")
    with django_assert_num_queries(3):
        assert len(choose([clerk.slug, "29-2072"]).items) == 2
