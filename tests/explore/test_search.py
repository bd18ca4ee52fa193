"""Search over titles: found although typed in a hurry, the same on every database."""

import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explore.search import search
from explore.search.current import current_index
from explore.search.entry import As, SearchEntry, SearchKind, Target
from explore.search.index import TitleIndex
from explore.search.words import stem, words_of
from facts.actions import publishing
from facts.models import Edition
from tests.factories import (
    AlternateTitleFactory,
    CareerFactory,
    EditionFactory,
    OccupationFactory,
    OccupationTitleFactory,
    RungFactory,
)

TITLES = [
    "Medical Records Administrator",
    "Medical Records Technician",
    "Medical Records Clerk",
    "Medical Transcriptionist",
    "Health Information Technician",
    "Health Information Manager",
    "Database Administrator",
    "Database Architect",
    "Systems Administrator",
    "Registered Nurse",
    "Nursery Worker",
    "Dental Assistant",
    "Software Engineer",
    "Civil Engineer",
    "Secretary",
]


@pytest.fixture(scope="module")
def index() -> TitleIndex:
    targets = (
        Target(SearchKind.CAREER, str(number), title, f"/careers/{number}/") for number, title in enumerate(TITLES)
    )
    return TitleIndex(SearchEntry(target.name, target) for target in targets)


def first(index, query, **how):
    hits = index.search(query, **how).hits
    return hits[0].title if hits else None


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_found_by_itself_in_any_case_and_order(index, title):
    assert first(index, title) == title
    assert first(index, title.upper()) == title
    assert first(index, " ".join(reversed(title.split()))) == title
    assert index.search(title).read_as == ""


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("med rec admin", "Medical Records Administrator"),
        ("medical record administrators", "Medical Records Administrator"),
        ("secretaries", "Secretary"),
        ("db admin", "Database Administrator"),
        ("dba", "Database Administrator"),
        ("data base administrator", "Database Administrator"),
        ("databaseadministrator", "Database Administrator"),
        ("healthinformation manager", "Health Information Manager"),
        ("sysadmin", "Systems Administrator"),
        ("rn", "Registered Nurse"),
        ("nursing", "Registered Nurse"),
        ("helth infomation tecnician", "Health Information Technician"),
        ("medcal recods administrater", "Medical Records Administrator"),
        ("transcirptionist", "Medical Transcriptionist"),
        ("sofware enginer", "Software Engineer"),
        ("the manager of health information", "Health Information Manager"),
        ("Médical Récords Clerk", "Medical Records Clerk"),
        ("medical records administrator jobs near me", "Medical Records Administrator"),
    ],
)
def test_what_people_type_finds_what_they_mean(index, query, title):
    assert first(index, query) == title


@pytest.mark.parametrize("title", TITLES)
def test_one_slip_in_a_word_does_not_matter(index, title):
    drawn = random.Random(title)
    for _ in range(20):
        assert first(index, _with_a_slip(title, drawn)) == title


def test_what_was_corrected_is_said_and_can_be_undone(index):
    assert index.search("database administrater").read_as == "database administrator"
    assert "Database Administrator" not in {hit.title for hit in index.search("administrater", correct=False).hits}


def test_the_very_word_goes_before_its_beginning(index):
    assert first(index, "nurse") == "Registered Nurse"
    assert first(index, "nurser") == "Nursery Worker"


def test_a_word_spelt_right_is_left_alone(index):
    answer = index.search("engineer")
    assert not answer.is_corrected
    assert {hit.title for hit in answer.hits[:2]} == {"Software Engineer", "Civil Engineer"}


@pytest.mark.parametrize("query", ["", "   ", "%%%", "\x00", "'\"", "xyzzyplugh", "ß" * 10_000])
def test_nothing_to_find_finds_nothing(index, query):
    assert index.search(query).hits == ()


def test_a_career_goes_before_an_occupation_of_the_same_name():
    occupation = Target(
        SearchKind.OCCUPATION, "15-1242", "Database Administrators", "/occupations/15-1242/", "soc-2018"
    )
    career = Target(SearchKind.CAREER, "dba", "Database Administrator", "/careers/dba/")
    index = TitleIndex([SearchEntry(occupation.name, occupation), SearchEntry(career.name, career)])
    assert [hit.target for hit in index.search("database administrator").hits] == [career, occupation]


def test_an_occupation_that_the_record_counts_goes_before_one_of_the_same_title_abroad():
    counted = Target(SearchKind.OCCUPATION, "15-1242.00", "Database Administrators", "/occupations/15-1242.00/")
    abroad = Target(SearchKind.OCCUPATION, "2521.1", "Database administrator", "/occupations/2521.1/", is_abroad=True)
    index = TitleIndex(
        [SearchEntry(abroad.name, abroad), SearchEntry("Database Administrator", counted, As.OTHER_NAME)]
    )
    assert [hit.target for hit in index.search("db admin").hits] == [counted, abroad]


def test_each_career_is_found_once_by_its_best_title():
    career = Target(SearchKind.CAREER, "keeper", "Records Keeper", "/careers/keeper/")
    others = [SearchEntry("Keeper of Medical Records", career, As.OTHER_NAME), SearchEntry("Records Keeper", career)]
    (hit,) = TitleIndex(others).search("keeper of medical records").hits
    assert (hit.title, hit.stands_as, hit.is_its_name) == ("Keeper of Medical Records", As.OTHER_NAME, False)


def test_the_order_does_not_hang_on_the_order_of_reading():
    entries = [SearchEntry(title, Target(SearchKind.CAREER, title, title, "/")) for title in TITLES]
    backwards = TitleIndex(reversed(entries))
    for query in ("records", "administrator", "medical", "e"):
        assert TitleIndex(entries).search(query) == backwards.search(query)


@given(st.text(max_size=300))
def test_no_text_breaks_the_search(index, query):
    answer = index.search(query)
    assert all(0 <= hit.score <= 1 for hit in answer.hits)
    assert [hit.score for hit in answer.hits] == sorted((hit.score for hit in answer.hits), reverse=True)


@given(st.text(max_size=50))
def test_words_are_plain_and_their_words_are_themselves(text):
    words = words_of(text)
    assert all(set(word) <= set(string.ascii_lowercase + string.digits) for word in words)


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("nurses", "nurse"), ("secretaries", "secretary"), ("bosses", "boss"), ("business", "business"), ("gas", "gas")],
)
def test_plural_endings_fall_away(word, stemmed):
    assert stem(word) == stemmed


@pytest.mark.django_db
def test_every_title_leads_to_what_it_is_a_title_of():
    career = CareerFactory(slug="keeper", title="Records Keeper")
    AlternateTitleFactory(career=career, title="Archive Warden")
    RungFactory(ladder__career=career, title="Junior Filer")
    occupation = OccupationFactory(code="29-2072", title="Chart Specialists")
    OccupationTitleFactory(occupation=occupation, title="Chart Whisperer", short_title="CHW")
    found = {query: search(query).hits[0] for query in ("archive warden", "junior filer", "29-2072", "chart whisperer")}
    assert {query: (hit.target.code, hit.stands_as.value) for query, hit in found.items()} == {
        "archive warden": ("keeper", "other name"),
        "junior filer": ("keeper", "rung"),
        "29-2072": ("29-2072", "code"),
        "chart whisperer": ("29-2072", "other name"),
    }
    assert found["junior filer"].target.url == career.get_absolute_url()
    assert search("chw").hits[0].target.code == "29-2072"


@pytest.mark.django_db
def test_titles_of_a_release_that_is_not_ready_are_not_found():
    OccupationTitleFactory(title="Secret Job", release__state="withdrawn", release__withdrawn_because="Damaged.")
    assert search("secret job").hits == ()


@pytest.mark.django_db
def test_titles_are_read_once_an_edition(django_assert_num_queries):
    CareerFactory(title="Records Keeper")
    EditionFactory(number=1)
    made = current_index()
    with django_assert_num_queries(1):
        assert current_index() is made
    with publishing(act=Edition.Act.EDIT, reason="A career more.") as publication:
        publication.created(CareerFactory(title="Chart Warden"))
    assert search("chart warden").hits[0].title == "Chart Warden"


def _with_a_slip(title: str, drawn: random.Random) -> str:
    """The title with one letter left out, doubled, or in the place of its neighbour, inside a word of six or more."""
    words = title.split()
    place = drawn.choice([number for number, word in enumerate(words) if len(word) >= 6])
    word = words[place]
    at = drawn.randrange(1, len(word) - 2)
    slips = (word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], _swapped(word, at))
    words[place] = drawn.choice(slips)
    return " ".join(words)


def _swapped(word, at):
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
