import re

from django import forms
from django.db.models import QuerySet
from django_filters import Filter

from explore.filters.fields import Written
from explore.filters.kinds import Count

PAGE_SIZE = 50
LARGEST_PAGE = 200
CURSOR = re.compile(r"[A-Za-z0-9_-]{1,400}")


class Kept:
    """A filter that narrows nothing."""

    def filter(self, qs: QuerySet, value: object) -> QuerySet:
        return qs


class PageNumber(Kept, Count):
    """Which page, or how many rows on it."""


class CursorField(Written, forms.CharField):
    written_as = CURSOR
    default_error_messages = {"invalid": "Take a cursor as an answer gave it, in next or previous."}


class CursorChoice(Kept, Filter):
    field_class = CursorField


def page_size() -> dict[str, PageNumber]:
    text = f"How many rows on a page; {PAGE_SIZE} unless told."
    return {"page_size": PageNumber(lowest=1, highest=LARGEST_PAGE, help_text=text)}


def cursor() -> dict[str, CursorChoice]:
    return {"cursor": CursorChoice(help_text="Which page: from the address in next or previous of an answer.")}
