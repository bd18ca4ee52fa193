"""Nothing saved by one editor is lost by another's save, and the history says who, when and why."""

import pytest
from django.contrib.auth import get_user_model
from django.core import serializers
from django.db import transaction

from facts.actions import publishing
from facts.models import Place, VersionConflict
from tests.factories import CredentialFactory, PathFactory, PlaceFactory, SalaryFactory

pytestmark = pytest.mark.django_db


def two_reads(row):
    return [type(row).objects.get(pk=row.pk) for _ in range(2)]


def save_refused(row):
    with pytest.raises(VersionConflict), transaction.atomic():
        row.save()


@pytest.mark.parametrize("factory", [SalaryFactory, PlaceFactory])
def test_the_second_of_two_saves_is_refused_and_the_first_stays(factory):
    mine, theirs = two_reads(factory())
    theirs.save()
    save_refused(mine)
    assert theirs.version == 2
    assert type(mine).objects.get(pk=mine.pk).version == 2


def test_a_save_after_another_of_ones_own_is_not_refused():
    place = PlaceFactory()
    for name in ("Here", "There", "Elsewhere"):
        place.name = name
        place.save()
    assert Place.objects.values_list("name", "version").get() == ("Elsewhere", 4)


def test_saving_some_fields_counts_and_is_checked():
    mine, theirs = two_reads(PlaceFactory())
    theirs.name = "Here"
    theirs.save(update_fields=["name"])
    assert Place.objects.values_list("name", "version").get() == ("Here", 2)
    save_refused(mine)


def test_a_row_removed_by_somebody_else_is_not_put_back():
    mine, theirs = two_reads(PlaceFactory())
    theirs.delete()
    save_refused(mine)
    assert not Place.objects.exists()


def test_a_fixture_loaded_over_a_row_counts_as_a_save():
    place = PlaceFactory()
    mine = Place.objects.get()
    mine.name = "Here"
    mine.save()
    fields = {"code": place.code, "name": "From the fixture", "kind": "country"}
    [again] = serializers.deserialize("python", [{"model": "facts.place", "fields": fields}])
    again.save()
    assert Place.objects.values_list("name", "version").get() == ("From the fixture", 3)
    assert again.object.version == 3
    save_refused(mine)


def test_the_history_says_what_was_done_by_whom_and_why():
    editor = get_user_model().objects.create(username="ann")
    salary = SalaryFactory()
    with publishing(act="edit", reason="The guide has been corrected.", by=editor) as publication:
        salary.median = 48_000
        salary.save()
        publication.changed(salary)
    latest = salary.history.latest()
    assert (latest.history_change_reason, latest.history_user) == ("The guide has been corrected.", editor)
    assert (latest.median, latest.version) == (48_000, 2)


def test_what_is_removed_with_another_row_has_the_reason_too():
    salary = SalaryFactory()
    with publishing(act="edit", reason="No such career.") as publication:
        publication.removed(salary.career)
        salary.career.delete()
    removed = type(salary).history.get(key=salary.key, history_type="-")
    assert removed.history_change_reason == "No such career."


def test_ties_to_others_are_in_the_entry_of_the_same_act():
    first, second = CredentialFactory(), CredentialFactory()
    path = PathFactory(credentials=[first])
    with publishing(act="edit", reason="Another certificate.") as publication:
        path.name = "Another way"
        path.save()
        path.credentials.set([second])
        publication.changed(path)
    latest = path.history.latest()
    assert [tie.credential for tie in latest.credentials.all()] == [second]
    assert path.history.filter(history_change_reason="Another certificate.").count() == 1


def test_ties_changed_in_a_later_act_have_an_entry_of_their_own():
    path = PathFactory()
    entries = path.history.count()
    with publishing(act="edit", reason="A certificate after all."):
        path.credentials.set([CredentialFactory()])
    assert path.history.count() == entries + 1
    assert path.history.latest().history_change_reason == "A certificate after all."
