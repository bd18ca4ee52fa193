"""Our own words, in templates, messages and docs: plain, American, and those that readers know (grade 8 or lower)."""

import ast
import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import textstat
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PACKAGES = ("accounts", "api", "careers", "documents", "editorial", "education", "explore", "facts", "ingest", "money")
PACKAGES += ("pages", "salaries", "serving")
GRADE = 8
ENOUGH_WORDS = 30
SHORTEST = 6  # words of a line that counts as a sentence

NOT_TEXT = re.compile(r"{% comment %}.*?{% endcomment %}|{#.*?#}|<(script|style|svg|pre|code)\b.*?</\1>", re.DOTALL)
VARIABLE = re.compile(r"{{.*?}}|{% (?:value|inline_figure|figure_card|dollar_range)[^%]*%}", re.DOTALL)
TAG = re.compile(r"{%.*?%}", re.DOTALL)
BLOCK = re.compile(
    r"</?(?:p|li|h[1-6]|d[dlt]|caption|figcaption|t[hdr]|summary|legend|label|option|section|div|[uo]l|title|button)\b"
    r"[^>]*>"
)

BRITISH = re.compile(
    r"\b(colour|favour|labour|honour|behaviour|neighbour|endeavour|centre|metre|theatre|fibre|licence|defence"
    r"|offence|catalogue|dialogue|programmes?\b|cheque|grey|travell|cancell|labell|modell|fulfil\b|enrol\b|skilful|judgement|ageing"
    r"|whilst|amongst|learnt|spelt|burnt|counsellor|tonne|organis|recognis|realis|analys(?:e|ing)\b|summaris|standardis"
    r"|authoris|categoris|minimis|maximis|prioritis|specialis|utilis|harmonis|per cent)[a-z]*",
    re.IGNORECASE,
)
NAMES = {"programme", "programmes", "realistic"}
"""Names in code and in v1 that keep their spelling, and an American word that begins as a British one."""

RIDDLES = re.compile(
    r"\bnot told\b|not at hand|how sure|\bways in\b(?! which)|how long against how dear|the sum shared out|from afar"
    r"|there is no rung|computed, not printed|what may share an axis|one climb|goes out without its words|\bspelt\b",
    re.IGNORECASE,
)


def paragraphs(source: str) -> list[str]:
    """The sentences of a template, with a short word for what stands in a variable."""
    text = VARIABLE.sub(" Bob ", NOT_TEXT.sub(" ", source))
    lines = re.split(r"\n\s*\n", BLOCK.sub("\n\n", TAG.sub(" ", text)))
    plain = (" ".join(html.unescape(re.sub(r"<[^>]+>", "", line)).split()) for line in lines)
    return [
        line if line.endswith((".", "?", "!", ":")) else f"{line}." for line in plain if len(line.split()) >= SHORTEST
    ]


@cache
def templates() -> dict[str, str]:
    folder = ROOT / "templates"
    return {str(file.relative_to(folder)): file.read_text() for file in sorted(folder.rglob("*.html"))}


@cache
def grades() -> dict[str, float]:
    texts = {name: paragraphs(source) for name, source in templates().items()}
    long = {name: lines for name, lines in texts.items() if len(" ".join(lines).split()) >= ENOUGH_WORDS}
    return {name: textstat.flesch_kincaid_grade("\n".join(lines)) for name, lines in long.items()}


def literals() -> Iterator[tuple[str, str]]:
    """Texts in code that someone may read, with where they stand."""
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            if "migrations" in file.parts or file.name == "spelling.py":  # which reads British spellings
                continue
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", node.value


def documents() -> Iterator[tuple[str, str]]:
    for file in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]):
        yield (
            str(file.relative_to(ROOT)),
            re.sub(r"`[^`]*`|```.*?```|\(https?:[^)]*\)", "", file.read_text(), flags=re.DOTALL),
        )


def visible() -> Iterator[tuple[str, str]]:
    for name, source in templates().items():
        yield f"templates/{name}", re.sub(r"<[^>]+>", " ", TAG.sub(" ", VARIABLE.sub(" ", NOT_TEXT.sub(" ", source))))


def test_no_template_reads_above_grade_eight():
    assert len(grades()) > 60
    assert {name: grade for name, grade in grades().items() if grade > GRADE} == {}


@pytest.mark.parametrize("texts", [visible, literals, documents], ids=["pages", "messages", "docs"])
def test_no_word_is_spelled_the_british_way(texts):
    found = [(where, word[0]) for where, text in texts() for word in BRITISH.finditer(text)]
    assert [(where, word) for where, word in found if word.lower() not in NAMES] == []


@pytest.mark.parametrize("texts", [visible, literals], ids=["pages", "messages"])
def test_no_riddle_of_the_first_version_is_left(texts):
    assert [(where, found[0]) for where, text in texts() for found in RIDDLES.finditer(text)] == []


def test_a_hard_template_and_a_british_word_are_found():
    hard = "<p>Organizational considerations necessitate comprehensive interdisciplinary communication strategies.</p>"
    assert textstat.flesch_kincaid_grade("\n".join(paragraphs(hard))) > GRADE
    assert BRITISH.search("The colour of a programme")
    assert not BRITISH.search("The color of an analysis by programmers")
