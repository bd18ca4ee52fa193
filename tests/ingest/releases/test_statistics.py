"""PostgreSQL has looked at staged rows by the time they are compared, so that it knows how many there are."""

import pytest
from django.db import connection

from ingest.releases.comparison import ReleaseComparison
from ingest.releases.run import import_release
from tests.salaries.importers.oews import CALIFORNIA, MANAGERS, SPECIALISTS, write_oews

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

OLDER = [SPECIALISTS, MANAGERS]
NEWER = [row | place for row in OLDER for place in ({}, CALIFORNIA)]


def test_it_knows_of_the_rows_of_both_releases(tmp_path, monkeypatch):
    known = []
    counts = ReleaseComparison.counts

    def noted(self):
        known.append(rows_that_postgres_knows_of())
        return counts(self)

    monkeypatch.setattr(ReleaseComparison, "counts", noted)
    import_release("oews", write_oews(tmp_path / "all_data_M_2024.csv", OLDER))
    import_release("oews", write_oews(tmp_path / "corrected_M_2024.csv", NEWER))
    assert known == [len(OLDER), len(OLDER) + len(NEWER)]


def rows_that_postgres_knows_of():
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'salaries_wage'::regclass")
        return cursor.fetchone()[0]
