"""What the database refuses of sources, releases and editions."""

from datetime import UTC, date, datetime
from functools import partial

import pytest
from django.db.models import CheckConstraint, UniqueConstraint

from facts.models import Release
from tests.constraints import Case, Twin, allowed, constraints_of, is_allowed, is_given_once, is_refused, refused
from tests.factories import (
    AccountFactory,
    CorrectionFactory,
    DraftEditorFactory,
    DraftEventFactory,
    DraftFactory,
    EditionFactory,
    ExchangeRateFactory,
    FrozenGuideFactory,
    FrozenJobFactory,
    IndustryFactory,
    IndustryNameFactory,
    KeptFormFactory,
    LoadedRowFactory,
    MissedSearchFactory,
    PlaceFactory,
    PlaceNameFactory,
    PriceIndexFactory,
    ProposalFactory,
    PurchasingPowerFactory,
    RegionalPriceFactory,
    ReleaseFactory,
    ReportCountFactory,
    ReportFactory,
    SourceFactory,
    TakenFormFactory,
)

pytestmark = pytest.mark.django_db

MAY, JUNE = date(2024, 5, 1), date(2024, 6, 30)

ABOVE_NOUGHT = [
    ("price_index_above_nought", PriceIndexFactory),
    ("regional_price_above_zero", RegionalPriceFactory),
    ("purchasing_power_above_nought", PurchasingPowerFactory),
    ("exchange_rate_above_nought", ExchangeRateFactory),
]


def _annual():
    return PriceIndexFactory(annual=True)


def _edition(_draft):
    return EditionFactory().pk


PUBLISHED = {"state": "published", "publisher_id": lambda _: AccountFactory().pk, "edition_id": _edition}
DUE = {"publish_at": datetime(2026, 3, 1, tzinfo=UTC), "publisher": lambda _: AccountFactory()}

CASES = [
    Case(
        "frozen_job_editions_in_order",
        FrozenJobFactory,
        allowed=[{"first": 3, "last": 3}, {"first": 3, "last": 9}],
        refused=[{"first": 0, "last": 1}, {"first": 3, "last": 2}],
    ),
    Case(
        "source_has_publisher_and_title",
        SourceFactory,
        allowed=[{"publisher": "Himalayas", "title": "Career guide"}],
        refused=[{"publisher": ""}, {"title": ""}],
    ),
    Case(
        "source_addresses_are_of_the_web",
        SourceFactory,
        allowed=[
            {"url": "", "licence_url": ""},
            {"url": "https://example.org/"},
            {"url": "HTTP://example.org", "licence_url": "http://example.org/terms"},
        ],
        refused=[
            {"url": "javascript:alert(1)"},
            {"url": "ftp://example.org/"},
            {"url": " https://example.org/"},
            {"licence_url": "data:text/html,x"},
        ],
    ),
    Case(
        "release_period_in_order",
        ReleaseFactory,
        allowed=[
            {"period_start": None, "period_end": None},
            {"period_start": MAY, "period_end": MAY},
            {"period_start": MAY, "period_end": JUNE},
        ],
        refused=[
            {"period_start": JUNE, "period_end": MAY},
            {"period_start": MAY, "period_end": None},
            {"period_start": None, "period_end": JUNE},
        ],
    ),
    Case(
        "release_withdrawn_with_reason",
        ReleaseFactory,
        allowed=[
            {"state": Release.State.WITHDRAWN, "withdrawn_because": "The file was damaged."},
            {"state": Release.State.READY, "withdrawn_because": ""},
        ],
        refused=[{"state": Release.State.WITHDRAWN, "withdrawn_because": ""}],
    ),
    Case("edition_counts_from_one", EditionFactory, allowed=[{"number": 1}], refused=[{"number": 0}]),
    Case(
        "price_index_month_of_a_year",
        PriceIndexFactory,
        allowed=[{"month": 1}, {"month": 12}, {"month": None}],
        refused=[{"month": 0}, {"month": 13}],
    ),
    *[
        Case(constraint, factory, allowed=[{"value": 1}], refused=[{"value": 0}, {"value": -1}])
        for constraint, factory in ABOVE_NOUGHT
    ],
    Case(
        "exchange_rate_span_in_order",
        ExchangeRateFactory,
        allowed=[{"start": MAY, "end": MAY}, {"start": MAY, "end": JUNE}],
        refused=[{"start": JUNE, "end": MAY}],
    ),
    Case(
        "correction_says_two_things",
        CorrectionFactory,
        allowed=[{"after": "$1"}],
        refused=[{"before": "$1", "after": "$1"}],
    ),
    Case(
        "correction_has_cause",
        CorrectionFactory,
        allowed=[{"kind": "correction", "cause": "A typing error."}, {"kind": "revision", "cause": ""}],
        refused=[{"kind": "correction", "cause": ""}],
    ),
    Case(
        "draft_published_is_an_edition",
        lambda: DraftFactory(waiting=True),
        allowed=[PUBLISHED, {}],
        refused=[{"state": "published"}, PUBLISHED | {"publisher": None}, {"edition_id": _edition}],
    ),
    Case(
        "draft_handed_in_has_reason",
        lambda: DraftFactory(waiting=True),
        allowed=[{}, {"state": "open", "reason": ""}, {"state": "discarded", "submitted_at": None}],
        refused=[{"reason": ""}, {"submitted_at": None}, PUBLISHED | {"reason": ""}],
    ),
    Case(
        "draft_is_due_while_it_waits",
        lambda: DraftFactory(waiting=True),
        allowed=[{}, DUE],
        refused=[DUE | {"publisher": None}, DUE | {"state": "open"}, DUE | {"state": "discarded"}],
    ),
    Case(
        "draft_comment_has_words",
        DraftEventFactory,
        allowed=[{"text": "Is that so?"}, {"kind": "handed-in", "text": ""}],
        refused=[{"text": ""}],
    ),
    Case(
        "proposal_starts_from_a_version",
        ProposalFactory,
        allowed=[{}, {"kind": "created", "base_version": None}, {"kind": "removed"}],
        refused=[{"base_version": None}, {"kind": "created"}, {"kind": "removed", "base_version": None}],
    ),
    Case("edition_has_reason", EditionFactory, allowed=[{"reason": "A typing error."}], refused=[{"reason": ""}]),
    Case("missed_search_has_words", MissedSearchFactory, allowed=[{"words": "zeppelin"}], refused=[{"words": ""}]),
    Case("report_says_what_is_wrong", ReportFactory, allowed=[{"wrong": "Its name."}], refused=[{"wrong": ""}]),
    Case(
        "report_settled_by_somebody",
        partial(ReportFactory, answered=True),
        allowed=[{}],
        refused=[{"settled_at": None}, {"settled_by": None}, {"state": "open"}],
    ),
    Case(
        "report_taken_up_has_its_change",
        partial(ReportFactory, taken_up=True),
        allowed=[{}],
        refused=[{"draft": None}, {"state": "set_aside"}],
    ),
    Case(
        "report_answered_with_words",
        partial(ReportFactory, answered=True),
        allowed=[{"answer": "So it is."}],
        refused=[{"answer": ""}],
    ),
]

TWINS = [
    Twin("correction_once_per_edition", CorrectionFactory, {"field": "mean"}),
    Twin("correction_once_per_edition", CorrectionFactory, {"statement": "another"}),
    Twin("correction_once_per_edition", CorrectionFactory, {"edition": EditionFactory}),
    Twin("draft_editor_once", DraftEditorFactory, {"draft": DraftFactory}),
    Twin("draft_editor_once", DraftEditorFactory, {"editor": AccountFactory}),
    Twin("frozen_guide_once_an_edition", FrozenGuideFactory, {"career_slug": "another"}),
    Twin("frozen_guide_once_an_edition", FrozenGuideFactory, {"edition": EditionFactory}),
    Twin("frozen_job_once_an_edition", FrozenJobFactory, {"job": "another"}),
    Twin("frozen_job_once_an_edition", FrozenJobFactory, {"first": 2, "last": 2}),
    Twin("kept_form_once_a_page", KeptFormFactory, {"author": AccountFactory}),
    Twin("kept_form_once_a_page", KeptFormFactory, {"page": "/desk/another/"}),
    Twin("taken_form_once", TakenFormFactory, {"author": AccountFactory}),
    Twin("taken_form_once", TakenFormFactory, {"token": "another"}),
    Twin("proposal_once_a_row", ProposalFactory, {"draft": DraftFactory}),
    Twin("proposal_once_a_row", ProposalFactory, {"row": 10_000}),
    Twin("proposal_once_a_row", ProposalFactory, {"model": "facts.industry"}),
    Twin("release_slug_once_per_source", ReleaseFactory, {"slug": "may-2025"}),
    Twin("release_slug_once_per_source", ReleaseFactory, {"source": SourceFactory}),
    Twin("report_count_once_a_window", ReportCountFactory, {"address": "another"}),
    Twin("report_count_once_a_window", ReportCountFactory, {"window": datetime(2026, 1, 2, 4, tzinfo=UTC)}),
    Twin("loaded_row_once", LoadedRowFactory, {"key": '["another"]'}),
    Twin("loaded_row_once", LoadedRowFactory, {"model": "facts.industry"}),
    Twin("regional_price_once_per_place_year_and_item", RegionalPriceFactory, {"item": "goods"}),
    Twin("regional_price_once_per_place_year_and_item", RegionalPriceFactory, {"year": 1990}),
    Twin("regional_price_once_per_place_year_and_item", RegionalPriceFactory, {"place": PlaceFactory}),
    Twin("regional_price_once_per_place_year_and_item", RegionalPriceFactory, {"release": lambda: ReleaseFactory()}),
    Twin("price_index_once_per_month", PriceIndexFactory, {"month": 6}),
    Twin("price_index_once_per_month", PriceIndexFactory, {"year": 1913}),
    Twin("price_index_once_per_year", _annual, {"year": 1913}),
    Twin("price_index_once_per_year", _annual, {"month": 5}),
    Twin("purchasing_power_once_per_country_and_year", PurchasingPowerFactory, {"year": 1990}),
    Twin("purchasing_power_once_per_country_and_year", PurchasingPowerFactory, {"country": "DE"}),
    Twin("exchange_rate_once_per_currency_and_span", ExchangeRateFactory, {"currency": "JPY"}),
    Twin("exchange_rate_once_per_currency_and_span", ExchangeRateFactory, {"end": date(2030, 1, 1)}),
    Twin("place_name_once_per_release", PlaceNameFactory, {"place": PlaceFactory}),
    Twin("place_name_once_per_release", PlaceNameFactory, {"release": ReleaseFactory}),
    Twin("industry_name_once_per_release", IndustryNameFactory, {"industry": IndustryFactory}),
    Twin("industry_name_once_per_release", IndustryNameFactory, {"release": ReleaseFactory}),
]

APPS = ("facts", "editorial", "ingest", "money")

UNIQUE = [(SourceFactory, "slug"), (PlaceFactory, "code"), (IndustryFactory, "code"), (EditionFactory, "number")]


@pytest.mark.parametrize(("case", "said"), allowed(CASES))
def test_allowed(case, said):
    is_allowed(case.row(said))


@pytest.mark.parametrize(("case", "said"), refused(CASES))
def test_refused(case, said):
    is_refused(case.row(said), case.constraint)


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"{twin.constraint} {[*twin.differing]}")
def test_once_only(twin):
    is_refused(twin.second({}), twin.constraint)
    is_allowed(twin.second(twin.differing))


@pytest.mark.parametrize(("factory", "name"), UNIQUE)
def test_a_name_is_given_once(factory, name):
    is_given_once(factory, name)


def test_every_constraint_is_tried_here():
    assert {case.constraint for case in CASES} == constraints_of(APPS, CheckConstraint)
    assert {twin.constraint for twin in TWINS} == constraints_of(APPS, UniqueConstraint)
