"""The official figures that come with Rungs, over those that the guides' fixtures hold."""

import pytest
from django.core.management import call_command

from facts.models import Edition
from tests.stages import FIXTURES

pytestmark = pytest.mark.django_db


def test_the_record_agrees_with_the_figures_of_the_guides_occupations(guides):
    call_command("load_record", verbosity=0)
    before = Edition.objects.count()
    call_command("load_guides", *FIXTURES, verbosity=0)
    assert Edition.objects.count() == before
