"""Whoever reads the desk writes nothing: an open draft is laid over what the queries find."""

import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from careers.models import Career, Point
from editorial.drafting import as_drafted, trying
from editorial.drafting.overlay import WriteRefused
from editorial.models import Draft
from education.models import Path
from facts.values import values_of
from salaries.models import Salary
from tests.editorial.drafts import only_draft
from tests.editorial.forms import admin_url, filled_in
from tests.editorial.rows import EDITED, draft_change, draft_new_row, draft_removal, everything
from tests.factories import CareerFactory, CredentialFactory, LadderFactory, PathFactory, PointFactory, SalaryFactory

pytestmark = pytest.mark.usefixtures("review")


READS = re.compile(r"(DECLARE \S+ NO SCROLL CURSOR WITH(OUT)? HOLD FOR )?[( ]*(SELECT|WITH) ")


def name(model):
    return model.__name__


def said_by_all() -> dict:
    return {place: values_of(row) | {"version": row.version} for place, row in everything().items()}


@pytest.mark.parametrize("model", EDITED, ids=name)
def test_every_kind_of_row_reads_as_if_it_were_written(ann, model):
    draft_new_row(ann, model)
    published = said_by_all()
    with trying(only_draft()):
        written = said_by_all()
    with as_drafted(only_draft()):
        read = said_by_all()
    new = {place for place in written if place not in published}
    assert any(place[0] is model for place in new)
    for place, values in written.items():
        ignored = {"version"} if place in new else set()  # it counts saves, of which a new row has had none
        assert {n: v for n, v in read[place].items() if n not in ignored} == {
            n: v for n, v in values.items() if n not in ignored
        }
    assert read.keys() == written.keys()
    assert said_by_all() == published


@pytest.fixture
def stage(ann):
    """A guide of which a draft changes, removes and adds something."""
    ladder = LadderFactory(rungs=2)
    salaries = [SalaryFactory(career=ladder.career, source=ladder.source, level=rung) for rung in ladder.rungs.all()]
    path, credential, point = PathFactory(career=ladder.career), CredentialFactory(), PointFactory(career=ladder.career)
    draft_change(ann, salaries[0], median=48_321, note="100% & 'quoted'")
    draft_change(ann, path, credentials=[credential])
    draft_change(ann, ladder.career, summary="What they do, in a draft.")
    draft_new_row(ann, Point, career=ladder.career, label="Calm")
    draft_new_row(ann, Career, title="Coder", slug="coder")
    draft_removal(ann, point)
    return {"salary": salaries[0], "path": path, "career": ladder.career, "credential": credential, "point": point}


def test_what_is_read_is_as_if_it_were_written(ann, stage):
    published = said_by_all()
    with trying(only_draft()):
        written = said_by_all()
    with as_drafted(only_draft()):
        read = said_by_all()
        assert Salary.objects.get(median__gte=48_321).note == "100% & 'quoted'"
        assert list(Salary.objects.filter(median__lt=48_000).order_by("-median").values_list("median", flat=True))
        assert list(stage["path"].credentials.all()) == [stage["credential"]]
        assert Path.objects.filter(credentials=stage["credential"]).count() == 1
        assert not Point.objects.filter(pk=stage["point"].pk).exists()
        assert Career.objects.get(slug="coder").title == "Coder"
    for values in (*read.values(), *written.values()):
        values.pop("version")
    assert read == written
    assert said_by_all() == published


def test_versions_are_those_that_a_save_finds(ann, stage):
    with trying(only_draft()):
        written = Salary.objects.get(pk=stage["salary"].pk).version
    with as_drafted(only_draft()):
        assert Salary.objects.get(pk=stage["salary"].pk).version == written


def test_nothing_can_be_written_over_it(ann, stage):
    draft = only_draft()
    with as_drafted(draft), pytest.raises(WriteRefused), transaction.atomic():
        stage["career"].save()
    with as_drafted(draft), pytest.raises(WriteRefused), transaction.atomic():
        Point.objects.update(label="Written")


def addresses(stage):
    salary, career = stage["salary"], stage["career"]
    draft = only_draft()
    first = salary.history.earliest()
    yield reverse("admin:index")
    for model in EDITED:
        yield admin_url(model, "changelist")
        yield admin_url(model, "export", "csv") if model in (Salary, Point, Path) else admin_url(model, "changelist")
    for row in (salary, career, stage["path"], salary.level.ladder, career.field):
        yield from (admin_url(row), admin_url(row, "history"), admin_url(row, "delete"))
    for proposal in draft.proposals.filter(kind="created"):
        yield reverse(f"admin:{proposal.model.replace('.', '_')}_change", args=[proposal.row])
    yield reverse("admin:salaries_salary_grid")
    yield reverse("admin:salaries_salary_restore", args=[salary.pk, first.history_id])
    yield reverse("admin:careers_point_add") + f"?career={career.pk}"
    yield admin_url(Salary, "changelist") + "?q=48%25+%2C321"
    asked = {"app_label": "careers", "model_name": "point", "field_name": "career", "term": "cod"}
    yield reverse("admin:autocomplete", query=asked)
    yield draft.desk_url
    yield admin_url(Draft, "changelist")
    for page in (f"/careers/{career.slug}/", "/careers/coder/", f"/figures/{salary.key}/"):
        yield reverse("admin:editorial_draft_preview", args=[draft.pk], query={"page": page})


def test_every_page_of_the_desk_is_read_by_selects_alone(desk, stage):
    for url in addresses(stage):
        with CaptureQueriesContext(connection) as queries:
            answer = desk.get(url)
        assert answer.status_code == 200, url
        assert not [query["sql"] for query in queries if not READS.match(query["sql"])], url


def test_it_is_seen_in_lists_forms_choices_files_and_previews(desk, bens_desk, stage):
    listed = desk.get(admin_url(Point, "changelist"))
    assert "Calm" in listed.text
    assert stage["point"].pk not in [row.pk for row in listed.context["cl"].result_list]
    assert "Calm" not in bens_desk.get(admin_url(Point, "changelist")).text
    assert filled_in(desk.get(admin_url(stage["salary"])))["median"] == ["48321"]
    assert filled_in(desk.get(admin_url(stage["path"])))["credentials"] == [str(stage["credential"].pk)]
    assert "48321" in desk.get(admin_url(Salary, "export", "csv")).text
    asked = {"app_label": "careers", "model_name": "point", "field_name": "career", "term": "cod"}
    offered = desk.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [choice["text"] for choice in offered] == ["Coder"]
    preview = reverse("admin:editorial_draft_preview", args=[only_draft().pk])
    assert "$48,321" in desk.get(preview, {"page": f"/figures/{stage['salary'].key}/"}).text


def test_the_number_of_queries_does_not_grow_with_the_draft(desk, ann, stage):
    url = admin_url(Point, "changelist")
    with CaptureQueriesContext(connection) as few:
        desk.get(url)
    for _ in range(5):
        draft_new_row(ann, Point, career=stage["career"])
    with CaptureQueriesContext(connection) as many:
        desk.get(url)
    assert len(many) == len(few)


def test_a_row_added_by_somebody_else_below_one_that_is_to_go_goes_with_it(desk, ann):
    career = CareerFactory()
    draft_removal(ann, career)
    PointFactory(career=career, label="Added since")
    listed = desk.get(admin_url(Point, "changelist"))
    assert listed.status_code == 200
    assert "Added since" not in listed.text
