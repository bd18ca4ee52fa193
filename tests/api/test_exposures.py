"""What studies say of jobs: AI exposure and work from home, as lists."""

import csv
import io

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def paralegals():
    return make.OccupationFactory(code="23-2011", title="Paralegals")


@pytest.fixture
def rating(paralegals):
    whole = make.OccupationFactory(onet=True, code="23-2011.00", title="Paralegals", parent=paralegals)
    return make.ExposureFactory(occupation=whole, as_printed="0.8500000000000001", percentile="71.61")


def test_a_rating_is_given_as_printed_with_its_percentile_marked_as_ours(ask, rating):
    (shown,) = ask("exposures/")["results"]
    assert shown["key"] == "exposure-gpts/2023/23-2011.00/beta/people"
    assert (shown["as_printed"], shown["value"], shown["percentile"]) == ("0.8500000000000001", 0.85, 71.61)
    assert shown["marks"] == {"percentile": {"computed": True}}
    assert (shown["title"], shown["scale"]) == ("Beta, rated by people", "a share of tasks, from 0 to 1")
    assert shown["occupation"]["code"] == "23-2011.00"
    assert shown["locator"] == "23-2011.00 Paralegals (O*NET-SOC 2019)"
    assert shown["page"].endswith("/occupations/23-2011/#ai")


def test_one_rating_has_an_address(ask, rating):
    (shown,) = ask("exposures/")["results"]
    address = "exposures/exposure-gpts/2023/23-2011.00/beta/people/"
    assert shown["url"].endswith(f"/api/v1/{address}")
    assert ask(f"{address}?include=figures")["figures"][0]["value_text"] == "0.8500000000000001"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("source=exposure-gpts", 2),
        ("source=exposure-aioe", 1),
        ("measure=beta", 1),
        ("measure=beta,alpha&variant=model", 1),
        ("percentile_min=70", 1),
        ("percentile_max=10", 2),
        ("scheme=soc-2010", 1),
        ("occupation=23-2011.00", 1),
    ],
)
def test_ratings_are_narrowed(ask, rating, asked, found):
    make.ExposureFactory(measure="alpha", variant="model", percentile=9)
    make.ExposureFactory(aioe=True, percentile=8)
    assert len(ask(f"exposures/?{asked}")["results"]) == found


def test_an_unknown_measure_is_a_mistake(client, rating):
    assert client.get("/api/v1/exposures/?measure=risk").status_code == 400


def test_ratings_of_a_withdrawn_release_are_not_given(ask, rating):
    release = rating.release
    release.state, release.withdrawn_because = "withdrawn", "It was wrong."
    release.save()
    assert ask("exposures/")["results"] == []


def test_ratings_are_ordered_by_where_they_stand(ask, rating):
    make.ExposureFactory(percentile=99)
    assert [row["percentile"] for row in ask("exposures/?ordering=-percentile")["results"]] == [99, 71.61]


def test_the_csv_has_every_rating(client, rating):
    text = b"".join(client.get("/api/v1/exposures.csv").streaming_content).decode()
    (line,) = csv.DictReader(io.StringIO(text))
    assert (line["as_printed"], line["occupation_code"]) == ("0.8500000000000001", "23-2011.00")


def test_work_from_home_is_a_list_too(ask):
    make.WorkFromHomeFactory()
    (shown,) = ask("work-from-home/")["results"]
    assert (shown["value"], shown["as_printed"], shown["marks"]) == (1, "1", {})
    assert ask("work-from-home/?value_max=0.5")["results"] == []


@pytest.mark.parametrize("many", [1, 5])
def test_a_list_takes_the_same_queries_however_many_rows(client, django_assert_num_queries, many):
    for _ in range(many):
        make.ExposureFactory()
    client.get("/api/v1/exposures/")
    with django_assert_num_queries(2):
        client.get("/api/v1/exposures/")
