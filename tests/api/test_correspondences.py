"""Which occupations of two classifications count some of the same jobs, as a list."""

import csv
import io

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    isco = make.OccupationFactory(scheme="isco-08", code="3252", title="Medical records technicians")
    soc = make.OccupationFactory(scheme="soc-2010", code="29-2071", title="Medical Records Technicians")
    return make.CorrespondenceFactory(occupation=isco, counterpart=soc, in_part=True)


def test_a_pair_names_both_and_who_says_so(ask, pair):
    (row,) = ask("correspondences/")["results"]
    assert (row["occupation"]["scheme"], row["occupation"]["code"]) == ("isco-08", "3252")
    assert (row["counterpart"]["scheme"], row["counterpart"]["code"]) == ("soc-2010", "29-2071")
    assert row["in_part"] is True
    assert row["source"]["slug"] == pair.release.source.slug


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("occupation=3252", 1),
        ("counterpart=29-2071", 1),
        ("scheme=isco-08&counterpart_scheme=soc-2010", 1),
        ("scheme=soc-2018", 0),
        ("in_part=false", 0),
    ],
)
def test_pairs_are_narrowed(ask, pair, query, count):
    assert ask(f"correspondences/?{query}")["count"] == count


def test_the_csv_has_every_pair(client, pair):
    text = b"".join(client.get("/api/v1/correspondences.csv").streaming_content).decode()
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["occupation_code"], row["counterpart_code"]) == ("3252", "29-2071")


def test_pairs_of_a_withdrawn_release_are_not_given(ask, pair):
    pair.release.state, pair.release.withdrawn_because = "withdrawn", "Damaged."
    pair.release.save()
    assert ask("correspondences/")["count"] == 0
