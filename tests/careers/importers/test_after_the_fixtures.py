"""The publishers' files, imported after the fixtures, change nothing that the fixtures hold."""

import pytest

from careers.models import Crosswalk, Outlook
from facts.models import Release
from ingest.releases.run import import_release
from tests.careers.importers.test_projections import ROWS
from tests.careers.importers.test_soc import CROSSWALK
from tests.workbooks import write_workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("guides")]


def test_projections(tmp_path):
    def said():
        fields = ("key", "locator", "as_printed", "growth_percent", "openings_per_year", "employment_start", "marks")
        return Outlook.objects.published().filter(key="bls-ep-2024-34-29-2072").values(*fields).get()

    before = said()
    report = import_release("projections", write_workbook(tmp_path / "occupation.xlsx", {"Table 1.2": ROWS}))
    assert said() == before
    assert (report.created, report.changed, report.unchanged) == (1, 0, 3)


def test_what_an_editor_wrote_on_the_release_stays(tmp_path):
    import_release("projections", write_workbook(tmp_path / "occupation.xlsx", {"Table 1.2": ROWS}))
    assert "Read from the workbook" in Release.objects.ready().get(slug="2024-34").note


def test_crosswalk(tmp_path):
    before = set(Crosswalk.objects.published().values_list("key", "locator"))
    report = import_release("soc", write_workbook(tmp_path / "soc_2010_to_2018_crosswalk.xlsx", {"Sorted": CROSSWALK}))
    after = set(Crosswalk.objects.published().values_list("key", "locator"))
    assert report.changed == 0
    assert report.unchanged == 2
    assert {pair for pair in before if "29-2071" in pair[0]} <= after
