"""What of a career somebody's own text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explore.skill_matching import LONGEST, Wanted, find, phrases, pieces

EHR = Wanted("ehr", "Electronic health record (EHR) systems management", ("Epic", "Cerner"))
LAW = Wanted("hipaa", "HIPAA compliance", ("HIPAA",))
WORDS = Wanted("terms", "Medical terminology and anatomy")
SQL = Wanted("sql", "Database management and querying", ("SQL", "databases"))
C_SHARP = Wanted("c-sharp", "C#")
ALL = [EHR, LAW, WORDS, SQL, C_SHARP]


def keys(text):
    return [found.wanted.key for found in find(text, ALL)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I kept an EHR in order.", ["ehr"]),
        ("EPIC and hipaa", ["ehr", "hipaa"]),
        ("Knows medical terminology", ["terms"]),
        ("knows medcal terminolgy", ["terms"]),
        ("SQL databases", ["sql"]),
        ("wrote C# for years", ["c-sharp"]),
        ("wrote C for years", []),
        ("An epicure with a compass", []),
        ("records management", []),
        ("", []),
        ("<script>alert('HIPAA')</script>", ["hipaa"]),
    ],
)
def test_a_text_names_what_stands_in_it(text, named):
    assert keys(text) == named


def test_the_place_is_that_of_the_words():
    (found,) = find("For years I used Cerner daily.", [EHR])
    assert "For years I used Cerner daily."[found.start : found.end] == "Cerner"


def test_what_is_too_common_to_say_anything_is_not_looked_for():
    assert phrases(Wanted("x", "Computer, security and application technologies")) == [
        "Computer, security and application technologies",
        "application technologies",
    ]


@given(
    st.text(max_size=400) | st.lists(st.sampled_from(["EHR", "epic", "hippa", " ", "\n", "C#", "sql,"])).map("".join)
)
def test_the_pieces_make_up_the_text(text):
    found = find(text, ALL)
    assert "".join(piece.text for piece in pieces(text, found)) == text
    assert len({one.wanted for one in found}) == len(found)


def test_no_more_is_read_than_a_cv_holds():
    assert find("x" * LONGEST + " HIPAA", ALL) == []
