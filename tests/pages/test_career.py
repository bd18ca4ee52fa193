"""The guide of a career, as a reader gets it."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from careers.models import Career, OccupationMatch, Section
from explore.guide import read_guide
from explore.jobs import find_career_job, read_job
from pages.job.chapters import CHAPTERS
from tests import factories as make
from tests.pages.stage import tell_everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_query_in_a_loop")]


QUERIES = 79
"""Of one page, however much it says."""


def answers_of(client: Client, career: Career) -> list[str]:
    """The four answers on the first screen: pay, how to qualify, outlook, how reliable."""
    answers = page_of(client, career).partition('<div class="answers">')[2].partition("on-screen")[0]
    return answers.split("<h2>")[1:]


def page_of(client: Client, career: Career) -> str:
    """The guide's HTML, its whitespace run together."""
    response = client.get(career.get_absolute_url())
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


# What it costs


def test_the_number_of_queries_does_not_depend_on_how_much_is_said(client):
    counts = {}
    for times in (1, 4):
        career = tell_everything(times)
        with CaptureQueriesContext(connection) as queries:
            page_of(client, career)
        counts[times] = len(queries)
    assert counts[1] == counts[4] <= QUERIES


def test_no_style_and_no_script_stands_in_the_page(client):
    page = page_of(client, tell_everything())
    assert not re.search(r"<style|\sstyle=|<script(?![^>]* src=)(?![^>]*ld\+json)|\son\w+=|javascript:", page)


def test_no_cookie_is_set(client):
    assert not client.get(tell_everything().get_absolute_url()).cookies


# What stands in it


def test_every_chapter_has_its_place_once_and_keeps_its_anchors_of_old(client):
    page = page_of(client, tell_everything())
    for chapter in CHAPTERS:
        assert page.count(f'<section class="chapter" id="{chapter.anchor}">') == 1
        assert f'<a href="#{chapter.anchor}">' in page
        for anchor in chapter.formerly:
            assert page.count(f'<span id="{anchor}"></span>') == 1


def test_every_kind_of_prose_belongs_to_one_chapter():
    kinds = [kind for chapter in CHAPTERS for part in chapter.parts for kind in part.prose]
    assert sorted(kinds) == sorted(Section.Kind)


@pytest.mark.once
@pytest.mark.parametrize("kind", Section.Kind.values)
def test_prose_of_every_kind_is_shown_once_with_who_says_it(client, kind):
    source = make.SourceFactory(publisher="Himalayas")
    section = make.SectionFactory(kind=kind, body="Something *new*.", source=source, locator="Part 7, paragraph 2")
    page = page_of(client, section.career)
    assert page.count("<p>Something <em>new</em>.</p>") == 1
    attribution = f'By the <a href="{source.get_absolute_url()}">Himalayas guide</a>, Part 7, paragraph 2'
    assert page.count(attribution) == 1


@pytest.mark.once
@pytest.mark.parametrize("kind", Section.Kind.values)
def test_a_heading_that_a_guide_left_empty_is_said_to_be_empty(client, kind):
    section = make.SectionFactory(kind=kind, empty=True, heading="Top Industries")
    closing = page_of(client, section.career).partition("Not available here:")[2].partition("</p>")[0]
    assert f"Top Industries (left empty by the {section.source.publisher} guide)" in closing


def test_a_career_of_which_nothing_is_said_says_so_in_one_closing_line(client):
    page = page_of(client, make.CareerFactory())
    assert re.findall(r'<section class="chapter" id="(\w+)">', page) == ["sources"]
    assert page.index("Not available here:") < page.index('class="sheet"')
    assert page.count("Not available here:") == 1
    assert "official figures (the job is tied to no group that statistics count)" in page
    assert "No source here says" not in page.partition('<div class="sheet">')[2]


def test_every_row_of_every_list_is_on_the_page(client):
    career = tell_everything(times=2)
    guide = read_guide(career.slug)
    page = page_of(client, career)
    rows = [
        *(row.label for row in (*guide.responsibilities, *guide.pros, *guide.cons, *guide.requirements)),
        *(row.skill.name for rows in guide.skills.values() for row in rows),
        *(row.industry.name for row in guide.employers),
        *(row.question for row in guide.questions),
        *(row.related.title for row in guide.related),
        *(row.career.title for row in guide.related_from),
        *(row.name for row in (*guide.organisations, *guide.paths)),
        *(row.title for row in (*guide.toolkit, *guide.alternate_titles, *guide.steps)),
        *(row.name for row in guide.variants),
        *(row.to_title for row in guide.moves),
        *(rung.title for ladder in guide.ladders for rung in ladder.rungs.all()),
        *(source.title for source in guide.sources),
    ]
    assert [row for row in rows if row not in page] == []


def test_every_figure_is_on_the_page_and_leads_to_its_own_page(client):
    career = tell_everything()
    page = page_of(client, career)
    text = re.sub(r"<[^>]+>", "", page)
    for figure in read_guide(career.slug).figures:
        assert f'href="{figure.url}#{figure.field}"' in page, figure.address
        assert figure.value_text in text, figure.address


def test_every_inner_link_to_a_part_of_the_page_finds_it(client):
    page = page_of(client, tell_everything())
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {anchor for anchor in re.findall(r'href="#([^"]+)"', page) if anchor not in ids} == set()


def test_the_description_is_made_from_the_career_and_its_first_figure(client):
    salary = make.SalaryFactory(in_may_2023=True, credited_to_bls=True)
    description = re.search(r'<meta name="description" content="([^"]+)"', page_of(client, salary.career))[1]
    assert salary.career.summary in description
    assert "Median pay, a year: $47,190, United States, credited to BLS, May 2023" in description


# Figures and what they may not be taken for


def test_a_claim_credited_to_an_office_says_who_credits_it_and_when(client):
    salary = make.SalaryFactory(in_may_2023=True, credited_to_bls=True)
    page = page_of(client, salary.career)
    assert "United States, credited to BLS, May 2023" in page


def test_an_open_end_prints_as_or_more_and_not_as_a_maximum(client):
    salary = make.SalaryFactory(open_ended=True)
    page = page_of(client, salary.career)
    assert '<data value="30000/70000">$30,000 to $70,000 or more</data>' in page
    assert "Printed as “$30k - $70k+ USD”; the higher number is no maximum." in page


def test_a_growth_without_years_is_said_to_have_none(client):
    outlook = make.OutlookFactory()
    page = page_of(client, outlook.career)
    assert "years not stated" in page
    assert "The source does not say for which years." in page
    assert "“as fast as average”" in page


def test_a_projection_whose_years_have_passed_is_history(client):
    outlook = make.OutlookFactory(start_year=2014, end_year=2024, marks={})
    assert "<b>History.</b> The years it speaks of ended in 2024." in page_of(client, outlook.career)


def test_official_pay_comes_first_and_says_that_it_is_of_the_whole_group(client):
    match = make.OccupationMatchFactory(occupation__title="Medical Records Specialists", occupation__code="29-2072")
    make.SalaryFactory(career=match.career, median=47_190)
    make.WageFactory(occupation=match.occupation)
    pay = answers_of(client, match.career)[0]
    assert "$50,250" in pay
    assert "$47,190" not in pay
    assert "count this job together with others as Medical Records Specialists" in pay
    assert "United States, May 2024" in pay


def test_a_group_of_the_same_jobs_is_not_called_wider(client):
    match = make.OccupationMatchFactory(match=OccupationMatch.Match.EXACT)
    make.WageFactory(occupation=match.occupation)
    assert "together with others" not in page_of(client, match.career)


def test_without_official_pay_a_guides_claim_stands_there_and_is_called_one(client):
    salary = make.SalaryFactory(median=47_190)
    pay = answers_of(client, salary.career)[0]
    assert "$47,190" in pay
    assert "a guide’s claim" in pay


def test_a_release_that_is_not_ready_is_not_shown(client):
    match = make.OccupationMatchFactory()
    make.WageFactory(occupation=match.occupation, release=make.ReleaseFactory(importing=True))
    page = page_of(client, match.career)
    assert "$50,250" not in page
    assert "official pay" in page.partition("Not available here:")[2].partition("</p>")[0]


def test_a_source_that_contradicts_itself_is_shown_with_both_figures(client):
    career, source = make.CareerFactory(), make.SourceFactory()
    make.SalaryFactory(career=career, source=source, open_ended=True, locator="Key facts")
    make.SalaryFactory(career=career, source=source, range=True, locator="World")
    page = page_of(client, career)
    assert page.count('<div class="versus">') == 1
    versus = page.partition('<div class="versus">')[2].partition('class="gap"')[0]
    assert versus.count('data-shape="differ"') == 2
    assert "$30,000 to $70,000</data><small> or more" in versus
    assert "$45,000 to $70,000" in versus
    assert ">Disagrees</a></b> with $45,000 to $70,000 (World)." in page


def test_a_mean_beside_a_median_is_no_disagreement(client):
    career, source = make.CareerFactory(), make.SourceFactory()
    make.SalaryFactory(career=career, source=source)
    make.SalaryFactory(career=career, source=source, median=None, mean=60_000)
    assert '<details id="differ">' not in page_of(client, career)


def test_a_claim_that_the_record_contradicts_is_marked_and_leads_to_the_record(client):
    match = make.OccupationMatchFactory()
    make.SalaryFactory(career=match.career, in_may_2023=True, credited_to_bls=True)
    wage = make.WageFactory(occupation=match.occupation, release=make.ReleaseFactory(year=2023), annual_median=48_780)
    page = page_of(client, match.career)
    assert f'<b><a href="{wage.get_absolute_url()}#annual_median">Contradicted.</a></b>' in page
    assert "not $47,190." in page
    assert "<b>1</b> is contradicted by the record" in page


def test_a_claim_that_the_record_bears_out_is_marked_too(client):
    match = make.OccupationMatchFactory()
    make.SalaryFactory(career=match.career, in_may_2023=True, credited_to_bls=True, median=48_780)
    make.WageFactory(occupation=match.occupation, release=make.ReleaseFactory(year=2023), annual_median=48_780)
    page = page_of(client, match.career)
    assert ">Agrees with the record.</a></b>" in page
    assert "<b>1</b> claim agrees with the record" in page


def test_a_group_that_the_title_is_only_near_does_not_contradict_where_another_counts_it(client):
    career = make.CareerFactory()
    make.SalaryFactory(career=career, in_may_2023=True, credited_to_bls=True, median=48_780)
    for position, (how, median) in enumerate((("related", 99_000), ("narrower", 48_780)), start=1):
        match = make.OccupationMatchFactory(career=career, match=how, position=position)
        make.WageFactory(
            occupation=match.occupation,
            release=make.ReleaseFactory(year=2023),
            annual_median=median,
            annual_p75=120_000,
            annual_p90=150_000,
        )
    page = page_of(client, career)
    assert ">Agrees with the record.</a></b>" in page
    assert "Contradicted." not in page


def test_a_deprecated_figure_is_not_the_one_at_the_head():
    career = make.CareerFactory()
    make.SalaryFactory(career=career, median=40_000, deprecated=True)
    kept = make.SalaryFactory(career=career, median=50_000)
    assert read_job(find_career_job(career.slug)).answers.pay.figure.key == kept.key


def test_the_time_to_qualify_is_of_the_whole_way_and_not_of_a_later_step():
    career = make.CareerFactory()
    make.TimeToEntryFactory(career=career, covers="becoming a specialist", months_min=12, months_max=12)
    entry = read_job(find_career_job(career.slug)).answers.entry
    assert entry.time_label.endswith(", becoming a specialist")
    way = make.PathFactory(career=career)
    entry = read_job(find_career_job(career.slug)).answers.entry
    assert (entry.time.key, entry.time_label) == (way.key, way.name)


def test_pay_by_country_has_the_guides_own_conversion(client):
    career, source = make.CareerFactory(), make.SourceFactory()
    make.SalaryFactory(career=career, source=source, abroad=True, locator="World, row 2")
    make.SalaryFactory(career=career, source=source, range=True, locator="World, row 1")
    claims = page_of(client, career).partition('id="claims"')[2].partition("</details>")[0]
    assert "£25,000 to £40,000" in claims
    assert "$32,000 to $50,000" in claims
    assert "United Kingdom" in claims


def test_a_career_named_both_ways_is_listed_once(client):
    career, other = make.CareerFactory(), make.CareerFactory()
    make.RelatedCareerFactory(career=career, related=other)
    make.RelatedCareerFactory(career=other, related=career, reason="Said the other way round.")
    assert "Said the other way round." not in page_of(client, career)


# Bad input


def test_what_an_editor_pastes_is_made_safe(client):
    body = "<script>alert(1)</script>[x](javascript:alert(1)) ![y](https://evil.example/z.png) [ok](https://ok.example)"
    section = make.SectionFactory(body=body)
    page = page_of(client, section.career)
    assert "<script>alert" not in page
    assert "javascript:" not in re.sub(r">[^<]*<", "><", page)
    assert "<img" not in page
    assert '<a href="https://ok.example" rel="nofollow noopener">ok</a>' in page


@pytest.mark.parametrize("slug", ["no-such-career", "medical-records-administratr", "x" * 300])
def test_an_unknown_career_is_a_404_that_searches_for_it(client, slug):
    response = client.get(f"/careers/{slug}/")
    assert response.status_code == 404
    page = response.content.decode()
    assert f"There is no career “{slug}” here." in page
    assert 'name="q"' in page
    assert f'value="{slug.replace("-", " ")[:80]}"' in page


def test_a_post_is_not_allowed(client):
    assert client.post(make.CareerFactory().get_absolute_url()).status_code == 405


def test_the_canonical_address_is_the_sites(client):
    career = make.CareerFactory()
    assert f'<link rel="canonical" href="{settings.SITE_URL}{career.get_absolute_url()}">' in page_of(client, career)
