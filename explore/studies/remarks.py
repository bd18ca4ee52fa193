import re
from collections.abc import Iterator
from dataclasses import dataclass

from explore.guide import Guide
from facts.models import Source

AUTOMATION = re.compile(r"\b(AI|artificial intelligence|automat\w+|machine learning|robot\w*)\b")
FROM_HOME = re.compile(r"\b(remote(ly)?|telecommut\w+|telework\w*|work(ing)? (from|at) home|hybrid)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_MARKUP = re.compile(r"^[#>*\-\s|\d.]+|[*_`]+")
SHORTEST = 16  # letters: a heading is no remark


@dataclass(frozen=True, slots=True)
class Remark:
    text: str
    source: Source
    locator: str


def remarks_on(subject: re.Pattern, guide: Guide) -> list[Remark]:
    found = {remark.text: remark for remark in _sentences(guide) if subject.search(remark.text)}
    return list(found.values())


def _sentences(guide: Guide) -> Iterator[Remark]:
    for row, text in _texts(guide):
        for sentence in _SENTENCE.split(text):
            plain = _MARKUP.sub("", sentence).strip()
            if len(plain) >= SHORTEST and "|" not in plain:
                yield Remark(plain, row.source, row.locator)


def _texts(guide: Guide) -> Iterator[tuple]:
    for rows in guide.sections.values():
        yield from ((row, row.body) for row in rows)
    yield from ((point, point.text) for point in (*guide.pros, *guide.cons))
    yield from ((question, question.answer) for question in guide.questions)
