from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import QuerySet

from explore.filters.base import Filters
from explore.filters.problems import shown

ROWS = 20


@dataclass(frozen=True, slots=True)
class Misread:
    """Part of a request that was left out, and why."""

    label: str
    given: str
    message: str

    @classmethod
    def of(cls, label: str, given: str, message: str) -> "Misread":
        """Quoted, cut, and without characters that no page can hold."""
        return cls(label, shown(given.replace("\x00", "�")), message)


def misread(found: Filters, asked: Mapping[str, str]) -> list[Misread]:
    return [
        Misread.of(str(found.filters[problem.parameter].label), asked.get(problem.parameter, ""), problem.message)
        for problem in (*found.problems, *found.crossed)
    ]


class NearPaginator(Paginator):
    def _get_page(self, *args: Any, **kwargs: Any) -> Page:
        return NearPage(*args, **kwargs)


class NearPage(Page):
    @property
    def near(self) -> Iterator[int | str]:
        """First, last and near pages, with an ellipsis for what is left out."""
        return self.paginator.get_elided_page_range(self.number, on_each_side=1, on_ends=1)


def page_of(
    rows: Sequence | QuerySet, asked: Mapping[str, str], size: int = ROWS, *, count: int | None = None
) -> tuple[Page, list[Misread]]:
    """The first where none is asked for, the nearest where it makes no sense. `count`: of rows, where it is known."""
    paginator, number = NearPaginator(rows, size), asked.get("page", "1")
    if count is not None:
        paginator.count = count
    try:
        return paginator.page(number), []
    except PageNotAnInteger:
        return paginator.page(1), [Misread.of("Page", number, "It is no number; this is the first page.")]
    except EmptyPage:
        last = paginator.num_pages
        return paginator.page(last), [Misread.of("Page", number, f"There are {last}; this is the last.")]
