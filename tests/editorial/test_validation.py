"""What is wrong is said in words, beside what was typed, and nothing is changed."""

import pytest
from django.urls import reverse

from careers.models import Outlook, RelatedCareer, Section
from education.models import Path
from facts.models import Edition, Release
from salaries.models import Salary, Wage
from tests.editorial.forms import admin_url, errors, save
from tests.factories import (
    CareerFactory,
    OutlookFactory,
    PathFactory,
    PointFactory,
    RelatedCareerFactory,
    ReleaseFactory,
    RungFactory,
    SalaryFactory,
    SectionFactory,
    StepFactory,
)

ENDS_FIRST = {"reference_start": "2023-05-31", "reference_end": "2023-05-01"}
WRONG = [
    (lambda: SalaryFactory(range=True), {"low": "80000"}, "The low end is above the high end."),
    (SalaryFactory, {"median": "50000", "p75": "40000"}, "The percentiles are not in order"),
    (SalaryFactory, {"median": ""}, "Give at least one amount, or mark the one that the source withholds."),
    (SalaryFactory, {"median": "-1"}, "Pay cannot be below nought."),
    (SalaryFactory, {"median": "a lot"}, "Enter a number."),
    (SalaryFactory, {"median": "12345678901234"}, "no more than 12 digits"),
    (SalaryFactory, {"currency": "usd"}, "“usd” is no currency."),
    (SalaryFactory, {"currency": "XX"}, "“XX” is no currency."),
    (SalaryFactory, {"converted_low": "1"}, "A conversion needs the currency it is in."),
    (lambda: SalaryFactory(abroad=True), {"converted_low": "99000"}, "conversion is above its high end."),
    (SalaryFactory, {"as_printed": " "}, "This field is required."),
    (SalaryFactory, {"locator": ""}, "This field is required."),
    (SalaryFactory, {"source": ""}, "This field is required."),
    (SalaryFactory, {"source": "999999"}, "Select a valid choice."),
    (SalaryFactory, {"marks": "median"}, "is not a field, a colon and its marks"),
    (SalaryFactory, {"marks": "growth: approximate"}, "“growth” is no field that can be marked."),
    (SalaryFactory, {"marks": "median: huge"}, "“huge” is no known mark"),
    (SalaryFactory, ENDS_FIRST, "A period has a first day and a last day"),
    (SalaryFactory, {"reference_start": "May 2023"}, "Enter a valid date."),
    (SalaryFactory, {"rank": "deprecated"}, "Say why the statement is preferred or deprecated."),
    (SalaryFactory, {"note": "nought\0"}, "Null characters are not allowed."),
    (OutlookFactory, {"growth_percent": "-101"}, "No more than all jobs can be lost"),
    (OutlookFactory, {"career": ""}, "give one of the two"),
    (OutlookFactory, {"start_year": "2034", "end_year": "2024"}, "last year must be after its first"),
    (
        OutlookFactory,
        {"growth_percent": "", "growth_words": "", "marks": ""},
        "Give the growth, the openings or the jobs",
    ),
    (PathFactory, {"months_min": "30"}, "The least months are above the most."),
    (PathFactory, {"cost_low": "100"}, "A cost needs its currency."),
    (lambda: PathFactory(with_cost=True), {"cost_low": "20000"}, "The lowest cost is above the highest."),
    (StepFactory, {"as_printed": ""}, "Give the time just as it is printed."),
    (RungFactory, {"years_min": "9"}, "The least years of experience are above the most."),
    (RungFactory, {"position": "0"}, "Rungs are counted from 1"),
    (PointFactory, {"position": "9" * 30}, "less than or equal to"),
    (SectionFactory, {"left_empty": "on"}, "A section has a body, or else is marked as left empty"),
    (RelatedCareerFactory, {"reason": ""}, "This field is required."),
    (ReleaseFactory, {"state": "withdrawn"}, "Say why the release is withdrawn"),
    (ReleaseFactory, {"state": "importing"}, "Select a valid choice."),
    (ReleaseFactory, {"period_end": "2001-01-01"}, "The period measured has a first day"),
]


@pytest.mark.parametrize(("make", "typed", "words"), WRONG, ids=[f"{words} {typed}" for _, typed, words in WRONG])
def test_it_is_said_in_words_and_changes_nothing(desk, make, typed, words):
    row = make()
    before = type(row).objects.values().get(pk=row.pk)
    answer = save(desk, row, **typed)
    assert answer.status_code == 200
    assert words in errors(answer)
    assert type(row).objects.values().get(pk=row.pk) == before
    assert not Edition.objects.exists()
    form = answer.context["adminform"].form
    for name, text in typed.items():
        assert (form[name].value() or "") in (text, text == "on")


def test_a_second_rung_at_a_place_is_refused(desk):
    rung = RungFactory(position=1)
    answer = save(desk, RungFactory(ladder=rung.ladder, position=2), position="1")
    assert "The ladder has a rung at this place already." in errors(answer)


def test_a_career_is_not_related_to_itself(desk):
    tie = RelatedCareerFactory()
    assert "A career is not related to itself." in errors(save(desk, tie, related=tie.career.pk))
    assert RelatedCareer.objects.get().related == tie.related


def test_a_key_of_another_kind_of_statement_is_refused(desk):
    taken = PathFactory()
    said = {
        "career": taken.career.pk,
        "source": taken.source.pk,
        "locator": "Pay",
        "currency": "USD",
        "median": "1",
        "as_printed": "$1",
        "key": taken.key,
    }
    assert "Another statement has this key" in errors(save(desk, Salary, **said))
    assert not Salary.objects.exists()
    assert Path.objects.count() == 1


def test_a_made_key_is_free_among_statements_of_every_kind(desk):
    career = CareerFactory()
    taken = OutlookFactory(career=career)
    Outlook.objects.filter(pk=taken.pk).update(key=f"{taken.source.slug}-salary-1")
    said = {"career": career.pk, "source": taken.source.pk, "locator": "Pay", "currency": "USD", "median": "1"}
    assert save(desk, Salary, **said, as_printed="$1").status_code == 302
    assert Salary.objects.get().key == f"{taken.source.slug}-salary-2"


def test_a_release_is_withdrawn_with_a_reason_and_put_back(desk):
    release = ReleaseFactory()
    assert save(desk, release, state="withdrawn", withdrawn_because="The file was damaged.").status_code == 302
    assert Release.objects.get().state == "withdrawn"
    assert save(desk, release, state="ready").status_code == 302
    assert (Release.objects.get().state, Release.objects.get().withdrawn_because) == ("ready", "")
    assert Edition.objects.count() == 2


def test_what_an_import_says_of_a_release_is_not_changed(desk):
    release = ReleaseFactory(importing=True, sha256="a" * 64)
    form = desk.get(admin_url(release)).context["adminform"].form
    assert not {"sha256", "state", "source", "slug"} & set(form.fields)
    save(desk, release, sha256="b" * 64, state="ready", label="May 2024, preliminary")
    release.refresh_from_db()
    assert (release.sha256, release.state, release.label) == ("a" * 64, "importing", "May 2024, preliminary")


def test_an_outlook_of_the_record_is_read_only(desk):
    outlook = OutlookFactory(of_occupation=True)
    assert not desk.get(admin_url(outlook)).context["has_change_permission"]
    assert desk.post(admin_url(outlook), {"growth_percent": "99"}).status_code == 403
    assert desk.post(admin_url(outlook, "delete"), {"post": "yes"}).status_code == 403
    url = admin_url(Outlook, "changelist")
    asked = {"action": "delete_selected", "_selected_action": [outlook.pk], "post": "yes"}
    assert desk.post(url, asked).status_code == 403
    assert Outlook.objects.get().growth_percent == outlook.growth_percent


def test_an_empty_section_is_kept_as_such(desk):
    section = SectionFactory()
    assert save(desk, section, body="", left_empty="on").status_code == 302
    assert Section.objects.get().left_empty


@pytest.mark.parametrize("query", ["?e=1&p=x", "?career__id__exact=x", "?no_such=1", "?release=x", "?o=99.x"])
def test_a_senseless_address_of_a_list_is_no_failure(desk, query):
    SalaryFactory()
    for model in (Salary, Wage):
        assert desk.get(admin_url(model, "changelist") + query, follow=True).status_code == 200


@pytest.mark.parametrize("query", ["?q=%00", "?rank__exact=%00", "?%00=1", "?q=a&q=%00"])
def test_an_address_that_no_database_takes_is_refused(desk, query):
    for page in (admin_url(Salary, "changelist"), admin_url(Wage, "changelist"), reverse("admin:autocomplete")):
        assert desk.get(page + query).status_code == 400


@pytest.mark.parametrize("selected", ["x", "\0", "-1", "1 or 1=1"])
def test_a_row_that_no_list_offers_is_not_selected(desk, selected):
    SalaryFactory()
    asked = {"action": "delete_selected", "_selected_action": [selected], "post": "yes"}
    assert desk.post(admin_url(Salary, "changelist"), asked).status_code == 400
    assert Salary.objects.exists()


@pytest.mark.parametrize(
    "typed", [{"_popup": "\0"}, {"salaries-TOTAL_FORMS": "x"}, {"rungs-0-id": "\0"}, {"rungs-0-id": "9" * 30}]
)
def test_a_form_that_no_browser_sends_is_refused(desk, typed):
    salary = SalaryFactory(by_level=True)
    answer = save(desk, salary.level.ladder, **typed)
    assert answer.status_code in (200, 302, 400)
    assert not Edition.objects.exists()
