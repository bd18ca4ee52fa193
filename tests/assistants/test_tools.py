"""What the tools answer: sentences to quote, and each figure with its address, source and edition."""

import dataclasses
from functools import partial

import pytest

from assistants.asked import NotUnderstood
from assistants.tools.claims import check_claim
from assistants.tools.comparing import compare_jobs
from assistants.tools.exposure import job_exposure
from assistants.tools.finding import find_job
from assistants.tools.pay import job_pay
from assistants.tools.programs import programs_nearby
from assistants.tools.sources import figure_sources
from assistants.tools.summary import job_summary
from explore.figures import find_figures
from facts.actions import publishing
from facts.models import Edition, Release
from salaries.models import Wage
from tests.factories import (
    PlaceFactory,
    ProgrammeOccupationFactory,
    ProgramOutcomeFactory,
    ReleaseFactory,
    SchoolFactory,
    TuitionFactory,
    WageFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]

ADMINISTRATOR = "medical records administrator"


@pytest.fixture
def ohio():
    national = Wage.objects.published().get(release__slug="may-2024", occupation__code="29-2072", place__code="US")
    place = PlaceFactory(code="US-OH", name="Ohio", kind="state", parent=national.place)
    with publishing(act=Edition.Act.EDIT, reason="A state more.") as publication:
        publication.changed(national.release)
        return WageFactory(release=national.release, occupation=national.occupation, place=place, annual_median=46_000)


def test_pay_in_a_state_names_value_place_release_source_and_address(ohio):
    for asked in ({"job": f"{ADMINISTRATOR} in Ohio"}, {"job": ADMINISTRATOR, "place": "Ohio"}):
        answer = job_pay(**asked)
        assert answer.answer[0].startswith(
            "Medical Records Administrator in Ohio: median pay, a year, is $46,000 (May 2024)"
        )
        figure = answer.figures[0]
        assert figure.address == "may-2024/29-2072/US-OH#annual_median"
        assert (figure.value, figure.place, figure.release) == ("$46,000", "Ohio", "May 2024")
        assert figure.publisher == "US Bureau of Labor Statistics"
        assert figure.page.endswith("/wages/may-2024/29-2072/US-OH/#annual_median")
        assert answer.edition == Edition.objects.newest_first().first().number


def test_pay_of_a_rung_and_of_an_earlier_year():
    assert job_pay(ADMINISTRATOR, level="senior").figures[0].value == "$65,000"
    assert "May 2022" in job_pay(ADMINISTRATOR, year=2022).answer[0]


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda: job_pay(ADMINISTRATOR, level="astronaut"), "Its rungs with pay are: "),
        (lambda: job_pay(ADMINISTRATOR, year=1999), "Years that are: "),
        (lambda: job_pay(ADMINISTRATOR, place="Atlantis"), "There is no place called “Atlantis” here."),
        (lambda: job_pay("zzzzqqqq"), "find_job lists jobs by title"),
        (lambda: find_job("zzzzqqqq"), "Try a shorter or a more common title."),
        (lambda: find_job("\0"), "Give words as words"),
        (lambda: compare_jobs([ADMINISTRATOR, ADMINISTRATOR]), "read as one and the same"),
        (lambda: figure_sources("nothing#here"), "Take an address as job_pay gives it."),
        (lambda: programs_nearby(ADMINISTRATOR), "Programs of schools are not loaded on this site."),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(ask, told):
    with pytest.raises(NotUnderstood, match=told.replace("(", r"\(")):
        ask()


class TestPrograms:
    @pytest.fixture
    def programs(self, ohio):
        """Two in Ohio, of which one gives no amounts, one in Alabama, and one that leads elsewhere."""
        ProgrammeOccupationFactory(occupation=ohio.occupation, code="51.0707")
        for unit_id, state in ((1, "OH"), (2, "OH"), (3, "AL"), (4, "OH")):
            SchoolFactory(unit_id=unit_id, state=state, name=f"College {unit_id}")
        TuitionFactory(unit_id=1, in_state=4_321)
        release = ReleaseFactory(scorecard=True)
        new = partial(ProgramOutcomeFactory, release=release)
        new(unit_id=1, school="Ohio College", earnings_after_four_years=51_000)
        new(unit_id=2, school="Silent College", suppressed=True)
        new(unit_id=3, school="Alabama College", earnings_after_four_years=61_000)
        new(unit_id=4, school="Law College", code="22.01", earnings_after_four_years=99_000)

    def test_are_named_with_what_graduates_earn_and_the_best_paid_first(self, programs):
        heading, first, second, *others = programs_nearby(ADMINISTRATOR).answer
        assert heading.startswith("Programs that lead to Medical Records Administrator, by what graduates earn")
        assert ("Alabama College" in first, "$61,000" in first) == (True, True)
        assert ("Ohio College" in second, "$51,000" in second) == (True, True)
        assert "tuition $4,321 a year in its own state" in second
        assert not any("Law College" in sentence for sentence in others)

    @pytest.mark.parametrize("asked", [{"job": ADMINISTRATOR, "state": "Ohio"}, {"job": f"{ADMINISTRATOR} in Ohio"}])
    def test_are_those_of_the_state_that_is_asked_for(self, programs, asked):
        answer = programs_nearby(**asked)
        assert answer.answer[0].partition(",")[0].endswith("in Ohio")
        assert not any("Alabama" in sentence for sentence in answer.answer)
        assert any("Silent College" in sentence and "no outcome is published" in sentence for sentence in answer.answer)

    def test_give_their_figures_to_quote(self, programs):
        figures = programs_nearby(ADMINISTRATOR, "Ohio").figures
        assert "$51,000" in {figure.value for figure in figures}
        assert all(figure.sentence and figure.publisher and figure.page and figure.address for figure in figures)

    def test_are_as_many_as_are_asked_for(self, programs):
        assert len(programs_nearby(ADMINISTRATOR, limit=1).answer) == 1 + 1

    @pytest.mark.parametrize(
        ("place", "told"),
        [
            ("United States", "Name a state."),
            ("Idaho", "No program that leads to Medical Records Administrator is listed in Idaho"),
        ],
    )
    def test_that_are_not_there_are_told_in_words(self, programs, place, told):
        wage = Wage.objects.get(place__code="US-OH")
        idaho = PlaceFactory(code="US-ID", name="Idaho", kind="state", parent=wage.place.parent)
        with publishing(act=Edition.Act.EDIT, reason="A state more.") as publication:
            publication.changed(wage.release)
            WageFactory(release=wage.release, occupation=wage.occupation, place=idaho)
        with pytest.raises(NotUnderstood, match=told):
            programs_nearby(ADMINISTRATOR, place)


def test_a_claim_is_held_against_the_record():
    wage = Wage.objects.published().national().get(release__slug="may-2024", occupation__code="29-2072")
    same = check_claim(f"They make ${wage.annual_median:,.0f}", ADMINISTRATOR)
    assert f"The record’s median in the whole country is the same: ${wage.annual_median:,.0f}, May 2024." in same.answer
    more = check_claim("They make $48k", ADMINISTRATOR).answer
    assert any("below it." in sentence and "$50,250" in sentence for sentence in more)
    assert any(sentence.startswith("Between 50% and 75% of them earn more") for sentence in more)
    worst = check_claim("It is growing.", ADMINISTRATOR).answer
    assert any("Verdict: contradicted by the record." in sentence for sentence in worst)


def test_the_sources_of_a_figure_tell_who_says_so_and_when_it_came():
    answer = figure_sources("may-2024/29-2072/US#annual_median")
    assert any(
        "Occupational Employment and Wage Statistics, by US Bureau of Labor Statistics" in s for s in answer.answer
    )
    assert any(sentence.endswith(": added.") for sentence in answer.answer)
    assert {figure.release for figure in answer.figures} >= {"May 2024", "May 2022"}


def test_every_figure_that_is_given_is_found_by_its_address():
    answers = [
        job_summary(ADMINISTRATOR),
        job_pay(ADMINISTRATOR),
        compare_jobs([ADMINISTRATOR, "medical records clerk"]),
        check_claim("They make $48,000", ADMINISTRATOR),
    ]
    for answer in answers:
        addresses = [figure.address for figure in answer.figures]
        assert addresses
        assert find_figures(addresses).keys() == set(addresses)
        assert answer.answer
        assert answer.edition
        assert all(figure.sentence and figure.publisher and figure.page for figure in answer.figures)


def test_exposure_tells_of_each_study_or_why_it_has_nothing():
    answer = job_exposure(ADMINISTRATOR)
    assert any("no forecast of jobs lost" in sentence for sentence in answer.answer)
    assert len(answer.answer) > 1


def test_an_answer_is_plain_data():
    assert dataclasses.asdict(job_pay(ADMINISTRATOR))["figures"][0]["address"]
    assert Release.objects.ready().exists()
