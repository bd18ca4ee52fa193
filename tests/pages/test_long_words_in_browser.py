"""A word as long as the longest there is, wherever a name stands: no page runs out sideways."""

import pytest

from careers.models import Career, Field, Occupation, Rung, Skill
from education.models import Path, Requirement
from facts.models import Source
from pages.gallery import LONG
from tests.pages.every.addresses import GUIDE, THREE
from tests.pages.every.browser import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.usefixtures("guides")]

NAMES = (
    (Career, "title"),
    (Rung, "title"),
    (Occupation, "title"),
    (Skill, "name"),
    (Field, "name"),
    (Path, "name"),
    (Requirement, "label"),
    (Source, "publisher"),
)
TEXTS = """() => [...document.querySelectorAll("svg text")]
    .filter((text) => text.getBoundingClientRect().right > innerWidth + 1).map((text) => text.textContent)"""


@pytest.fixture
def long_words():
    """Every name is one long word and its number."""
    for model, field in NAMES:
        for row in model.objects.all():
            model.objects.filter(pk=row.pk).update(**{field: f"{LONG}{row.pk}"})


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize("address", ["/", GUIDE, f"{GUIDE}readiness/", f"/compare/?{THREE}"])
def test_a_long_word_stays_on_the_page(page, address):
    visit = Visit(page, address)
    assert list(visit.runs_out()) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate(TEXTS) == []
