from collections.abc import Sequence

from rest_framework.request import Request

from api.paging.cursor import no_such_page, pack, unpack
from api.paging.page import ListPage, edition_shown, with_parameters
from api.paging.parameters import PAGE_SIZE, cursor, page_size


class SlicedPages:
    """Offset pagination with an opaque cursor."""

    envelope = ("next", "previous")

    def parameters(self) -> dict:
        return cursor() | page_size()

    def cut(self, rows: Sequence, values: dict, request: Request) -> ListPage:
        """Raises NotFound for another list's cursor."""
        size = values.get("page_size", PAGE_SIZE)
        start = _start(values["cursor"], rows) if "cursor" in values else 0
        links = {
            "next": _link(request, start + size) if start + size < len(rows) else None,
            "previous": _link(request, max(0, start - size)) if start else None,
        }
        return ListPage(list(rows[start : start + size]), links)


def _link(request: Request, start: int) -> str:
    return with_parameters(request, cursor=pack({"from": start} | edition_shown(request)))


def _start(text: str, rows: Sequence) -> int:
    start = unpack(text).get("from")
    if isinstance(start, bool) or not isinstance(start, int) or not 0 <= start < len(rows):
        raise no_such_page()
    return start
