"""Two editions compared: each row that differs, with what it said in the earlier one and says in the later one."""

import pytest

from facts.actions import publishing
from facts.models import Edition
from tests import factories as make

pytestmark = pytest.mark.django_db


def publish(do, row, **fields) -> int:
    with publishing(act=Edition.Act.EDIT, reason="Put right.") as publication:
        for name, value in fields.items():
            setattr(row, name, value)
        if do == "removed":
            publication.removed(row)
            row.delete()
        else:
            row.save()
            getattr(publication, do)(row)
    return publication.edition.number


@pytest.fixture
def story():
    """Five editions: a career renamed twice, another there and back, one that came, one that came and went."""
    nurse, cook = make.CareerFactory(slug="nurse", title="Nurse"), make.CareerFactory(slug="cook", title="Cook")
    first = publish("created", nurse)
    publish("changed", nurse, title="Nurses")
    publish("changed", cook, title="Chef")
    publish("changed", nurse, title="Registered nurse")
    publish("changed", cook, title="Cook")
    publish("created", make.CareerFactory(slug="baker", title="Baker"))
    short = make.CareerFactory(slug="short", title="Short")
    publish("created", short)
    return first, publish("removed", short)


def test_each_row_stands_once_with_what_it_said_first_and_says_last(client, story):
    first, last = story
    answer = client.get(f"/api/v1/changes/?after={first}&until={last}").json()
    told = {
        row["key"]: (row["kind"], [(each["before"], each["after"]) for each in row["differences"]])
        for row in answer["results"]
    }
    assert told == {"nurse": ("changed", [("Nurse", "Registered nurse")]), "baker": ("created", [])}


def test_what_lies_before_and_after_is_left_out(client, story):
    first, last = story
    assert client.get(f"/api/v1/changes/?after={last}&until={last}").json()["results"] == []
    (row,) = client.get(f"/api/v1/changes/?after={first}&until={first + 1}").json()["results"]
    assert (row["differences"][0]["after"], row["edition"]) == ("Nurses", first + 1)


def test_it_is_narrowed_to_a_career_and_a_kind_of_row(client, story):
    first, last = story
    between = f"/api/v1/changes/?after={first}&until={last}"
    assert [row["key"] for row in client.get(f"{between}&career=baker").json()["results"]] == ["baker"]
    assert client.get(f"{between}&model=salaries.salary").json()["results"] == []


@pytest.mark.parametrize(
    ("query", "status"), [("after=3&until=1", 400), ("after=1&until=99", 404), ("after=1", 400), ("until=2", 400)]
)
def test_editions_that_make_no_sense_are_refused(client, story, query, status):
    assert client.get(f"/api/v1/changes/?{query}").status_code == status


def test_more_changes_than_are_looked_through_are_refused_in_words(client, story, monkeypatch):
    monkeypatch.setattr("explore.net_changes.MOST", 2)
    (problem,) = client.get(f"/api/v1/changes/?after={story[0]}&until={story[1]}").json()["errors"]
    assert problem["code"] == "too_many_changes"
