from collections.abc import Mapping
from copy import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.text import capfirst

from editorial.admin.doubts import DoubtingForm
from editorial.admin.form import CuratedForm
from editorial.admin.formset import CuratedFormSet
from editorial.admin.why import WhyForm

ROWS = 100


class GridForm(DoubtingForm, CuratedForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.setdefault("aria-label", capfirst(str(field.label)))

    #: What tells a row from the others of the table, in words.
    named = staticmethod(str)

    @property
    def what(self) -> str:
        return "A row that is gone" if self.instance._state.adding else self.named(self.instance)


class TableFormSet(CuratedFormSet):
    why: WhyForm

    def clean(self) -> Any:
        super().clean()
        if self.why.wrong:
            raise ValidationError(f"Nothing was saved. {self.why.wrong}")


class GridAdmin:
    """A list that may be edited as one table of the columns in `grid`, each row checked as on its own form."""

    grid: tuple[str, ...] = ()
    #: The order of the table's rows; the list's where none is named.
    grid_ordering: tuple[str, ...] = ()
    #: The tables that a source prints, by name: which rows of the list each one has.
    tables: Mapping[str, Mapping[str, Any]] = {}

    def named_in_table(self, row: Any) -> str:
        return str(row)

    def tables_of(self, **narrowed: Any) -> list[tuple[str, str]]:
        url = f"admin:{self.opts.app_label}_{self.opts.model_name}_grid"
        return [(name, reverse(url, query={**narrowed, **rows})) for name, rows in self.tables.items()]

    def get_urls(self) -> list:
        name = f"{self.opts.app_label}_{self.opts.model_name}_grid"
        return [path("grid/", self.admin_site.admin_view(self.grid_view), name=name), *super().get_urls()]

    def grid_view(self, request: HttpRequest) -> HttpResponse:
        table = copy(self)
        table.list_editable, table.list_display = self.grid, ("__str__", *self.grid)
        table.list_display_links, table.list_per_page, table.actions = ("__str__",), ROWS, None
        table.change_list_template, table.ordering = "admin/grid.html", self.grid_ordering or self.ordering
        columns = [(name, self.opts.get_field(name)) for name in self.grid]
        title = f"{capfirst(self.opts.verbose_name_plural)} as a table"
        why = WhyForm(request.POST or None)
        return table.changelist_view(request, {"title": title, "why": why, "columns": columns})

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        named = type("RowForm", (GridForm,), {"named": staticmethod(self.named_in_table)})
        return super().get_changelist_form(request, form=named, **kwargs)

    def get_changelist_formset(self, request: HttpRequest, **kwargs: Any) -> Any:
        formset = type("TableFormSet", (TableFormSet,), {"why": WhyForm(request.POST or None)})
        return super().get_changelist_formset(request, formset=formset, **kwargs)
