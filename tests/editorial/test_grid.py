"""A list as one table: every number in its place, checked like a form, asked about where it jumps."""

import re
from html import unescape

import pytest
from django.contrib import admin
from django.urls import reverse

from education.models import Path
from facts.models import Correction, Edition
from salaries.models import Salary
from tests.editorial.drafts import only_draft
from tests.editorial.forms import admin_url, filled_in, save
from tests.factories import LadderFactory, PathFactory, SalaryFactory

GRID = "admin:salaries_salary_grid"
SALARIES = admin.site.get_model_admin(Salary)


@pytest.fixture
def rows(db):
    """Three salaries, by the number of their row in the table, which begins with the newest."""
    SalaryFactory.create_batch(3)
    return list(Salary.objects.order_by("-pk"))


def table(client, **asked):
    return client.get(reverse(GRID), asked)


def press_save(client, page, **changes):
    return client.post(page.wsgi_request.get_full_path(), filled_in(page, **changes) | {"_save": "yes"})


def in_table(page, row) -> int:
    """The number of the row’s place in the table."""
    return [form.instance.pk for form in page.context["cl"].formset.forms].index(row.pk)


def cell(page, row, name) -> str:
    return f"form-{in_table(page, row)}-{name}"


def complaints(answer) -> str:
    formset = answer.context["cl"].formset
    return " ".join([str(formset.non_form_errors()), *(str(errors) for errors in formset.errors)])


def test_several_rows_are_changed_in_one_edition_with_a_reason(desk, rows):
    page = table(desk)
    changes = {cell(page, rows[0], "median"): "48000", cell(page, rows[1], "mean"): "50000"}
    assert press_save(desk, page, **changes, why="The table was printed anew.").status_code == 302
    assert [Salary.objects.get(pk=row.pk).median for row in rows] == [48_000, 47_190, 47_190]
    assert Salary.objects.get(pk=rows[1].pk).mean == 50_000
    edition = Edition.objects.get()
    assert edition.reason == "The table was printed anew."
    assert edition.changes.count() == 2


def test_it_shows_the_rows_that_the_list_is_narrowed_to(desk, rows):
    page = table(desk, career__id__exact=rows[1].career_id)
    assert [form.instance for form in page.context["cl"].formset.forms] == [rows[1]]


def test_nothing_changed_makes_nothing(desk, rows):
    assert press_save(desk, table(desk)).status_code == 302
    assert not Edition.objects.exists()


def test_one_wrong_row_keeps_all_and_all_that_was_typed(desk, rows):
    page = table(desk)
    low, high, other = cell(page, rows[0], "low"), cell(page, rows[0], "high"), cell(page, rows[1], "median")
    answer = press_save(desk, page, **{low: "60000", high: "50000", other: "48000"})
    assert answer.status_code == 200
    assert "The low end is above the high end." in complaints(answer)
    assert filled_in(answer)[other] == ["48000"]
    assert not Edition.objects.exists()


class TestWhy:
    def test_a_correction_says_how_the_mistake_came_about_and_all_that_was_typed_stays(self, desk, rows):
        page = table(desk)
        typed = {cell(page, rows[0], "median"): "48000", "why": "Seen today.", "correction_kind": "correction"}
        answer = press_save(desk, page, **typed)
        assert "Say how the mistake came about" in complaints(answer)
        assert not Edition.objects.exists()
        sent = filled_in(answer)
        assert {name: sent[name] for name in typed} == {name: [said] for name, said in typed.items()}
        assert press_save(desk, answer, cause="Read from the wrong row.").status_code == 302
        assert Correction.objects.get().cause == "Read from the wrong row."

    def test_a_reason_that_cannot_be_kept_is_refused(self, desk, rows):
        page = table(desk)
        answer = press_save(desk, page, **{cell(page, rows[0], "median"): "48000"}, why="x" * 501)
        assert "at most 500 characters" in complaints(answer)
        assert not Edition.objects.exists()


class TestTables:
    @pytest.fixture
    def ladder(self, db):
        """Three rungs, the last paid first."""
        ladder = LadderFactory(rungs=3)
        for rung in reversed(ladder.rungs.all()):
            SalaryFactory(career=ladder.career, source=ladder.source, level=rung)
        SalaryFactory(career=ladder.career, source=ladder.source, abroad=True)
        return ladder

    def named(self, client, url):
        return [form.what for form in client.get(url).context["cl"].formset.forms]

    def test_the_way_to_them_is_on_the_careers_form(self, desk, ladder):
        PathFactory(career=ladder.career)
        page = desk.get(admin_url(ladder.career)).content.decode()
        found = {name: unescape(url) for url, name in re.findall(r'<a href="([^"]+)" class="changelink">([^<]+)', page)}
        assert set(found) == {"Pay by level", "Pay by place", "Ways to qualify"}
        for url in found.values():
            assert self.named(desk, url)

    def test_pay_by_level_is_in_the_order_of_the_ladder(self, desk, ladder):
        (by_level, by_place) = (url for _, url in SALARIES.tables_of(career__id__exact=ladder.career.pk))
        assert self.named(desk, by_level) == [f"{rung}, United States, USD a year" for rung in ladder.rungs.all()]
        assert self.named(desk, by_place) == [f"{ladder.career}, United Kingdom, GBP a year"]


class TestDoubts:
    def test_a_jump_is_asked_about_and_saved_when_it_is_right(self, desk, rows):
        page = table(desk)
        median, sure = cell(page, rows[0], "median"), cell(page, rows[0], "sure")
        answer = press_save(desk, page, **{median: "471900", sure: None})
        assert "It changes from $47,190 a year to $471,900 a year, by 900%." in complaints(answer)
        assert press_save(desk, answer, **{sure: "on"}).status_code == 302
        assert Salary.objects.get(pk=rows[0].pk).median == 471_900

    @pytest.mark.parametrize(
        ("median", "is_asked"), [("61347", False), ("61348", True), ("33033", False), ("33032", True)]
    )
    def test_a_jump_is_one_of_more_than_thirty_per_cent(self, desk, rows, median, is_asked):
        answer = save(desk, rows[0], median=median, as_printed=f"${median}", sure=None)
        assert (answer.status_code == 200) == is_asked

    def test_a_mean_far_outside_its_range_is_asked_about(self, desk, rows):
        printed = {"as_printed": "$40k to $50k, 45,000, 64,000, 66,000", "sure": None}
        answer = save(desk, rows[0], low="40000", high="50000", mean="66000", median="45000", **printed)
        assert "far above the range, which ends at $50,000 a year" in str(answer.context["adminform"].form.errors)
        said = {"low": "40000", "high": "50000", "mean": "64000", "median": "45000"}
        assert save(desk, rows[0], **said, **printed).status_code == 302

    def test_what_was_empty_may_become_anything(self, desk, rows):
        printed = "$47,190, up to $900k"
        assert save(desk, rows[0], high="900000", as_printed=printed, sure=None).status_code == 302

    def test_what_a_way_in_costs_is_asked_about_too(self, desk):
        path = PathFactory(cost_low=2_000, cost_high=4_000, currency="USD")
        assert save(desk, path, cost_high="40000", sure=None).status_code == 200
        assert save(desk, path, cost_high="40000", sure="on").status_code == 302
        assert Path.objects.get().cost_high == 40_000


class TestTwoEditors:
    def test_different_rows_are_both_saved(self, desk, bens_desk, rows):
        mine = table(desk)
        save(bens_desk, rows[0], median="48000")
        assert press_save(desk, mine, **{cell(mine, rows[1], "median"): "49000"}).status_code == 302
        assert [Salary.objects.get(pk=row.pk).median for row in rows[:2]] == [48_000, 49_000]

    def test_the_same_row_is_refused_for_the_second_with_what_the_first_said(self, desk, bens_desk, rows):
        mine = table(desk)
        save(bens_desk, rows[0], median="48000")
        answer = press_save(desk, mine, **{cell(mine, rows[0], "median"): "49000"})
        assert "They saved here: “$48,000 a year”. Before, it said: “$47,190 a year”." in complaints(answer)
        assert filled_in(answer)[cell(answer, rows[0], "median")] == ["49000"]
        assert press_save(desk, answer).status_code == 302
        assert Salary.objects.get(pk=rows[0].pk).median == 49_000

    def test_a_row_that_is_gone_is_told_of(self, desk, bens_desk, rows):
        mine = table(desk)
        changes = {cell(mine, rows[0], "median"): "49000"}
        bens_desk.post(admin_url(rows[0], "delete"), filled_in(bens_desk.get(admin_url(rows[0], "delete"))))
        answer = press_save(desk, mine, **changes)
        assert answer.status_code == 200
        assert "was removed by somebody else" in complaints(answer)
        assert filled_in(answer)[next(iter(changes))] == ["49000"]
        assert not Salary.objects.filter(pk=rows[0].pk).exists()


def test_under_review_it_is_a_proposal(desk, rows, review):
    page = table(desk)
    press_save(desk, page, **{cell(page, rows[0], "median"): "48000"})
    assert Salary.objects.get(pk=rows[0].pk).median == 47_190
    assert only_draft().proposals.get().after == {"median": "48000.00"}


def test_who_may_not_change_pay_has_no_table(client, admin_user, rows):
    assert table(client).status_code == 302


@pytest.mark.parametrize("name", ["careers_outlook", "education_path", "education_timetoentry"])
def test_the_other_statements_have_one(desk, name):
    assert desk.get(reverse(f"admin:{name}_grid")).status_code == 200
