"""Everything taken from a source."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from explore import source as explored
from explore.source import list_sources, read_source
from facts.models import Source
from tests import factories as make
from tests.pages.stage import tell_everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def himalayas():
    return make.SourceFactory(slug="himalayas", publisher="Himalayas")


def groups(slug="himalayas"):
    return {group.anchor: group for group in read_source(slug).groups}


def test_what_is_not_there_is_not_read():
    with pytest.raises(Source.DoesNotExist):
        read_source("nope")


def test_a_statement_says_its_figures_and_leads_to_its_page(himalayas):
    salary = make.SalaryFactory(source=himalayas, median=47_190, mean=50_000, locator="Key facts, row 1")
    (row,) = groups()["salary"].rows
    assert row.says == "Median pay, a year: $47,190; Mean pay, a year: $50,000"
    assert (row.locator, row.about, row.url) == ("Key facts, row 1", salary.career.title, salary.get_absolute_url())


def test_a_part_of_a_guide_leads_to_its_place_there(himalayas):
    part = make.ResponsibilityFactory(source=himalayas, key="himalayas-duty-1")
    (row,) = groups()["responsibility"].rows
    assert row.url == f"{part.career.get_absolute_url()}#himalayas-duty-1"


def test_a_tie_between_codes_leads_to_the_occupation():
    pair = make.CrosswalkFactory()
    (row,) = groups(pair.source.slug)["crosswalk"].rows
    assert row.url.startswith(pair.to_occupation.get_absolute_url())


def test_groups_stand_in_the_order_of_a_guide(himalayas):
    make.RelatedCareerFactory(source=himalayas)
    make.SectionFactory(source=himalayas)
    assert list(groups()) == ["section", "relatedcareer"]


def test_rows_of_another_source_are_not_among_them(himalayas):
    make.SalaryFactory()
    assert groups() == {}


def test_a_very_long_group_is_cut_and_says_so(himalayas, monkeypatch):
    monkeypatch.setattr(explored, "MOST_SHOWN", 2)
    for _ in range(3):
        make.SectionFactory(source=himalayas)
    assert (len(groups()["section"].rows), groups()["section"].is_cut) == (2, True)


def test_rows_of_a_release_wait_until_it_is_ready():
    outlook = make.OutlookFactory(of_occupation=True)
    release = outlook.release
    assert groups(outlook.source.slug)
    release.state = release.State.IMPORTING
    release.save()
    assert groups(outlook.source.slug) == {}
    assert list_sources(Source.objects.all()) == [(outlook.source, 0)]


def test_releases_are_listed_the_latest_first_without_those_that_are_not_out():
    source = make.SourceFactory(statistics=True)
    for year, state in ((2023, {}), (2024, {}), (2022, {"withdrawn": True}), (2025, {"importing": True})):
        make.ReleaseFactory(source=source, year=year, **state)
    assert [release.label for release in read_source(source.slug).releases] == ["May 2024", "May 2023", "May 2022"]


def test_sources_are_counted_by_what_is_taken_from_them(himalayas, django_assert_num_queries):
    make.SalaryFactory(source=himalayas)
    make.SectionFactory(source=himalayas)
    other = make.SourceFactory(publisher="Study.com")
    with django_assert_num_queries(3):
        assert list_sources(Source.objects.all()) == [(himalayas, 2), (other, 0)]


def test_the_number_of_queries_does_not_depend_on_how_much_was_taken():
    counts = []
    for times in (1, 3):
        career = tell_everything(times)
        source = career.sections.first().source
        make.RequirementFactory.create_batch(times, source=source)
        with CaptureQueriesContext(connection) as queries:
            assert read_source(source.slug).groups
        counts.append(len(queries))
    assert counts[0] == counts[1]
