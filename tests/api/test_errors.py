"""A request that makes no sense is told so, with everything that is wrong with it, and nothing breaks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import CareerFactory, PlaceFactory, SalaryFactory

pytestmark = pytest.mark.django_db

LONG = "x" * 100_000


def test_everything_wrong_is_listed_at_once(client):
    answer = client.get(
        "/api/v1/salaries/?median_min=lots&place=Atlantis&colour=red&page=0&page_size=1000&fields=salary&ordering=pay"
    )
    assert answer.status_code == 400
    body = answer.json()
    assert (body["status"], body["title"]) == (400, "Bad Request")
    found = {error["parameter"]: error["code"] for error in body["errors"]}
    assert found == {
        "median_min": "invalid",
        "place": "unknown_value",
        "colour": "unknown_parameter",
        "page": "min_value",
        "page_size": "max_value",
        "fields": "unknown_value",
        "ordering": "unknown_value",
    }


def test_each_unknown_value_of_a_list_is_named(client):
    CareerFactory(slug="keeper")
    errors = client.get("/api/v1/salaries/?career=keeper,baker,smith&rank=good,normal,bad").json()["errors"]
    said = [error["message"] for error in errors]
    assert "There is no career “baker”." in said
    assert "There is no career “smith”." in said
    assert sum("“good”" in message or "“bad”" in message for message in said) == 2
    assert not any("keeper" in message for message in said)


def test_unknown_codes_are_told_beside_the_rows_of_known_ones(client, ask, problems):
    SalaryFactory(career=CareerFactory(slug="keeper"))
    SalaryFactory()
    answer = ask("salaries/?career=keeper,baker,smith")
    assert [row["career"]["slug"] for row in answer["results"]] == ["keeper"]
    assert [(each["parameter"], each["code"]) for each in answer["unknown"]] == [("career", "unknown_value")] * 2
    assert "“baker”" in answer["unknown"][0]["message"]
    assert "unknown" not in ask("salaries/?career=keeper")
    assert problems("salaries/?career=baker,smith") == [("career", "unknown_value")] * 2
    assert problems("salaries.csv?career=keeper,baker") == [("career", "unknown_value")]


def test_a_list_may_be_written_as_a_repeated_parameter_too(ask):
    places = [PlaceFactory(code=code) for code in ("OH", "NY", "TX")]
    for place in places:
        SalaryFactory(place=place)
    apart = ask("salaries/?place=OH&place=NY&fields=place&fields=key")
    assert apart["results"] == ask("salaries/?place=OH,NY&fields=place,key")["results"]
    assert apart["count"] == 2


def test_the_type_of_a_problem_is_an_address_that_explains_it(client):
    for path in ("salaries/?colour=red", "careers/nobody/", "nowhere/"):
        told = client.get(f"/api/v1/{path}").json()
        page = client.get(told["type"].removeprefix("http://testserver"))
        assert page.status_code == 200
        assert f"{told['status']} {told['title']}" in page.content.decode()
    assert client.get("/api/problems/no-such-problem/").status_code == 404


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("median_min=%00", ("median_min", "invalid_characters")),
        ("career=a%00b", ("career", "invalid_characters")),
        ("median_min=NaN", ("median_min", "invalid")),
        ("median_min=Infinity", ("median_min", "invalid")),
        ("median_min=1_000", ("median_min", "invalid")),
        ("median_min=1000000000000000000000000000000", ("median_min", "max_value")),
        ("median_min=1e400", ("median_min", "max_value")),
        ("median_min=-1", ("median_min", "min_value")),
        ("page=1000000000000000000000000000000", ("page", "max_value")),
        ("page=1.5", ("page", "invalid")),
        ("page=%D9%A3", ("page", "invalid")),
        ("page_size=1000000", ("page_size", "max_value")),
        ("page=1&page=2", ("page", "repeated")),
        ("place=US&place=US", ("place", "repeated_value")),
        ("rank=normal,normal", ("rank", "repeated_value")),
        ("rank=normal,,preferred", ("rank", "empty")),
        ("place=", ("place", "empty")),
        ("has_level=1", ("has_level", "unknown_value")),
        ("reference_start_min=2024-02-30", ("reference_start_min", "invalid")),
        ("reference_start_min=1/2/2024", ("reference_start_min", "invalid")),
        ("currency=usd", ("currency", "invalid")),
        ("format=xml", ("format", "unknown_parameter")),
        ("%00=1", ("\x00", "unknown_parameter")),
    ],
)
def test_what_makes_no_sense_is_named(problems, asked, found):
    assert found in problems(f"salaries/?{asked}")


@pytest.mark.parametrize("name", ["career", "median_min", "page", "fields", "ordering", "attributed_to"])
def test_a_hundred_thousand_characters_are_refused_and_not_repeated(client, name):
    answer = client.get("/api/v1/salaries/", {name: LONG})
    assert answer.status_code == 400
    assert [error["code"] for error in answer.json()["errors"]] == ["too_long"]
    assert len(answer.content) < 2_000


def test_a_parameter_s_name_may_be_as_long_and_is_cut(client):
    answer = client.get("/api/v1/salaries/", {LONG: "1"})
    assert answer.status_code == 400
    assert len(answer.content) < 3_000


def test_ten_thousand_parameters_are_refused(client):
    query = "&".join(f"p{n}=1" for n in range(10_000))
    assert client.get(f"/api/v1/salaries/?{query}").status_code == 400


def test_broken_utf8_is_refused_or_read_and_never_breaks(client):
    for raw in ("%ED%A0%80", "%FF%FE", "%C3%28"):
        assert client.get(f"/api/v1/careers/?q={raw}").status_code == 200
        assert client.get(f"/api/v1/careers/?field={raw}").status_code == 400
        assert client.get(f"/api/v1/careers/{raw}/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_anything_but_reading_is_not_allowed(client, method):
    answer = getattr(client, method)("/api/v1/careers/")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        "careers/nobody/",
        "careers/nobody/ladder/",
        "salaries/nothing/",
        "occupations/99-9999/",
        "wages/may-1900/29-2072/US/000000/",
        "releases/bls-oews/may-1900/",
        "editions/99999999999999999999999999999999/",
        "careers.xml",
        "careers/%00/",
        "nothing/at/all/",
        "../admin/",
        f"careers/{LONG}/",
    ],
)
def test_what_is_not_there_is_not_found_in_the_same_form(client, path):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert len(answer.content) < 1_000


def test_a_form_that_there_is_not_is_not_acceptable(client):
    answer = client.get("/api/v1/careers/", headers={"accept": "image/png"})
    assert answer.status_code == 406
    assert answer["Content-Type"] == "application/problem+json"


def test_an_error_of_a_table_is_json(client):
    answer = client.get("/api/v1/salaries.csv?colour=red")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_an_address_without_its_slash_leads_to_the_one_with_it(client):
    answer = client.get("/api/v1/careers?page=1")
    assert (answer.status_code, answer["Location"]) == (301, "/api/v1/careers/?page=1")
    assert answer["Access-Control-Allow-Origin"] == "*"


@given(name=st.sampled_from(["career", "median_min", "level", "page", "fields", "attributed_to"]), value=st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_a_list(client, name, value):
    if not _is_text(value):
        value = value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert client.get("/api/v1/salaries/", {name: value}).status_code in (200, 400, 404)


def test_a_row_that_is_not_asked_rightly_is_told_so_before_it_is_looked_for(problems):
    SalaryFactory(key="one")
    assert problems("salaries/one/?fields=nothing&page=1") == [
        ("fields", "unknown_value"),
        ("page", "unknown_parameter"),
    ]


def _is_text(value):
    return not any("\ud800" <= character <= "\udfff" for character in value)


@pytest.mark.django_db
def test_a_comparison_as_of_no_edition_is_refused(client):
    answer = client.get("/api/v1/compare/?item=nurse&item=clerk&edition=-1")
    assert answer.status_code == 400
    assert ("edition", "invalid") in {(error["parameter"], error["code"]) for error in answer.json()["errors"]}
