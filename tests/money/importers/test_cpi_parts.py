"""The publisher's own files of series: narrower ones, by their own names, beside what stands."""

import pytest

from facts.models import Release
from ingest.releases.registry import importer_for
from ingest.releases.run import import_release
from money.models import PriceIndex

pytestmark = pytest.mark.django_db

HEADER = "series_id                       \tyear\tperiod\t       value\tfootnote_codes"


def series(path, *rows):
    lines = [f"CUUR0000SA0      \t{year}\t{month}\t       {value}\t" for year, month, value in rows]
    path.write_text("\n".join([HEADER, *lines]) + "\n")
    return path


OLDER = [(1913, "M01", "9.8"), (2025, "M08", "323.976"), (2025, "M09", "324.8")]


def test_a_file_is_known_by_the_publisher_s_name_without_a_suffix(tmp_path):
    path = series(tmp_path / "cu.data.0.Current", *OLDER)
    assert importer_for(path).name == "cpi"
    assert import_release("cpi", path).created == 3


def test_a_narrower_file_of_the_same_month_drops_nothing(tmp_path):
    import_release("cpi", series(tmp_path / "cu.data.1.AllItems", *OLDER))
    report = import_release("cpi", series(tmp_path / "cu.data.0.Current", (2025, "M08", "323.980"), OLDER[2]))
    assert (report.changed, report.unchanged, report.kept, report.vanished_rows) == (1, 1, 1, 0)
    assert set(PriceIndex.objects.published().values_list("year", flat=True)) == {1913, 2025}


def test_a_narrower_file_of_a_newer_month_goes_on_from_the_one_before(tmp_path):
    import_release("cpi", series(tmp_path / "cu.data.1.AllItems", *OLDER))
    report = import_release("cpi", series(tmp_path / "cu.data.0.Current", *OLDER[1:], (2025, "M11", "324.122")))
    assert (report.created, report.kept) == (3, 1)
    newest = Release.objects.get(slug="2025-11")
    assert PriceIndex.objects.in_release(newest).filter(year=1913).exists()
