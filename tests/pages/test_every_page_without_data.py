"""Every page of a site of which nothing is told yet: it answers all the same, and is valid."""

import pytest

from tests.pages.every.addresses import WITHOUT_DATA
from tests.pages.every.answers import ask
from tests.pages.every.html import errors_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nothing_told", "no_query_in_a_loop")]


def test_every_page_answers():
    assert {address: ask(address).status_code for address in WITHOUT_DATA} == dict.fromkeys(WITHOUT_DATA, 200)


@pytest.mark.vnu
def test_every_page_is_valid(tmp_path):
    assert errors_in({address: ask(address).text for address in WITHOUT_DATA}, tmp_path) == []
