"""The referee over every official file, where RUNGS_DATA names a folder that holds them."""

import pytest
from django.core.management import call_command
from django.db import transaction

from salaries.models import Wage
from tests import needs
from tests.referee.session import sit
from tests.referee.test_referee import AREAS
from tests.stock import lay_out_guides

pytestmark = [pytest.mark.data, pytest.mark.django_db, pytest.mark.long]


@pytest.fixture(scope="module")
def all_data(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        lay_out_guides()
        call_command("import_data", str(needs.data()), verbosity=0)
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)


def test_the_referee_objects_to_nothing(all_data, db, record_property):
    assert Wage.objects.count() > 380_000
    session = sit()
    record_property("counts", dict(session.counts))
    assert session.objections == []
    assert {area: session.counts[area] for area, least in AREAS.items() if session.counts[area] < least} == {}
