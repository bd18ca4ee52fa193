"""Documents as JSON and back: dataclasses by the types of their fields."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Kind = TypeVar("Kind")


def to_json(value: Any) -> str:
    """Without fields that hold their default; decimals are text, so that no digit is lost."""
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(cls: type[Kind], text: str | bytes) -> Kind:
    return from_plain(cls, json.loads(text))


def to_plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        names = (name for name, is_default in _fields(value.__class__) if not is_default(value))
        return {name: to_plain(getattr(value, name)) for name in names}
    if isinstance(value, dict):
        return {key: to_plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(to_plain(each) for each in value)
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, (Decimal, date)) else value


def from_plain(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(kind) in (Union, UnionType):
        return from_plain(next(each for each in get_args(kind) if each is not NoneType), value)
    if is_dataclass(kind):
        hints: dict[str, Any] = _hints(kind)  # type: ignore[arg-type]  # a class is hashable
        return kind(**{name: from_plain(hints[name], each) for name, each in value.items()})  # type: ignore[operator]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is dict:
        return {key: from_plain(inner[1], each) for key, each in value.items()}
    if origin is tuple and inner[-1] is not Ellipsis:
        return tuple(from_plain(each_kind, each) for each_kind, each in zip(inner, value, strict=True))
    if origin in (tuple, frozenset):
        return origin(from_plain(inner[0], each) for each in value)
    return date.fromisoformat(value) if kind is date else kind(value)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _fields(kind: type) -> list[tuple[str, Any]]:
    """Names, each with whether the value holds the default."""
    return [(field.name, _holds_default(field)) for field in fields(kind)]


def _holds_default(field: Any) -> Any:
    return lambda value: getattr(value, field.name) == field.default or getattr(value, field.name) in ((), {})
