"""A published figure that says something else is told of, whichever way it was changed."""

from contextlib import suppress

import pytest
from django.contrib.auth.models import User

from facts.actions import publishing
from facts.correcting import Notice
from facts.models import Correction, Edition
from tests import factories as make
from tests.editorial.forms import admin_url, filled_in

pytestmark = pytest.mark.django_db

WRONG = Notice(Correction.Kind.CORRECTION, "A digit was left out.")


def publish(row, notice=None, **said):
    for name, value in said.items():
        setattr(row, name, value)
    with publishing(act=Edition.Act.EDIT, reason="Looked up again.", notice=notice) as publication:
        row.save()
        publication.changed(row)
    return publication.edition


@pytest.fixture
def salary():
    return make.SalaryFactory(median=38_000, mean=42_000, low=None, high=None, as_printed="$38k | $42k")


def test_what_it_said_and_says_is_kept_with_the_reason(salary):
    edition = publish(salary, WRONG, median=38_500)
    (told,) = Correction.objects.all()
    assert (told.edition, told.statement, told.field) == (edition, salary.key, "median")
    assert (told.kind, told.cause) == ("correction", "A digit was left out.")
    assert "$38,000" in told.before
    assert "$38,500" in told.after
    assert told.career_slug == salary.career.slug


def test_without_a_word_it_is_a_revision(salary):
    publish(salary, median=38_500, mean=42_500)
    assert {(told.field, told.kind) for told in Correction.objects.all()} == {
        ("median", "revision"),
        ("mean", "revision"),
    }


@pytest.mark.parametrize(
    "said", [{"note": "Another note."}, {"locator": "Table 2"}, {"as_printed": "$38k"}, {"rank_reason": ""}]
)
def test_what_changes_no_figure_is_no_correction(salary, said):
    publish(salary, **said)
    assert not Correction.objects.exists()


def test_another_place_period_or_mark_makes_another_figure(salary):
    publish(salary, place=make.PlaceFactory(canada=True))
    assert Correction.objects.count() == 2
    publish(salary, marks={"mean": {"approximate": True}})
    assert Correction.objects.filter(field="mean").count() == 2
    assert Correction.objects.filter(field="median").count() == 1


def test_a_figure_that_is_taken_away_is_told_of(salary):
    publish(salary, mean=None, as_printed="$38k")
    (told,) = Correction.objects.all()
    assert (told.field, told.after) == ("mean", "The source gives no such figure any more.")


def test_what_is_new_and_what_was_not_published_is_none():
    with publishing(act=Edition.Act.EDIT, reason="New.") as publication:
        row = make.SalaryFactory(median=1_000)
        publication.created(row)
        row.median = 2_000
        row.save()
        publication.changed(row)
    assert not Correction.objects.exists()


def test_saved_twice_in_one_act_it_is_held_against_what_was_public(salary):
    with publishing(act=Edition.Act.EDIT, reason="Twice.") as publication:
        for median in (1_000, 39_000):
            salary.median = median
            salary.save()
            publication.changed(salary)
    (told,) = Correction.objects.all()
    assert "$38,000" in told.before
    assert "$39,000" in told.after


def test_an_act_that_fails_leaves_no_notice(salary):
    with suppress(ZeroDivisionError), publishing(act=Edition.Act.EDIT, reason="No.") as publication:
        salary.median = 1
        salary.save()
        publication.changed(salary)
        raise ZeroDivisionError
    assert not Correction.objects.exists()


def test_an_editor_says_what_was_wrong_and_readers_see_it_everywhere(client, salary):
    client.force_login(User.objects.create_superuser("editor"))
    address = admin_url(salary)
    form = filled_in(client.get(address)) | {"median": "38500", "correction_kind": "correction", "cause": ""}
    assert "Say how the mistake came about" in client.post(address, form).content.decode()
    assert client.post(address, form | {"cause": "A slip.", "why": "Looked it up."}).status_code == 302
    client.logout()
    for page in (f"/figures/{salary.key}/", "/corrections/", f"/corrections/?career={salary.career.slug}"):
        text = client.get(page).content.decode()
        assert "A slip." in text, page
        assert "$38,000" in text
        assert "$38,500" in text
    assert "A slip." in client.get("/corrections/feed/").content.decode()
    (told,) = client.get(f"/api/v1/corrections/?statement={salary.key}").json()["results"]
    assert (told["kind"], told["cause"], told["reason"]) == ("correction", "A slip.", "Looked it up.")
    assert client.get("/api/v1/corrections.csv").status_code == 200


def test_the_page_narrows_and_says_what_makes_no_sense(client):
    make.CorrectionFactory(kind="correction", cause="A slip.", title="Wrong here")
    make.CorrectionFactory(title="Said otherwise")
    assert "1 notice<" in _one_line(client.get("/corrections/?kind=correction"))
    page = _one_line(client.get("/corrections/?kind=gossip&career=nobody"))
    assert "2 notices" in page
    assert "makes no sense" in page
    assert client.get("/api/v1/corrections/?kind=gossip").status_code == 400


def _one_line(answer):
    return " ".join(answer.content.decode().split())


def test_lists_take_few_queries(client, django_assert_max_num_queries):
    make.CorrectionFactory.create_batch(5)
    with django_assert_max_num_queries(4):
        client.get("/corrections/")
    with django_assert_max_num_queries(6):
        client.get("/api/v1/corrections/")
