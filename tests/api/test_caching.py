"""Every answer names its edition and may be kept; what has not changed is not sent again; anyone may read."""

import pytest

from facts.actions import publishing
from facts.models import Edition
from tests.factories import CareerFactory, EditionFactory

pytestmark = pytest.mark.django_db

PATHS = ["/api/v1/", "/api/v1/careers/", "/api/v1/careers.csv", "/api/v1/careers/keeper/", "/api/v1/search/?q=keeper"]


@pytest.fixture(autouse=True)
def edition():
    CareerFactory(slug="keeper", title="Keeper")
    return EditionFactory(number=7)


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_names_its_edition_and_may_be_kept_by_anyone(client, path):
    answer = client.get(path)
    assert answer["Rungs-Edition"] == "7"
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["ETag"]
    assert answer["Last-Modified"].endswith("GMT")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Rungs-Edition" in answer["Access-Control-Expose-Headers"]
    assert not answer.cookies
    assert "Cookie" not in answer["Vary"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("weak", ["", "W/"])
def test_what_the_asker_has_already_is_not_sent_again(client, path, weak):
    tag = client.get(path)["ETag"]
    answer = client.get(path, headers={"if-none-match": f"{weak}{tag}"})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["ETag"] == tag
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_a_day_will_do_in_place_of_a_tag(client):
    day = client.get("/api/v1/careers/")["Last-Modified"]
    assert client.get("/api/v1/careers/", headers={"if-modified-since": day}).status_code == 304
    earlier = {"if-modified-since": "Wed, 01 Jan 2020 00:00:00 GMT"}
    assert client.get("/api/v1/careers/", headers=earlier).status_code == 200


def test_the_next_edition_is_another_answer(client):
    tag = client.get("/api/v1/careers/")["ETag"]
    with publishing(act=Edition.Act.EDIT, reason="A career more.") as publication:
        publication.created(CareerFactory())
    answer = client.get("/api/v1/careers/", headers={"if-none-match": tag})
    assert (answer.status_code, answer["Rungs-Edition"], answer.json()["count"]) == (200, "8", 2)


def test_another_question_has_another_tag(client):
    asked = ["/api/v1/careers/", "/api/v1/careers/?page_size=1", "/api/v1/careers.csv", "/api/v1/places/"]
    assert len({client.get(path)["ETag"] for path in asked}) == len(asked)


@pytest.mark.parametrize("condition", ["if-none-match", "if-modified-since"])
def test_what_is_not_there_is_not_unchanged(client, condition):
    value = "*" if condition == "if-none-match" else "Fri, 01 Jan 2100 00:00:00 GMT"
    assert client.get("/api/v1/careers/nobody/", headers={condition: value}).status_code == 404
    assert client.get("/api/v1/careers/?colour=red", headers={condition: value}).status_code == 400


def test_an_error_is_not_kept_and_may_be_read_from_anywhere(client):
    answer = client.get("/api/v1/careers/?colour=red")
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Rungs-Edition"] == "7"
    assert "ETag" not in answer


def test_a_browser_may_ask_first_whether_it_may_read(client):
    answer = client.options(
        "/api/v1/careers/",
        headers={"origin": "https://elsewhere.example", "access-control-request-headers": "if-none-match"},
    )
    assert answer.status_code == 204
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "GET" in answer["Access-Control-Allow-Methods"]
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("path", PATHS)
def test_one_may_ask_for_the_head_alone(client, path):
    answer = client.head(path)
    assert (answer.status_code, answer.getvalue()) == (200, b"")
    whole = client.get(path)
    assert [answer[name] for name in ("ETag", "Content-Type")] == [whole[name] for name in ("ETag", "Content-Type")]


def test_a_head_of_a_long_table_makes_none_of_it(client, django_assert_num_queries):
    with django_assert_num_queries(2):  # the edition, and whether the table is too long
        head = client.head("/api/v1/careers.csv")
    assert (head.getvalue(), head.headers.get("Content-Length")) == (b"", None)


def test_before_the_first_edition_nothing_is_kept(client):
    Edition.objects.all().delete()
    answer = client.get("/api/v1/careers/")
    assert (answer["Rungs-Edition"], answer["Cache-Control"]) == ("0", "no-cache")
    assert "ETag" not in answer
