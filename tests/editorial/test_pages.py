"""Every page of the desk opens for an editor, in a number of queries that does not grow with the rows."""

import csv
from io import StringIO

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from simple_history.models import HistoricalChanges

from accounts.models import SignIn
from editorial.admin.record import RecordAdmin
from salaries.models import Salary
from tests import factories
from tests.editorial.forms import admin_url

pytestmark = pytest.mark.usefixtures("no_query_in_a_loop", "each_chosen_row_is_looked_up")

KEPT = [model for model in admin.site._registry if model not in (User, Group, SignIn)]
RECORD = [model for model in KEPT if isinstance(admin.site._registry[model], RecordAdmin)]
SEARCHED = [model for model in KEPT if admin.site._registry[model].get_search_fields(None)]
EDITED = [model for model in KEPT if model not in RECORD]
LIST_QUERIES = 25
FORM_QUERIES = 30

#: What makes each row different where the factory would find the first one again.
DISTINCT = {
    "Field": [{"slug": "databases", "name": "Databases"}, {}],
    "Place": [{}, {"canada": True}],
    "Release": [{"year": 2023}, {"year": 2024}],
    "Wage": [{"release__year": 2023}, {"release__year": 2024}],
    "Rung": [{}, {}],
}


@pytest.fixture
def each_chosen_row_is_looked_up(settings):
    """Django's forms look each row that is chosen in a list up by itself, one query for each choice."""
    settings.ZEAL_ALLOWLIST = [{"model": "*", "field": "get()"}]


def rows_of(model):
    factory = getattr(factories, f"{model.__name__}Factory")
    return [factory(**said) for said in DISTINCT.get(model.__name__, [{}, {}])]


def name(model):
    return model.__name__


def test_every_model_is_on_the_desk():
    rooms = [
        apps.get_app_config(label) for label in ("facts", "editorial", "careers", "salaries", "education", "explore")
    ]
    models = {model for room in rooms for model in room.get_models() if not issubclass(model, HistoricalChanges)}
    assert models <= set(KEPT)


@pytest.mark.parametrize("model", KEPT, ids=name)
def test_a_list_opens(desk, model, django_assert_max_num_queries):
    rows = rows_of(model)
    with django_assert_max_num_queries(LIST_QUERIES):
        answer = desk.get(admin_url(model, "changelist"))
    assert answer.status_code == 200
    assert answer.context["cl"].result_count == len({row.pk for row in rows}) > 0


@pytest.mark.parametrize("model", SEARCHED, ids=name)
def test_a_list_is_searched(desk, model):
    rows_of(model)
    answer = desk.get(admin_url(model, "changelist"), {"q": "no such words at all"})
    assert answer.status_code == 200
    assert answer.context["cl"].result_count == 0


@pytest.mark.parametrize("model", KEPT, ids=name)
def test_a_row_opens_with_the_way_to_its_page(desk, model, django_assert_max_num_queries):
    row = rows_of(model)[0]
    with django_assert_max_num_queries(FORM_QUERIES):
        answer = desk.get(admin_url(row))
    assert answer.status_code == 200
    if hasattr(row, "get_absolute_url") or hasattr(row, "career"):
        assert answer.context["has_absolute_url"]


@pytest.mark.parametrize("model", EDITED, ids=name)
def test_a_row_has_a_page_with_its_history(desk, model):
    row = rows_of(model)[0]
    answer = desk.get(admin_url(row, "history"))
    assert answer.status_code == 200
    assert "Added" in answer.content.decode()
    entry = row.history.first().history_id
    assert desk.get(f"{admin_url(row, 'history')}{entry}/restore/").status_code == 200


@pytest.mark.parametrize("model", [model for model in EDITED if name(model) != "Release"], ids=name)
def test_a_new_row_has_a_form_and_an_old_one_a_question_before_it_goes(desk, model):
    assert desk.get(admin_url(model, "add")).status_code == 200
    assert desk.get(admin_url(rows_of(model)[0], "delete")).status_code == 200


@pytest.mark.parametrize("model", EDITED, ids=name)
def test_the_address_of_a_row_is_not_changed(desk, model):
    row = rows_of(model)[0]
    form = desk.get(admin_url(row)).context["adminform"].form
    assert not set(row.natural_key_fields) & set(form.fields)


@pytest.mark.parametrize("model", RECORD, ids=name)
def test_the_record_is_looked_at_and_not_changed(desk, admin_client, model):
    row = rows_of(model)[0]
    for client in (desk, admin_client):
        assert not client.get(admin_url(row)).context["has_change_permission"]
        assert client.post(admin_url(row), {}).status_code == 403
        assert client.post(admin_url(row, "delete"), {"post": "yes"}).status_code == 403
        assert client.get(admin_url(model, "add")).status_code == 403
    row.refresh_from_db()


@pytest.mark.parametrize("model", RECORD, ids=name)
def test_the_record_goes_out_as_a_file(desk, model, django_assert_max_num_queries):
    rows = rows_of(model)
    with django_assert_max_num_queries(LIST_QUERIES):
        answer = desk.get(admin_url(model, "export", "csv"))
    header, *written = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    assert len(written) == len({row.pk for row in rows})
    assert {line[header.index("id")] for line in written} == {str(row.pk) for row in rows}


def choices(desk, model, field, term=""):
    asked = {
        "app_label": model._meta.app_label,
        "model_name": model._meta.model_name,
        "field_name": field,
        "term": term,
    }
    return desk.get(reverse("admin:autocomplete"), asked)


AUTOCOMPLETED = [(model, field) for model in EDITED for field in admin.site._registry[model].autocomplete_fields]


@pytest.mark.parametrize(("model", "field"), AUTOCOMPLETED, ids=lambda part: getattr(part, "__name__", part))
def test_a_reference_is_chosen_by_typing(desk, model, field, django_assert_max_num_queries):
    target = model._meta.get_field(field).related_model
    rows = rows_of(target)
    with django_assert_max_num_queries(10):
        offered = choices(desk, model, field).json()["results"]
    assert {str(row) for row in rows} <= {choice["text"] for choice in offered}


def test_every_reference_to_what_grows_is_chosen_by_typing():
    short = {"Field"}
    for model in EDITED:
        model_admin = admin.site._registry[model]
        references = [field for field in (*model._meta.fields, *model._meta.many_to_many) if field.is_relation]
        shown = {name for _, part in model_admin.get_fieldsets(None) for name in _flat(part)}
        for field in references:
            if field.name in shown and field.related_model.__name__ not in short:
                fixed = {*model_admin.readonly_fields, *model_admin.fixed}
                assert field.name in {*model_admin.autocomplete_fields, *fixed}, f"{model.__name__}.{field.name}"


def _flat(part):
    for name in part["fields"]:
        yield from [name] if isinstance(name, str) else name


def test_the_desk_says_what_is_kept_and_how_many(desk, django_assert_max_num_queries):
    factories.SalaryFactory()
    with django_assert_max_num_queries(45):
        answer = desk.get(reverse("admin:index"))
    cards = [
        (card.get("app_label"), {kind["object_name"]: kind["rows"] for kind in card["models"]})
        for card in answer.context["app_list"]
    ]
    assert [label for label, _ in cards] == ["facts", "editorial", "careers", "salaries", "education", None]
    counted = dict(cards)
    assert counted["salaries"] == {"Salary": 1}
    assert (counted[None]["Wage"], counted[None]["Edition"]) == (None, 0)


def test_a_career_shows_the_way_to_every_part_of_its_guide(desk):
    salary = factories.SalaryFactory()
    factories.PointFactory.create_batch(2, career=salary.career)
    page = desk.get(admin_url(salary.career)).content.decode()
    assert "Pros and cons: 2</a>" in page
    assert "Salaries: 1</a>" in page
    assert "Steps: 0</a>" in page
    listed = desk.get(reverse("admin:salaries_salary_changelist"), {"career__id__exact": salary.career.pk})
    assert listed.context["cl"].result_count == 1
    form = desk.get(reverse("admin:careers_point_add"), {"career": salary.career.pk}).context["adminform"].form
    assert form["career"].value() == str(salary.career.pk)


def test_a_lists_number_of_queries_does_not_grow(desk):
    factories.SalaryFactory(by_level=True)
    with CaptureQueriesContext(connection) as few:
        desk.get(admin_url(Salary, "changelist"))
    factories.SalaryFactory.create_batch(8, by_level=True)
    with CaptureQueriesContext(connection) as many:
        desk.get(admin_url(Salary, "changelist"))
    assert len(many) == len(few)
