"""Runs right after test_stage.py, in the same process where tests are not spread."""

from django.db import connection

from careers.models import Career
from tests.factories import CareerFactory
from tests.stock import lay_out_guides, stocked


def test_a_module_that_does_not_ask_for_the_guides_has_none(db):
    assert not Career.objects.exists()


class TestTheGuidesLaidOutAgain:
    """What the second module gets from memory is what loading gave the first."""

    def test_are_the_same_rows(self, db):
        lay_out_guides()
        first = stored()
        clear()
        lay_out_guides()
        assert stored() == first
        assert first["careers.career"]

    def test_leave_room_for_new_rows(self, db):
        lay_out_guides()
        clear()
        lay_out_guides()
        assert CareerFactory().pk > Career.objects.order_by("pk").first().pk


def stored():
    return {str(model._meta): sorted(model._base_manager.values_list(), key=repr) for model in stocked()}


def clear():
    with connection.cursor() as cursor:
        for model in stocked():
            cursor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608
