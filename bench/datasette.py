"""The API's list of salaries as one query, for Datasette: the same rows with the same words, joined."""

import json
from urllib.parse import urlencode

from bench.asking import ask_well
from bench.servers import Server

ROWS = 24
LIST = f"/api/v1/salaries/?page_size={ROWS}"

SQL = f"""
SELECT salary.key,
       career.slug AS career_slug, career.title AS career_title,
       level.position AS level_position, level.title AS level_title,
       place.code AS place_code, place.name AS place_name,
       industry.code AS industry_code, industry.name AS industry_name,
       salary.currency, salary.pay_period,
       salary.low, salary.high, salary.mean, salary.p10, salary.p25, salary.median, salary.p75, salary.p90,
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
LEFT JOIN facts_place AS place ON place.id = salary.place_id
LEFT JOIN facts_industry AS industry ON industry.id = salary.industry_id
ORDER BY salary.id
LIMIT {ROWS}
"""  # noqa: S608 - a number of our own

PARTS = {
    "career": ("slug", "title"),
    "level": ("position", "title"),
    "place": ("code", "name"),
    "industry": ("code", "name"),
    "converted": ("currency", "low", "high"),
    "source": ("slug", "publisher", "title", "url"),
}
ADDRESSES = ("url", "page")
"""What the API adds to a row and a table does not have."""


def address(database: str) -> str:
    """Where Datasette answers the query, for the database of this name: an array of objects, its shortest form."""
    return f"/{database}.json?{urlencode({'sql': SQL, '_shape': 'array', '_json': 'marks'})}"


def check_same_rows(rungs: Server, datasette: Server, database: str) -> int:
    """How many rows both give; ends the benchmark where they differ in any value, or are too few."""
    ours = json.loads(ask_well(rungs, LIST).body)["results"]
    theirs = json.loads(ask_well(datasette, address(database)).body)
    if list(map(flat, ours)) != theirs or len(ours) != ROWS:
        raise SystemExit(f"Rungs and Datasette do not give the same {ROWS} rows ({len(ours)} and {len(theirs)}).")
    return len(ours)


def flat(row: dict) -> dict:
    """A salary of the API as the query gives it: each part's fields beside the others, without addresses."""
    plain = {name: value for name, value in row.items() if name not in (*PARTS, *ADDRESSES)}
    parts = {f"{part}_{name}": (row[part] or {}).get(name) for part, names in PARTS.items() for name in names}
    return plain | parts
