"""A guide as an earlier edition had it, and what each edition says it changed."""

from contextlib import suppress

import pytest

from careers.models import Career
from facts.actions import publishing
from facts.models import Edition, FrozenGuide
from tests.factories import CareerFactory, LadderFactory, PlaceFactory, PointFactory, SalaryFactory
from tests.published import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _the_site_is_where_it_is_asked(settings):
    """Addresses in what is frozen are the site’s own, whoever asks."""
    settings.SITE_URL = "http://testserver"


@pytest.fixture
def keeper():
    with publishing(act=Edition.Act.LOAD, reason="A new guide.") as publication:
        career = CareerFactory(slug="keeper", title="Keeper of Records")
        publication.created(career)
    return career


def add(row):
    """Publish a row that is there already."""
    with publishing(act=Edition.Act.EDIT, reason="Added.") as publication:
        publication.created(row)
    return publication.edition


def test_an_edition_gives_the_guide_as_it_left_it(ask, keeper):
    before = ask("careers/keeper/?include=salaries,outlooks,paths")
    first = Edition.objects.get().number
    second = publish(keeper, title="Archivist")
    assert ask(f"careers/keeper/?edition={first}&include=salaries,outlooks,paths") == before
    assert ask(f"careers/keeper/?edition={second}")["title"] == ask("careers/keeper/")["title"] == "Archivist"


def test_an_edition_that_changed_nothing_of_it_has_it_as_the_one_before(ask, keeper):
    other = CareerFactory()
    number = publish(other, title="Other")
    assert ask(f"careers/keeper/?edition={number}")["title"] == "Keeper of Records"
    assert not FrozenGuide.objects.filter(edition__number=number, career_slug="keeper").exists()


def test_the_fields_are_chosen_as_ever_and_in_their_order(ask, keeper):
    point = PointFactory(career=keeper)
    number = add(point).number
    assert list(ask(f"careers/keeper/?edition={number}")) == list(ask("careers/keeper/"))
    assert ask(f"careers/keeper/?edition={number}&fields=slug,pros") == ask("careers/keeper/?fields=slug,pros")
    assert "salaries" not in ask(f"careers/keeper/?edition={number}")
    assert ask(f"careers/keeper/?edition={number}&include=salaries")["salaries"] == []


def test_a_figure_keeps_its_words(ask, keeper):
    salary = SalaryFactory(career=keeper)
    number = add(salary).number
    shown = ask("careers/keeper/?include=salaries")["salaries"]
    publish(salary, median=99_000)
    assert ask(f"careers/keeper/?edition={number}&include=salaries")["salaries"] == shown
    assert shown[0]["median"] == 47_190


@pytest.mark.parametrize(
    ("make", "change"),
    [
        (lambda career: SalaryFactory(career=career).source, {"publisher": "Another publisher"}),
        (lambda career: SalaryFactory(career=career, place=PlaceFactory()).place, {"name": "The States"}),
        (lambda career: LadderFactory(career=career, rungs=1).rungs.get(), {"title": "Another rung"}),
    ],
)
def test_a_row_that_the_guide_speaks_of_changes_it_too(ask, keeper, make, change):
    row = make(keeper)
    before = add(keeper).number
    after = publish(row, **change)
    told = [str(ask(f"careers/keeper/?edition={number}&include=salaries")) for number in (before, after)]
    (said,) = change.values()
    assert [said in text for text in told] == [False, True]


def test_a_career_that_is_gone_is_still_in_the_editions_that_had_it(ask, client, keeper):
    with publishing(act=Edition.Act.EDIT, reason="Never a career.") as publication:
        publication.removed(keeper)
        keeper.delete()
    assert not Career.objects.exists()
    assert ask("careers/keeper/?edition=1")["slug"] == "keeper"
    gone = client.get("/api/v1/careers/keeper/?edition=2")
    assert gone.status_code == 410
    assert gone.json()["removed"]["last"]["slug"] == "keeper"


def test_an_edition_that_is_not_yet_and_a_career_that_was_not_yet_are_not_found(client, keeper):
    late = CareerFactory(slug="late")
    add(late)
    for path in ("keeper/?edition=99", "late/?edition=1", "none/?edition=1"):
        assert client.get(f"/api/v1/careers/{path}").status_code == 404


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "9" * 30, ""])
def test_a_number_that_is_none_is_refused(problems, keeper, number):
    assert [parameter for parameter, _ in problems(f"careers/keeper/?edition={number}")] == ["edition"]


def test_an_act_that_fails_freezes_nothing(keeper):
    with suppress(ZeroDivisionError), publishing(act=Edition.Act.EDIT, reason="No.") as publication:
        publication.changed(keeper)
        raise ZeroDivisionError
    assert FrozenGuide.objects.count() == 1


class TestDifferences:
    def test_a_change_tells_what_it_said_and_says(self, ask, client, keeper):
        salary = SalaryFactory(career=keeper)
        number = publish(salary, median=48_000, place=PlaceFactory(canada=True))
        (change,) = ask(f"editions/{number}/?include=changes")["changes"]
        told = {said["name"]: (said["before"], said["after"]) for said in change["differences"]}
        assert told["Median"] == ("$47,190 a year", "$48,000 a year")
        assert told["Place"][1] == "Canada"
        page = " ".join(client.get(f"/changes/{number}/").content.decode().split())
        assert "said <del>$47,190 a year</del>, says <ins>$48,000 a year</ins>" in page

    def test_what_is_new_or_gone_has_none(self, ask, keeper):
        (change,) = ask("editions/1/?include=changes")["changes"]
        assert change["differences"] == []
