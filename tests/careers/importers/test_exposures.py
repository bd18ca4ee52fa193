"""Studies of AI exposure: every cell a value, as printed, with its percentile among those of its measure."""

from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command

from careers.exposure_studies import studies
from careers.models import Exposure, Occupation
from facts.models import Edition, Release, Source
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from tests.tables import write_table
from tests.workbooks import write_workbook

pytestmark = pytest.mark.django_db

GPTS = [
    [
        *("O*NET-SOC Code", "Title", "dv_rating_alpha", "dv_rating_beta", "dv_rating_gamma"),
        *("human_rating_alpha", "human_rating_beta", "human_rating_gamma"),
    ],
    ["23-2011.00", "Paralegals", "0.2", "0.525", "0.8500000000000001", "0.05", "0.45", "0.85"],
    ["29-2072.00", "Medical Records Specialists", "0.1", "0.525", "0.85", "0.15", "0.5", "0.85"],
    ["29-1141.00", "Registered Nurses", "0.0", "0.3", "0.6", "0.05", "0.2", "1.5"],
    ["29-1141.01", "Acute Care Nurses", "0.0", "0.25", "0.5", "", "0.1", "0.2"],
]
SCORES = [
    ["SOC Code", "title", "ai_applicability_score"],
    ["23-2011", "Paralegals", "0.0912"],
    ["29-1141", "Registered Nurses", "0.155502898114603"],
]
PARTS = ("ai_applicability_score", "completion", "coverage", "feedback_positive_fraction", "impact_scope")
METRICS = [
    ["SOC Code", "title", *(f"{part}_{side}" for part in PARTS for side in ("user", "ai"))],
    ["23-2011", "Paralegals", *(f"0.{number}" for number in range(11, 21))],
]
AIOE = [["SOC Code", "Occupation Title", "AIOE"], ["29-2071", "Medical Records Technicians", -0.38776]]
LANGUAGE = [["SOC Code", "Occupation Title", "Language Modeling AIOE"], ["29-2071", "Technicians", 1.308912]]


@pytest.fixture
def report(tmp_path, db):
    return import_release("exposure-gpts", write_table(tmp_path / "occ_level.csv", GPTS))


def value(code, measure, variant):
    return Exposure.objects.published().of_measure(measure, variant).get(occupation__code=code)


class TestGpts:
    def test_every_cell_is_accounted_for(self, report):
        assert (report.read, report.created, report.rejected) == (24, 22, 2)
        assert report.accounts_for_all
        assert any("1.5 is not from 0 to 1" in reason for _, number, reason in report.rejections if number == 4)
        assert any("is blank" in reason for _, number, reason in report.rejections if number == 5)

    def test_values_are_kept_as_printed(self, report):
        assert value("23-2011.00", "gamma", "model").as_printed == "0.8500000000000001"
        assert value("29-1141.00", "alpha", "model").as_printed == "0.0"
        assert value("23-2011.00", "gamma", "model").figure("value").value_text == "0.8500000000000001"

    def test_percentiles_are_the_share_below_and_half_of_the_ties(self, report):
        beta = Exposure.objects.of_measure("beta", "model").order_by("occupation__code")
        assert list(beta.values_list("occupation__code", "percentile")) == [
            ("23-2011.00", Decimal(75)),
            ("29-1141.00", Decimal("37.5")),
            ("29-1141.01", Decimal("12.5")),
            ("29-2072.00", Decimal(75)),
        ]

    def test_what_only_binary_fractions_tell_apart_is_equal(self, report):
        assert value("23-2011.00", "gamma", "model").percentile == value("29-2072.00", "gamma", "model").percentile

    def test_a_rejected_cell_counts_for_no_percentile(self, report):
        assert value("29-1141.00", "alpha", "people").percentile == Decimal("33.3333")

    def test_occupations_are_parts_of_those_of_soc(self, report):
        nurses = Occupation.objects.get(scheme="soc-2018", code="29-1141")
        assert set(nurses.parts.values_list("scheme", "code")) == {
            ("onet-soc-2019", "29-1141.00"),
            ("onet-soc-2019", "29-1141.01"),
        }

    def test_the_study_is_research_and_no_official_record(self, report):
        source = Source.objects.get(slug="exposure-gpts")
        assert (source.kind, source.is_official, source.licence) == ("research", False, "MIT")
        assert Release.objects.get().label == "2023"

    def test_twice_writes_nothing(self, report, tmp_path):
        assert import_release("exposure-gpts", tmp_path / "occ_level.csv").already_here
        assert Edition.objects.count() == 1

    def test_another_year_is_refused(self, tmp_path):
        with pytest.raises(ImportRefused, match="is of 2023, not of 2024"):
            import_release("exposure-gpts", write_table(tmp_path / "occ_level.csv", GPTS), label="2024")

    def test_another_file_is_refused(self, tmp_path):
        with pytest.raises(ImportRefused, match="is none of the study’s files: occ_level.csv"):
            import_release("exposure-gpts", write_table(tmp_path / "jobs.csv", GPTS))


class TestCopilot:
    def test_both_files_make_one_release(self, tmp_path):
        for name, rows in (("soc_ai_applicability_scores.csv", SCORES), ("soc_metrics.csv", METRICS)):
            report = import_release("exposure-copilot", write_table(tmp_path / name, rows))
            assert report.accounts_for_all
        assert Release.objects.ready().count() == 1
        assert Exposure.objects.published().count() == 12

    def test_sides_are_told_apart(self, tmp_path):
        import_release("exposure-copilot", write_table(tmp_path / "soc_metrics.csv", METRICS))
        assert value("23-2011", "completion", "user").as_printed == "0.13"
        assert value("23-2011", "completion", "ai").as_printed == "0.14"


class TestAioe:
    def test_each_workbook_s_sheet_of_occupations_is_read(self, tmp_path):
        others = {"Index": [["-"]], "Appendix B": [["NAICS", "Industry Title", "AIIE"], [1133, "Logging", -1.36]]}
        book = write_workbook(tmp_path / "AIOE_DataAppendix.xlsx", others | {"Appendix A": AIOE})
        assert import_release("exposure-aioe", book).created == 1
        book = write_workbook(tmp_path / "Language Modeling AIOE and AIIE.xlsx", {"LM AIOE": LANGUAGE})
        assert import_release("exposure-aioe", book).created == 1
        assert value("29-2071", "aioe", "survey").as_printed == "-0.38776"
        assert value("29-2071", "aioe", "survey").figure("value").value_text == "−0.38776"
        assert value("29-2071", "language", "survey").release.label == "2023"

    def test_codes_are_those_of_soc_2010(self, tmp_path):
        import_release("exposure-aioe", write_workbook(tmp_path / "AIOE_DataAppendix.xlsx", {"Appendix A": AIOE}))
        assert Occupation.objects.get(code="29-2071").scheme == "soc-2010"


def test_every_measure_says_what_it_looks_at():
    measures = [(study, measure) for study in studies() for measure in study.measures]
    assert len(measures) == 6 + 11 + 3
    for study, measure in measures:
        assert measure.looks_at
        assert measure.basis
        assert measure.scale
        assert study.measure(*measure.key) is measure


class TestWhatComesWithRungs:
    """Figures of the studies whose license allows it, in their authors' layout."""

    @pytest.fixture
    def official(self, tmp_path):
        folder = tmp_path / "official"
        folder.mkdir()
        write_table(folder / "occ_level.csv", GPTS)
        write_table(folder / "soc_ai_applicability_scores.csv", SCORES)
        write_table(folder / "soc_metrics.csv", METRICS)
        write_workbook(folder / "AIOE_DataAppendix.xlsx", {"Appendix A": AIOE})
        return folder

    @pytest.fixture
    def record(self, official, tmp_path, settings):
        settings.RECORD_DIR = tmp_path / "record"
        call_command("build_record", str(official), to=settings.RECORD_DIR, stdout=StringIO())
        call_command("load_record", verbosity=0)
        return settings.RECORD_DIR

    def test_only_studies_whose_license_allows_it_are_among_it(self, record):
        files = {str(path.relative_to(record)) for path in record.rglob("*.gz")}
        assert files == {"exposure-gpts/occ_level.csv.gz", "exposure-copilot/soc_ai_applicability_scores.csv.gz"}

    def test_the_official_file_says_nothing_else(self, record, official):
        report = import_release("exposure-gpts", official / "occ_level.csv")
        assert (report.created, report.changed, report.unchanged) == (0, 0, 22)
        assert value("23-2011.00", "gamma", "model").as_printed == "0.8500000000000001"

    def test_the_parts_of_a_score_join_it(self, record, official):
        report = import_release("exposure-copilot", official / "soc_metrics.csv")
        assert report.created == 10
        assert Exposure.objects.published().filter(release__source__slug="exposure-copilot").count() == 12
