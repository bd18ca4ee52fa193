"""School years in a query, in the words of schools: titles name schools, and people name years. Pure: no database."""

import re

from explore.search.words import ORDINALS

HIGHEST = 12
SCHOOLS = ((0, "kindergarten"), (5, "elementary school"), (8, "middle school"), (HIGHEST, "high school"))
"""The last American grade of each kind of school."""
_ORDINAL = "|".join((*ORDINALS, "eleventh", "twelfth"))
_GRADE = re.compile(rf"\b(?:(?P<number>\d\d?)(?:st|nd|rd|th)|(?P<word>{_ORDINAL}))[ -]grade(?:rs?)?\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?P<kind>grade|year|yr) (?P<number>\d\d?)\b", re.IGNORECASE)
_TEACHING = re.compile(r"\b(?:teach\w*|tutors?|educators?|instructors?|aides?)\b", re.IGNORECASE)


def in_schools(text: str) -> str:
    """A British year is that of the American grade before.

    >>> in_schools("3rd grade teacher"), in_schools("year 8 maths teacher"), in_schools("grade 3 welder")
    ('elementary school teacher', 'middle school maths teacher', 'grade 3 welder')
    """
    if not _TEACHING.search(text):
        return text
    return _YEAR.sub(_of_year, _GRADE.sub(_of_grade, text))


def _of_grade(found: re.Match) -> str:
    word = found["word"]
    number = int(found["number"]) if found["number"] else _NUMBERS[word.lower()]
    return _school(number) or found[0]


def _of_year(found: re.Match) -> str:
    number = int(found["number"])
    return _school(number if found["kind"].lower() == "grade" else number - 1) or found[0]


def _school(grade: int) -> str:
    """ "" of no grade."""
    return next((school for last, school in SCHOOLS if 0 <= grade <= last), "")


_NUMBERS = {word: number for number, word in enumerate(_ORDINAL.split("|"), 1)}
