"""The one address of a page, whichever way it was reached."""

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


def canonical(client, address):
    page = client.get(address).content.decode()
    return page.split('<link rel="canonical" href="')[1].split('"')[0]


def test_an_older_code_keeps_its_classification_and_nothing_else(client):
    make.OccupationFactory(soc_2010=True, code="29-2071")
    make.OccupationFactory(code="29-2072")
    assert canonical(client, "/occupations/29-2071/?scheme=soc-2010&x=1").endswith("/29-2071/?scheme=soc-2010")
    assert canonical(client, "/occupations/29-2072/?scheme=soc-2018").endswith("/29-2072/")
    assert canonical(client, "/careers/?scheme=soc-2010").endswith("/careers/")
