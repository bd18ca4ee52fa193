"""Two editors on one form: the second is told, keeps every word, and loses nothing of the first's."""

import pytest
from django.db.models.signals import pre_save

from editorial.admin.publishing import PublishingAdmin
from facts.models import Edition, Place, Source
from salaries.models import Salary
from tests.editorial.forms import admin_url, errors, filled_in, save
from tests.factories import (
    AlternateTitleFactory,
    CareerFactory,
    CredentialFactory,
    LadderFactory,
    PathFactory,
    PlaceFactory,
    SalaryFactory,
    SourceFactory,
)


def said(row, *fields):
    return type(row).objects.values_list(*fields).get(pk=row.pk)


def test_the_second_save_is_refused_and_says_who_changed_what(desk, bens_desk):
    salary = SalaryFactory()
    mine = desk.get(admin_url(salary))
    save(bens_desk, salary, median="48000", why="The guide was corrected.")
    answer = desk.post(admin_url(salary), filled_in(mine, median="49000", note="Seen today."))
    assert answer.status_code == 200
    assert said(salary, "median", "note") == (48_000, "")
    words = errors(answer)
    assert "saved by ben" in words
    assert "The guide was corrected." in words
    assert "They saved here: “$48,000 a year”. Before, it said: “$47,190 a year”." in words
    assert Edition.objects.count() == 1


def test_every_word_typed_is_kept_and_saved_by_the_next_try(desk, bens_desk):
    salary = SalaryFactory()
    mine = desk.get(admin_url(salary))
    save(bens_desk, salary, median="48000", population="everyone")
    refused = desk.post(admin_url(salary), filled_in(mine, median="49000", note="Seen today.", why="A newer print."))
    typed = filled_in(refused)
    assert (typed["median"], typed["note"], typed["why"]) == (["49000"], ["Seen today."], ["A newer print."])
    assert desk.post(admin_url(salary), typed).status_code == 302
    # Mine where I typed, Ben's where I did not.
    assert said(salary, "median", "note", "population") == (49_000, "Seen today.", "everyone")
    assert Edition.objects.first().reason == "A newer print."


def test_what_both_changed_to_the_same_is_not_disputed(desk, bens_desk):
    salary = SalaryFactory()
    mine = desk.get(admin_url(salary))
    save(bens_desk, salary, median="48000")
    answer = desk.post(admin_url(salary), filled_in(mine, median="48000", note="Seen today."))
    form = answer.context["adminform"].form
    assert list(form.errors) == ["__all__"]
    assert said(salary, "note") == ("",)


def test_who_typed_nothing_takes_nothing_back(desk, bens_desk):
    salary = SalaryFactory()
    mine = desk.get(admin_url(salary))
    save(bens_desk, salary, median="48000")
    assert desk.post(admin_url(salary), filled_in(mine)).status_code == 302
    assert said(salary, "median") == (48_000,)
    assert Edition.objects.count() == 1


FIELDS = [
    (SalaryFactory, "marks", "median: approximate", {"median": {"approximate": True}}),
    (SalaryFactory, "reference_start", "2023-05-01", None),
    (SalaryFactory, "pay_period", "hour", "hour"),
    (lambda: SourceFactory(also_called=["BLS"]), "also_called", "BLS\nThe Bureau", ["BLS", "The Bureau"]),
]


@pytest.mark.parametrize(("make", "field", "theirs", "kept"), FIELDS[:1] + FIELDS[2:])
def test_what_only_the_other_changed_is_filled_in_whatever_the_field(desk, bens_desk, make, field, theirs, kept):
    row = make()
    mine = desk.get(admin_url(row))
    assert save(bens_desk, row, **{field: theirs}).status_code == 302
    refused = desk.post(admin_url(row), filled_in(mine, note="Seen today."))
    assert refused.status_code == 200
    assert desk.post(admin_url(row), filled_in(refused)).status_code == 302
    assert said(row, field, "note") == (kept, "Seen today.")


def test_what_a_row_is_tied_to_is_merged_as_well(desk, bens_desk):
    first, second = CredentialFactory.create_batch(2)
    path = PathFactory(credentials=[first])
    save(desk, path, note="A version whose ties are known.")
    mine = desk.get(admin_url(path))
    save(bens_desk, path, credentials=[first.pk, second.pk])
    refused = desk.post(admin_url(path), filled_in(mine, name="Another name"))
    assert "Credentials" in errors(refused)
    assert desk.post(admin_url(path), filled_in(refused)).status_code == 302
    path.refresh_from_db()
    assert (path.name, set(path.credentials.all())) == ("Another name", {first, second})


def test_disputed_ties_are_told_by_name(desk, bens_desk):
    first, second, third = CredentialFactory.create_batch(3)
    path = PathFactory(credentials=[first])
    save(desk, path, note="A version whose ties are known.")
    mine = desk.get(admin_url(path))
    save(bens_desk, path, credentials=[second.pk])
    refused = desk.post(admin_url(path), filled_in(mine, credentials=[third.pk]))
    assert f"They saved here: {second}. Before, it said: {first}." in errors(refused)
    assert filled_in(refused)["credentials"] == [str(third.pk)]


def test_a_form_that_does_not_say_which_version_it_was_is_refused(desk):
    salary = SalaryFactory()
    for version in (None, "", "x", "99"):
        answer = save(desk, salary, median="48000", version_read=version)
        assert "Nothing was saved" in errors(answer)
    assert said(salary, "median") == (47_190,)


def test_a_row_without_history_is_not_overwritten_either(desk, bens_desk):
    place = PlaceFactory()
    Place.history.all().delete()
    mine = desk.get(admin_url(place))
    Place.objects.update(name="The States", version=2)
    refused = desk.post(admin_url(place), filled_in(mine, name="USA"))
    assert "saved by somebody else" in errors(refused)
    assert "Before, it said: not known." in errors(refused)
    assert said(place, "name") == ("The States",)


def test_an_editor_who_is_quicker_by_a_moment_loses_nothing(desk, monkeypatch):
    """Ben saves after Ann's form was found to be right, and before her UPDATE."""
    salary = SalaryFactory()
    mine = filled_in(desk.get(admin_url(salary)), median="49000")

    def ben_saves(**_):
        Salary.objects.filter(pk=salary.pk).update(median=48_000, version=2)

    def ben_saves_once(**_):
        pre_save.disconnect(ben_saves_once, sender=Salary)
        ben_saves()

    def ben_stays(admin, *refused):
        ben_saves()  # his save was undone with Ann's, because the test has but one connection
        return overtaken(admin, *refused)

    overtaken = PublishingAdmin._overtaken
    monkeypatch.setattr(PublishingAdmin, "_overtaken", ben_stays)
    pre_save.connect(ben_saves_once, sender=Salary)
    answer = desk.post(admin_url(salary), mine)
    assert answer.status_code == 200
    assert filled_in(answer)["median"] == ["49000"]
    assert said(salary, "median") == (48_000,)
    assert not Edition.objects.exists()
    assert salary.history.count() == 1


class TestRowsOnAnothersForm:
    @pytest.fixture
    def titles(self, db):
        return AlternateTitleFactory.create_batch(2, career=CareerFactory())

    @pytest.fixture
    def career(self, titles):
        return titles[0].career

    def test_different_rows_are_changed_at_once(self, desk, bens_desk, career, titles):
        mine = desk.get(admin_url(career))
        save(bens_desk, career, **{"alternate_titles-0-title": "Ben’s"})
        assert desk.post(admin_url(career), filled_in(mine, **{"alternate_titles-1-title": "Ann’s"})).status_code == 302
        assert [said(title, "title") for title in titles] == [("Ben’s",), ("Ann’s",)]

    def test_the_same_row_is_refused_for_the_second(self, desk, bens_desk, career, titles):
        mine = desk.get(admin_url(career))
        save(bens_desk, career, **{"alternate_titles-0-title": "Ben’s"})
        changes = {"alternate_titles-0-title": "Ann’s", "summary": "Ann’s summary."}
        answer = desk.post(admin_url(career), filled_in(mine, **changes))
        assert "They saved here: “Ben’s”." in errors(answer)
        assert said(titles[0], "title") == ("Ben’s",)
        assert filled_in(answer)["summary"] == ["Ann’s summary."]
        assert desk.post(admin_url(career), filled_in(answer)).status_code == 302
        assert said(titles[0], "title") == ("Ann’s",)
        assert said(career, "summary") == ("Ann’s summary.",)

    def test_a_row_that_was_changed_is_not_removed_unseen(self, desk, bens_desk, career, titles):
        mine = desk.get(admin_url(career))
        save(bens_desk, career, **{"alternate_titles-0-title": "Ben’s"})
        answer = desk.post(admin_url(career), filled_in(mine, **{"alternate_titles-0-DELETE": "on"}))
        assert "so it was not deleted" in errors(answer)
        assert said(titles[0], "title") == ("Ben’s",)
        assert desk.post(admin_url(career), filled_in(answer)).status_code == 302
        assert not type(titles[0]).objects.filter(pk=titles[0].pk).exists()

    def test_words_typed_into_a_row_that_is_gone_are_kept(self, desk, bens_desk, career, titles):
        mine = desk.get(admin_url(career))
        save(bens_desk, career, **{"alternate_titles-0-DELETE": "on"})
        answer = desk.post(admin_url(career), filled_in(mine, **{"alternate_titles-0-title": "Ann’s"}))
        assert answer.status_code == 200
        assert f"“{titles[0]}” was removed by somebody else" in errors(answer)
        typed = filled_in(answer)
        assert typed["alternate_titles-0-title"] == ["Ann’s"]
        assert typed["alternate_titles-1-title"] == [titles[1].title]
        assert desk.post(admin_url(career), typed | {"alternate_titles-0-DELETE": "on"}).status_code == 302

    def test_words_typed_beside_rows_that_are_gone_with_their_rungs_are_kept(self, desk):
        ladder = LadderFactory(rungs=3)
        rows = [SalaryFactory(career=ladder.career, source=ladder.source, level=rung) for rung in ladder.rungs.all()]
        mine = desk.get(admin_url(ladder))
        for row in rows[:2]:
            row.delete()
            row.level.delete()
        answer = desk.post(admin_url(ladder), filled_in(mine, **{"salaries-2-as_printed": "Ann’s"}))
        assert answer.status_code == 200
        assert errors(answer).count("was removed by somebody else") == 4
        assert filled_in(answer)["salaries-2-as_printed"] == ["Ann’s"]

    def test_names_stay_beside_their_rows_when_one_was_added_before_them(self, desk, bens_desk):
        ladder = LadderFactory(rungs=2)
        mine = desk.get(admin_url(ladder))
        ladder.rungs.filter(position=1).update(position=9)
        answer = desk.post(admin_url(ladder), filled_in(mine, **{"rungs-0-position": "0"}))
        rows = [row for row in answer.context["inline_admin_formsets"][0] if row.original]
        assert [row.original.pk for row in rows] == [int(row.form["id"].value()) for row in rows]


class TestRemoval:
    def test_what_was_saved_since_the_question_is_not_removed(self, desk, bens_desk):
        salary = SalaryFactory()
        question = desk.get(admin_url(salary, "delete"))
        save(bens_desk, salary, median="48000")
        answer = desk.post(admin_url(salary, "delete"), filled_in(question, why="Said twice."), follow=True)
        assert "saved or removed by somebody else" in answer.content.decode()
        assert "You had written: “Said twice.”" in answer.content.decode()
        assert said(salary, "median") == (48_000,)
        assert desk.post(admin_url(salary, "delete"), filled_in(answer)).status_code == 302
        assert not Salary.objects.exists()

    def test_one_changed_row_among_several_keeps_them_all(self, desk, bens_desk):
        rows = [SalaryFactory(), SalaryFactory()]
        url = admin_url(Salary, "changelist")
        question = desk.post(url, {"action": "delete_selected", "_selected_action": [row.pk for row in rows]})
        save(bens_desk, rows[1], median="48000")
        answer = desk.post(url, filled_in(question), follow=True)
        assert "saved or removed by somebody else" in answer.content.decode()
        assert Salary.objects.count() == 2
        assert Edition.objects.count() == 1

    def test_a_removal_that_nobody_was_asked_about_is_refused(self, desk):
        salary = SalaryFactory()
        desk.post(admin_url(salary, "delete"), {"post": "yes"})
        url = admin_url(Salary, "changelist")
        desk.post(url, {"action": "delete_selected", "_selected_action": [salary.pk], "post": "yes"})
        assert Salary.objects.exists()

    def test_words_typed_on_a_row_that_is_gone_are_shown(self, desk, bens_desk):
        source = SourceFactory()
        mine = desk.get(admin_url(source))
        bens_desk.post(admin_url(source, "delete"), filled_in(bens_desk.get(admin_url(source, "delete"))))
        answer = desk.post(admin_url(source), filled_in(mine, note="A long note <b>typed</b> for an hour."))
        assert answer.status_code == 410
        assert "A long note &lt;b&gt;typed&lt;/b&gt; for an hour." in answer.content.decode()
        assert not Source.objects.exists()
