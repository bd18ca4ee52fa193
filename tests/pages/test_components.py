"""The parts that pages are made of: the figure before all, which never goes out without its words."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from explore.disagreements import find_disagreements
from facts.figure import RECORD, Figure, Named
from facts.markdown import render
from facts.marks import Mark
from facts.measures import Measure, Quantity
from facts.periods import Period
from facts.units import Unit
from pages.annotations import Sign, disputes_by_address, shape_of, signs_of
from pages.by_source import common_locator
from pages.context import site
from pages.templatetags.figures import in_words, link

TODAY = date(2026, 11, 20)
MAY_2023 = Period(date(2023, 5, 1), date(2023, 5, 31))


def figure(**said) -> Figure:
    """A guide's median of $47,190, credited to BLS, May 2023; `said` changes it."""
    usual = {
        "key": "guide-median",
        "field": "median",
        "quantity": Quantity.PAY,
        "measure": Measure.MEDIAN,
        "unit": Unit("USD", "year"),
        "subject": Named("mra", "Medical Records Administrator", "/careers/mra/"),
        "source": Named("guide", "Career guide", "/sources/guide/"),
        "publisher": "Himalayas",
        "value": Decimal(47_190),
        "place": Named("US", "United States"),
        "period": MAY_2023,
        "attributed_to": "BLS",
        "as_printed": "$47,190 USD",
        "locator": "Key facts",
        "url": "/figures/guide-median/",
    }
    return Figure(**usual | said)


def a_range(low, high, *marks, **said) -> Figure:
    numbers = {"value": None, "low": low and Decimal(low), "high": high and Decimal(high)}
    return figure(measure=Measure.RANGE, marks=frozenset(marks), **numbers, **said)


def shown(tag: str, **context) -> str:
    """What a tag of the figures' library gives, its whitespace run together."""
    template = Template("{% load figures %}{% " + tag + " %}")
    return re.sub(r"\s+", " ", template.render(Context(context)))


# The figure


def test_a_card_says_measure_value_words_and_source_in_this_order():
    card = shown("figure_card figure ask='How much'", figure=figure())
    said = ["How much", "Median pay, a year", "$47,190", "United States, credited to BLS, May 2023", "Himalayas"]
    places = [card.index(words) for words in said]
    assert places == sorted(places)


def test_a_card_gives_the_number_to_machines_and_leads_to_its_own_page():
    card = shown("figure_card figure", figure=figure())
    assert '<a href="/figures/guide-median/#median"><data value="47190">$47,190</data></a>' in card
    assert '<a href="/sources/guide/">Himalayas</a>, Key facts' in card


def test_a_card_of_the_record_is_drawn_otherwise_than_a_claim():
    assert 'data-standing="record"' in shown("figure_card figure", figure=figure(standing=RECORD))
    assert "data-standing" not in shown("figure_card figure", figure=figure())


def test_a_card_names_its_subject_where_the_page_is_about_something_else():
    assert "Medical Records Administrator, United States" in shown("figure_card f subject=True", f=figure())


def test_a_mark_can_be_passed_in_and_stands_first():
    sign = Sign("against", "Contradicted.", "The record says $48,780.", "/wages/may-2023/29-2072/US/")
    card = shown("figure_card figure sign=sign", figure=figure(), sign=sign)
    assert 'data-shape="broken"' in card
    assert '<p class="mark" data-mark="against"><b><a href="/wages/may-2023/29-2072/US/">Contradicted.</a></b>' in card


def test_marks_can_be_left_out_and_the_shape_given():
    card = shown("figure_card f signs=False shape='differ'", f=a_range(30_000, 70_000, Mark.OPEN_ENDED))
    assert "data-mark" not in card
    assert 'data-shape="differ"' in card


def test_a_missing_figure_says_why_in_its_place():
    suppressed = figure(value=None, marks=frozenset({Mark.SUPPRESSED}))
    card = shown("figure_card figure", figure=suppressed)
    assert "Not released" in card
    assert "It is not nought." in card
    assert "<data" not in card


def test_a_figure_in_a_table_is_its_value_and_its_page():
    cell = shown("value figure", figure=figure())
    assert cell == '<a href="/figures/guide-median/#median"><data value="47190">$47,190</data></a>'
    assert shown("value figure missing='not converted'", figure=None) == '<span class="missing">not converted</span>'


def test_a_figure_in_a_sentence_has_its_words_behind_it_and_no_stray_space():
    said = re.sub(
        r"<[^>]+>", "", Template("{% load figures %}Half earn {% inline_figure f %}.").render(Context({"f": figure()}))
    )
    assert (
        " ".join(said.split())
        == "Half earn $47,190 (Median pay, a year, United States, credited to BLS, May 2023; Himalayas)."
    )


def test_text_of_a_source_cannot_become_markup():
    card = shown("figure_card figure", figure=figure(locator="<b>x</b>", attributed_to="<script>", publisher="A & B"))
    assert "<script>" not in card
    assert "<b>x</b>" not in card
    assert "A &amp; B" in card


def test_a_link_that_has_a_place_already_keeps_it():
    assert link(figure(url="/careers/mra/#ladder")) == "/careers/mra/#ladder"
    assert link(figure(url="")) == ""


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (Unit("USD", "year"), "US dollars a year"),
        (Unit("GBP", "hour"), "British pounds an hour"),
        (Unit("percent"), "percent"),
        (Unit("months"), "months"),
        (Unit("USD"), "US dollars"),
    ],
)
def test_a_unit_in_a_caption_is_in_words(unit, words):
    assert in_words(unit) == words


# The signs


def kinds(of: Figure, disputes=None) -> list[str]:
    return [sign.kind for sign in signs_of(of, TODAY, disputes)]


@pytest.mark.parametrize(
    ("given_as", "kind"),
    [
        (a_range(30_000, 70_000, Mark.OPEN_ENDED), "open"),
        (figure(marks=frozenset({Mark.AT_LEAST})), "atleast"),
        (figure(marks=frozenset({Mark.APPROXIMATE})), "about"),
        (figure(value=None, marks=frozenset({Mark.SUPPRESSED})), "none"),
        (figure(period=Period(), marks=frozenset({Mark.WINDOW_NOT_STATED})), "unknown"),
        (figure(period=Period(date(2015, 5, 1), date(2015, 5, 31))), "old"),
    ],
)
def test_what_is_special_about_a_figure_has_its_sign(given_as, kind):
    assert kinds(given_as) == [kind]


def test_a_plain_recent_figure_has_no_sign():
    assert kinds(figure()) == []


def test_a_number_given_in_words_only_quotes_them():
    vague = figure(value=None, as_printed="a few more months", marks=frozenset({Mark.APPROXIMATE}))
    (sign,) = signs_of(vague, TODAY)
    assert (sign.kind, sign.text) == ("none", "Printed as “a few more months”.")


def test_a_projection_is_history_once_its_years_have_passed_and_not_before():
    growth = {"quantity": Quantity.GROWTH, "measure": Measure.CHANGE, "unit": Unit("percent"), "projected": True}
    past = figure(**growth, value=Decimal(15), period=Period(date(2014, 1, 1), date(2024, 12, 31)))
    present = figure(**growth, value=Decimal(7), period=Period(date(2024, 1, 1), date(2034, 12, 31)))
    assert [sign.word for sign in signs_of(past, TODAY)] == ["History."]
    assert kinds(present) == []


def test_an_old_figure_says_how_old():
    (sign,) = signs_of(figure(period=Period(date(2015, 5, 1), date(2015, 5, 31))), TODAY)
    assert sign.word == "Eleven years old."


def test_figures_that_disagree_name_each_other():
    one, other = a_range(30_000, 70_000, key="one"), a_range(45_000, 70_000, key="other", locator="World")
    disputes = disputes_by_address(find_disagreements([one, other]))
    (sign,) = signs_of(one, TODAY, disputes)
    assert (sign.kind, sign.text) == ("differ", "with $45,000 to $70,000 (World).")
    assert shape_of(one, [sign]) == "differ"


def test_what_is_contradicted_is_drawn_broken_before_anything_else():
    signs = [Sign("old", "Old.", ""), Sign("against", "Contradicted.", "")]
    assert shape_of(a_range(30_000, 70_000, Mark.OPEN_ENDED), signs) == "broken"


# Prose


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        '<a href="https://ok.example" onclick="alert(1)">x</a>',
        "<svg/onload=alert(1)>",
        "![x](https://evil.example/pixel.png)",
        "<style>body{display:none}</style>",
        '<p style="position:fixed">x</p>',
    ],
)
def test_nothing_that_acts_comes_through(attack):
    tags = re.findall(r"<[^>]*>", render(attack))
    assert not any(re.search(r"script|img|svg|style|on\w+=|javascript:|data:", tag) for tag in tags), tags


@given(st.text(max_size=200))
def test_whatever_is_written_no_tag_but_ours_comes_out(text):
    allowed = r"</?(p|br|em|strong|code|pre|blockquote|ul|ol|li|a|h[456]|hr)( (href|rel|start)=\"[^\"]*\")*\s*/?>"
    assert re.sub(allowed, "", render(text)).count("<") == 0


def test_headings_stand_below_the_pages_own_and_links_are_not_followed():
    html = render("# Title\n\n[AHIMA](https://www.ahima.org)")
    assert "<h4>Title</h4>" in html
    assert '<a href="https://www.ahima.org" rel="nofollow noopener">' in html


@pytest.mark.parametrize(
    ("locators", "common"),
    [
        (["Pros, item 1", "Pros, item 2"], "Pros"),
        (["Key facts, Median Salary"], "Key facts, Median Salary"),
        (["Pros, item 1", "Cons, item 1"], ""),
        ([], ""),
    ],
)
def test_rows_of_a_list_share_as_much_of_their_place_as_they_have_in_common(locators, common):
    assert common_locator(locators) == common


# The frame


def test_the_menu_knows_where_the_reader_is(rf):
    def current(path):
        return {entry.title: entry.current for entry in site(rf.get(path))["menu"] if entry.current}

    assert current("/careers/") == {"Jobs": "page"}
    assert current("/careers/medical-records-administrator/") == {"Jobs": "true"}
    assert current("/") == {}
