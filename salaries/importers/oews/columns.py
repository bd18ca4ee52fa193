from collections.abc import Iterator
from typing import Any

from ingest.releases.cells import as_code, as_text, one_of, required
from ingest.releases.columns import SourceColumn
from salaries.importers.oews.pay import as_employment, as_error, as_pay

GROUPS = {name: name for name in ("total", "major", "minor", "broad", "detailed")}

AREA = ("area", "area_title", "area_type", "prim_state")
INDUSTRY = ("naics", "naics_title", "i_group", "own_code")
OCCUPATION = ("occ_code", "occ_title", "group")
COUNTS = ("employment", "employment_rse", "wage_rse")
MEASURES = {"mean": "mean", "p10": "w?pct10", "p25": "w?pct25", "median": "median", "p75": "w?pct75", "p90": "w?pct90"}
HOURLY = tuple(f"hourly_{measure}" for measure in MEASURES)
ANNUAL = tuple(f"annual_{measure}" for measure in MEASURES)
NAMES = (*AREA, *INDUSTRY, *OCCUPATION, *COUNTS, *HOURLY, *ANNUAL)


def columns_of(year: int) -> list[SourceColumn]:
    return [*_area(), *_industry(), *_occupation(), *_counts(), *_pay(year)]


def _area() -> Iterator[SourceColumn]:
    yield SourceColumn("area", ("area", "area_code"), _area_code, required=False)
    yield SourceColumn("area_title", ("area_title", "area_name", "area_titl", "state"), required=False)
    yield SourceColumn("area_type", ("area_type",), required=False)
    yield SourceColumn("prim_state", ("prim_state", "st"), as_code(r"[A-Z]{2}", "a state’s letters"), required=False)


def _industry() -> Iterator[SourceColumn]:
    naics = as_code(r"[0-9]|[0-9]{2}[0-9A-Z]{0,4}|[0-9]{2}-{1,2}[0-9]{2,3}", "a NAICS code")
    yield SourceColumn("naics", ("naics",), naics, required=False)
    yield SourceColumn("naics_title", ("naics_title", "naics_titl"), required=False)
    yield SourceColumn("i_group", ("i_group",), required=False)
    yield SourceColumn("own_code", ("own_code",), required=False)


def _occupation() -> Iterator[SourceColumn]:
    yield SourceColumn("occ_code", ("occ_code",), required(as_code(r"[0-9]{2}-[0-9]{4}", "a SOC code")))
    yield SourceColumn("occ_title", ("occ_title", "occ_titl"), required(_title))
    yield SourceColumn("group", ("o_group", "occ_group", "group"), one_of(GROUPS, "a level of the SOC"), required=False)


def _counts() -> Iterator[SourceColumn]:
    yield SourceColumn("employment", ("tot_emp",), as_employment, side=True)
    yield SourceColumn("employment_rse", ("emp_prse",), as_error, required=False, side=True)
    yield SourceColumn("wage_rse", ("mean_prse",), as_error, required=False, side=True)


def _pay(year: int) -> Iterator[SourceColumn]:
    for letter, names, per_year in (("h", HOURLY, False), ("a", ANNUAL, True)):
        pay = as_pay(per_year=per_year, year=year)
        for name, pattern in zip(names, MEASURES.values(), strict=True):
            yield SourceColumn(name, (f"{letter}_{pattern}",), pay, side=True)


def _area_code(cell: Any) -> str | None:
    # Some files write 0100001 and others 100001 for one area.
    code = _digits(cell)
    return code and (code.lstrip("0") or "0")


_digits = as_code(r"[0-9]{1,7}", "an area’s code")


def _title(cell: Any) -> str | None:
    # Some tables put the asterisk of a note behind a title.
    text = as_text(cell)
    return text and text.rstrip("* ")
