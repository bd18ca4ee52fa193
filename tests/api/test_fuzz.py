"""The API held against its own schema by schemathesis: whatever the schema allows is answered as the schema says,
whatever it forbids is refused, and nothing breaks.

`make fuzz` asks each operation more than two hundred questions; the suite asks a few.
"""

from http import HTTPStatus

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance, response_schema_conformance

from config.wsgi import application
from tests.api.known_codes import add_known_codes

FUZZING = settings.get_current_profile_name() == "fuzz"
EXAMPLES = 200 if FUZZING else 5
BEYOND_A_SCHEMA = {"below_lowest", "repeated"}
"""Problems of values that are each as the schema says, but not together."""


@pytest.fixture
def described(guides, db):
    """The API as its schema describes it, with both guides in the database."""
    # A request ends by closing a connection that is in a transaction, and here the test is in one.
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    found = schemathesis.openapi.from_wsgi("/api/v1/schema/", application)
    found.config.phases.coverage.enabled = FUZZING
    yield found
    for signal in ends:
        signal.connect(close_old_connections)


@schemathesis.hook("before_load_schema")
def with_known_codes(context, raw_schema):
    add_known_codes(raw_schema)


schema = schemathesis.pytest.from_fixture("described")
if not FUZZING:
    schema = schema.exclude(path_regex=r"\.csv$")  # they take what their lists take


@schema.parametrize()
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
def test_the_api_does_what_its_schema_says(case):
    response = case.call(headers={"Accept-Encoding": "identity"})
    lacks_fields = "fields" in (case.query or {})  # as the parameter says
    left_out = [response_schema_conformance] if lacks_fields else []
    if response.status_code == HTTPStatus.BAD_REQUEST and _problems(response) <= BEYOND_A_SCHEMA:
        left_out.append(positive_data_acceptance)
    case.validate_response(response, excluded_checks=left_out)


def _problems(response) -> set[str]:
    return {error["code"] for error in response.json().get("errors", [])}
