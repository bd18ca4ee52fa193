"""A cell of the record as figures."""

import pytest
from django.core.exceptions import ValidationError

from facts.marks import Mark
from facts.models import Industry
from salaries.models import Wage
from tests.factories import IndustryFactory, OccupationFactory, PlaceFactory, ReleaseFactory, WageFactory

pytestmark = pytest.mark.django_db


def test_pay_by_the_year_and_by_the_hour_and_jobs_are_figures():
    figures = WageFactory().figures()
    measures = ("median", "mean", "p10", "p25", "p75", "p90")
    assert [figure.field for figure in figures] == [
        *[f"{per}_{measure}" for per in ("annual", "hourly") for measure in measures],
        "employment",
    ]
    assert {figure.standing for figure in figures} == {"record"}


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("annual_median", "Median pay, a year: $50,250."),
        ("hourly_mean", "Mean pay, an hour: $26.71."),
        ("annual_p90", "90th percentile of pay, a year: $80,950."),
        ("employment", "Jobs: 187,910."),
    ],
)
def test_a_figure_says_what_it_measures(field, text):
    assert WageFactory().figure(field).sentence.startswith(text)


def test_a_figure_has_the_words_of_its_cell_and_of_its_release():
    wage = WageFactory(industry=IndustryFactory(naics=True))
    figure = wage.figure("annual_median")
    assert figure.subject.code == f"soc-2018:{wage.occupation.code}"
    assert (figure.place.name, figure.industry.name, figure.period_text) == ("United States", "Hospitals", "May 2024")
    assert figure.source_text == "US Bureau of Labor Statistics, May 2024"


def test_all_industries_are_no_industry():
    wage = WageFactory()
    assert wage.industry.code == Industry.ALL
    assert wage.figure("annual_median").industry is None


def test_a_top_code_is_a_bound():
    assert WageFactory(top_coded=True).figure("annual_p90").value_text == "$239,200 or more"


def test_what_the_record_withholds_is_said_and_what_it_does_not_have_is_not():
    wage = WageFactory(annual_only=True)
    assert wage.figure("hourly_median").value_text == "not available"
    assert wage.figure("hourly_mean") is None


@pytest.mark.parametrize("marks", [{"annual_mode": {"at_least": True}}, {"annual_p90": {"top": True}}, ["at_least"]])
def test_marks_on_what_is_no_figure_are_refused(marks):
    wage = WageFactory()
    wage.marks = marks
    with pytest.raises(ValidationError) as refusal:
        wage.full_clean()
    assert set(refusal.value.message_dict) == {"marks"}


def test_readers_see_releases_that_are_ready():
    wage = WageFactory()
    WageFactory(release=ReleaseFactory(year=2025, importing=True))
    WageFactory(release=ReleaseFactory(year=2023, withdrawn=True))
    assert [*Wage.objects.published()] == [wage]


def test_national_is_the_whole_country_and_all_industries():
    wage = WageFactory()
    WageFactory(occupation=wage.occupation, place=PlaceFactory(california=True))
    WageFactory(occupation=wage.occupation, industry=IndustryFactory(naics=True))
    assert [*Wage.objects.national()] == [wage]


def test_for_occupations_the_newest_first():
    occupation = OccupationFactory()
    older, newer = (WageFactory(occupation=occupation, release=ReleaseFactory(year=year)) for year in (2023, 2024))
    WageFactory()
    assert [*Wage.objects.for_occupations([occupation]).newest_first()] == [newer, older]


def test_the_words_of_many_cells_take_one_query(django_assert_num_queries):
    for _ in range(3):
        WageFactory()
    with django_assert_num_queries(1):
        assert all(figure.sentence for wage in Wage.objects.with_words() for figure in wage.figures())


class TestCollapsedPercentiles:
    def marked(self, **pay):
        figures = WageFactory(**{"annual_median": 50_000, "annual_p75": 90_140, "annual_p90": 90_140} | pay).figures()
        return {figure.field for figure in figures if Mark.COLLAPSED in figure.marks}

    def test_far_above_the_median_are_to_be_read_with_caution(self):
        assert self.marked() == {"annual_p75", "annual_p90"}

    def test_near_the_median_are_not(self):
        assert not self.marked(annual_median=80_000, annual_mean=80_000)

    def test_that_differ_are_not(self):
        assert not self.marked(annual_p90=95_000)

    def test_at_the_top_code_are_marked_as_such_alone(self):
        assert not self.marked(marks={"annual_p75": {"at_least": True}, "annual_p90": {"at_least": True}})
