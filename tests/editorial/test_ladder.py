"""A ladder, its rungs and what each is paid, on one form."""

import pytest

from careers.models import Ladder
from facts.models import Edition
from salaries.models import Salary
from tests.editorial.forms import admin_url, errors, filled_in, save
from tests.factories import CareerFactory, LadderFactory, SalaryFactory, SourceFactory

SAID = {"median": "1000", "as_printed": "$1k", "locator": "Pay"}


@pytest.fixture
def ladder(db):
    """Five rungs, each with its median and its mean."""
    ladder = LadderFactory(rungs=5)
    for rung in ladder.rungs.all():
        SalaryFactory(
            career=ladder.career, source=ladder.source, level=rung, median=rung.position * 10_000, mean=99_000
        )
    return ladder


def medians(ladder):
    return [int(median) for median in Salary.objects.by_level().values_list("median", flat=True)]


def test_the_five_rows_of_pay_stand_beside_the_five_rungs(desk, ladder, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        sent = filled_in(desk.get(admin_url(ladder)))
    assert [sent[f"rungs-{row}-position"] for row in range(5)] == [["1"], ["2"], ["3"], ["4"], ["5"]]
    assert [sent[f"salaries-{row}-median"] for row in range(5)] == [[f"{row + 1}0000"] for row in range(5)]
    assert [sent[f"salaries-{row}-level"] for row in range(5)] == [[str(rung.pk)] for rung in ladder.rungs.all()]


def test_five_medians_and_a_rung_are_changed_in_one_edition(desk, ladder):
    changes = {f"salaries-{row}-median": str(11_000 + row) for row in range(5)}
    changes |= {f"salaries-{row}-sure": "on" for row in range(5)}
    answer = save(desk, ladder, **changes, **{"rungs-0-title": "Trainee"}, why="The table was printed anew.")
    assert answer.status_code == 302, errors(answer)
    assert medians(ladder) == [11_000, 11_001, 11_002, 11_003, 11_004]
    edition = Edition.objects.get()
    assert edition.changes.count() == 6
    assert edition.changes.filter(model="salaries.salary").count() == 5
    assert {change.career_slug for change in edition.changes.all()} == {ladder.career.slug}
    reasons = Salary.history.filter(history_type="~").values_list("history_change_reason", flat=True)
    assert list(reasons) == ["The table was printed anew."] * 5


def test_what_is_wrong_with_one_row_of_pay_changes_none(desk, ladder):
    upside_down = {"salaries-3-low": "9", "salaries-3-high": "8"}
    emptied = {"salaries-4-median": "", "salaries-4-mean": ""}
    changes = {"salaries-0-median": "1"} | upside_down | emptied
    answer = save(desk, ladder, **changes)
    assert answer.status_code == 200
    assert "The low end is above the high end." in errors(answer)
    assert "Give at least one amount" in errors(answer)
    assert medians(ladder) == [10_000, 20_000, 30_000, 40_000, 50_000]


def test_pay_on_a_rung_of_another_ladder_is_refused(desk, ladder):
    stranger = LadderFactory(rungs=1).rungs.get()
    assert "Select a valid choice" in errors(save(desk, ladder, **{"salaries-0-level": str(stranger.pk)}))


def test_pay_of_another_ladder_is_not_reached_through_this_form(desk, ladder):
    stranger = SalaryFactory(by_level=True)
    answer = save(desk, ladder, **{"salaries-0-id": str(stranger.pk), "salaries-0-median": "1"})
    assert answer.status_code in (200, 400)
    stranger.refresh_from_db()
    assert stranger.median == 38_000


def test_a_rung_whose_pay_is_known_is_not_removed_from_under_it(desk, ladder):
    answer = save(desk, ladder, **{"rungs-0-DELETE": "on"})
    assert "protected" in errors(answer)
    assert ladder.rungs.count() == 5


def test_a_row_of_pay_is_removed(desk, ladder):
    assert save(desk, ladder, **{"salaries-4-DELETE": "on"}).status_code == 302
    assert medians(ladder) == [10_000, 20_000, 30_000, 40_000]
    assert Edition.objects.get().changes.get().kind == "removed"


def test_a_ladder_is_written_whole_in_two_steps(desk):
    """First the rungs, then, in rows that wait for it, what each is paid."""
    career, source = CareerFactory(), SourceFactory()
    rungs = {
        f"rungs-{row}-{name}": value
        for row, title in enumerate(["Junior", "Senior"])
        for name, value in {
            "position": row + 1,
            "title": title,
            "years_min": row * 2,
            "as_printed": f"{row * 2}+ years",
            "years_basis": "total",
            "locator": "Career path",
        }.items()
    }
    said = {"career": career.pk, "source": source.pk, "locator": "Career path", "rungs-TOTAL_FORMS": "2"}
    answer = save(desk, Ladder, **said, **rungs, _continue="yes")
    assert answer.status_code == 302, errors(answer)
    ladder = Ladder.objects.get()
    assert [(rung.title, rung.source) for rung in ladder.rungs.all()] == [("Junior", source), ("Senior", source)]

    pay = {
        f"salaries-{row}-{name}": value
        for row in range(2)
        for name, value in {"median": (row + 1) * 1_000, "as_printed": f"${row + 1}k", "locator": "Pay"}.items()
    }
    waiting = desk.get(admin_url(ladder))
    assert filled_in(waiting)["salaries-1-level"] == [str(ladder.rungs.last().pk)]
    answer = desk.post(admin_url(ladder), filled_in(waiting, **pay))
    assert answer.status_code == 302, errors(answer)
    assert medians(ladder) == [1_000, 2_000]
    salary = Salary.objects.last()
    assert (salary.career, salary.source, salary.currency) == (career, source, "USD")
    assert len(set(Salary.objects.values_list("key", flat=True))) == 2


def test_rows_that_wait_for_pay_are_not_saved_as_they_are(desk):
    ladder = LadderFactory(rungs=3)
    assert save(desk, ladder, note="No pay is known.").status_code == 302
    assert not Salary.objects.exists()
    assert Edition.objects.get().changes.count() == 1


def test_a_row_begun_and_not_finished_is_refused(desk):
    answer = save(desk, LadderFactory(rungs=1), **{"salaries-0-median": "38000"})
    assert "This field is required" in errors(answer)
    assert not Salary.objects.exists()


def test_two_editors_change_different_rows_of_pay(desk, bens_desk, ladder):
    mine = desk.get(admin_url(ladder))
    save(bens_desk, ladder, **{"salaries-0-median": "12000"})
    assert desk.post(admin_url(ladder), filled_in(mine, **{"salaries-1-median": "22000"})).status_code == 302
    assert medians(ladder)[:2] == [12_000, 22_000]


def test_two_editors_change_the_same_row_of_pay(desk, bens_desk, ladder):
    mine = desk.get(admin_url(ladder))
    save(bens_desk, ladder, **{"salaries-0-median": "12000"})
    answer = desk.post(admin_url(ladder), filled_in(mine, **{"salaries-0-median": "13000", "rungs-4-focus": "Lead."}))
    assert "They saved here: “$12,000 a year”." in errors(answer)
    typed = filled_in(answer)
    assert (typed["salaries-0-median"], typed["rungs-4-focus"]) == (["13000"], ["Lead."])
    assert medians(ladder)[0] == 12_000
    assert not ladder.rungs.filter(focus="Lead.").exists()


def test_two_editors_fill_in_the_rows_that_wait(desk, bens_desk):
    """The first one's pay is no longer waited for when the second saves."""
    ladder = LadderFactory(rungs=2)
    mine = desk.get(admin_url(ladder))
    said = {"median": "1000", "as_printed": "$1k", "locator": "Pay"}
    save(bens_desk, ladder, **{f"salaries-0-{name}": value for name, value in said.items()})
    answer = desk.post(
        admin_url(ladder), filled_in(mine, **{f"salaries-1-{name}": value for name, value in said.items()})
    )
    assert answer.status_code == 302, errors(answer)
    assert set(Salary.objects.values_list("level__position", flat=True)) == {1, 2}
