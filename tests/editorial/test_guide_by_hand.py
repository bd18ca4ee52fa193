"""A guide written whole at the desk, row by row, is the same guide as one that came from a file."""

import pytest
from django.contrib import admin
from django.http import QueryDict
from django.test import RequestFactory

from careers.dumping import dump_guide
from careers.models import Career, RelatedCareer
from careers.parts import guide_parts
from editorial.form_values import fill_in
from ingest.models import LoadedRow
from tests.editorial.forms import admin_url, filled_in
from tests.pages.stage import tell_everything


class Typist:
    """Somebody who types rows into the desk's forms for new ones; `written` are those typed so far, by the old ones."""

    def __init__(self, client, user):
        self.client, self.request = client, RequestFactory().get("/")
        self.request.user = user
        self.blank: dict[type, dict] = {}
        self.written: dict = {}

    def type_in(self, row, said: dict[str, list[str]]) -> None:
        """Fill in the form for a new row with what the old one `said`, and save it."""
        model = type(row)
        if model not in self.blank:
            self.blank[model] = filled_in(self.client.get(admin_url(model, "add")))
        moved = {field.name: [self.written[old].pk] for field, old in named_by(row) if old in self.written}
        answer = self.client.post(admin_url(model, "add"), self.blank[model] | said | moved)
        assert answer.status_code == 302, answer.context["errors"]
        self.written[row] = model.objects.get_by_natural_key(*row.natural_key())

    def reads(self, row) -> dict[str, list[str]]:
        """What a browser sends of the fields of a form that says what the row does."""
        form = admin.site.get_model_admin(type(row)).get_form(self.request)(instance=row)
        data = QueryDict(mutable=True)
        for name in set(form.fields) - set(form.not_of_the_row):
            fill_in(data, form[name], form.get_initial_for_field(form.fields[name], name))
        return {name: data.getlist(name) for name in data}


def named_by(row):
    """The rows that a row names, by the field that does."""
    for field in row._meta.concrete_fields:
        if field.is_relation and (target := getattr(row, field.name)):
            yield field, target


def in_order(rows):
    """The rows, each after those that it names."""
    waiting = list(rows)
    while waiting:
        row = next(row for row in waiting if not any(target in waiting for _, target in named_by(row)))
        waiting.remove(row)
        yield row


@pytest.fixture
def told(db):
    """A career with one row of every kind that a guide has."""
    career = tell_everything()
    RelatedCareer.objects.filter(related=career).delete()  # another career's
    for model, owner in reversed(list(guide_parts())):
        rows = model._base_manager.filter(**{owner: career}).order_by("pk")
        rows.exclude(pk=rows.first().pk).delete()
    return career


def test_it_is_the_same_to_the_byte(desk, ann, told):
    whole = dump_guide(told)
    kinds = list(guide_parts())
    rows = [told, *(row for model, owner in kinds for row in model._base_manager.filter(**{owner: told}))]
    assert {type(row) for row in rows} == {Career, *(model for model, _ in kinds)}
    typist = Typist(desk, ann)
    said = {row: typist.reads(row) for row in rows}
    for row in reversed(list(in_order(rows))):
        type(row)._base_manager.filter(pk=row.pk).delete()
    LoadedRow.objects.all().delete()
    assert not Career.objects.filter(slug=told.slug).exists()
    for row in in_order(rows):
        typist.type_in(row, said[row])
    assert dump_guide(Career.objects.get(slug=told.slug)) == whole
