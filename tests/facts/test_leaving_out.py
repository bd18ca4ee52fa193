"""A long column is left out of what is read, and nothing else."""

import pytest

from facts.models import Release
from facts.models.leaving_out import leave_out
from salaries.models import Wage
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_it_is_read_once_it_is_asked_for(django_assert_num_queries):
    make.ReleaseFactory(report={"rows": 3})
    release = leave_out(Release.objects.all(), "report").get()
    assert release.get_deferred_fields() == {"report"}
    with django_assert_num_queries(1):
        assert release.report == {"rows": 3}


def test_so_is_one_of_a_row_beside(django_assert_num_queries):
    make.WageFactory()
    with django_assert_num_queries(1):
        wage = leave_out(Wage.objects.select_related("release__source", "place"), "release__report").get()
        assert wage.release.source.title
        assert wage.place.name
    assert wage.get_deferred_fields() == set()
    assert wage.release.get_deferred_fields() == {"report"}


def test_the_query_is_the_one_that_django_defers_with():
    rows = Wage.objects.select_related("release__source", "occupation")
    assert str(leave_out(rows, "release__report").query) == str(rows.defer("release__report").query)
