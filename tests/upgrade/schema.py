"""A database's schema as a set of lines that do not depend on how it came about.

A table that was altered has its columns in another order than one that was made so.
"""

import re

from tests.elsewhere import Elsewhere

POSTGRESQL = """
SELECT 'column', table_name, column_name, data_type, is_nullable, column_default,
       character_maximum_length, numeric_precision, numeric_scale, is_identity, collation_name
  FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL
SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid),
       NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL
SELECT 'index', tablename, indexname, indexdef, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM pg_indexes WHERE schemaname = 'public'
"""
SQLITE = "SELECT type, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
SQLITE_COLUMNS = """
SELECT tables.name, columns.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
 WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'
"""


def schema_of(database: Elsewhere) -> set[tuple]:
    if database.address.startswith("postgres"):
        return {tuple(map(_uncast, line)) for line in database.read(POSTGRESQL)}
    return {line for kind, table, sql in database.read(SQLITE) for line in _lines(kind, table, sql)}


def _uncast(value: object) -> object:
    """PostgreSQL casts each text of a list, where it cast the list, once a database was dumped and restored."""
    if not isinstance(value, str):
        return value
    return re.sub(
        r"\((ARRAY\[[^\]]*\])\)::text\[\]", r"\1", re.sub(r"\(('[^']*'::character varying)\)::text", r"\1", value)
    )


def _lines(kind: str, table: str, sql: str) -> list[tuple]:
    """One for each column and constraint of a table, and one for an index."""
    if kind != "table":
        return [(kind, table, sql)]
    inner = sql[sql.index("(") + 1 : sql.rindex(")")]
    return [(kind, table, line) for line in _split(inner)]


def _split(text: str) -> list[str]:
    """At commas that are within no brackets and no quotes."""
    parts, depth = [""], 0
    for token in re.findall(r"'(?:[^']|'')*'|\"[^\"]*\"|.", text, re.DOTALL):
        depth += {"(": 1, ")": -1}.get(token, 0)
        if token == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += token
    return [part.strip() for part in parts]


def columns_of(database: Elsewhere) -> set[tuple[str, str]]:
    """Each with its table."""
    if database.address.startswith("postgres"):
        return {(table, column) for _, table, column, *_ in database.read(POSTGRESQL.partition("UNION")[0])}
    return set(database.read(SQLITE_COLUMNS))
