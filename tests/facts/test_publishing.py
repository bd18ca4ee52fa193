"""Every publishing act makes the next edition, with what it changed, or leaves nothing."""

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from facts.actions import career_slug_of, natural_key_text, publishing
from facts.models import Change, Edition, Place
from tests.factories import (
    CareerFactory,
    EditionFactory,
    IndustryFactory,
    LadderFactory,
    PlaceFactory,
    RungFactory,
    SalaryFactory,
    WageFactory,
)

pytestmark = pytest.mark.django_db

LOAD = {"act": Edition.Act.LOAD, "reason": "Loaded from common.yaml."}


def publish(*rows):
    with publishing(**LOAD) as publication:
        for row in rows:
            publication.created(row)
    return publication.edition


def test_an_act_makes_one_edition_with_who_and_why():
    editor = get_user_model().objects.create_user("editor")
    with publishing(act=Edition.Act.EDIT, reason="A typing error.", by=editor) as publication:
        publication.changed(PlaceFactory())
        publication.changed(IndustryFactory())
    edition = Edition.objects.get()
    assert edition == publication.edition
    assert (edition.act, edition.reason, edition.by) == (Edition.Act.EDIT, "A typing error.", editor)
    assert edition.published_at.utcoffset().total_seconds() == 0


def test_editions_are_numbered_one_after_the_other():
    place = PlaceFactory()
    assert [publish(place).number for _ in range(3)] == [1, 2, 3]


def test_the_next_number_follows_the_highest_there_is():
    EditionFactory(number=41)
    EditionFactory(number=7)
    assert publish(PlaceFactory()).number == 42


def test_where_nothing_is_noted_no_edition_is_made():
    with publishing(**LOAD) as publication:
        PlaceFactory()
    assert publication.edition is None
    assert Place.objects.count() == 1
    assert not Edition.objects.exists()


def fail():
    raise ZeroDivisionError


def publish_and_fail():
    with publishing(**LOAD) as publication:
        publication.created(PlaceFactory())
        fail()


def publish_inside_of_what_fails():
    with transaction.atomic():
        publish(PlaceFactory())
        fail()


@pytest.mark.parametrize("act", [publish_and_fail, publish_inside_of_what_fails])
def test_a_failure_inside_or_around_leaves_nothing(act):
    with pytest.raises(ZeroDivisionError):
        act()
    assert not Place.objects.exists()
    assert not Edition.objects.exists()
    assert not Change.objects.exists()


def test_a_failure_takes_no_number():
    place = PlaceFactory()
    publish(place)
    with pytest.raises(IntegrityError), publishing(act=Edition.Act.EDIT, reason="") as publication:
        publication.changed(place)
    assert publish(place).number == 2


def test_every_kind_of_change_is_kept_as_it_was_then():
    ladder = LadderFactory(career=CareerFactory(slug="clerk"))
    rung = RungFactory(ladder=ladder, title="Senior Clerk")
    place, wage = PlaceFactory(), WageFactory()
    with publishing(**LOAD) as publication:
        publication.created(place)
        publication.changed(wage.release, rows=36_000)
        publication.removed(rung)
        rung.delete()
    created, changed, removed = Change.objects.all()
    assert (created.kind, created.model, created.key, created.title) == (
        "created",
        "facts.place",
        "US",
        "United States",
    )
    assert (changed.kind, changed.key, changed.rows) == ("changed", "bls-oews/may-2024", 36_000)
    assert (removed.kind, removed.title, removed.career_slug) == ("removed", "Senior Clerk", "clerk")
    assert {change.edition for change in (created, changed, removed)} == {publication.edition}


def test_a_title_longer_than_its_room_is_cut():
    place = PlaceFactory(name="X" * 150)
    place.name = "X" * 300
    with publishing(**LOAD) as publication:
        publication.changed(place)
    assert Change.objects.get().title == "X" * 250


def test_a_row_saved_inside_has_the_reason_in_its_history():
    with publishing(**LOAD) as publication:
        publication.created(salary := SalaryFactory())
    assert salary.history.get().history_change_reason == LOAD["reason"]


@pytest.mark.parametrize(
    ("factory", "said", "key"),
    [
        (PlaceFactory, {}, "US"),
        (SalaryFactory, {"key": "himalayas-mra-median"}, "himalayas-mra-median"),
        (WageFactory, {"occupation__code": "29-2072"}, "bls-oews/may-2024/soc-2018/29-2072/US/000000"),
    ],
)
def test_a_natural_key_is_one_text(factory, said, key):
    assert natural_key_text(factory(**said)) == key


def test_a_row_without_a_natural_key_is_known_by_its_number():
    edition = EditionFactory()
    assert natural_key_text(edition) == str(edition.pk)


@pytest.mark.parametrize(
    ("row", "slug"),
    [
        (lambda career: career, "clerk"),
        (lambda career: SalaryFactory(career=career), "clerk"),
        (lambda career: RungFactory(ladder=LadderFactory(career=career)), "clerk"),
        (lambda career: PlaceFactory(), ""),
        (lambda career: WageFactory(), ""),
    ],
    ids=["the career", "its salary", "its rung", "a place", "a wage"],
)
def test_a_change_belongs_to_the_career_whose_guide_it_changes(row, slug):
    assert career_slug_of(row(CareerFactory(slug="clerk"))) == slug
