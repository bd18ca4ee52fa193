"""A list as a table in which every number can be written into, with the keyboard alone."""

from collections.abc import Mapping
from copy import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import path, reverse
from django.utils.text import capfirst

from editorial.admin.doubts import DoubtingForm
from editorial.admin.form import CuratedForm
from editorial.admin.formset import CuratedFormSet
from editorial.admin.why import WhyForm

ROWS = 100


class GridForm(DoubtingForm, CuratedForm):
    """One row of the table; its fields are named after their columns, whose heads not every reader finds."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.setdefault("aria-label", capfirst(str(field.label)))

    #: What tells a row from the others of the table, in words.
    named = staticmethod(str)

    @property
    def what(self) -> str:
        """What the row is called."""
        return "A row that is gone" if self.instance._state.adding else self.named(self.instance)


class TableFormSet(CuratedFormSet):
    """The rows of a table, and `why` they are changed, which has to make sense as well."""

    why: WhyForm

    def clean(self):
        """Refuse to save rows for a reason that cannot be kept."""
        super().clean()
        if self.why.wrong:
            raise ValidationError(f"Nothing was saved. {self.why.wrong}")


class GridAdmin:
    """An admin whose list may also be edited as one table, of the columns that `grid` names.

    Each row is checked as on its own form, and saved in the version in which it was seen.
    """

    grid: tuple[str, ...] = ()
    #: The order of the table's rows; the list's where none is named.
    grid_ordering: tuple[str, ...] = ()
    #: The tables that a source prints, by name: which rows of the list each one has.
    tables: Mapping[str, Mapping[str, Any]] = {}

    def named_in_table(self, row) -> str:
        """What tells a row from the others of a table."""
        return str(row)

    def tables_of(self, **narrowed) -> list[tuple[str, str]]:
        """Each table by name, with the address of the rows in it that are `narrowed` so."""
        url = f"admin:{self.opts.app_label}_{self.opts.model_name}_grid"
        return [(name, reverse(url, query={**narrowed, **rows})) for name, rows in self.tables.items()]

    def get_urls(self):
        """With the address of the list as a table."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_grid"
        return [path("grid/", self.admin_site.admin_view(self.grid_view), name=name), *super().get_urls()]

    def grid_view(self, request):
        """The list, filtered as ever, as a table to be written into."""
        table = copy(self)
        table.list_editable, table.list_display = self.grid, ("__str__", *self.grid)
        table.list_display_links, table.list_per_page, table.actions = ("__str__",), ROWS, None
        table.change_list_template, table.ordering = "admin/grid.html", self.grid_ordering or self.ordering
        columns = [(name, self.opts.get_field(name)) for name in self.grid]
        title = f"{capfirst(self.opts.verbose_name_plural)} as a table"
        why = WhyForm(request.POST or None)
        return table.changelist_view(request, {"title": title, "why": why, "columns": columns})

    def get_changelist_form(self, request, **kwargs):
        """The form of a row in the table."""
        named = type("RowForm", (GridForm,), {"named": staticmethod(self.named_in_table)})
        return super().get_changelist_form(request, form=named, **kwargs)

    def get_changelist_formset(self, request, **kwargs):
        """The rows of the table."""
        told = type("TableFormSet", (TableFormSet,), {"why": WhyForm(request.POST or None)})
        return super().get_changelist_formset(request, formset=told, **kwargs)
