"""The studies' own files, where RUNGS_DATA names a folder that holds them; values computed again by other code."""

import csv
import random
from fractions import Fraction
from math import floor

import pytest
from python_calamine import CalamineWorkbook

from careers.models import Exposure, Occupation, WorkFromHome
from explore.studies.messages import ordinal
from explore.studies.rankings import rank_disagreements
from tests import needs
from tests.official import imported

pytestmark = [pytest.mark.data, pytest.mark.django_db]

GPTS = "ai-exposure/gpts-are-gpts/occ_level.csv"
COPILOT = "ai-exposure/working-with-ai/"
AIOE = "ai-exposure/aioe/"
HOME = "work-from-home/occupations_workathome.csv"
COUNTS = [
    ("exposure-gpts", GPTS, 923 * 6),
    ("exposure-copilot", f"{COPILOT}soc_ai_applicability_scores.csv", 785),
    ("exposure-copilot", f"{COPILOT}soc_metrics.csv", 785 * 10),
    ("exposure-aioe", f"{AIOE}AIOE_DataAppendix.xlsx", 774),
    ("exposure-aioe", f"{AIOE}Language Modeling AIOE and AIIE.xlsx", 774),
    ("exposure-aioe", f"{AIOE}Image Generation AIOE and AIIE.xlsx", 774),
    ("work-from-home", HOME, 968),
]
GPTS_COLUMNS = {("beta", "people"): "human_rating_beta", ("alpha", "people"): "human_rating_alpha"} | {
    (measure, "model"): f"dv_rating_{measure}" for measure in ("alpha", "beta", "gamma")
}
CHECKED = 200


@pytest.mark.parametrize(("source", "name", "rows"), COUNTS)
def test_every_cell_is_taken(source, name, rows):
    report = imported(source, name)
    assert (report.read, report.created, report.rejected) == (rows, rows, 0)
    assert report.accounts_for_all


def test_two_hundred_values_and_percentiles_computed_again():
    imported("exposure-gpts", GPTS)
    imported("exposure-copilot", f"{COPILOT}soc_ai_applicability_scores.csv")
    imported("exposure-aioe", f"{AIOE}AIOE_DataAppendix.xlsx")
    columns = [*_gpts_columns(), _copilot_column(), _aioe_column()]
    draw = random.Random(24)
    for _ in range(CHECKED):
        measure, variant, printed = draw.choice(columns)
        code = draw.choice(sorted(printed))
        row = Exposure.objects.of_measure(measure, variant).get(occupation__code=code)
        assert row.as_printed == printed[code]
        exact = _percentile(printed, code)
        assert float(row.percentile) == pytest.approx(exact, abs=0.000051)
        assert ordinal(row.percentile).rstrip("stndrh") == str(min(max(floor(exact + Fraction(1, 2)), 1), 99))


@pytest.mark.parametrize(
    ("source", "name", "measure", "variant", "code", "percentile"),
    [
        ("exposure-gpts", GPTS, "beta", "people", "23-2011.00", 72),
        ("exposure-gpts", GPTS, "beta", "model", "23-2011.00", 80),
        ("exposure-gpts", GPTS, "alpha", "people", "23-2011.00", 35),
        ("exposure-aioe", f"{AIOE}AIOE_DataAppendix.xlsx", "aioe", "survey", "23-2011", 87),
        (
            "exposure-copilot",
            f"{COPILOT}soc_ai_applicability_scores.csv",
            "ai_applicability_score",
            "both",
            "23-2011",
            13,
        ),
    ],
)
def test_where_paralegals_stand(source, name, measure, variant, code, percentile):
    imported(source, name)
    assert round(Exposure.objects.of_measure(measure, variant).get(occupation__code=code).percentile) == percentile


def test_every_answer_about_work_from_home_is_the_file_s():
    imported("work-from-home", HOME)
    printed = {row["onetsoccode"]: row["teleworkable"] for row in _csv(HOME)}
    assert dict(WorkFromHome.objects.values_list("occupation__code", "as_printed")) == printed


def test_medical_records_specialists_take_rows_of_the_code_that_they_came_from():
    imported("soc", "soc/soc_2010_to_2018_crosswalk.xlsx")
    imported("exposure-aioe", f"{AIOE}AIOE_DataAppendix.xlsx")
    imported("work-from-home", HOME)
    job = Occupation.objects.get(scheme="soc-2018", code="29-2072")
    assert [row.occupation.code for row in Exposure.objects.for_job(job)] == ["29-2071"]
    assert [row.occupation.code for row in WorkFromHome.objects.for_job(job)] == ["29-2071.00"]


def _csv(name):
    with (needs.data() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _gpts_columns():
    rows = _csv(GPTS)
    for (measure, variant), column in GPTS_COLUMNS.items():
        yield measure, variant, {row["O*NET-SOC Code"]: row[column] for row in rows}


def _copilot_column():
    name = "ai_applicability_score"
    return name, "both", {row["SOC Code"]: row[name] for row in _csv(f"{COPILOT}soc_ai_applicability_scores.csv")}


def _aioe_column():
    book = CalamineWorkbook.from_path(needs.data() / AIOE / "AIOE_DataAppendix.xlsx")
    rows = book.get_sheet_by_name("Appendix A").to_python()[1:]
    return "aioe", "survey", {row[0]: str(row[2]) for row in rows}


def _percentile(printed, code):
    """By exact fractions, with numbers taken as equal that binary fractions alone tell apart."""
    values = {key: Fraction(f"{float(text):.12f}") for key, text in printed.items()}
    lower = sum(value < values[code] for value in values.values())
    equal = sum(value == values[code] for value in values.values())
    return 100 * (lower + Fraction(equal, 2)) / len(values)


def test_the_order_of_jobs_by_two_measures_computed_again():
    imported("exposure-gpts", GPTS)
    imported("exposure-copilot", f"{COPILOT}soc_ai_applicability_scores.csv")
    pair = "exposure-gpts/beta/people+exposure-copilot/ai_applicability_score/both"
    (found,) = [one for one in rank_disagreements() if one.key == pair]
    _, _, beta = next(column for column in _gpts_columns() if column[:2] == ("beta", "people"))
    whole = {code[:7]: text for code, text in beta.items() if code.endswith(".00")}
    _, _, score = _copilot_column()
    both = sorted(whole.keys() & score.keys())
    first = {code: _percentile({key: whole[key] for key in both}, code) for code in both}
    second = {code: _percentile({key: score[key] for key in both}, code) for code in both}
    assert found.jobs == len(both)
    assert found.correlation == pytest.approx(_pearson([*first.values()], [*second.values()]), abs=1e-9)
    gaps = sorted(both, key=lambda code: (-round(abs(first[code] - second[code]), 4), code))
    assert [parting.job.code for parting in found.widest] == gaps[:10]


def _pearson(first, second):
    mean_1, mean_2 = sum(first) / len(first), sum(second) / len(second)
    shared = sum((a - mean_1) * (b - mean_2) for a, b in zip(first, second, strict=True))
    spread = sum((a - mean_1) ** 2 for a in first) * sum((b - mean_2) ** 2 for b in second)
    return shared / spread**0.5
