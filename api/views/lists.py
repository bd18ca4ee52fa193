from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import ClassVar, cast

from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from rest_framework import serializers
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.chunks import ROWS_AT_ONCE
from api.csv.table import csv_lines
from api.errors import BadRequest, listed
from api.paging import NumberedPages
from api.paging.page import ListPage
from api.pinning import check_pinned, edition_parameter
from api.query_params import asking, choosing, read
from api.renderers import CSVRenderer
from api.row_cache import row_cache
from api.serializers.base import Chosen, is_chosen, serializer_of
from api.views.base import BaseView
from explore.filters.base import Filters
from explore.filters.problems import Problem

MOST_CSV_ROWS = 100_000
PAGES_BESIDE = {"next": "next", "prev": "previous"}
"""Their relation in a Link header, and their name in the envelope."""


class ListView(BaseView):
    """`noun` is the plural name."""

    renderer_classes = [JSONRenderer, CSVRenderer]
    serializer: ClassVar[type[Chosen]]
    filters: ClassVar[type[Filters]]
    paging: ClassVar = NumberedPages()
    noun: ClassVar[str]
    is_list = True
    #: What `select` was asked for and did not find, beside what it found.
    missing: Sequence[Problem] = ()

    def rows(self, params: Mapping[str, str]) -> QuerySet | None:
        """The filtered and ordered table. `params` are raw names."""
        return None

    def select(self, filters: Filters) -> QuerySet | list:
        return filters.qs

    def shown(self, rows: QuerySet | list) -> QuerySet | list:
        """Adds related data needed only for display."""
        return rows

    @classmethod
    @cache
    def parameters(cls) -> type[Filters]:
        editions = {} if cls.no_editions else edition_parameter()
        return asking(cls.filters, **choosing(cls.serializer), **editions, **cls.paging.parameters())

    def answer(self, request: Request) -> HttpResponseBase:
        read_as = read(self.parameters(), request.query_params, self.rows(request.query_params))
        rows, values = self.select(read_as), read_as.asked
        self.strays = [*read_as.strays, *self.missing]
        if self.pinned and isinstance(rows, QuerySet):
            check_pinned(self.pinned, rows.model)
        if request.accepted_renderer.format == "csv":
            return self._as_csv(self.shown(rows), self.serializer(context=self._context(values)), values)
        serializer = serializer_of(self.serializer, self._context(values))
        if self._are_as_everyone_gets_them(rows, values):
            return self._from_kept(cast(QuerySet, rows), values, serializer)
        page = self.paging.cut(self.shown(rows), values, request)
        results = [serializer.to_representation(row) for row in self.dress(page.rows, values)]
        return Response(self.enveloped(page, results))

    def _are_as_everyone_gets_them(self, rows: QuerySet | list, values: dict) -> bool:
        """Whether row JSON depends on edition and host only."""
        if self.pinned or not isinstance(self.paging, NumberedPages) or not isinstance(rows, QuerySet):
            return False
        return not is_chosen(values) and "indent" not in self.request.accepted_media_type

    def _from_kept(self, rows: QuerySet, values: dict, serializer: serializers.Serializer) -> HttpResponse:
        page = self.paging.cut(rows.values_list("pk", flat=True), values, self.request)
        kind, site, as_json = type(serializer), self.request.build_absolute_uri("/"), JSONRenderer().render

        def make(keys: Sequence[tuple]) -> list[tuple]:
            missing = self.shown(rows.filter(pk__in=[number for *_, number in keys]))
            return [((kind, site, row.pk), as_json(serializer.to_representation(row))) for row in missing]

        results = row_cache.get(self.edition, [(kind, site, number) for number in page.rows], make)
        envelope = as_json(self.enveloped(page, []))
        body = envelope.removesuffix(b"]}") + b",".join(results) + b"]}"
        return HttpResponse(body, content_type="application/json")

    @classmethod
    def envelope(cls) -> tuple[str, ...]:
        return cls.paging.envelope

    def dress(self, rows: list, values: dict) -> list:
        return rows

    def enveloped(self, page: ListPage, results: list) -> dict:
        self.links |= {rel: page.envelope[name] for rel, name in PAGES_BESIDE.items() if page.envelope.get(name)}
        unknown = {"unknown": [listed(problem) for problem in self.strays]} if self.strays else {}
        return {**page.envelope, **unknown, "results": results}

    def _context(self, values: dict) -> dict:
        return {"request": self.request, "fields": values.get("fields"), "include": values.get("include", ())}

    def _as_csv(self, rows: QuerySet | list, serializer: Chosen, values: dict) -> StreamingHttpResponse:
        if cut := [name for name in self.paging.parameters() if name in values]:
            raise BadRequest([Problem(name, "not_for_csv", "A .csv has every row; leave this out.") for name in cut])
        if self.strays:  # a table has no place to name them
            raise BadRequest(self.strays)
        _refuse_too_many(rows)
        name = f"rungs-{self.noun}-edition-{self.edition.number if self.edition else 0}.csv"
        lines = csv_lines(cast(serializers.Serializer, serializer), self._dressed(rows, values))
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)

    def _dressed(self, rows: QuerySet | list, values: dict) -> Iterator:
        rows = rows.iterator(ROWS_AT_ONCE) if isinstance(rows, QuerySet) else iter(rows)
        while chunk := list(islice(rows, ROWS_AT_ONCE)):
            yield from self.dress(chunk, values)


class ListViewWithWords(ListView):
    def shown(self, rows: QuerySet | list) -> QuerySet | list:
        return rows.with_words()


def _refuse_too_many(rows: QuerySet | list) -> None:
    many = rows[MOST_CSV_ROWS : MOST_CSV_ROWS + 1]
    if list(many.values("pk") if isinstance(many, QuerySet) else many):
        text = f"A .csv has at most {MOST_CSV_ROWS:,} rows. Narrow the list, or take everything from /download/."
        raise BadRequest([Problem("", "too_many_rows", text)])
