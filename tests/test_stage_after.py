"""Runs right after test_stage.py, in the same process where tests are not spread."""

from careers.models import Career


def test_a_module_that_does_not_ask_for_the_guides_has_none(db):
    assert not Career.objects.exists()
