"""Work from home: what Dingel and Neiman say of each occupation."""

import pytest

from careers.models import Occupation, WorkFromHome
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from tests.tables import write_table

pytestmark = pytest.mark.django_db

ROWS = [
    ["onetsoccode", "title", "teleworkable"],
    ["11-1011.00", "Chief Executives", "1"],
    ["29-2071.00", "Medical Records and Health Information Technicians", "0"],
    ["29-2071.01", "Half of them", "0.5"],
    ["29-1141.00", "Registered Nurses", "2"],
    ["29-1141", "Registered Nurses", "0"],
]


@pytest.fixture
def report(tmp_path, db):
    return import_release("work-from-home", write_table(tmp_path / "occupations_workathome.csv", ROWS))


def test_every_row_is_accounted_for(report):
    assert (report.read, report.created, report.rejected) == (5, 3, 2)
    assert report.accounts_for_all
    reasons = {number: reason for _, number, reason in report.rejections}
    assert "2 is above 1" in reasons[5]
    assert "is not an O*NET-SOC code" in reasons[6]


def test_values_are_kept_as_printed(report):
    said = WorkFromHome.objects.published().values_list("occupation__code", "as_printed")
    assert dict(said) == {"11-1011.00": "1", "29-2071.00": "0", "29-2071.01": "0.5"}
    assert [row.occupation.code for row in WorkFromHome.objects.possible()] == ["11-1011.00"]


def test_codes_are_those_of_2010(report):
    whole = Occupation.objects.get(code="29-2071.00")
    assert (whole.scheme, whole.parent.scheme, whole.parent.code) == ("onet-soc-2010", "soc-2010", "29-2071")


def test_another_year_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="is of 2020, not of 2024"):
        import_release("work-from-home", write_table(tmp_path / "occupations_workathome.csv", ROWS), label="2024")
