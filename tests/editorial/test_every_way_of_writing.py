"""Every way in which a row is written leaves its entry in the history: who, when, why, and what it said before."""

import csv
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from careers.models import Occupation, Point
from facts.actions import publishing
from facts.models import Edition, Place, Release
from salaries.models import Salary
from tests.editorial.drafts import hand_in, only_draft, publish
from tests.editorial.forms import admin_url, filled_in, save
from tests.editorial.test_sheets import exported, give, sheet_of, take
from tests.factories import OccupationFactory, PlaceFactory, PointFactory, ReleaseFactory, SalaryFactory

WHY = "The guide was corrected."
NOBODY = None  # a command has no account


@dataclass
class Told:
    """What the history of a row says of the last thing that was done to it."""

    kind: str
    who: str | None
    why: str
    old: Any
    new: Any


def told(row, field: str) -> Told:
    """The last entry in the row's history, which must be of just now and follow on what was there before."""
    latest, *earlier = type(row).history.filter(id=row.pk).order_by("-history_id").select_related("history_user")
    assert timezone.now() - latest.history_date < timedelta(minutes=1)
    who = latest.history_user and latest.history_user.username
    old = getattr(earlier[0], field) if earlier else None
    new = None if latest.history_type == "-" else getattr(latest, field)
    return Told(latest.history_type, who, latest.history_change_reason, old, new)


@pytest.fixture
def salary(db):
    return SalaryFactory(by_level=True)


class TestAtTheDesk:
    CHANGED = Told("~", "ann", WHY, 38_000, 39_000)

    def test_a_form(self, desk, salary):
        save(desk, salary, median="39000", why=WHY)
        assert told(salary, "median") == self.CHANGED

    def test_a_new_row(self, desk, salary):
        assert save(desk, Place, code="CA", name="Canada", kind="country", why=WHY).status_code == 302
        assert told(Place.objects.get(code="CA"), "name") == Told("+", "ann", WHY, None, "Canada")

    def test_a_row_on_anothers_form(self, desk, salary):
        save(desk, salary.level.ladder, **{"salaries-0-median": "39000"}, why=WHY)
        assert told(salary, "median") == self.CHANGED

    def test_a_removal(self, desk, salary):
        desk.post(admin_url(salary, "delete"), filled_in(desk.get(admin_url(salary, "delete")), why=WHY))
        assert told(salary, "median") == Told("-", "ann", WHY, 38_000, None)

    def test_an_action_on_a_list(self, desk):
        point, url = PointFactory(label="Calm"), admin_url(Point, "changelist")
        question = desk.post(url, {"action": "delete_selected", "_selected_action": [point.pk]})
        desk.post(url, filled_in(question, why=WHY))
        assert told(point, "label") == Told("-", "ann", WHY, "Calm", None)

    def test_a_list_as_a_table(self, desk, salary):
        url = reverse("admin:salaries_salary_grid")
        desk.post(url, filled_in(desk.get(url), **{"form-0-median": "39000"}, why=WHY) | {"_save": "yes"})
        assert told(salary, "median") == self.CHANGED

    def test_a_sheet(self, desk, salary):
        (row,) = exported(desk, Salary)
        take(desk, Salary, give(desk, Salary, sheet_of([row | {"median": "39000"}])), why=WHY)
        assert told(salary, "median") == self.CHANGED

    def test_bringing_an_earlier_version_back(self, desk, salary):
        first = salary.history.get()
        save(desk, salary, median="39000")
        url = reverse("admin:salaries_salary_restore", args=[salary.pk, first.history_id])
        desk.post(url, filled_in(desk.get(url), why=WHY))
        assert told(salary, "median") == Told("~", "ann", WHY, 39_000, 38_000)

    def test_a_draft_when_it_is_published_and_not_before(self, desk, bens_desk, salary, review):
        save(desk, salary, median="39000", why=WHY)
        hand_in(desk, only_draft(), "Pay by level was corrected.")
        assert salary.history.count() == 1
        publish(bens_desk, only_draft())
        assert told(salary, "median") == self.CHANGED
        edition = Edition.objects.get()
        assert (edition.by.username, edition.reason) == ("ben", "Pay by level was corrected.")

    def test_a_draft_whose_change_has_no_words_of_its_own(self, desk, bens_desk, salary, review):
        save(desk, salary, median="39000")
        hand_in(desk, only_draft(), WHY)
        publish(bens_desk, only_draft(), reason="As proposed.")
        assert told(salary, "median") == self.CHANGED

    def test_a_release_that_is_withdrawn(self, desk):
        release = ReleaseFactory()
        save(desk, release, state="withdrawn", withdrawn_because="A wrong file.", why=WHY)
        assert told(release, "state") == Told("~", "ann", WHY, "ready", "withdrawn")


class TestByCommand:
    PLACE = "- model: facts.place\n  fields: {{code: US, name: {name}, kind: country}}\n"

    def load(self, folder, name):
        path = folder / "places.yaml"
        path.write_text(self.PLACE.format(name=name))
        call_command("load_guides", path, verbosity=0)

    def test_a_fixture_that_is_loaded(self, tmp_path, db):
        self.load(tmp_path, "America")
        assert told(Place.objects.get(), "name") == Told("+", NOBODY, "Loaded from places.yaml.", None, "America")

    def test_a_fixture_that_is_loaded_again(self, tmp_path, db):
        self.load(tmp_path, "America")
        self.load(tmp_path, "The States")
        why = "Loaded from places.yaml."
        assert told(Place.objects.get(), "name") == Told("~", NOBODY, why, "America", "The States")

    def test_a_release_that_is_imported_and_the_rows_that_come_with_it(self, tmp_path, db):
        old = OccupationFactory(code="29-2072", title="Medical records specialists")
        path = tmp_path / "soc_structure_2018.csv"
        with path.open("w", newline="") as file:
            csv.writer(file).writerows(
                [
                    ["2018 SOC"],
                    ["Major Group", "Minor Group", "Broad Group", "Detailed Occupation", ""],
                    ["29-0000", "", "", "", "Healthcare Occupations"],
                    ["", "", "", "29-2072", "Medical Records Specialists"],
                ]
            )
        call_command("import_release", "soc", path, verbosity=0)
        release = Release.objects.get(source__slug="soc")
        counts = "1 new, 1 changed, 0 gone"
        why = f"Imported {release.source.title}, {release.label}"
        assert told(release, "state").why == f"{why}: {counts}."
        new = told(Occupation.objects.get(code="29-0000"), "title")
        assert new == Told("+", NOBODY, f"{why}: {counts}.", None, "Healthcare Occupations")
        assert told(release.source, "title") == Told("+", NOBODY, f"{why}: {counts}.", None, release.source.title)
        assert told(old, "title") == Told("~", NOBODY, f"{why}.", old.title, "Medical Records Specialists")

    def test_a_release_that_is_withdrawn_and_brought_back(self, db):
        release = ReleaseFactory()
        slugs = (release.source.slug, release.slug)
        call_command("withdraw_release", *slugs, because="A wrong file.", verbosity=0)
        assert told(release, "state") == Told("~", NOBODY, f"Withdrew {release}: A wrong file.", "ready", "withdrawn")
        call_command("withdraw_release", *slugs, restore=True, verbosity=0)
        assert told(release, "state") == Told("~", NOBODY, f"Brought {release} back.", "withdrawn", "ready")

    def test_any_other_code_that_publishes(self, ann):
        place = PlaceFactory(name="America")
        with publishing(act=Edition.Act.EDIT, reason=WHY, by=ann) as publication:
            place.name = "The States"
            place.save()
            publication.changed(place)
        assert told(place, "name") == Told("~", "ann", WHY, "America", "The States")
