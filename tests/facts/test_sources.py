"""Sources, releases and editions: what may be asked of them."""

import pytest

from facts.models import Edition, Release, Source
from facts.models.statement import statement_models
from tests.factories import (
    EditionFactory,
    ExposureClaimFactory,
    OutlookFactory,
    PathFactory,
    ReleaseFactory,
    SalaryFactory,
    SourceFactory,
    TimeToEntryFactory,
)

pytestmark = pytest.mark.django_db


def test_guides_and_the_official_figures_are_told_apart():
    guide, statistics = SourceFactory(), SourceFactory(statistics=True)
    classification, editors = SourceFactory(classification=True), SourceFactory(editorial=True)
    assert {*Source.objects.official()} == {statistics, classification}
    assert [source.is_official for source in (guide, statistics, classification, editors)] == [False, True, True, False]


def test_a_figure_is_the_record_where_its_source_is():
    assert SalaryFactory().figure("median").standing == "claim"
    assert SalaryFactory(source=SourceFactory(statistics=True)).figure("median").standing == "record"


def test_only_releases_that_are_ready_are_ready_and_the_newest_comes_first():
    older, newer = ReleaseFactory(year=2023), ReleaseFactory(year=2024)
    ReleaseFactory(year=2025, importing=True)
    ReleaseFactory(year=2022, withdrawn=True)
    assert [*Release.objects.ready().newest_first()] == [newer, older]


def test_the_newest_edition_comes_first():
    one, other = EditionFactory(), EditionFactory()
    assert [*Edition.objects.newest_first()] == sorted([one, other], key=lambda edition: -edition.number)


def test_every_kind_of_statement_is_known():
    factories = (ExposureClaimFactory, OutlookFactory, PathFactory, SalaryFactory, TimeToEntryFactory)
    made = {type(factory()) for factory in factories}
    assert made == {*statement_models()}


@pytest.mark.parametrize("factory", [OutlookFactory, PathFactory, SalaryFactory, TimeToEntryFactory])
def test_a_statement_has_a_page_and_its_figures_a_place_on_it(factory):
    statement = factory(key="somewhere")
    assert statement.get_absolute_url() == "/figures/somewhere/"
    assert all(figure.url == "/figures/somewhere/" for figure in statement.figures())


def test_a_natural_key_finds_its_row_again():
    release = ReleaseFactory()
    assert Release.objects.get_by_natural_key(*release.natural_key()) == release
