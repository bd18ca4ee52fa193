from collections.abc import Sequence

from django.core.paginator import EmptyPage, Paginator
from django.db.models import QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from api.paging.page import ListPage, edition_shown, with_parameters
from api.paging.parameters import PAGE_SIZE, PageNumber, page_size

FURTHEST = 1_000_000


class NumberedPages:
    envelope = ("count", "next", "previous")

    def parameters(self) -> dict:
        return {"page": PageNumber(lowest=1, highest=FURTHEST, help_text="Which page, from 1."), **page_size()}

    def cut(self, rows: Sequence | QuerySet, values: dict, request: Request) -> ListPage:
        """Raises NotFound beyond the last page."""
        number, size = values.get("page", 1), values.get("page_size", PAGE_SIZE)
        start = (number - 1) * size
        shown = list(rows[start : start + size + 1])  # one more, so that the last page tells itself how many there are
        is_last = 0 < len(shown) <= size or (not shown and number == 1)
        count = start + len(shown) if is_last else _counted(rows, number, size)
        same = {} if request.parser_context["view"].no_editions else edition_shown(request)
        following = None if is_last else with_parameters(request, page=number + 1, **same)
        before = with_parameters(request, page=number - 1, **same) if number > 1 else None
        return ListPage(shown[:size], {"count": count, "next": following, "previous": before})


def _counted(rows: Sequence | QuerySet, number: int, size: int) -> int:
    pages = Paginator(rows, size)
    try:
        pages.validate_number(number)
    except EmptyPage as error:
        raise NotFound(f"There is no page {number}; the last is {pages.num_pages}.") from error
    return pages.count
