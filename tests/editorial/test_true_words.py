"""No false word about a source: why a figure changes is asked, and what is typed is held against what is printed."""

from decimal import Decimal

import pytest
from django.urls import reverse

from careers.models import Career
from editorial.admin.doubts import is_printed, numbers_in
from editorial.admin.why import SAY_WHICH
from facts.models import Correction, Edition
from salaries.models import Salary
from tests.editorial.drafts import only_draft
from tests.editorial.forms import admin_url, errors, filled_in, save
from tests.editorial.test_sheets import exported, give, sheet_of, take
from tests.factories import CareerFactory, LadderFactory, SalaryFactory

UNSAID = {"correction_kind": ""}


@pytest.fixture
def salary(db):
    return SalaryFactory(by_level=True)


def median():
    return Salary.objects.get().median


class TestAFigureThatChanges:
    def test_is_asked_about_with_nothing_chosen(self, desk, salary):
        question = desk.get(admin_url(salary)).context["adminform"].form["correction_kind"]
        assert question.value() in (None, "")
        assert SAY_WHICH in errors(save(desk, salary, median="39000", **UNSAID))
        assert median() == 38_000

    @pytest.mark.parametrize("kind", ["revision", "correction"])
    def test_gets_the_notice_that_was_chosen(self, desk, salary, kind):
        assert save(desk, salary, median="39000", correction_kind=kind, cause="Misread.").status_code == 302
        assert Correction.objects.get().kind == kind

    def test_is_asked_about_on_a_form_with_other_rows(self, desk, salary):
        ladder = salary.level.ladder
        answer = save(desk, ladder, **{"salaries-0-median": "39000"}, **UNSAID)
        assert SAY_WHICH in errors(answer)
        assert 'name="correction_kind"' in answer.text

    def test_is_asked_about_in_a_table(self, desk, salary):
        url = reverse("admin:salaries_salary_grid")
        sent = filled_in(desk.get(url), **{"form-0-median": "39000"}, **UNSAID)
        answer = desk.post(url, sent | {"_save": "yes"})
        assert SAY_WHICH in str(answer.context["cl"].formset.non_form_errors())
        assert filled_in(answer)["form-0-median"] == ["39000"]

    def test_is_asked_about_before_a_sheet_is_taken_over(self, desk, salary):
        (row,) = exported(desk, Salary)
        shown = give(desk, Salary, sheet_of([row | {"median": "39000"}]))
        answer = take(desk, Salary, shown, why="A sheet.", **UNSAID)
        assert SAY_WHICH in answer.context["why"].wrong
        assert 'value="A sheet."' in answer.text
        assert median() == 38_000
        assert take(desk, Salary, answer).status_code == 302
        assert median() == 39_000

    def test_is_asked_about_before_it_is_restored(self, desk, salary):
        first = salary.history.get()
        save(desk, salary, median="39000")
        url = reverse("admin:salaries_salary_restore", args=[salary.pk, first.history_id])
        answer = desk.post(url, filled_in(desk.get(url), **UNSAID))
        assert SAY_WHICH in answer.context["form"].wrong
        assert median() == 39_000


class TestWhatIsNoFigure:
    def test_is_not_asked_about(self, desk, salary):
        assert save(desk, salary, note="Seen today.", **UNSAID).status_code == 302
        assert 'name="correction_kind"' not in desk.get(admin_url(CareerFactory())).text
        assert not Correction.objects.exists()

    def test_is_not_asked_about_in_a_sheet_or_when_it_is_restored(self, desk, salary):
        first = salary.history.get()
        (row,) = exported(desk, Salary)
        shown = give(desk, Salary, sheet_of([row | {"note": "Seen today."}]))
        assert 'name="correction_kind"' not in shown.text
        assert take(desk, Salary, shown).status_code == 302
        url = reverse("admin:salaries_salary_restore", args=[salary.pk, first.history_id])
        assert 'name="correction_kind"' not in desk.get(url).text
        assert desk.post(url, filled_in(desk.get(url))).status_code == 302

    def test_is_a_row_that_is_not_published_yet(self, desk, review):
        ladder = LadderFactory()
        said = {"career": ladder.career.pk, "source": ladder.source.pk, "currency": "USD", "pay_period": "year"}
        said |= {"median": "61000", "as_printed": "$61,000", "locator": "Pay", "level": "", "rank": "normal"}
        assert save(desk, Salary, **said).status_code == 302
        url = reverse("admin:salaries_salary_change", args=[only_draft().proposals.get().row])
        sent = filled_in(desk.get(url), median="62000", as_printed="$62,000", **UNSAID)
        assert desk.post(url, sent).status_code == 302
        assert only_draft().proposals.get().after["median"] == "62000.00"

    def test_keeps_what_was_said_of_the_figure_before(self, desk, salary, review):
        save(desk, salary, median="39000", correction_kind="correction", cause="Misread.")
        save(desk, salary, note="Seen today.", **UNSAID)
        proposal = only_draft().proposals.get()
        assert (proposal.correction_kind, proposal.cause) == ("correction", "Misread.")


class TestWhatIsPrinted:
    SAID = "The source prints “$61,000”, and this says $16,000 a year."

    def test_is_held_against_the_number_on_a_form(self, desk, salary):
        answer = save(desk, salary, as_printed="$61,000", median="16000", sure=None)
        assert self.SAID in errors(answer)
        assert save(desk, salary, as_printed="$61,000", median="16000", sure="on").status_code == 302

    def test_is_held_against_the_number_of_a_new_row(self, desk):
        ladder = LadderFactory()
        said = {"career": ladder.career.pk, "source": ladder.source.pk, "currency": "USD", "pay_period": "year"}
        said |= {"median": "16000", "as_printed": "$61,000", "locator": "Pay", "level": "", "rank": "normal"}
        assert self.SAID in errors(save(desk, Salary, **said, sure=None))
        assert not Edition.objects.exists()

    def test_is_held_against_the_number_in_a_table(self, desk, salary):
        url = reverse("admin:salaries_salary_grid")
        typed = {"form-0-median": "16000", "form-0-as_printed": "$61,000", "form-0-sure": None}
        answer = desk.post(url, filled_in(desk.get(url), **typed) | {"_save": "yes"})
        assert self.SAID in str(answer.context["cl"].formset.errors)

    def test_is_held_against_the_number_in_a_sheet(self, desk, salary):
        (row,) = exported(desk, Salary)
        shown = give(desk, Salary, sheet_of([row | {"as_printed": "$61,000", "median": "16000"}]))
        assert any(self.SAID in doubt for doubt in shown.context["rows"][0].doubts)

    @pytest.mark.parametrize(
        ("text", "number", "fits"),
        [
            ("$61,000", 61_000, True),
            ("$61,000", 16_000, False),
            ("$30k - $70k+ USD", 70_000, True),
            ("$30k - $70k+ USD", 30, False),
            ("2-4 years", 48, True),
            ("four-year", 48, True),
            ("6-18 months … $2,000 to $10,000", 10_000, True),
            ("-4.7%", Decimal("-4.7"), True),
            ("562.7 | 723.3", 562_700, True),
            ("1.5 million", 1_500_000, True),
        ],
    )
    def test_is_read_in_the_units_that_sources_print(self, text, number, fits):
        assert is_printed(Decimal(number), numbers_in(text)) == fits

    def test_asks_nothing_where_only_words_are_printed(self, desk, salary):
        words = save(desk, salary, as_printed="about the national average", median="39000", sure=None)
        assert words.status_code == 302


def test_a_new_career_is_never_asked(desk):
    assert 'name="correction_kind"' not in desk.get(admin_url(Career, "add")).text
