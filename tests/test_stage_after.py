"""Runs right after test_stage.py, in the same process where tests are not spread."""

import pytest
from django.apps import apps

from careers.models import Career
from tests import stages as loading
from tests.factories import CareerFactory


def test_a_module_that_does_not_ask_for_the_guides_has_none(db):
    assert not Career.objects.exists()


class TestAStageEnteredAgain:
    def test_is_the_same(self, stages, django_db_blocker, monkeypatch):
        with stages.entered("guides"), django_db_blocker.unblock():
            first = stored()
            Career.objects.update(summary="Something else")
        monkeypatch.setattr(loading, "LOADED", dict.fromkeys(loading.LOADED, ("empty", pytest.fail)))
        with stages.entered("guides"), django_db_blocker.unblock():
            assert stored() == first
        assert first["careers.career"]

    def test_leaves_room_for_new_rows(self, stages, django_db_blocker):
        with stages.entered("guides"), django_db_blocker.unblock():
            assert CareerFactory().pk > Career.objects.order_by("pk").first().pk

    def test_leaves_nothing_behind(self, stages, django_db_blocker):
        with django_db_blocker.unblock():
            before = stored()
        with stages.entered("guides_paid"), django_db_blocker.unblock():
            assert stored() != before
        with django_db_blocker.unblock():
            assert stored() == before


def stored() -> dict[str, list]:
    return {
        str(model._meta): sorted(model._base_manager.values_list(), key=repr)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
    }
