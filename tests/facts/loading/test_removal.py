"""Rows that left their file go, unless somebody needs them or has made them their own."""

from careers.models import Career, Ladder, Rung
from education.models import Credential, Path, Step
from facts.actions import publishing
from facts.models import Change, Edition, LoadedRow, Place, Source
from salaries.models import Salary
from tests.facts.loading.rows import CAREER, GUIDE, SOURCE, place, salary, step

LADDER = """
- model: careers.ladder
  fields: {key: ladder, source: [a-guide], locator: Path, career: [clerk]}
- model: careers.rung
  fields: {key: rung-1, source: [a-guide], locator: Path, ladder: [ladder], position: 1, title: Junior}
"""


def test_a_row_that_left_its_file_is_removed_with_a_reason(load):
    load(GUIDE + salary() + salary("guide-mean"))
    assert "rows.yaml: 1 removed, 4 as they were" in load(GUIDE + salary()).said
    assert [salary.key for salary in Salary.objects.all()] == ["guide-median"]
    gone = Salary.history.get(key="guide-mean", history_type="-")
    assert gone.history_change_reason == "Loaded the guide by Himalayas: A guide."
    change = Change.objects.get(edition__number=2)
    assert (change.kind, change.key, change.career_slug) == ("removed", "guide-mean", "clerk")
    assert not LoadedRow.objects.filter(key__contains="guide-mean").exists()


def test_rows_that_rest_on_one_another_are_removed_together(load):
    load(GUIDE + LADDER + salary(level="[rung-1]"))
    assert load(SOURCE).said[0] == "rows.yaml: 5 removed, 1 as they were"
    assert not Career.objects.exists()
    assert Source.objects.exists()


def test_a_row_gives_its_place_to_the_one_that_comes_for_it(load):
    load(GUIDE + step(1, "learn"))
    load(GUIDE + step(1, "study"))
    assert Step.objects.get().key == "study"


def test_a_row_goes_when_what_needed_it_needs_another_now(load):
    load(GUIDE + LADDER + salary(level="[rung-1]"))
    second = LADDER.replace("rung-1", "rung-2").replace("position: 1", "position: 2")
    assert (
        load(GUIDE + second + salary(level="[rung-2]")).said[0]
        == "rows.yaml: 1 new, 1 changed, 1 removed, 4 as they were"
    )
    assert Rung.objects.get().key == "rung-2"
    assert Salary.objects.get().level.key == "rung-2"


def test_a_row_that_an_editor_changed_stays_as_the_editors_own(load):
    load(place() + place("CA", "Canada"))
    Place.objects.filter(code="CA").update(name="Canada, all of it")
    ran = load(place())
    assert "kept the editor's: facts.place CA (no longer in the file, and edited)" in ran.said
    assert Place.objects.filter(code="CA").exists()
    assert load(place()).said == ["rows.yaml: 1 as they were", "Nothing has changed."]


def test_a_row_that_an_editors_row_needs_stays(load):
    load(GUIDE + place())
    career = Career.objects.get()
    Salary.objects.create(
        key="own",
        source=Source.objects.get(),
        locator="Survey",
        as_printed="1",
        career=career,
        currency="USD",
        median=1,
    )
    ran = load(SOURCE + place())
    why = "no longer in the file, but salaries.salary “Records Clerk: 1” rests on it"
    assert f"kept the editor's: careers.career clerk ({why})" in ran.said
    assert Salary.objects.exists()


def test_a_row_that_keeps_others_from_going_goes_when_it_is_free(load):
    load(GUIDE + LADDER)
    own = Salary.objects.create(
        key="own",
        source=Source.objects.get(),
        locator="Survey",
        as_printed="1",
        career=Career.objects.get(),
        level=Rung.objects.get(),
        currency="USD",
        median=1,
    )
    ran = load(GUIDE)
    assert "careers.rung rung-1 (no longer in the file, but salaries.salary" in ran.out
    assert "careers.ladder ladder (no longer in the file, but" in ran.out
    own.level = None
    own.save()
    assert load(GUIDE).said[0] == "rows.yaml: 2 removed, 3 as they were"
    assert not Ladder.objects.exists()


def test_a_credential_that_an_editor_tied_something_to_stays(load):
    credential = "- model: education.credential\n  fields: {slug: rhit, name: RHIT, kind: certification}\n"
    load(GUIDE + credential)
    path = Path.objects.create(
        key="own",
        source=Source.objects.get(),
        locator="Survey",
        as_printed="1",
        career=Career.objects.get(),
        name="Own",
    )
    path.credentials.add(Credential.objects.get())
    assert "education.credential rhit (no longer in the file, but" in load(GUIDE).out
    assert path.credentials.count() == 1


def test_a_row_goes_with_its_own_ties(load):
    credential = "- model: education.credential\n  fields: {slug: rhit, name: RHIT, kind: certification}\n"
    path = (
        "- model: education.path\n  fields: {key: p, source: [a-guide], locator: L, career: [clerk], name: Degree, "
        "as_printed: 2 years, credentials: [[rhit]]}\n"
    )
    load(GUIDE + credential + path)
    load(GUIDE + credential)
    assert not Path.objects.exists()
    assert Credential.objects.exists()


def test_a_row_that_is_gone_already_is_forgotten(load):
    load(place() + place("CA", "Canada"))
    Place.objects.filter(code="CA").delete()
    assert load(place()).said == ["rows.yaml: 1 as they were", "Nothing has changed."]
    assert LoadedRow.objects.count() == 1
    assert load(place() + place("CA", "Canada")).said[0] == "rows.yaml: 1 new, 1 as they were"


def test_a_file_may_not_refer_to_a_row_that_is_leaving_it(load, refuse):
    load(GUIDE + salary())
    complaints = refuse(CAREER + salary())
    assert complaints == ["line 5, salaries.salary guide-median: source: there is no facts.source a-guide."]
    assert Source.objects.exists()


def test_rows_of_other_files_stay(load):
    load(place(), name="a.yaml")
    load(place("CA", "Canada"), name="b.yaml")
    assert load(place("GB", "United Kingdom"), name="b.yaml").said[0] == "b.yaml: 1 new, 1 removed"
    assert {place.code for place in Place.objects.all()} == {"US", "GB"}


def test_a_row_that_moves_to_another_file_is_not_touched(write, run):
    run(write("a.yaml", SOURCE + place()), write("b.yaml", place("CA", "Canada")))
    before = Place.objects.get(code="US")
    ran = run(write("a.yaml", SOURCE), write("b.yaml", place() + place("CA", "Canada")))
    assert ran.said == ["a.yaml: 1 as they were", "b.yaml: 2 as they were", "Nothing has changed."]
    assert Place.objects.get(code="US") == before
    assert {row.file for row in LoadedRow.objects.filter(model="facts.place")} == {"b.yaml"}


def test_a_file_that_was_emptied_by_mistake_removes_nothing(load, refuse):
    load(place())
    assert refuse("") == ["a fixture is a list of rows, and this has none."]
    assert Place.objects.exists()


def test_an_editors_removal_is_forgotten_with_the_row(load):
    load(place() + place("CA", "Canada"))
    with publishing(act=Edition.Act.EDIT, reason="Not needed.") as publication:
        gone = Place.objects.get(code="CA")
        publication.removed(gone)
        gone.delete()
    load(place())
    assert LoadedRow.objects.count() == 1
