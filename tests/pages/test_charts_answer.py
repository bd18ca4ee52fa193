"""The charts of a job's page say what they show, and lead on: marks are links, and years and states can be chosen."""

import re

import pytest
from django.test import Client

from tests import factories as make
from tests.pages.test_occupations import cell

pytestmark = pytest.mark.django_db

JOB = "/occupations/29-2072/"


def page_of(client: Client, address: str) -> str:
    return re.sub(r"\s+", " ", client.get(address).content.decode())


@pytest.fixture
def paid_in_two_states():
    job = make.OccupationFactory(code="29-2072", title="Medical Records Specialists")
    ohio, utah = (make.PlaceFactory(kind="state", code=f"US-{code}", name=name) for code, name in STATES)
    for year, nation, in_ohio in ((2022, 44_000, 40_000), (2025, 50_250, 50_000)):
        cell(job, year, nation)
        cell(job, year, in_ohio, place=ohio)
    cell(job, 2025, 61_000, place=utah)


STATES = (("OH", "Ohio"), ("UT", "Utah"))


def test_a_state_has_its_own_change_over_the_years(client, paid_in_two_states):
    page = page_of(client, f"{JOB}?place=OH")
    assert "Up 25% since May 2022" in page
    assert "Ohio: Median pay rose 25% from May 2022 to May 2025" in page
    assert 'aria-label="2022: $40,000"' in page
    assert "$44,000" not in page.partition('<section class="chapter" id="pay">')[2].partition("</figure>")[0]


def test_a_tile_leads_to_the_job_in_that_state_and_the_one_chosen_is_marked(client, paid_in_two_states):
    chart = page_of(client, f"{JOB}?place=OH").partition('class="tiles"')[2].partition("</svg>")[0]
    assert re.findall(r'href="([^"]*)"[^>]*?aria-label="([^"]*)"', chart) == [
        ("?place=US-OH", "Ohio: $50,000"),
        ("?place=US-UT", "Utah: $61,000"),
    ]
    assert chart.count('aria-current="true"') == 1
    assert "Highest in Utah ($61,000), lowest in Ohio ($50,000)." in page_of(client, JOB)


def test_the_range_of_pay_can_be_shown_for_an_earlier_year(client, paid_in_two_states):
    newest, earlier = (page_of(client, f"{JOB}{query}") for query in ("?place=OH", "?place=OH&year=2022"))
    assert 'href="?place=US-OH&year=2022#range"' in newest.replace("&amp;", "&")
    assert [re.findall(r'id="range".*?halo big"[^>]*>([^<]*)<', page) for page in (newest, earlier)] == [
        ["$50,000"],
        ["$40,000"],
    ]
    assert "No pay range for the year “1999” here." in page_of(client, f"{JOB}?year=1999")


def test_amounts_in_the_key_of_the_map_are_exact_so_that_no_two_shades_share_one(client, paid_in_two_states):
    key = page_of(client, JOB).partition('class="key"')[2].partition("</ul>")[0]
    assert re.findall(r"\$[\d,]+", key) == ["$50,000", "$61,000"]
