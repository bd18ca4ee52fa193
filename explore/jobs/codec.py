"""Documents as JSON and back: dataclasses by the types of their fields. Pure: no database.

Each type has a writer and a reader, made once from its annotations. Of the figures in a row only the first is written
whole; the others say what differs from it, as most of their words are the same.
"""

import json
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from facts.figure import Figure

Kind = TypeVar("Kind")
Convert = Callable[[Any], Any]


def to_json(value: Any) -> str:
    """Without fields that hold their default; decimals are text, so that no digit is lost."""
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(cls: type[Kind], text: str | bytes) -> Kind:
    """The dataclass that `to_json` wrote. Raises TypeError where it has other fields."""
    return _reader(cast(Hashable, cls))(json.loads(text))


def to_plain(value: Any) -> Any:
    """The dataclass as what JSON knows."""
    return _writer(cast(Hashable, type(value)))(value)


@cache
def _writer(kind: Any) -> Convert:
    """What makes a value of this type plain."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        write = _writer(_of_optional(inner))
        return lambda value: None if value is None else write(value)
    if kind == tuple[Figure, ...]:
        return _write_figures
    if is_dataclass(kind):
        return _dataclass_writer(kind)
    if origin is dict:
        write = _writer(inner[1])
        return lambda value: {key: write(each) for key, each in value.items()}
    if origin is tuple and inner[-1] is not Ellipsis:
        writers = tuple(map(_writer, inner))
        return lambda value: [write(each) for write, each in zip(writers, value, strict=True)]
    if origin is tuple:
        write = _writer(inner[0])
        return lambda value: [write(each) for each in value]
    if origin is frozenset:
        return lambda value: sorted(map(str, value))
    return _scalar_writer(kind)


def _scalar_writer(kind: Any) -> Convert:
    if kind in (Decimal, date):
        return str
    return (lambda value: value.value) if issubclass(kind, Enum) else _same


def _dataclass_writer(kind: Any) -> Convert:
    parts = [(name, default, _writer(hint)) for name, hint, default in _fields_of(kind)]

    values_of = attrgetter(*(name for name, _, _ in parts), "__class__")  # one name more, so that it gives a tuple

    def write(value: Any) -> dict[str, Any]:
        pairs = zip(parts, values_of(value), strict=False)
        return {name: part(each) for (name, default, part), each in pairs if each is not default and each != default}

    return write


@cache
def _reader(kind: Any) -> Convert:
    """What makes a value of this type from what is plain."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        read = _reader(_of_optional(inner))
        return lambda plain: None if plain is None else read(plain)
    if kind == tuple[Figure, ...]:
        return _read_figures
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    if origin is dict:
        read = _reader(inner[1])
        return lambda plain: {key: read(each) for key, each in plain.items()}
    if origin is tuple and inner[-1] is not Ellipsis:
        readers = tuple(map(_reader, inner))
        return lambda plain: tuple([read(each) for read, each in zip(readers, plain, strict=True)])
    if origin in (tuple, frozenset):
        read = _reader(inner[0])
        return lambda plain: origin([read(each) for each in plain])
    return date.fromisoformat if kind is date else _same if kind in (str, bool, int) else kind


def _dataclass_reader(kind: Any) -> Convert:
    readers = {name: _reader(hint) for name, hint, _ in _fields_of(kind)}

    def read(plain: dict[str, Any]) -> Any:
        if unknown := plain.keys() - readers.keys():
            raise TypeError(f"{kind.__name__} has no field {min(unknown)}.")
        return kind(**{name: readers[name](each) for name, each in plain.items()})

    return read


# Figures in a row ----------------------------------------------------------------------------------------------------


def _write_figures(figures: tuple[Figure, ...]) -> list[dict[str, Any]]:
    if not figures:
        return []
    first = figures[0]
    return [to_plain(first), *(_apart(first, figure) for figure in figures[1:])]


def _apart(first: Figure, figure: Figure) -> dict[str, Any]:
    """What the figure says otherwise than the first, also where that is a default."""
    shared, writers = vars(first), _figure_writers()
    own = {name: value for name, value in vars(figure).items() if value is not shared.get(name, MISSING)}
    return {name: writers[name](value) for name, value in own.items() if name in writers and value != shared[name]}


def _read_figures(plain: list[dict[str, Any]]) -> tuple[Figure, ...]:
    if not plain:
        return ()
    first = _reader(Figure)(plain[0])
    shared, readers = {name: getattr(first, name) for name in _figure_writers()}, _figure_readers()
    rest = ({name: readers[name](each) for name, each in apart.items()} for apart in plain[1:])
    return (first, *[_figure(shared | own) for own in rest])


def _figure(values: dict[str, Any]) -> Figure:
    """Past its checks, which the figure passed before it was written, and which would cost more than all the rest."""
    figure = object.__new__(Figure)
    figure.__dict__.update(values)
    return figure


@cache
def _figure_writers() -> dict[str, Convert]:
    return {name: _writer(hint) for name, hint, _ in _fields_of(Figure)}


@cache
def _figure_readers() -> dict[str, Convert]:
    return {name: _reader(hint) for name, hint, _ in _fields_of(Figure)}


# Types ---------------------------------------------------------------------------------------------------------------


@cache
def _fields_of(kind: Any) -> list[tuple[str, Any, Any]]:
    """Each field's name, type and default; MISSING where there is none."""
    hints = get_type_hints(kind)
    return [(field.name, hints[field.name], _default(field)) for field in fields(kind)]


def _default(field: Any) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _of_optional(kinds: tuple[Any, ...]) -> Any:
    return next(each for each in kinds if each is not NoneType)


def _same(value: Any) -> Any:
    return value
