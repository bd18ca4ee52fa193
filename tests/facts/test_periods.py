from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.periods import Period

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))
NOT_STATED = Period()
MAY_2023 = Period(date(2023, 5, 1), date(2023, 5, 31))
FEBRUARY_2024 = Period(date(2024, 2, 1), date(2024, 2, 29))
YEAR_2015 = Period(date(2015, 1, 1), date(2015, 12, 31))
WINDOW = Period(date(2014, 1, 1), date(2024, 12, 31))
A_DAY = Period(date(2023, 5, 4), date(2023, 5, 4))
SPRING = Period(date(2023, 4, 1), date(2023, 5, 31))


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (NOT_STATED, "year not stated"),
        (MAY_2023, "May 2023"),
        (FEBRUARY_2024, "February 2024"),
        (YEAR_2015, "2015"),
        (WINDOW, "2014 to 2024"),
        (A_DAY, "4 May 2023"),
        (SPRING, "1 April 2023 to 31 May 2023"),
    ],
)
def test_a_period_is_said_as_shortly_as_it_can_be(period, text):
    assert str(period) == text


@pytest.mark.parametrize(
    ("period", "is_month", "is_whole_years"),
    [
        (NOT_STATED, False, False),
        (MAY_2023, True, False),
        (Period(date(2024, 2, 1), date(2024, 2, 28)), False, False),
        (YEAR_2015, False, True),
        (WINDOW, False, True),
        (SPRING, False, False),
    ],
)
def test_months_and_years_are_recognised_to_the_day(period, is_month, is_whole_years):
    assert (period.is_month, period.is_whole_years) == (is_month, is_whole_years)


def test_only_what_has_a_date_is_stated():
    assert MAY_2023.is_stated
    assert not NOT_STATED.is_stated


@pytest.mark.parametrize(
    ("today", "years"),
    [
        (date(2023, 5, 31), 0),
        (date(2024, 5, 30), 0),
        (date(2024, 5, 31), 1),
        (date(2026, 11, 22), 3),
    ],
)
def test_a_figure_is_a_year_older_each_time_its_day_comes_round(today, years):
    assert MAY_2023.age_in_years(today) == years


def test_what_has_no_date_has_no_age():
    assert NOT_STATED.age_in_years(date(2026, 11, 22)) is None


@given(DAYS, st.integers(min_value=0, max_value=60))
def test_age_counts_whole_years_between_two_days(end, years):
    # The 29th of February comes round on the 1st of March.
    birthday = (
        end.replace(year=end.year + years, day=28)
        if (end.month, end.day) == (2, 29)
        else end.replace(year=end.year + years)
    )
    period = Period(end, end)
    assert period.age_in_years(birthday + timedelta(days=2)) == years


@given(DAYS, DAYS)
def test_every_period_names_its_first_and_last_year(one, other):
    start, end = sorted((one, other))
    text = str(Period(start, end))
    assert str(start.year) in text
    assert str(end.year) in text
