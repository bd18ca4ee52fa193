"""Two loads of one file at once, as two servers that start together run them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from facts.loading.fixture import Fixture
from facts.loading.load import load
from facts.models import Edition, LoadedRow
from salaries.models import Salary
from tests.facts.loading.rows import GUIDE, salary

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_the_second_finds_everything_as_it_should_be(write):
    path = write("rows.yaml", GUIDE + "".join(salary(f"guide-{n}") for n in range(40)))

    def load_it(_):
        try:
            return load(Fixture.read(path))
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        outcomes = sorted(pool.map(load_it, range(3)), key=lambda outcome: outcome.same)
    assert [(outcome.new, outcome.same) for outcome in outcomes] == [(43, 0), (0, 43), (0, 43)]
    assert Edition.objects.count() == 1
    assert Salary.history.count() == 40
    assert LoadedRow.objects.count() == 43
