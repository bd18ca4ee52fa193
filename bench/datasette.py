"""The API's list of salaries for Datasette, as a query and as a view."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench.client import ask_well
from bench.servers import Server

ROWS = 24
LIST = f"/api/v1/salaries/?page_size={ROWS}"

EVERY_ROW = """
SELECT salary.key,
       career.slug AS career_slug, career.title AS career_title,
       level.position AS level_position, level.title AS level_title,
       about.code AS about_code, about.title AS about_title, salary."group",
       place.code AS place_code, place.name AS place_name,
       industry.code AS industry_code, industry.name AS industry_name,
       salary.currency, salary.pay_period,
       salary.low, salary.high, salary.mean, salary.p10, salary.p25, salary.median, salary.p75, salary.p90,
       salary.amount,
       NULLIF(salary.converted_currency, '') AS converted_currency,
       salary.converted_low, salary.converted_high,
       salary.marks, salary.reference_start, salary.reference_end, salary.population,
       source.slug AS source_slug, source.publisher AS source_publisher,
       source.title AS source_title, source.url AS source_url,
       salary.attributed_to, salary.locator, salary.as_printed, salary.rank, salary.note
FROM salaries_salary AS salary
JOIN facts_source AS source ON source.id = salary.source_id
JOIN careers_career AS career ON career.id = salary.career_id
LEFT JOIN careers_rung AS level ON level.id = salary.level_id
LEFT JOIN careers_occupation AS about ON about.id = salary.about_id
LEFT JOIN facts_place AS place ON place.id = salary.place_id
LEFT JOIN facts_industry AS industry ON industry.id = salary.industry_id
ORDER BY salary.id
"""
SQL = f"{EVERY_ROW}LIMIT {ROWS}"
VIEW = "pay_with_sources"

PARTS = {
    "about": ("code", "title"),
    "career": ("slug", "title"),
    "level": ("position", "title"),
    "place": ("code", "name"),
    "industry": ("code", "name"),
    "converted": ("currency", "low", "high"),
    "source": ("slug", "publisher", "title", "url"),
}
ADDRESSES = ("url", "page")
"""What the API adds to a row and a table does not have."""


def make_view(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:  # the last to close it, so all of it is in the file itself
        connection.execute(f"DROP VIEW IF EXISTS {VIEW}")
        connection.execute(f"CREATE VIEW {VIEW} AS {EVERY_ROW}")
        connection.commit()


def query_address(database: str) -> str:
    return f"/{database}.json?{urlencode({'sql': SQL, '_shape': 'array', '_json': 'marks'})}"


def view_address(database: str) -> str:
    return f"/{database}/{VIEW}.json?{urlencode({'_size': ROWS, '_shape': 'array', '_json': 'marks'})}"


def list_address(database: str) -> str:
    return f"/{database}/{VIEW}.json?{urlencode({'_size': ROWS, '_shape': 'objects', '_json': 'marks'})}"


def check_same_rows(rungs: Server, datasette: Server, database: str) -> int:
    ours = list(map(flat, _read(rungs, LIST)["results"]))
    theirs = [_read(datasette, query_address(database)), _read(datasette, view_address(database))]
    theirs.append(_read(datasette, list_address(database))["rows"])
    if any(rows != ours for rows in theirs) or len(ours) != ROWS:
        counts = ", ".join(str(len(rows)) for rows in (ours, *theirs))
        raise SystemExit(f"Rungs and Datasette do not give the same {ROWS} rows ({counts}).")
    return len(ours)


def _read(server: Server, address: str) -> Any:
    return json.loads(ask_well(server, address).body)


def flat(row: dict) -> dict:
    plain = {name: value for name, value in row.items() if name not in (*PARTS, *ADDRESSES)}
    parts = {f"{part}_{name}": (row[part] or {}).get(name) for part, names in PARTS.items() for name in names}
    return plain | parts
