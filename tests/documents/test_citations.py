"""Figures as text, BibTeX, RIS and CSL-JSON."""

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from documents.citations import FORMS, Citation, bibtex, csl, ris, text
from documents.citations.bibtex import escaped
from documents.citations.citation import one_line
from tests import factories as make

CITED = Citation(
    key="guide-growth.growth_percent",
    title="Growth in jobs, projected, R&D keeper: +7%",
    source="Guide #1, Facts_and_figures",
    url="https://rungs.example/figures/guide-growth/#growth_percent",
    edition="Edition 4",
    published=date(2026, 11, 2),
)


def test_as_text_it_is_one_line_with_edition_and_address():
    assert text(CITED) == (
        "Rungs (2026). Growth in jobs, projected, R&D keeper: +7%. Guide #1, Facts_and_figures. "
        "Edition 4, 2 November 2026. https://rungs.example/figures/guide-growth/#growth_percent"
    )


def test_as_bibtex_signs_are_escaped_in_words_and_stand_in_the_address():
    assert bibtex(CITED).splitlines() == [
        "@misc{guide-growth.growth_percent,",
        "  author = {{Rungs}},",
        r"  title = {{Growth in jobs, projected, R\&D keeper: +7\%}},",
        "  year = {2026},",
        "  month = {11},",
        "  edition = {Edition 4},",
        r"  howpublished = {Guide \#1, Facts\_and\_figures},",
        "  url = {https://rungs.example/figures/guide-growth/#growth_percent},",
        "}",
    ]


def test_as_ris_it_is_a_record_of_tagged_lines():
    lines = ris(CITED).split("\r\n")
    assert (lines[0], lines[-1]) == ("TY  - DATA", "ER  - ")
    assert "TI  - Growth in jobs, projected, R&D keeper: +7%" in lines
    assert "DA  - 2026/11/02" in lines
    assert "UR  - https://rungs.example/figures/guide-growth/#growth_percent" in lines


def test_as_csl_it_is_a_dataset():
    item = csl(CITED)
    assert (item["type"], item["version"]) == ("dataset", "Edition 4")
    assert item["issued"] == {"date-parts": [[2026, 11, 2]]}
    assert item["title"] == CITED.title


def test_before_the_first_edition_nothing_is_dated():
    undated = Citation("one.median", "Median pay", "Guide", "https://rungs.example/figures/one/#median")
    assert text(undated) == "Rungs. Median pay. Guide. https://rungs.example/figures/one/#median"
    assert "year" not in bibtex(undated)
    assert "PY" not in ris(undated)
    assert "issued" not in csl(undated)


@given(st.text())
def test_whatever_a_title_holds_its_bibtex_has_braces_that_match_and_no_bare_sign(words):
    made = escaped(words)
    depth = 0
    for brace in re.findall(r"[{}]", made):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"(?<!\\)[$&%#_]|[~^]", made)


@given(st.text())
def test_whatever_a_title_holds_it_stands_on_one_line(words):
    assert len(one_line(words).splitlines()) <= 1


def from_page(client, form: str) -> str:
    response = client.get(f"/figures/pay/cite.{form}")
    assert response.status_code == 200
    assert response["Content-Type"] == FORMS[form].media_type
    assert response["Content-Disposition"] == f'attachment; filename="rungs-pay.{form}"'
    return response.text


@pytest.fixture
def pay(db):
    make.EditionFactory()
    return make.SalaryFactory(key="pay", median=47_190, mean=53_690)


def test_every_form_cites_every_figure_of_the_statement(client, pay):
    assert from_page(client, "txt").count("/figures/pay/?edition=1#") == 2
    assert from_page(client, "bib").count("@misc{pay.") == 2
    assert from_page(client, "ris").count("TY  - DATA\r\n") == 2
    assert [item["id"] for item in json.loads(from_page(client, "json"))] == ["pay.median", "pay.mean"]


def test_the_page_of_a_figure_leads_to_every_form(client, pay):
    page = client.get("/figures/pay/").text
    for form in FORMS:
        assert f'href="/figures/pay/cite.{form}"' in page


@pytest.mark.parametrize("address", ["/figures/pay/cite.doc", "/figures/none/cite.bib", "/figures/pay/cite."])
def test_a_form_or_a_figure_that_is_none_is_a_404_in_words(client, pay, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "<h1>" in answer.text


def test_what_gives_no_number_cannot_be_cited_and_its_page_offers_nothing(client, db):
    make.PathFactory(key="way", months_min=None, months_max=None)
    assert "cite." not in client.get("/figures/way/").text
    assert client.get("/figures/way/cite.bib").status_code == 404


def test_what_a_withdrawn_release_said_is_cited_no_more(client, db):
    outlook = make.OutlookFactory(key="gone", of_occupation=True)
    outlook.release.state, outlook.release.withdrawn_because = "withdrawn", "The file was damaged."
    outlook.release.save()
    answer = client.get("/figures/gone/cite.txt")
    assert answer.status_code == 410
    assert "7.1" not in answer.text


def test_the_number_of_queries_does_not_depend_on_how_much_is_said(client, pay):
    counts = []
    for _ in range(2):
        make.SalaryFactory.create_batch(3, career=pay.career, median=50_000)
        with CaptureQueriesContext(connection) as queries:
            from_page(client, "bib")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 15


# A cell of the record


@pytest.fixture
def cell(db):
    make.EditionFactory()
    return make.WageFactory(occupation__code="29-2072", annual_p90=None)


def test_every_form_cites_every_figure_of_a_cell(client, cell):
    given = [figure for figure in cell.figures() if not figure.is_missing]
    for form, written in (("txt", "Rungs ("), ("bib", "@misc{"), ("ris", "TY  - DATA\r\n"), ("json", '"URL"')):
        assert client.get(f"{cell.get_absolute_url()}cite.{form}").text.count(written) == len(given) > 5


def test_the_page_of_a_cell_cites_its_median_and_leads_to_every_form(client, cell):
    page = client.get(cell.get_absolute_url()).text
    assert "$50,250; United States, May 2024" in page
    for form in FORMS:
        assert f'href="/wages/may-2024/29-2072/US/cite.{form}"' in page


def test_a_cell_of_one_industry_is_cited_by_its_own_address(client, db):
    cell = make.WageFactory(occupation__code="29-2072", industry=make.IndustryFactory(naics=True))
    assert 'href="/wages/may-2024/29-2072/US/cite.bib?industry=622000"' in client.get(cell.get_absolute_url()).text
    assert "?industry=622000#annual_median" in client.get("/wages/may-2024/29-2072/US/cite.bib?industry=622000").text


@pytest.mark.parametrize(("address", "status"), [("cite.doc", 404), ("cite.bib?industry=%00", 404)])
def test_a_cell_that_cannot_be_cited_so_is_a_404(client, cell, address, status):
    assert client.get(f"{cell.get_absolute_url()}{address}").status_code == status


def test_a_cell_that_was_withdrawn_is_cited_no_more(client, db):
    cell = make.WageFactory(release=make.ReleaseFactory(withdrawn=True))
    answer = client.get(f"{cell.get_absolute_url()}cite.txt")
    assert answer.status_code == 410
    assert "50,250" not in answer.text
