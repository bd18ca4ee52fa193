"""Ways in and times to entry, as figures."""

import pytest

from education.models import Path, TimeToEntry
from facts.comparison import same_question
from tests.factories import CareerFactory, CredentialFactory, PathFactory, TimeToEntryFactory

pytestmark = pytest.mark.django_db


def told(row):
    return [(figure.field, figure.measure_text, figure.value_text) for figure in row.figures()]


LENGTH = ("months", "Length: Certificate or online course", "6 to 18 months")


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ({}, [LENGTH]),
        ({"with_cost": True}, [LENGTH, ("cost", "Cost: Certificate or online course", "$2,000 to $10,000")]),
        ({"open_cost": True}, [LENGTH, ("cost", "Cost: Certificate or online course", "$20,000 to $80,000 or more")]),
        ({"months_min": 24, "months_max": 48}, [(*LENGTH[:2], "2 to 4 years")]),
        ({"months_min": 48, "months_max": 48}, [(*LENGTH[:2], "4 years")]),
        ({"months_max": None}, [(*LENGTH[:2], "6 months or more")]),
        ({"months_min": None, "months_max": None}, []),
    ],
    ids=["length", "cost", "open cost", "years", "one length", "open length", "nothing"],
)
def test_what_the_source_gives_of_a_way_in_is_a_figure(said, figures):
    assert told(PathFactory(**said)) == figures


def test_a_cost_is_in_its_currency():
    figure = PathFactory(with_cost=True).figure("cost")
    assert (figure.unit.name, figure.unit.per) == ("USD", "")


def test_two_ways_in_to_the_same_credentials_answer_one_question():
    career, degree = CareerFactory(), CredentialFactory(associate=True)
    ways = [PathFactory(career=career, name=name, credentials=[degree]) for name in ("Degree", "Associate’s degree")]
    source = ways[0].source
    figures = [way.figure("months") for way in ways]
    assert {figure.topic for figure in figures} == {"associates-degree"}
    ways[1].source = source
    assert same_question(figures[0], ways[1].figure("months"))


def test_a_way_in_without_a_credential_is_known_by_its_name():
    assert PathFactory(name="Self-study").topic == "Self-study"


def test_a_time_to_entry_says_from_where_and_what_for():
    row = TimeToEntryFactory(covers="certification and job search")
    assert told(row) == [
        ("months", "Time to a first job: no background, certification and job search", "6 to 12 months"),
    ]


def test_for_a_career_in_the_sources_order():
    career = CareerFactory()
    first = TimeToEntryFactory(career=career, position=1)
    second = TimeToEntryFactory(career=career, position=2, source=first.source)
    TimeToEntryFactory()
    assert [*TimeToEntry.objects.for_career(career)] == [first, second]


def test_the_words_of_many_ways_in_take_two_queries(django_assert_num_queries):
    for _ in range(3):
        PathFactory(with_cost=True, credentials=[CredentialFactory(), CredentialFactory()])
    with django_assert_num_queries(2):
        assert all(figure.sentence for path in Path.objects.with_words() for figure in path.figures())


@pytest.mark.parametrize(
    ("said", "text", "short"),
    [
        ({"name": "Registered Technician", "abbreviation": "RHIT"}, "Registered Technician (RHIT)", "RHIT"),
        ({"name": "Associate’s degree"}, "Associate’s degree", "Associate’s degree"),
    ],
)
def test_a_credential_is_called_by_its_name_and_its_letters(said, text, short):
    credential = CredentialFactory(**said)
    assert (str(credential), credential.short_name) == (text, short)
