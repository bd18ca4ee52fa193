"""A fixture that cannot be loaded, looked through row by row for everything that is wrong with it."""

from django.db import DatabaseError, transaction

from facts.loading.fixture import Fixture
from facts.loading.linking import Stock, identify
from facts.loading.plan import Plan
from facts.loading.problems import problems_of
from facts.loading.row import Row
from facts.loading.writing import tie, write
from facts.models import VersionConflict


def diagnose(rows: list[Row], fixture: Fixture, stock: Stock, plan: Plan) -> None:
    """Add to the rows' problems whatever the models and the database find wrong with them.

    `rows` come each after those that it needs. What of them is right is saved on the way, since the others are
    checked against it: the caller's transaction is to be rolled back.
    """
    for row in rows:
        identify(row, stock)
        to_do = plan.verdicts.get(row)
        if to_do is None or to_do.is_written:
            _check(row, fixture)
        if to_do and to_do.is_written and not row.problems:
            _try_to_write(row, stock)


def _check(row: Row, fixture: Fixture) -> None:
    if row.name is None or fixture.by_name[row.name] is not row:
        return
    tie(row)
    # A reference to a row that is wrong itself cannot be checked, and is not this row's mistake.
    unsaved = {field for field, name in row.one.items() if name and getattr(row.instance, f"{field}_id") is None}
    found = problems_of(lambda: row.instance.full_clean(exclude=row.unread | unsaved))
    row.problems += [problem for problem in found if problem not in row.problems]


def _try_to_write(row: Row, stock: Stock) -> None:
    try:
        with transaction.atomic():
            write(row)
    except (DatabaseError, VersionConflict) as error:
        row.problems.append(str(error).strip())
        identify(row, stock)
