"""The query that Datasette is asked gives the rows of the API's list, value by value."""

import json

import pytest
from django.db import connection

from bench.datasette import LIST, SQL, flat

pytestmark = pytest.mark.django_db


def test_the_query_gives_what_the_list_gives(guides, client):
    ours = [flat(row) for row in client.get(LIST).json()["results"]]
    with connection.cursor() as cursor:
        cursor.execute(SQL)
        names = [column[0] for column in cursor.description]
        theirs = [dict(zip(names, row, strict=True)) for row in cursor]
    assert len(ours) > 20
    assert [_comparable(row) for row in theirs] == [_comparable(row) for row in ours]


def _comparable(row):
    """Databases give dates and numbers as themselves or as text."""
    marks = json.loads(row["marks"]) if isinstance(row["marks"], str) else row["marks"]
    return {name: _text(value) for name, value in row.items() if name != "marks"} | {"marks": marks}


def _text(value):
    try:
        return f"{float(value):.2f}"
    except (TypeError, ValueError):
        return None if value is None else str(value)
