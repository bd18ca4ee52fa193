"""The documentation's examples run as printed, against the site as it is served."""

import csv
import json
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from urllib.request import urlopen

import pytest

from tests import needs

pytestmark = pytest.mark.once


class _Examples(HTMLParser):
    """The examples of a page: pairs of language and text, in their order."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[list[str]] = []
        self.is_open = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if language := dict(attrs).get("data-example"):
            self.is_open = True
            self.found.append([language, ""])

    def handle_endtag(self, tag):
        self.is_open = self.is_open and tag != "code"

    def handle_data(self, data):
        if self.is_open:
            self.found[-1][1] += data


@pytest.fixture(scope="module")
def examples(site) -> list[list[str]]:
    with urlopen(f"{site}/api/") as page:
        return _Examples(page.read().decode()).found


@pytest.fixture
def curl():
    if not shutil.which("curl"):
        how = needs.HOW_TO_GET["curl"]
        (pytest.fail if needs.is_required("curl") else pytest.skip)(f"needs {how}")


def test_there_are_examples_in_both_languages(examples):
    languages = [language for language, _ in examples]
    assert languages.count("sh") >= 8
    assert languages.count("python") >= 5


def test_a_newcomer_gets_the_pay_of_every_rung_with_its_source_from_the_first_two(examples, curl, tmp_path):
    (_, by_curl), (_, by_python) = examples[:2]
    answer = json.loads(_run(["sh", "-c", by_curl], tmp_path))
    rungs = [rung for ladder in answer["ladders"] for rung in ladder["rungs"]]
    paid = [(rung["position"], pay["median"], pay["source"]["publisher"]) for rung in rungs for pay in rung["salaries"]]
    assert len(paid) == len(rungs) == 5
    said = _run([sys.executable, "-c", by_python], tmp_path)
    for position, median, publisher in paid:
        assert f"{position} " in said
        assert f"median {median} " in said
        assert f"says {publisher}, " in said


def test_every_python_example_runs_as_printed_and_gives_something(examples, tmp_path):
    for language, text in examples:
        if language == "python":
            assert _run([sys.executable, "-c", text], tmp_path).strip(), text


def test_every_curl_example_runs_as_printed_and_gives_what_it_says(examples, curl, tmp_path):
    for language, text in examples:
        if language == "sh":
            _check(text, _run(["sh", "-c", text], tmp_path), tmp_path)


def test_what_it_says_of_an_unchanged_answer_is_so(examples, tmp_path):
    text = next(text for language, text in examples if "If-None-Match" in text)
    assert "304 nothing has changed" in _run([sys.executable, "-c", text], tmp_path)


def _check(text, output, folder):
    if text.startswith("curl -LO"):
        (file,) = folder.glob("rungs-csv.zip")
        assert file.stat().st_size > 10_000
    elif ".csv" in text:
        assert len(list(csv.DictReader(output.splitlines()))) > 1
    elif "colour=red" in text:
        assert len(json.loads(output)["errors"]) == 3
    elif "/figures/" in text:
        assert json.loads(output)["citation"]["bibtex"]
    else:
        answer = json.loads(output)
        assert answer.get("results") or answer.get("ladders") or answer.get("groups") or answer.get("terms"), text


def _run(command, folder) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, f"{command[-1]}\n{done.stderr}"
    return done.stdout
