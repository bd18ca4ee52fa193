"""Guides to jobs are written in plain words: grade 8 or lower, and long enough to tell what a job is."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import textstat

from ingest.fixtures.files import all_fixtures
from ingest.fixtures.guide.parsing import GuideRow, parse

GRADE = 8
LEAST_WORDS = 250
#: What tells of a job in sentences: the model, and its fields.
PROSE = {
    "careers.section": ("body",),
    "careers.responsibility": ("label", "text"),
    "careers.variant": ("name", "text"),
    "careers.careerskill": ("detail",),
    "careers.relatedcareer": ("reason",),
}
#: Names of jobs, credentials and products.
NAMES = {
    "careers.career": "title",
    "careers.alternatetitle": "title",
    "education.credential": "name",
}
ONE_SYLLABLE = "job"
WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")


@cache
def rows() -> list[GuideRow]:
    """Every row of every guide from the Handbook, and of what they share."""
    paths = [path for path in all_fixtures() if path.name.startswith(("ooh-", "handbook"))]
    return [row for path in paths for row in parse(path.read_text())]


@cache
def texts() -> dict[str, list[str]]:
    """What guides say of each career in sentences."""
    found = defaultdict(list)
    for row in rows():
        for name in PROSE.get(row.model, ()):
            if text := row.values.get(name):
                found[row.values["career"][0]] += text.split("\n\n")
    return found


@cache
def names() -> set[str]:
    """The words of names, in the singular and the plural."""
    found = {row.values[NAMES[row.model]] for row in rows() if row.model in NAMES}
    words = {word.lower() for name in found for word in WORD.findall(name) if len(word) > 3}
    return words | {f"{word}s" for word in words}


def with_short_names(text: str) -> str:
    """The text with each name in it as one syllable: words of names, and words with a capital within a sentence."""
    sentences = re.split(r"(?<=[.!?])\s+", re.sub(r"\([^)]*\)", "", text))
    return " ".join(sentence for sentence in map(_shortened, sentences) if sentence)


def _shortened(sentence: str) -> str:
    def short(word: re.Match[str]) -> str:
        is_name = word[0].lower() in names() or (word.start() > 0 and word[0][0].isupper())
        return ONE_SYLLABLE if is_name else word[0]

    return WORD.sub(short, sentence)


def grade(paragraphs: list[str]) -> float:
    """The Flesch-Kincaid grade of paragraphs, each at least a sentence."""
    ended = [text if text.rstrip().endswith((".", "!", "?")) else f"{text}." for text in paragraphs]
    return textstat.flesch_kincaid_grade("\n".join(map(with_short_names, ended)))


def grades() -> Iterator[tuple[str, float]]:
    """The grade of each career's guide."""
    return ((career, grade(paragraphs)) for career, paragraphs in texts().items())


def test_nineteen_of_twenty_guides_read_at_grade_eight_or_lower():
    hard = {career: found for career, found in grades() if found > GRADE}
    assert len(texts()) > 340
    assert len(hard) <= len(texts()) * 0.05, hard


def test_every_guide_has_enough_to_read():
    words = {career: sum(len(text.split()) for text in paragraphs) for career, paragraphs in texts().items()}
    short = {career: count for career, count in words.items() if count < LEAST_WORDS}
    assert short.keys() <= {"military-career"}


def test_a_hard_text_is_found():
    hard = "Organizational considerations necessitate comprehensive interdisciplinary communication."
    assert grade([hard]) > GRADE
