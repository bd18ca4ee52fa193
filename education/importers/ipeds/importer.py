import re
from datetime import date
from pathlib import Path
from typing import Any

from education.models import School, SchoolOffer, Tuition
from ingest.releases.cells import as_number, as_text, required
from ingest.releases.columns import SourceColumn
from ingest.releases.importer import Importer, Schedule, Vintage
from ingest.releases.readers import open_rows
from ingest.releases.refusal import ImportRefused
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

SCHOOLS = SourceTable(
    School,
    fields=("unit_id", "name", "city", "state", "control", "level", "website", "is_active"),
    key=("unit_id",),
)
OFFERS = SourceTable(SchoolOffer, fields=("unit_id", "awards", "distance"), key=("unit_id",))
TUITION = SourceTable(
    Tuition, fields=("unit_id", "in_district", "in_state", "out_of_state"), key=("unit_id",), measured=True
)
MISSING = ".", ""
_FILE = re.compile(r"(hd|ic)(20\d\d)(_ay)?\.((csv|txt)(\.gz)?|zip)")
_number = as_number(least=-9, most=999_999)


def as_said(cell: Any) -> int | None:
    """A number; None for a period and for negative codes, which mean missing.

    >>> as_said(" 8610"), as_said("."), as_said("-2")
    (8610, None, None)
    """
    text = as_text(cell)
    number = _number(text) if text is not None and text not in MISSING else None
    return None if number is None or number < 0 else int(number)


def as_words(cell: Any) -> str:
    """ "" for missing text.

    >>> as_words(" www.aamu.edu/ "), as_words(" "), as_words("-2")
    ('www.aamu.edu/', '', '')
    """
    text = as_text(cell) or ""
    return "" if text in (*MISSING, "-1", "-2", "-3") else text


_unit = SourceColumn("unit_id", ("unitid",), required(as_said))
DIRECTORY = (
    _unit,
    SourceColumn("name", ("instnm",), required(as_text)),
    SourceColumn("city", ("city",), required(as_text)),
    SourceColumn("state", ("stabbr",), required(as_text)),
    SourceColumn("control", ("control",), as_said),
    SourceColumn("level", ("iclevel",), as_said),
    SourceColumn("website", ("webaddr",), as_words),
    SourceColumn("active", ("cyactive",), as_said),
)
CONTROLS = {1: School.Control.PUBLIC, 2: School.Control.NON_PROFIT, 3: School.Control.FOR_PROFIT}
LEVELS = {1: School.Level.FOUR_YEARS, 2: School.Level.TWO_YEARS, 3: School.Level.LESS}

AWARDS = {
    "certificate-short": ("level1",),
    "certificate-long": ("level2",),
    "associate": ("level3",),
    "certificate-longest": ("level4",),
    "bachelor": ("level5",),
    "post-bachelor": ("level6",),
    "master": ("level7",),
    "post-master": ("level8",),
    "doctor": ("level17", "level18", "level19"),
}
"""The publisher's columns, each yes or no, for every award."""
_award_columns = [name for names in AWARDS.values() for name in names]
DISTANCE = ("distnced", "dstnugp", "dstngp", "distcrs")
CHARACTERISTICS = (
    _unit,
    *(SourceColumn(name, (name,), as_said, required=False) for name in _award_columns),
    *(SourceColumn(name, (name,), as_said, required=name == "distnced") for name in DISTANCE),
)
CHARGES = (
    _unit,
    SourceColumn("in_district", ("chg1ay3",), as_said),
    SourceColumn("in_state", ("chg2ay3",), as_said),
    SourceColumn("out_of_state", ("chg3ay3",), as_said),
)
YES = 1


class IpedsImporter(Importer):
    """Institutions (HD), what they offer (IC) and what they charge (IC_AY)."""

    name = "ipeds"
    source = {
        "slug": "nces-ipeds",
        "publisher": "US National Center for Education Statistics",
        "country": "US",
        "also_called": ["NCES", "IPEDS"],
        "title": "Integrated Postsecondary Education Data System",
        "url": "https://nces.ed.gov/ipeds/",
        "kind": "statistics",
        "licence": "public domain",
        "attribution": "US National Center for Education Statistics, Integrated Postsecondary Education Data System",
        "frequency": "yearly",
    }
    tables = (SCHOOLS, OFFERS, TUITION)
    order = 110
    schedule = Schedule(months=18)

    def recognises(self, path: Path) -> bool:
        return bool(_FILE.fullmatch(path.name.lower()))

    def vintage(self, path: Path, label: str | None) -> Vintage:
        found = _FILE.fullmatch(path.name.lower())
        if not found or found[1] == "hd" and found[3]:
            raise ImportRefused(
                f"{path.name} is not named as the publisher names its files: HD2020, IC2022, IC2022_AY."
            )
        year = int(found[2])
        title = {"hd": f"Institutions, {year}", "ic": f"Offers, {year}–{(year + 1) % 100:02}"}[found[1]]
        title = f"Tuition, {year}–{(year + 1) % 100:02}" if found[3] else title
        if label and label.lower() != title.lower():
            raise ImportRefused(f"{path.name} is {title}, not {label}.")
        kind = "tuition" if found[3] else {"hd": "institutions", "ic": "offers"}[found[1]]
        return Vintage(f"{kind}-{year}", title, date(year, 7, 1), date(year + 1, 6, 30), series=kind)

    def load(self, path: Path, staging: Staging) -> None:
        name = path.name.lower()
        with open_rows(path) as rows:
            if name.startswith("hd"):
                staging.take(rows, DIRECTORY, lambda row: staging.add(SCHOOLS, _school(*row)))
            elif "_ay" in name:
                staging.take(rows, CHARGES, lambda row: staging.add(TUITION, tuple(row)))
            else:
                staging.take(rows, CHARACTERISTICS, lambda row: staging.add(OFFERS, _offer(*row)))


def _school(
    unit_id: Any, name: str, city: Any, state: str, control: Any, level: Any, website: Any, active: Any
) -> tuple:
    return (
        unit_id,
        name,
        city,
        state,
        CONTROLS.get(control, ""),
        LEVELS.get(level, ""),
        website,
        active == YES,
    )


def _offer(unit_id: Any, *answers: Any) -> tuple:
    values = dict(zip((*_award_columns, *DISTANCE), answers, strict=True))
    awards = [award for award, names in AWARDS.items() if any(values[name] == YES for name in names)]
    return unit_id, "".join(f"|{award}" for award in awards) + ("|" if awards else ""), _distance(values)


def _distance(values: Any) -> str:
    if all(values[name] is None for name in DISTANCE):
        return ""
    if values["distnced"] == YES:
        return SchoolOffer.Distance.ALL
    if YES in (values["dstnugp"], values["dstngp"]):
        return SchoolOffer.Distance.PROGRAMMES
    return SchoolOffer.Distance.COURSES if values["distcrs"] == YES else SchoolOffer.Distance.NONE
