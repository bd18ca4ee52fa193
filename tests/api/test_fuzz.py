"""The API held against its own schema by schemathesis: whatever the schema allows is answered as the schema says,
whatever it forbids is refused, and nothing breaks.

`make fuzz` asks each operation more than two hundred questions; the suite asks a few.
"""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings

from config.wsgi import application

FUZZING = settings.get_current_profile_name() == "fuzz"
EXAMPLES = 200 if FUZZING else 5


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


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
def test_the_api_does_what_its_schema_says(case):
    case.call_and_validate(headers={"Accept-Encoding": "identity"})
