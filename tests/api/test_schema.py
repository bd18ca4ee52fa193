"""The schema says what there is, and no less than what answers say."""

import pytest

from api.views.index import list_names
from explore.filters.fields import MOST_VALUES
from tests.factories import CareerFactory, EditionFactory, PlaceFactory, SalaryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def schema(ask):
    CareerFactory(slug="keeper")
    PlaceFactory(code="US-OH")
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
            assert parameter["in"] == "path" or parameter["description"], parameter
            assert {"type", "$ref"} & parameter["schema"].keys()


def test_a_reference_takes_the_rows_that_there_are(schema):
    parameters = schema["paths"]["/api/v1/salaries/"]["get"]["parameters"]
    career = next(parameter for parameter in parameters if parameter["name"] == "career")
    assert career["schema"]["items"] == {"$ref": "#/components/schemas/CareerSlug"}
    assert schema["components"]["schemas"]["CareerSlug"]["enum"] == ["keeper"]
    assert (career["style"], career["explode"]) == ("form", False)


def test_a_list_takes_as_many_values_as_its_parameter(schema):
    parameters = {each["name"]: each["schema"] for each in schema["paths"]["/api/v1/occupations/"]["get"]["parameters"]}
    assert (parameters["place"]["maxItems"], parameters["career"]["maxItems"]) == (1, MOST_VALUES)


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


def test_it_is_made_once_an_edition(client, django_assert_num_queries):
    EditionFactory()
    client.get("/api/v1/schema/")
    with django_assert_num_queries(1):
        assert client.get("/api/v1/schema/").status_code == 200


def test_the_page_to_try_it_on_names_it(client):
    page = client.get("/api/try/")
    assert page.status_code == 200
    assert b"swagger-ui" in page.content
    assert b"<script>" not in page.content
    script = client.get("/api/try/?script=")
    assert b"/api/v1/schema/" in script.content
