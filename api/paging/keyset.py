"""The last page costs as much as the first; nothing is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from rest_framework.request import Request

from api.paging.cursor import no_such_page, pack, unpack
from api.paging.keys import Key, beyond
from api.paging.page import ListPage, edition_shown, with_parameters
from api.paging.parameters import PAGE_SIZE, cursor, page_size


@dataclass(frozen=True)
class KeysetPages:
    """`columns` are those of names that a list may be ordered by, where they are not the names themselves."""

    columns: Mapping[str, str] = field(default_factory=dict)
    envelope: ClassVar = ("next", "previous")

    def parameters(self) -> dict:
        return cursor() | page_size()

    def cut(self, rows: QuerySet, params: dict, request: Request) -> ListPage:
        """Raises NotFound for another list's cursor."""
        keys = self._keys(params.get("ordering", ()))
        size = params.get("page_size", PAGE_SIZE)
        values, backwards = _read(params["cursor"], keys, rows.model) if "cursor" in params else (None, False)
        matches = rows.filter(beyond(keys, values, backwards)) if values else rows
        page = list(matches.order_by(*(key.order(backwards) for key in keys))[: size + 1])
        is_cut = len(page) > size
        page = page[:size][::-1] if backwards else page[:size]
        has_next, has_previous = (True, is_cut) if backwards else (is_cut, values is not None)
        links = {
            "next": _link(request, page[-1], keys, "after") if page and has_next else None,
            "previous": _link(request, page[0], keys, "before") if page and has_previous else None,
        }
        return ListPage(page, links)

    def _keys(self, words: Sequence[str]) -> list[Key]:
        named = [(word.removeprefix("-"), word.startswith("-")) for word in words]
        keys = [Key(self.columns.get(name, name), descending) for name, descending in named]
        return [*keys, Key("pk", nullable=False)]


def _link(request: Request, row: Model, keys: Sequence[Key], side: str) -> str:
    place = {side: [attrgetter(key.column.replace("__", "."))(row) for key in keys]}
    return with_parameters(request, cursor=pack(place | edition_shown(request)))


def _read(text: str, keys: Sequence[Key], model: type[Model]) -> tuple[list, bool]:
    """The cursor's values, and whether the page ends there."""
    place = unpack(text)
    side = next(iter(place), "")
    values = place.get(side)
    if side not in ("after", "before") or not isinstance(values, list) or len(values) != len(keys):
        raise no_such_page()
    return [_value(key.column, value, model) for key, value in zip(keys, values, strict=True)], side == "before"


def _value(column: str, value: Any, model: type[Model]) -> Any:
    kept = model._meta.pk if column == "pk" else _field(model, column)
    try:
        return None if value is None and kept.null else kept.clean(value, None)
    except (ValidationError, TypeError, OverflowError) as error:
        raise no_such_page() from error


def _field(model: Any, column: str) -> Any:
    first, _, rest = column.partition("__")
    found = model._meta.get_field(first)
    return _field(found.related_model, rest) if rest else found
