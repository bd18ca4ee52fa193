"""Every importer of occupations or of a yardstick of money has a home with a README, which is a page in docs/ too."""

import inspect
from pathlib import Path

import pytest

from facts.importing.registry import importers

PAGES = Path(__file__).resolve().parents[3] / "docs" / "sources"

ROOMS = ("careers.importers.", "facts.importers.", "salaries.importers.", "education.importers.")
HOMES = [importer for importer in importers() if type(importer).__module__.startswith(ROOMS)]


def home(importer):
    return Path(inspect.getfile(type(importer))).parent


@pytest.mark.parametrize("importer", HOMES, ids=lambda importer: importer.name)
class TestItsReadme:
    def test_says_what_one_must_know(self, importer):
        text = (home(importer) / "README.md").read_text()
        assert f"manage.py import_release {importer.name} " in text
        assert importer.source["slug"] in text
        assert importer.source["publisher"].split(",")[0].removeprefix("Board of Governors of the ") in text
        assert "licence" in text
        assert "## Dates" in text

    def test_is_a_page_of_the_documentation(self, importer):
        assert (home(importer) / "README.md") in [page.resolve() for page in PAGES.iterdir()]
