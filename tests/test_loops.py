"""A query in a loop is found where tests look for one."""

import pytest
from django.http import HttpResponse
from django.urls import include, path
from zeal.errors import NPlusOneError

from careers.models import Career
from tests.factories import CareerFactory, FieldFactory


def one_by_one(request):
    """The names of all careers' fields, each read by itself."""
    return HttpResponse(", ".join(career.field.name for career in Career.objects.all()))


def all_at_once(request):
    """The same in one query."""
    return HttpResponse(", ".join(career.field.name for career in Career.objects.select_related("field")))


urlpatterns = [
    path("one-by-one/", one_by_one),
    path("all-at-once/", all_at_once),
    path("", include("config.urls")),  # where the page that tells an error leads
]


def test_a_query_in_a_loop_is_an_error(db, client, settings, no_query_in_a_loop):
    for slug in ("health-records", "databases"):
        CareerFactory(field=FieldFactory(slug=slug, name=slug))
    settings.ROOT_URLCONF = __name__
    assert client.get("/all-at-once/").status_code == 200
    with pytest.raises(NPlusOneError):
        client.get("/one-by-one/")
