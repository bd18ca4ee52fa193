"""The guides as rows: loaded once for each process, and laid out from memory for every module after the first."""

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection

#: The first guides and what they share: the rest would make every module wait.
FIXTURES = (
    "common.yaml",
    "official.yaml",
    "himalayas-medical-records-administrator.guide",
    "study-com-medical-records-administrator.guide",
)
ROOMS = ("facts", "ingest", "editorial", "money", "careers", "salaries", "education", "explore")

_kept: dict[str, tuple[list[str], list[tuple]]] = {}


def lay_out_guides() -> None:
    """Put both first guides and the official figures beside them into the database, as `load_guides` does."""
    if _kept:
        _put_back()
    else:
        call_command("load_guides", *FIXTURES, verbosity=0)
        _kept.update({model._meta.db_table: _rows_of(model) for model in stocked()})


def stocked() -> list:
    """The models whose rows are kept, those that Django makes for itself included."""
    return [model for room in ROOMS for model in apps.get_app_config(room).get_models(include_auto_created=True)]


def _rows_of(model):
    columns = [connection.ops.quote_name(field.column) for field in model._meta.local_concrete_fields]
    # On SQLite a column with a sign before it comes as it is stored, and not as what its type is called.
    taken = [f"+{column}" for column in columns] if connection.vendor == "sqlite" else columns
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(taken)} FROM {model._meta.db_table}")  # noqa: S608
        return columns, cursor.fetchall()


def _put_back():
    with connection.cursor() as cursor:
        for table, (columns, rows) in _kept.items():
            if rows:
                into = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"  # noqa: S608
                cursor.executemany(into, rows)
        for statement in connection.ops.sequence_reset_sql(no_style(), stocked()):
            cursor.execute(statement)
