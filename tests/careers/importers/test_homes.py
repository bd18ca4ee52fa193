"""Every importer of occupations or of a yardstick of money has a home with a README, which docs/sources.md links."""

import inspect
import re
from pathlib import Path

import pytest

from ingest.releases.registry import importers

INDEX = Path(__file__).resolve().parents[3] / "docs" / "sources.md"

ROOMS = ("careers.importers.", "money.importers.", "salaries.importers.", "education.importers.")
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
        linked = re.findall(r"\]\(([^)]+)\)", INDEX.read_text())
        assert home(importer) / "README.md" in [(INDEX.parent / link).resolve() for link in linked]

    def test_leads_nowhere_that_is_not_there(self, importer):
        page = home(importer) / "README.md"
        links = re.findall(r"\]\(([^):#]+)\)", page.read_text())
        assert [link for link in links if not (page.parent / link).exists()] == []
