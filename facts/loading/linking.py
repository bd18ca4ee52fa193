"""Rows of a fixture tied to the rows that they refer to, in the file and in the database."""

from facts.loading.fixture import Fixture
from facts.loading.name import Name
from facts.loading.row import Row
from facts.loading.shape import shape_of
from facts.models import Arriving
from facts.models.natural import NaturalKey

Stock = dict[Name, NaturalKey]


def link(fixture: Fixture, stock: Stock) -> None:
    """Make each row the one of its name in `stock`, and put into it the rows that it refers to.

    A reference to a row that is neither in the file nor in `stock` becomes one of the row's problems.
    """
    for row in fixture.rows:
        identify(row, stock)
    for row in fixture.rows:
        _tie(row, fixture, stock)


def identify(row: Row, stock: Stock) -> None:
    """Let the row's instance stand for the row of its name in `stock`, or for a new one where there is none.

    A row that an import has not brought out yet is there for readers once a fixture has it.
    """
    present = row.name and stock.get(row.name)
    said = shape_of(row.model)
    for field in row.model._meta.concrete_fields:
        if field.name not in said.names:
            value = getattr(present, field.attname) if present else field.get_default()
            setattr(row.instance, field.attname, value)
    if isinstance(row.instance, Arriving):
        row.instance.arriving_with = None
    row.instance._state.adding = present is None
    row.instance._state.db = present._state.db if present else None


def _tie(row: Row, fixture: Fixture, stock: Stock) -> None:
    for field, name in row.one.items():
        if name and (target := _find(row, field, name, fixture, stock)):
            setattr(row.instance, field, target)
    for field, names in row.many.items():
        row.ties[field] = [target for name in names if (target := _find(row, field, name, fixture, stock))]


def _find(row: Row, field: str, name: Name, fixture: Fixture, stock: Stock) -> NaturalKey | None:
    if name in fixture.by_name:
        return fixture.by_name[name].instance
    if name not in stock:
        row.problems.append(f"{field}: there is no {name}.")
        row.unread.add(field)
    return stock.get(name)


def needs(row: Row, fixture: Fixture) -> list[Row]:
    """The rows of the same file that it refers to."""
    return [fixture.by_name[name] for name in row.references if name in fixture.by_name]


def needs_first(fixture: Fixture) -> list[Row]:
    """The fixture's rows, each after those that it needs and otherwise as in the file.

    Rows that need each other in a circle have that for a problem.
    """
    placed: dict[Row, None] = {}
    for row in fixture.rows:
        _place(row, fixture, placed)
    return list(placed)


def _place(row: Row, fixture: Fixture, placed: dict[Row, None]) -> None:
    # A path of rows, each needed by the one before, walked without recursion: a file may have any number.
    path = {} if row in placed else {row: None}
    while path:
        last = next(reversed(path))
        missing = next((need for need in needs(last, fixture) if need not in placed), None)
        if missing in path:
            last.problems.append(f"needs {missing.name}, which needs it in turn.")
            missing = None
        if missing is None:
            placed[last] = None
            del path[last]
        else:
            path[missing] = None
