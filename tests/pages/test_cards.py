"""What a page shows of itself where a link to it is shared."""

import re
from html import unescape

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template

from tests import factories as make

HEAD = """{% load cards %}{% shared %}<title>{{ name }} · Rungs</title>
<meta name="description" content="{{ text }}">{% endshared %}"""


def card(html: str) -> dict[str, str]:
    """The card's words by name."""
    pairs = re.findall(r'<meta\s+property="og:(\w+)"\s+content="([^"]*)"', html)
    return {name: " ".join(unescape(words).split()) for name, words in pairs}


def test_a_card_says_what_the_title_and_the_description_say():
    rendered = Template(HEAD).render(Context({"name": 'The "A" & <B>', "text": "It's 5 < 6"}))
    assert card(rendered)["title"] == 'The "A" & <B>'
    assert card(rendered)["description"] == "It's 5 < 6"
    assert "<B>" not in rendered.partition("</title>")[2]


@pytest.mark.django_db
def test_every_page_has_one_with_a_picture_that_is_there(client, settings):
    career = make.CareerFactory(title="Clerk", summary="Keeps records.")
    for address in ("/", "/careers/", career.get_absolute_url(), "/methodology/"):
        shown = card(client.get(address).content.decode())
        assert shown["title"]
        assert shown["description"]
        assert shown["image"] == f"{settings.SITE_URL.rstrip('/')}/static/img/card.png"
    assert card(client.get(career.get_absolute_url()).content.decode())["title"] == "Clerk"
    assert finders.find("img/card.png")


@pytest.mark.django_db
def test_a_job_is_shared_with_its_official_pay_with_a_guide_or_without(client):
    occupation = make.OccupationFactory(code="19-4099", title="Keepers")
    make.WageFactory(occupation=occupation, release=make.ReleaseFactory(year=2024))
    ohio = make.PlaceFactory(kind="state", code="US-OH", name="Ohio")
    make.WageFactory(occupation=occupation, release=make.ReleaseFactory(year=2025), place=ohio, annual_median=48_000)
    near = make.OccupationMatchFactory(occupation=occupation, career=make.CareerFactory(title="Clerk"))
    for address, title in (
        ("/occupations/19-4099/", "Keepers: median pay $50,250 a year"),
        ("/occupations/19-4099/?place=OH", "Keepers in Ohio: median pay $48,000 a year"),
        (near.career.get_absolute_url(), "Clerk: median pay $50,250 a year"),
    ):
        shown = card(client.get(address).content.decode())
        assert shown["title"] == title
        assert "$50,250" in shown["description"]


@pytest.mark.django_db
@pytest.mark.usefixtures("guides")
def test_a_claim_that_the_record_contradicts_is_not_shared_as_if_it_stood(client):
    shown = card(client.get("/careers/medical-records-administrator/").content.decode())
    assert "$50,250, United States, May 2024, by US Bureau of Labor Statistics" in shown["description"]
    assert "$47,190" not in shown["description"]
