"""The page on methods, with the official figures that come with Rungs."""

import re

import pytest

from explore.fact_check_verdict import WORDINGS

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, guides):
    return re.sub(r"\s+", " ", client.get("/methodology/").text)


def test_an_example_of_each_verdict_is_worked_out_from_official_figures(page):
    for wording in WORDINGS.values():
        assert f"<dt>{wording.word}</dt>" in page
    given = re.search(r"gives (\$[\d,]+) for ([^(]+) \(median pay, a year, (May \d+)\), not (\$[\d,]+)\.", page)
    official, claimed = (int(given[place][1:].replace(",", "")) for place in (1, 4))
    assert claimed == official + 1000


def test_the_publishers_words_for_growth_are_told(page):
    assert "“much faster than average” for 7% and up" in page
