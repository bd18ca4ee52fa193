"""What tests stand on is itself whole: every factory and every trait makes a row that the models allow."""

import inspect

import pytest
from factory.django import DjangoModelFactory

from tests import factories

FACTORIES = [
    found for _, found in inspect.getmembers(factories, inspect.isclass) if issubclass(found, DjangoModelFactory)
]
TRAITS = [
    (made, trait)
    for made in FACTORIES
    for trait, said in made._meta.parameters.items()
    if type(said).__name__ == "Trait"
]


def test_there_is_a_factory_for_every_model():
    assert len(FACTORIES) == len(factories.__all__) == 87


@pytest.mark.django_db
@pytest.mark.parametrize("made", FACTORIES, ids=lambda made: made.__name__)
def test_a_factory_makes_rows_that_are_allowed_and_do_not_collide(made):
    for row in (made(), made()):
        row.full_clean()


@pytest.mark.django_db
@pytest.mark.parametrize(("made", "trait"), TRAITS, ids=lambda said: getattr(said, "__name__", said))
def test_a_trait_makes_a_row_that_is_allowed(made, trait):
    made(**{trait: True}).full_clean()
