"""The way between ISCO-08 and SOC 2010, as the Bureau gives it and by codes alone."""

import pytest

from careers.models import Correspondence, Crosswalk, Occupation
from facts.models import Release
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from tests.factories import OccupationFactory
from tests.tables import write_table
from tests.workbooks import write_workbook

pytestmark = pytest.mark.django_db

OFFICIAL = [
    ["ISCO-08 to 2010 SOC crosswalk"],
    ["ISCO-08 Code", "ISCO-08 Title EN", "part", "2010 SOC Code", "2010 SOC Title", "Comment"],
    [2221.0, "Nursing professionals", "*", "29-1141", "Registered Nurses", ""],
    [110.0, "Commissioned armed forces officers", "", "55-1011", "Air Crew Officers", ""],
    ["Note: * in part", "", "", "", "", ""],
]


def test_the_bureau_s_workbook_makes_the_occupations_that_it_names(tmp_path):
    report = import_release("isco", write_workbook(tmp_path / "ISCO_SOC_Crosswalk.xlsx", {"ISCO-08 to SOC": OFFICIAL}))
    assert (report.read, report.created, report.rejected) == (3, 2, 1)
    pairs = Correspondence.objects.published().values_list("occupation__code", "counterpart__code", "in_part")
    assert set(pairs) == {("29-1141", "2221", True), ("55-1011", "0110", None)}
    assert Occupation.objects.get(scheme="isco-08", code="2221").title == "Nursing professionals"
    assert not Crosswalk.objects.exists()


def test_codes_alone_tie_what_is_here(tmp_path):
    OccupationFactory(scheme="soc-2010", code="29-1141")
    OccupationFactory(scheme="isco-08", code="2221")
    rows = [["soc10", "isco08"], ["29-1141", "2221"], ["11-1011", "1112"]]
    report = import_release("isco-ibs", write_table(tmp_path / "soc10_isco08.csv", rows))
    assert (report.created, report.rejected) == (1, 1)
    assert report.reasons == {"an occupation that is not here: import its classification": 1}


def test_codes_of_which_none_is_here_are_refused(tmp_path):
    path = write_table(tmp_path / "soc10_isco08.csv", [["soc10", "isco08"], ["29-1141", "2221"]])
    with pytest.raises(ImportRefused, match="Nothing in soc10_isco08.csv was recognized: an occupation that is"):
        import_release("isco-ibs", path)
    assert not Release.objects.exists()
