"""OEWS files for tests: a few rows in the publisher's layouts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.tables import write_table

AREA = ("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE")
INDUSTRY = ("NAICS", "NAICS_TITLE", "I_GROUP", "OWN_CODE")
PERCENTILES = ("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90")
NATIONAL = (
    *("OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "EMP_PRSE", "H_MEAN", "A_MEAN", "MEAN_PRSE"),
    *(f"H_{name}" for name in PERCENTILES),
    *(f"A_{name}" for name in PERCENTILES),
    *("ANNUAL", "HOURLY"),
)
ALL = (*AREA, *INDUSTRY, *NATIONAL)

SPECIALISTS = {
    "AREA": "99",
    "AREA_TITLE": "U.S.",
    "AREA_TYPE": "1",
    "PRIM_STATE": "US",
    "NAICS": "000000",
    "NAICS_TITLE": "Cross-industry",
    "I_GROUP": "cross-industry",
    "OWN_CODE": "1235",
    "OCC_CODE": "29-2072",
    "OCC_TITLE": "Medical Records Specialists",
    "O_GROUP": "detailed",
    "TOT_EMP": "187,910",
    "EMP_PRSE": "1.2",
    "H_MEAN": "26.71",
    "A_MEAN": "55,560",
    "MEAN_PRSE": "0.4",
    "H_PCT10": "17.20",
    "H_PCT25": "19.10",
    "H_MEDIAN": "24.16",
    "H_PCT75": "30.80",
    "H_PCT90": "38.92",
    "A_PCT10": "35,780",
    "A_PCT25": "39,730",
    "A_MEDIAN": "50,250",
    "A_PCT75": "64,070",
    "A_PCT90": "80,950",
    "ANNUAL": "",
    "HOURLY": "",
}
MANAGERS = SPECIALISTS | {"OCC_CODE": "11-9111", "OCC_TITLE": "Medical and Health Services Managers"}
CALIFORNIA = {"AREA": "06", "AREA_TITLE": "California", "AREA_TYPE": "2", "PRIM_STATE": "CA"}
FRESNO = {"AREA": "23420", "AREA_TITLE": "Fresno, CA", "AREA_TYPE": "4", "PRIM_STATE": "CA"}
HOSPITALS = {"NAICS": "622000", "NAICS_TITLE": "Hospitals", "I_GROUP": "3-digit"}


def write_oews(path: Path, rows: Sequence[Mapping[str, str]], columns: Sequence[str] = ALL) -> Path:
    """Write rows under a header of these columns; gives the path."""
    return write_table(path, [columns, *([row.get(name, "") for name in columns] for row in rows)])
