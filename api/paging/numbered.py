"""Numbered pages with a count, in the envelope of Django REST framework."""

from django.core.paginator import EmptyPage, Paginator
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from api.paging.page import Page, with_parameters
from api.paging.parameters import PAGE_SIZE, PageNumber, page_size

FURTHEST = 1_000_000


class NumberedPages:
    """Pages with a number each; the count of all rows comes with them."""

    envelope = ("count", "next", "previous")

    def parameters(self) -> dict:
        """What chooses the page."""
        return {"page": PageNumber(lowest=1, highest=FURTHEST, help_text="Which page, from 1."), **page_size()}

    def cut(self, rows, asked: dict, request: Request) -> Page:
        """The page asked for; NotFound where the list ends before it."""
        pages = Paginator(rows, asked.get("page_size", PAGE_SIZE))
        number = asked.get("page", 1)
        try:
            page = pages.page(number)
        except EmptyPage as error:
            raise NotFound(f"There is no page {number}; the last is {pages.num_pages}.") from error
        following = with_parameters(request, page=number + 1) if page.has_next() else None
        before = with_parameters(request, page=number - 1) if page.has_previous() else None
        return Page(list(page), {"count": pages.count, "next": following, "previous": before})
