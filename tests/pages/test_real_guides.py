"""The pages of the two guides that the project carries."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import Career
from facts.models.statement import statement_models

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides", "no_query_in_a_loop")]

ADMINISTRATOR = "/careers/medical-records-administrator/"
KILOBYTES = 1024


def weight(content: bytes) -> int:
    """What a server sends of it, compressed as Django's middleware does."""
    return len(gzip.compress(content, 6))


def test_the_whole_guide_with_its_sheet_script_and_icon_weighs_at_most_60_kilobytes(client):
    files = [
        Path(finders.find(name)).read_bytes()
        for name in ("css/rungs.css", "css/job.css", "js/rungs.js", "img/mark.svg")
    ]
    assert sum(map(weight, [client.get(ADMINISTRATOR).content, *files])) <= 60 * KILOBYTES


def test_the_sheets_are_no_heavier_than_42_kilobytes_as_written():
    sheets = (Path(finders.find(f"css/{name}.css")) for name in ("rungs", "job"))
    assert sum(sheet.stat().st_size for sheet in sheets) <= 42 * KILOBYTES


def test_the_whole_guide_is_made_in_at_most_92_queries_and_then_read_in_12(client):
    with CaptureQueriesContext(connection) as making:
        client.get(ADMINISTRATOR)
    with CaptureQueriesContext(connection) as reading:
        client.get(ADMINISTRATOR)
    assert len(making) <= 92
    assert len(reading) <= 12


def test_every_career_has_a_guide(client):
    careers = list(Career.objects.all())
    assert len(careers) >= 10
    assert {client.get(career.get_absolute_url()).status_code for career in careers} == {200}


def test_every_statement_has_a_page_with_a_place_for_each_of_its_figures(client):
    statements = [row for model in statement_models() for row in model.objects.with_words()]
    assert len(statements) > 40
    for statement in statements:
        response = client.get(statement.get_absolute_url())
        assert response.status_code == 200, statement.key
        page = response.content.decode()
        for figure in statement.figures():
            assert f'id="{figure.field}"' in page, figure.address


def test_the_guide_draws_its_ladder_its_pay_and_its_ways_in(client):
    page = client.get(ADMINISTRATOR).content.decode()
    assert page.count('class="tread"') >= 5
    assert "A staircase of 5 rungs: Junior Medical Records Administrator, 0 to 2 years, $38,000;" in page
    assert page.count('class="track"') >= 6
    assert 'class="box"' in page


def test_what_the_guide_left_empty_is_said(client):
    page = re.sub(r"\s+", " ", client.get(ADMINISTRATOR).content.decode())
    closing = page.partition("Not available here:")[2].partition("</p>")[0]
    assert closing.count("left empty by") == 2
    for heading in ("Top Industries", "Education Requirements", "Popular Schools"):
        assert heading in closing
