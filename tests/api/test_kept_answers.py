"""Answers that are rendered once and kept until what they say has changed."""

import json

import pytest

from facts.models import Rendering
from tests import factories as make
from tests.published import publish

pytestmark = pytest.mark.django_db

ADDRESSES = ("/api/v1/careers/nurse/", "/api/v1/jobs/nurse/")
TRAP = 'She wrote "site:/home/" and ,"site:/home/" in her book.'


@pytest.fixture
def nurse():
    career = make.CareerFactory(slug="nurse", title="Nurse", summary=TRAP)
    make.SalaryFactory(career=career, median=90_000)
    publish(career)
    return career


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_made_once_and_says_the_same(client, nurse, address, django_assert_num_queries):
    first = client.get(address)
    assert Rendering.objects.count() == 1
    with django_assert_num_queries(4):  # the edition, the career or its document twice, the answer
        assert client.get(address).content == first.content
    fields = ",".join(first.json())
    assert client.get(f"{address}?fields={fields}").json() == first.json()


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_edit_is_seen_at_once(client, nurse, address):
    assert client.get(address).json()["title"] == "Nurse"
    publish(nurse, title="Registered nurse")
    assert client.get(address).json()["title"] == "Registered nurse"


def test_the_name_of_a_source_is_part_of_it(client, nurse):
    client.get(ADDRESSES[0])
    publish(nurse.salaries.get().source, title="Another title")
    assert client.get(ADDRESSES[0]).json()["sources"][0]["title"] == "Another title"


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_have_the_host_that_asks_and_texts_stay_as_they_are(client, nurse, address):
    for host in ("testserver", "localhost"):
        answer = client.get(address, headers={"host": host})
        assert answer.json()["page"] == f"http://{host}/careers/nurse/"
        assert TRAP in answer.json().values()


@pytest.mark.parametrize("asked", ["?fields=title", "?edition=1"])
def test_what_is_chosen_is_made_for_who_asks(client, nurse, asked):
    client.get(ADDRESSES[0] + asked)
    assert not Rendering.objects.exists()


def test_json_that_is_set_out_in_lines_is_made_for_who_asks(client, nurse):
    text = client.get(ADDRESSES[0], headers={"accept": "application/json; indent=2"}).content.decode()
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    assert not Rendering.objects.exists()
