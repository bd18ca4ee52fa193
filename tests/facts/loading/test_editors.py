"""What an editor has changed is never written over; it is said to be kept."""

import pytest

from careers.models import Career
from education.models import Credential, Path
from facts.actions import publishing
from facts.models import Edition, LoadedRow, Place
from salaries.models import Salary
from tests.factories import ReleaseFactory
from tests.facts.loading.rows import CAREER, GUIDE, SOURCE, place, salary


@pytest.fixture
def loaded(load):
    load(GUIDE + salary())
    return Salary.objects.get()


def edit(row, **said):
    with publishing(act=Edition.Act.EDIT, reason="Corrected.") as publication:
        for name, value in said.items():
            setattr(row, name, value)
        row.save()
        publication.changed(row)


def test_an_edited_row_is_kept_and_listed_with_what_differs(loaded, load):
    edit(loaded, median=40_000, note="Read again.")
    ran = load(GUIDE + salary(median=39_000))
    assert ran.said == [
        "rows.yaml: 3 as they were, 1 left to the editors",
        "kept the editor's: salaries.salary guide-median (median, note)",
        "Nothing has changed.",
    ]
    assert Salary.objects.get().median == 40_000
    assert Salary.objects.get().history.count() == 2


def test_it_is_kept_the_next_time_too(loaded, load):
    edit(loaded, median=40_000)
    for median in (39_000, 39_500):
        load(GUIDE + salary(median=median))
        assert Salary.objects.get().median == 40_000


def test_the_other_rows_of_the_file_are_loaded(loaded, load):
    edit(loaded, median=40_000)
    ran = load(GUIDE + salary(median=39_000) + salary("guide-mean"))
    assert ran.said[0] == "rows.yaml: 1 new, 3 as they were, 1 left to the editors"


def test_an_edit_of_what_a_row_is_tied_to_is_kept(load):
    rows = GUIDE + (
        "- model: education.credential\n  fields: {slug: rhit, name: RHIT, kind: certification}\n"
        "- model: education.path\n  fields: {key: p, source: [a-guide], locator: L, career: [clerk], name: Degree, "
        "as_printed: 2 years, credentials: [[rhit]]}\n"
    )
    load(rows)
    Path.objects.get().credentials.add(Credential.objects.create(slug="rhia", name="RHIA", kind="certification"))
    ran = load(rows)
    assert "kept the editor's: education.path p (credentials)" in ran.said
    assert Path.objects.get().credentials.count() == 2


def test_an_editor_who_saves_a_form_as_it_was_has_changed_nothing(load):
    load(GUIDE + salary(note='"Two\\nlines.\\n"'))
    edit(Salary.objects.get(), note="Two\r\nlines.")
    assert "1 changed" in load(GUIDE + salary(note='"Two\\nlines.\\n"', median=39_000)).out
    assert Salary.objects.get().median == 39_000


def test_an_edit_that_is_taken_back_leaves_the_row_to_the_file_again(loaded, load):
    edit(loaded, median=40_000)
    load(GUIDE + salary(median=39_000))
    edit(Salary.objects.get(), median=38_000)
    load(GUIDE + salary(median=39_000))
    assert Salary.objects.get().median == 39_000


def test_an_edit_that_the_file_then_has_too_leaves_the_row_to_the_file_again(loaded, load):
    edit(loaded, median=39_000)
    assert load(GUIDE + salary(median=39_000)).said[0] == "rows.yaml: 4 as they were"
    load(GUIDE + salary(median=39_500))
    assert Salary.objects.get().median == 39_500


def test_a_row_that_an_editor_made_is_kept(load):
    Place.objects.create(code="US", name="America", kind="country")
    ran = load(place())
    assert "kept the editor's: facts.place US (name)" in ran.said
    assert Place.objects.get().name == "America"


def test_a_row_that_an_editor_removed_stays_removed(loaded, load):
    loaded.delete()
    for median in (38_000, 39_000):
        ran = load(GUIDE + salary(median=median))
        assert "kept the editor's: salaries.salary guide-median (removed)" in ran.said
    assert not Salary.objects.exists()


def test_what_needs_a_removed_row_stays_away_with_it(loaded, load):
    loaded.delete()
    Career.objects.get().delete()
    ran = load(GUIDE + salary() + salary("guide-mean"))
    assert not ran.err
    assert set(ran.said[1:-1]) == {
        "kept the editor's: careers.career clerk (removed)",
        "kept the editor's: salaries.salary guide-median (removed)",
        "kept the editor's: salaries.salary guide-mean (needs careers.career clerk, which was removed)",
    }
    assert not Salary.objects.exists()


def test_a_change_that_leads_to_a_removed_row_is_not_made(load):
    other = CAREER.replace("clerk", "keeper").replace("Records Clerk", "Keeper").partition("- model: careers.career")
    keeper = other[1] + other[2]
    load(GUIDE + keeper + salary())
    Career.objects.get(slug="keeper").delete()
    ran = load(GUIDE + keeper + salary(career="[keeper]"))
    assert (
        "kept the editor's: salaries.salary guide-median (needs careers.career keeper, which was removed)" in ran.said
    )
    assert Salary.objects.get().career.slug == "clerk"


def test_what_an_editor_added_beside_the_files_rows_is_left_alone(loaded, load):
    Salary.objects.create(
        key="editors-own",
        source=loaded.source,
        locator="Survey",
        as_printed="1",
        career=loaded.career,
        currency="USD",
        median=1,
    )
    assert load(GUIDE + salary()).said[0] == "rows.yaml: 4 as they were"
    assert Salary.objects.filter(key="editors-own").exists()


def test_nothing_is_said_of_rows_in_other_files(load):
    load(SOURCE, name="a.yaml")
    load(place(), name="b.yaml")
    edit(Place.objects.get(), name="America")
    assert load(SOURCE, name="a.yaml").said == ["a.yaml: 1 as they were", "Nothing has changed."]
    assert LoadedRow.objects.count() == 2


def test_a_row_that_an_unfinished_import_has_made_is_taken_over(load):
    release = ReleaseFactory(importing=True)
    Place.objects.create(code="US", name="U.S.", kind="country", arriving_with=release)
    load(place())
    assert Place.objects.get(code="US").name == "United States"
    release.delete()
    assert Place.objects.exists()


def test_no_row_refers_to_one_that_an_unfinished_import_has_made(refuse):
    Place.objects.create(code="US", name="U.S.", kind="country", arriving_with=ReleaseFactory(importing=True))
    assert refuse(place("CA-X", "Part", parent="US")) == [
        "line 1, facts.place CA-X: parent: there is no facts.place US."
    ]
