"""A figure at an address of its own: how it is cited, when it changed, and the same of other releases."""

from urllib.parse import quote

import pytest
from django.utils import timezone

from explore.figures import figures_of_job, find_figures
from explore.jobs import career_document
from facts.actions import publishing, withdraw
from facts.models import Edition, Release
from salaries.models import Salary, Wage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]

GUIDES = ("medical-records-administrator", "health-information-manager")
MEDIAN = "himalayas-mra-median#median"
WAGE = "may-2024/29-2072/US#annual_median"


def at(address: str) -> str:
    return f"figures/{quote(address, safe='/')}/"


@pytest.mark.parametrize("slug", GUIDES)
def test_every_figure_that_a_job_shows_is_found_by_its_address(slug):
    figures = figures_of_job(career_document(slug))
    found = find_figures([figure.address for figure in figures])
    assert len(figures) > 50
    assert [figure.address for figure in figures if figure.address not in found] == []
    assert all(found[figure.address].figure.sentence == figure.sentence for figure in figures)


def test_a_figure_is_cited_in_three_forms_with_its_edition(ask):
    figure = ask(at(WAGE))
    number = Edition.objects.count()
    assert figure["value_text"] in figure["citation"]["text"]
    assert f"Edition {number}," in figure["citation"]["text"]
    assert figure["citation"]["bibtex"].startswith("@misc{")
    assert figure["citation"]["csl"]["publisher"] == "Rungs"
    assert figure["citation"]["csl"]["URL"].endswith(f"/wages/may-2024/29-2072/US/?edition={number}#annual_median")


def test_a_figure_of_the_record_stands_beside_those_of_other_releases(ask):
    figure = ask(at(WAGE))
    years = [other["release"]["code"] for other in figure["series"]]
    assert "may-2024" not in years
    assert years == sorted(years)
    assert len(years) >= 2
    assert {other["measure_text"] for other in figure["series"]} == {figure["measure_text"]}
    assert [change["what"] for change in figure["history"]] == ["added"]


def test_its_history_tells_each_edition_that_changed_it_and_an_earlier_one_can_be_had(ask):
    before = ask(at(MEDIAN))
    number = Edition.objects.newest_first().first().number
    with publishing(act=Edition.Act.EDIT, reason="A slip of ours.") as publication:
        row = Salary.objects.get(key="himalayas-mra-median")
        row.median += 1_000
        row.save()
        publication.changed(row)
    after = ask(at(MEDIAN))
    assert after["value"] == before["value"] + 1_000
    assert [change["what"] for change in after["history"]] == ["added", "revision"]
    assert after["history"][-1]["edition"] == number + 1
    assert before["sentence"].startswith(after["history"][-1]["before"].rstrip("."))
    assert after["history"][-1]["before"] == after["history"][0]["after"]
    then = ask(f"{at(MEDIAN)}?edition={number}")
    told_anew = ("citation", "history")
    assert {name: then[name] for name in before if name not in told_anew} == {
        name: before[name] for name in before if name not in told_anew
    }
    assert [change["what"] for change in then["history"]] == ["added"]
    assert f"Edition {number}," in then["citation"]["text"]
    assert ask(f"{at(MEDIAN)}?edition={number + 1}")["value"] == after["value"]


def test_an_edition_before_a_release_had_none_of_its_figures(client, ask):
    newest = Edition.objects.newest_first().first().number
    assert ask(f"{at(WAGE)}?edition={newest}")["value"] == ask(at(WAGE))["value"]
    with publishing(act=Edition.Act.EDIT, reason="As if the release had come later.") as publication:
        publication.changed(Salary.objects.get(key="himalayas-mra-median"))
    Release.history.filter(slug="may-2024").update(history_date=timezone.now())
    assert client.get(f"/api/v1/{at(WAGE)}?edition={newest}").status_code == 404
    assert client.get(f"/api/v1/{at(WAGE)}?edition=9999").status_code == 404


def test_many_are_asked_for_at_once_and_what_is_not_there_is_told(ask, problems):
    asked = ",".join(map(quote, (MEDIAN, WAGE, "no-such-figure#median", "may-2024/29-2072/US#nothing")))
    answer = ask(f"figures/?address={asked}")
    assert [row["address"] for row in answer["results"]] == [MEDIAN, WAGE]
    assert [each["code"] for each in answer["unknown"]] == ["unknown_value"] * 2
    assert ask(answer["results"][0]["url"].partition("/api/v1/")[2])["address"] == MEDIAN
    assert problems("figures/?address=nothing") == [("address", "unknown_value")]
    assert problems("figures/") == [("address", "required")]
    assert problems("figures/?job=nobody") == [("job", "unknown_value")]


def test_all_figures_of_a_job_come_in_one_list(ask):
    answer = ask(f"figures/?job={GUIDES[0]}&page_size=200&fields=address,sentence")
    assert answer["count"] > 50
    assert MEDIAN in {row["address"] for row in answer["results"]}


def test_what_was_withdrawn_says_so(client):
    withdraw(Release.objects.get(slug="may-2024", source__slug="bls-oews"), because="It was the wrong file.")
    answer = client.get(f"/api/v1/{at(WAGE)}")
    assert answer.status_code == 410
    assert answer.json()["removed"]["reason"] == "It was the wrong file."


@pytest.mark.parametrize("address", ["a#b", "a/b/c#d", "//#", "#", "%00#x", "may-2024/x/US/4/5#y", "1/2/3/4#z"])
def test_what_is_no_address_is_not_found(client, address):
    assert client.get(f"/api/v1/figures/{address.replace('#', '%23')}/").status_code == 404


def test_wages_are_narrowed_by_kind_of_place_and_ordered_by_release(ask):
    assert {row["place"]["code"] for row in ask("wages/?place_kind=country")["results"]} == {"US"}
    releases = []
    page = ask("wages/?occupation=29-2072&place=US&ordering=-release&page_size=2&fields=release")
    while page:
        releases += [row["release"]["slug"] for row in page["results"]]
        page = page["next"] and ask(page["next"].partition("/api/v1/")[2])
    ends = [Release.objects.get(slug=slug, source__slug="bls-oews").period_end for slug in releases]
    assert ends == sorted(ends, reverse=True)
    assert len(ends) == Wage.objects.published().filter(occupation__code="29-2072", place__code="US").count()
