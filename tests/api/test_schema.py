"""The schema says what there is, and no less than what answers say."""

import pytest

from api.views.index import list_names
from api.views.schema import forget_the_schema
from explore.filters.fields import MOST_VALUES
from tests.api.v1.validation import errors_of
from tests.factories import CareerFactory, EditionFactory, ReleaseFactory, SalaryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def schema(ask):
    CareerFactory(slug="keeper")
    return ask("schema/")


def test_it_is_openapi_3_1_and_tells_of_every_list(schema):
    assert schema["openapi"].startswith("3.1")
    assert {f"/api/v1/{name}/" for name in list_names()} < schema["paths"].keys()
    assert not any("format" in path for path in schema["paths"])


def test_every_operation_is_named_once_and_explained(schema):
    operations = [path["get"] for path in schema["paths"].values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    assert all(operation["description"] and operation["summary"] for operation in operations)
    assert all(set(path) == {"get"} for path in schema["paths"].values())


def test_every_parameter_is_explained_and_typed(schema):
    for path in schema["paths"].values():
        for parameter in path["get"].get("parameters", []):
            assert parameter["description"], parameter
            assert {"type", "$ref"} & parameter["schema"].keys()


def test_it_says_nothing_that_depends_on_the_data(ask, schema):
    SalaryFactory(key="one", abroad=True, by_level=True)
    ReleaseFactory(slug="may-2099")
    forget_the_schema()
    assert ask("schema/") == schema


def test_a_list_of_codes_is_written_with_commas_and_may_have_sixty(ask, schema):
    parameters = schema["paths"]["/api/v1/salaries/"]["get"]["parameters"]
    career = next(parameter for parameter in parameters if parameter["name"] == "career")
    assert career["schema"]["items"] == {"type": "string", "minLength": 1, "maxLength": 120}
    assert (career["style"], career["explode"]) == ("form", False)
    slugs = [CareerFactory().slug for _ in range(60)]
    assert ask(f"salaries/?career={','.join(slugs)}")["count"] == 0


def test_a_list_takes_as_many_values_as_its_parameter(schema):
    parameters = {each["name"]: each["schema"] for each in schema["paths"]["/api/v1/occupations/"]["get"]["parameters"]}
    assert (parameters["place"]["maxItems"], parameters["career"]["maxItems"]) == (1, MOST_VALUES)


def test_every_table_has_an_address_of_its_own(client, schema):
    lists = {path for path in schema["paths"] if f"{path.rstrip('/')}.csv" in schema["paths"]}
    tables = {path for path in schema["paths"] if path.endswith(".csv")}
    assert len(lists) == len(tables) > 20
    for path in tables:
        (media_type,) = schema["paths"][path]["get"]["responses"]["200"]["content"]
        names = {parameter["name"] for parameter in schema["paths"][path]["get"]["parameters"]}
        assert (media_type, names & {"page", "page_size", "cursor"}) == ("text/csv", set())


def test_it_says_where_it_is_served_and_what_each_tag_is(schema):
    assert [server["url"] for server in schema["servers"]] == ["http://testserver"]
    assert schema["info"]["license"]["identifier"] == "MIT"
    assert schema["info"]["contact"]["url"] == "http://testserver/api/"
    told = {tag["name"] for tag in schema["tags"] if tag["description"]}
    assert told == {item["get"]["tags"][0] for item in schema["paths"].values()}


def test_every_operation_has_an_example_that_is_as_it_says(schema):
    for path, item in schema["paths"].items():
        (content,) = item["get"]["responses"]["200"]["content"].values()
        problems = errors_of(content["example"], content["schema"], schema)
        assert problems == [], f"{path}: manage.py write_examples {item['get']['operationId']} writes it anew"
        asked = {parameter["name"] for parameter in item["get"].get("parameters", ()) if "example" in parameter}
        needed = {parameter["name"] for parameter in item["get"].get("parameters", ()) if parameter.get("required")}
        assert needed <= asked, path


def test_a_mark_is_true_and_an_address_that_may_be_missing_is_empty_or_an_address(schema):
    figure = schema["components"]["schemas"]["Figure"]
    assert figure["properties"]["marks"]["properties"]["at_least"] == {"type": "boolean", "enum": [True]}
    page = schema["components"]["schemas"]["SourceName"]["properties"]["url"]
    assert [each.get("format", each.get("maxLength")) for each in page["anyOf"]] == ["uri", 0]


def test_numbers_are_numbers_and_what_may_be_missing_may_be_null(schema):
    salary = schema["components"]["schemas"]["Salary"]["properties"]
    assert salary["median"]["type"] == ["number", "null"]
    assert salary["reference_start"]["type"] == ["string", "null"]
    assert salary["as_printed"]["type"] == "string"


def test_the_fields_it_names_are_those_of_the_answers(ask, schema):
    SalaryFactory(key="one", abroad=True, by_level=True)
    shown = ask("salaries/one/?include=figures,rank_reason")
    assert shown.keys() == schema["components"]["schemas"]["Salary"]["properties"].keys()
    figure = schema["components"]["schemas"]["Figure"]
    assert shown["figures"][0].keys() == figure["properties"].keys() == set(figure["required"])


def test_it_is_made_once(client, django_assert_num_queries):
    client.get("/api/v1/schema/")
    EditionFactory()
    with django_assert_num_queries(1):
        assert client.get("/api/v1/schema/").status_code == 200


def test_the_page_to_try_it_on_names_it(client):
    page = client.get("/api/try/")
    assert page.status_code == 200
    assert b"swagger-ui" in page.content
    assert b"<script>" not in page.content
    script = client.get("/api/try/?script=")
    assert b"/api/v1/schema/" in script.content
