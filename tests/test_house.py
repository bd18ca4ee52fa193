"""What holds for the whole tree, whoever adds to it."""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PACKAGES = ["accounts", "api", "careers", "config", "deploy", "documents", "editorial", "education", "explore", "facts"]
PACKAGES += ["ingest", "money", "pages", "salaries", "serving"]
LONGEST_TEMPLATE_LINE = 160
DOCSTRING_WORDS = 450
NAMED_BY_DJANGO = {"Command"}


@cache
def modules():
    files = (file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py")))
    return {file: ast.parse(file.read_text()) for file in files if "migrations" not in file.parts}


def docstring_words(tree):
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    texts = (ast.get_docstring(node) for node in ast.walk(tree) if isinstance(node, documented))
    return sum(len(text.split()) for text in texts if text)


def test_no_two_classes_have_one_name():
    homes = defaultdict(list)
    for file, tree in modules().items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(str(file.relative_to(ROOT)))
    assert {name: files for name, files in homes.items() if len(files) > 1 and name not in NAMED_BY_DJANGO} == {}


def test_no_line_of_a_template_is_too_long_to_read():
    lines = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in sorted((ROOT / "templates").rglob("*.html"))
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if len(line) > LONGEST_TEMPLATE_LINE
    ]
    assert lines == []


def test_docstrings_do_not_say_at_length_what_code_says():
    words = sum(docstring_words(tree) for tree in modules().values())
    lines = sum(len(file.read_text().splitlines()) for file in modules())
    assert 1000 * words / lines < DOCSTRING_WORDS


def test_what_contributors_are_told_to_touch_is_there():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    named = {name for name in re.findall(r"`([\w./-]+/[\w./-]*)`", text) if not name.startswith((".venv", "/"))}
    assert len(named) > 20
    assert {name for name in named if not (ROOT / name).exists() and "__init__" not in name} == set()
