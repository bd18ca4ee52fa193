"""How many queries an answer takes, with both guides in the database."""

from urllib.parse import quote

import pytest

from api.views.index import list_names

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_query_in_a_loop")]

PAGED = [
    name for name in list_names() if name not in ("search", "compare", "fact-checks", "claims", "figures", "changes")
]


@pytest.mark.parametrize("size", [1, 30])
@pytest.mark.parametrize("name", PAGED)
def test_a_list_takes_six_queries_at_most_whatever_its_length(
    client, guides, django_assert_max_num_queries, name, size
):
    with django_assert_max_num_queries(6):
        assert client.get(f"/api/v1/{name}/?page_size={size}").status_code == 200


@pytest.mark.parametrize(
    "asked",
    [
        "careers/?ordering=-median&median_min=1&field=health-records",
        "occupations/?include=record",
        "salaries/?career=medical-records-administrator&place=US,CA&source=himalayas-medical-records-administrator",
        "wages/?release=may-2024&occupation=29-2072&place=US&industry=000000",
        "paths/?credential=rhit",
        "disagreements/",
        "editions/?include=changes",
        "changes/?after=1&until=1",
    ],
)
def test_filters_and_extras_do_not_make_it_more(client, guides, django_assert_max_num_queries, asked):
    client.get(f"/api/v1/{asked}")
    with django_assert_max_num_queries(6):
        assert client.get(f"/api/v1/{asked}").status_code == 200


@pytest.mark.parametrize("asked", ["", "?page_size=1", "?occupation=29-2072&source=bls-oews&verdict=agrees"])
def test_claims_and_the_record_they_meet_take_eleven(client, guides, django_assert_max_num_queries, asked):
    with django_assert_max_num_queries(11):
        assert client.get(f"/api/v1/fact-checks/{asked}").status_code == 200


def test_many_figures_take_no_more_than_a_few(client, guides, django_assert_max_num_queries):
    rows = client.get("/api/v1/figures/?job=medical-records-administrator&page_size=60&fields=address").json()[
        "results"
    ]
    asked = ",".join(quote(row["address"]) for row in rows)
    with django_assert_max_num_queries(16):  # one for each kind of row, each told in the answer's words
        assert client.get(f"/api/v1/figures/?address={asked}").json().get("count") == len(rows) > 50


@pytest.mark.parametrize("slug", ["medical-records-administrator", "health-information-manager"])
def test_a_whole_career_takes_thirty_at_most(client, guides, django_assert_max_num_queries, slug):
    with django_assert_max_num_queries(30):
        assert client.get(f"/api/v1/careers/{slug}/?include=salaries,outlooks,paths").status_code == 200


def test_what_has_not_changed_takes_one(client, guides, django_assert_num_queries):
    tag = client.get("/api/v1/careers/medical-records-administrator/")["ETag"]
    with django_assert_num_queries(1):
        answer = client.get("/api/v1/careers/medical-records-administrator/", headers={"if-none-match": tag})
    assert answer.status_code == 304
