"""Amounts in other money, on the page of a figure, of a cell and of an occupation."""

import re
from datetime import date

import pytest

from facts.models import Release
from tests import factories as make

pytestmark = pytest.mark.django_db

CELL = "/wages/may-2024/29-2072/US/"


def part_of(client, address, **asked) -> str:
    """The section of the page that is about other money; "" where it has none."""
    response = client.get(address, asked)
    assert response.status_code == 200
    page = re.sub(r"\s+", " ", response.text)
    return page.partition('<section id="money">')[2].partition("</section>")[0]


@pytest.fixture
def cell():
    occupation = make.OccupationFactory(code="29-2072", title="Medical Records Specialists")
    return make.WageFactory(occupation=occupation, annual_median=50_250)


@pytest.fixture
def yardsticks():
    """Price levels of 100 in May 2024, 80 in 2015 and 110 in August 2026; India’s prices of 2024; rates of May 2024."""
    prices = make.ReleaseFactory(
        slug="2026-08", label="August 2026", period_start=date(2015, 1, 1), period_end=date(2026, 8, 31)
    )
    for year, month, value in ((2024, 5, 100), (2015, None, 80), (2026, 8, 110)):
        make.PriceIndexFactory(release=prices, year=year, month=month, value=value)
    powers = make.ReleaseFactory(
        slug="2024", label="2024", period_start=date(1990, 1, 1), period_end=date(2024, 12, 31)
    )
    for country, value in (("US", 1), ("IN", 20), ("DE", "0.7")):
        make.PurchasingPowerFactory(release=powers, country=country, year=2024, value=value)
    rates = make.ReleaseFactory(slug="rates", label="Rates")
    for currency, value in (("USD", "1.10"), ("INR", 88)):
        day = date(2024, 5, 2)
        make.ExchangeRateFactory(release=rates, base="EUR", currency=currency, start=day, end=day, value=value)


def test_a_cell_stands_in_the_money_of_the_newest_month_with_formula_and_inputs(client, cell, yardsticks):
    part = part_of(client, CELL)
    assert "In August 2026 dollars" in part
    assert "Our calculation" in part
    assert "Each amount × 110 (CPI-U, August 2026) ÷ 100 (CPI-U, May 2024)." in part
    assert re.search(r"Median pay, a year.*?\$50,250.*?>\$55,275<", part)
    assert "/2026-08/" in part


def test_a_reader_may_ask_for_another_year(client, cell, yardsticks):
    part = part_of(client, CELL, prices="2015")
    assert "× 80 (CPI-U, 2015) ÷ 100 (CPI-U, May 2024)" in part
    assert ">$40,200<" in part
    assert 'value="2015"' in part


def test_a_year_without_a_level_is_not_guessed(client, cell, yardsticks):
    part = part_of(client, CELL, prices="2018")
    assert "The CPI-U of 2018 is not loaded on this site, and none is guessed." in part
    assert "Our calculation" not in part


def test_a_reader_may_ask_for_another_country_exchanged_and_by_what_it_buys(client, cell, yardsticks):
    part = part_of(client, CELL, country="IN")
    assert "Exchanged for the money of India" in part
    assert ">₹4,020,000<" in part  # 50,250 × 88 ÷ 1.1
    assert "What buys as much in India" in part
    assert ">₹1,005,000<" in part  # 50,250 × 20
    assert "20 (purchasing power, India, 2024)" in part


def test_money_of_the_country_itself_is_not_put_into_itself(client, cell, yardsticks):
    part = part_of(client, CELL, country="US")
    assert "The amount is in USD already." in part
    assert "The amount was paid there." in part


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"prices": "1850"}, "Price levels here are of 2015 to 2026."),
        ({"prices": "٢٠١٥"}, "Price levels here are of 2015 to 2026."),
        ({"prices": "x" * 5_000}, "Price levels here are of 2015 to 2026."),
        ({"country": "Atlantis"}, "No factor of purchasing power is here for such a country."),
        ({"country": "\x00"}, "No factor of purchasing power is here for such a country."),
    ],
)
def test_what_makes_no_sense_is_named_and_left_out(client, cell, yardsticks, asked, said):
    part = part_of(client, CELL, **asked)
    assert said in part
    assert "In August 2026 dollars" in part


def test_without_yardsticks_it_is_said_that_there_are_none(client, cell):
    part = part_of(client, CELL, prices="2015", country="IN")
    assert "so we cannot adjust these amounts" in part
    assert "<form" not in part


def test_an_area_whose_code_names_no_country_says_so(client, yardsticks):
    cell = make.WageFactory(place=make.PlaceFactory(code="23420", name="Fresno, CA", kind="metro"))
    part = part_of(client, cell.get_absolute_url(), country="DE")
    assert "The code of Fresno, CA, 23420, does not say which country it lies in." in part


def test_the_form_keeps_what_else_was_asked_for(client, cell, yardsticks):
    make.WageFactory(occupation=cell.occupation, industry=make.IndustryFactory(naics=True))
    part = part_of(client, CELL, industry="622000", prices="2015")
    assert '<input type="hidden" name="industry" value="622000">' in part


def test_a_claim_for_a_stated_month_can_be_put_into_other_money(client, yardsticks):
    salary = make.SalaryFactory(reference_start=date(2024, 5, 1), reference_end=date(2024, 5, 31))
    part = part_of(client, salary.get_absolute_url())
    assert re.search(r"\$47,190.*?>\$51,909<", part)


def test_a_claim_that_does_not_say_when_cannot(client, yardsticks):
    part = part_of(client, make.SalaryFactory().get_absolute_url())
    assert "The source does not say when this was paid, so it cannot be put into other money." in part


def test_amounts_of_two_currencies_are_each_put_into_other_money(client, yardsticks):
    salary = make.SalaryFactory(abroad=True, reference_start=date(2024, 5, 1), reference_end=date(2024, 5, 31))
    part = part_of(client, salary.get_absolute_url())
    assert "this amount is in GBP" in part
    assert part.count("Our calculation") == 1


def test_a_statement_without_an_amount_has_no_such_part(client, yardsticks):
    assert part_of(client, make.OutlookFactory().get_absolute_url()) == ""


def test_the_medians_of_an_occupation_stand_in_the_money_of_the_newest(client, cell, yardsticks):
    make.PriceIndexFactory(release=Release.objects.get(slug="2026-08"), year=2023, month=5, value=96)
    make.WageFactory(occupation=cell.occupation, release=make.ReleaseFactory(year=2023), annual_median=48_000)
    page = re.sub(r"\s+", " ", client.get("/occupations/29-2072/").text)
    years = page.partition('<details id="years"')[2].partition("</details>")[0]
    assert '<th scope="col" class="n">In May 2024 dollars</th>' in years
    assert "Each median × 100 (CPI-U, May 2024) ÷ the price level of its own month." in years
    newest, older = re.findall(r"<tr>(.*?)</tr>", years.partition("<tbody>")[2])
    assert re.search(r"May 2023<.*?>\$48,000<.*?>\$50,000</data><small>price level 96<", older)
    assert re.search(r"May 2024<.*?>\$50,250<.*?>\$50,250</data><small>price level 100<", newest)


def test_without_price_levels_the_occupation_says_why_there_are_none(client, cell):
    make.WageFactory(occupation=cell.occupation, release=make.ReleaseFactory(year=2023))
    assert "No consumer price index is here." in client.get("/occupations/29-2072/").text


def test_pay_of_a_state_stands_at_average_prices_beside_the_published_one(client, cell):
    make.RegionalPriceFactory(year=2023, value=125)
    make.WageFactory(occupation=cell.occupation, place=make.PlaceFactory(california=True), annual_median=60_000)
    part = part_of(client, "/wages/may-2024/29-2072/US-CA/")
    assert "At average prices of the United States" in part
    assert "Our calculation" in part
    assert "× 100 (price level, United States, 2023) ÷ 125 (price level, California, 2023)" in part
    assert re.search(r"Median pay, a year.*?\$60,000.*?>\$48,000<", part)


def test_pay_of_the_whole_country_is_not_put_at_average_prices(client, cell, yardsticks):
    make.RegionalPriceFactory(year=2023)
    assert "At average prices" not in part_of(client, CELL)
