"""A field that the database keeps is shown by a door, or left out for a reason."""

import pytest
from django.db import models

from api.left_out import ANYWHERE, FIELDS, MODELS
from salaries.models import Salary
from tests.api.shown_fields import named, our_models, shown_fields, unaccounted


@pytest.fixture
def bonus():
    """A field more in what guides say of pay."""
    field = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    field.contribute_to_class(Salary, "bonus")
    yield field
    Salary._meta.local_fields.remove(field)
    Salary._meta._expire_cache()
    del Salary.bonus


def test_every_field_is_shown_or_left_out_for_a_reason():
    assert unaccounted() == []


def test_a_field_that_no_door_shows_is_found(bonus):
    assert unaccounted() == ["salaries.salary.bonus"]


def test_what_is_left_out_is_there_and_not_shown():
    kept = {name for model in our_models() for name in named(model)}
    assert FIELDS.keys() <= kept
    assert MODELS.keys() <= {model._meta.label_lower for model in our_models()}
    assert not FIELDS.keys() & shown_fields()


def test_everything_left_out_has_its_reason():
    assert all(reason.endswith(".") for reasons in (ANYWHERE, MODELS, FIELDS) for reason in reasons.values())
