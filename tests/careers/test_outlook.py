"""What guides and the record expect of jobs, as figures."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from careers.models import Outlook
from tests.factories import CareerFactory, OccupationFactory, OutlookFactory, ReleaseFactory, SalaryFactory

pytestmark = pytest.mark.django_db


def told(row):
    return [(figure.field, figure.value_text) for figure in row.figures()]


@pytest.mark.parametrize(
    ("trait", "figures"),
    [
        ({}, [("growth_percent", "+7%")]),
        ({"words_only": True}, [("growth_percent", "not given")]),
        ({"openings": True}, [("openings_per_year", "about 23,700")]),
        ({"of_occupation": True}, [("growth_percent", "+7.1%")]),
        (
            {"employment_start": 194_800, "employment_end": 208_600},
            [("growth_percent", "+7%"), ("employment_start", "194,800"), ("employment_end", "208,600")],
        ),
    ],
    ids=["growth", "words", "openings", "record", "jobs"],
)
def test_what_the_source_gives_is_a_figure(trait, figures):
    assert told(OutlookFactory(**trait)) == figures


def test_a_guides_growth_without_its_years_says_so():
    figure = OutlookFactory().figure("growth_percent")
    assert figure.period_text == "years not stated"
    assert (figure.standing, figure.place, figure.projected) == ("claim", None, True)


def test_the_window_is_the_period():
    outlook = OutlookFactory(start_year=2014, end_year=2024)
    assert str(outlook.period) == "2014 to 2024"
    assert (outlook.period.start, outlook.period.end) == (date(2014, 1, 1), date(2024, 12, 31))


def test_without_a_window_the_period_is_the_reference_period():
    assert str(OutlookFactory(in_may_2023=True).period) == "May 2023"


def test_the_records_outlook_is_for_the_occupation_in_the_united_states():
    outlook = OutlookFactory(of_occupation=True)
    figure = outlook.figure("growth_percent")
    assert outlook.subject == outlook.occupation
    assert (figure.standing, figure.place.code, figure.release.name) == ("record", "US", "2024–34")


@pytest.mark.parametrize(("years_away", "is_history"), [(-1, True), (0, False), (8, False)])
def test_a_window_that_has_passed_is_history(years_away, is_history):
    year = timezone.now().year + years_away
    assert OutlookFactory(start_year=year - 10, end_year=year).is_history is is_history


def test_without_a_last_year_nothing_has_passed():
    assert OutlookFactory().is_history is False


def test_readers_see_guides_and_releases_that_are_ready():
    seen = [OutlookFactory(), OutlookFactory(of_occupation=True)]
    for state in ("importing", "withdrawn"):
        OutlookFactory(of_occupation=True, release=ReleaseFactory(**{state: True}, slug=state))
    assert {*Outlook.objects.published()} == {*seen}


def test_for_a_career_and_for_occupations():
    career, occupation = CareerFactory(), OccupationFactory()
    mine = OutlookFactory(career=career)
    older, newer = (OutlookFactory(of_occupation=True, occupation=occupation, end_year=year) for year in (2033, 2034))
    OutlookFactory()
    assert [*Outlook.objects.for_career(career)] == [mine]
    assert [*Outlook.objects.for_occupations([occupation])] == [newer, older]


def test_one_key_for_two_kinds_of_statement_is_refused():
    outlook = OutlookFactory()
    outlook.key = SalaryFactory().key
    with pytest.raises(ValidationError, match="Another statement has this key"):
        outlook.full_clean()


def test_the_words_of_many_outlooks_take_one_query(django_assert_num_queries):
    OutlookFactory()
    OutlookFactory(of_occupation=True)
    with django_assert_num_queries(1):
        assert all(figure.sentence for outlook in Outlook.objects.with_words() for figure in outlook.figures())
