"""A list as a table in which every number can be written into, with the keyboard alone."""

from copy import copy

from django.urls import path
from django.utils.text import capfirst

from facts.admin.doubts import DoubtingForm
from facts.admin.form import CuratedForm
from facts.admin.formset import CuratedFormSet
from facts.admin.why import WhyForm

ROWS = 100


class GridForm(DoubtingForm, CuratedForm):
    """One row of the table; its fields are named after their columns, whose heads not every reader finds."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.setdefault("aria-label", capfirst(str(field.label)))

    @property
    def what(self) -> str:
        """What the row is called."""
        return "A row that is gone" if self.instance._state.adding else str(self.instance)


class GridAdmin:
    """An admin whose list may also be edited as one table, of the columns that `grid` names.

    Each row is checked as on its own form, and saved in the version in which it was seen.
    """

    grid: tuple[str, ...] = ()

    def get_urls(self):
        """With the address of the list as a table."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_grid"
        return [path("grid/", self.admin_site.admin_view(self.grid_view), name=name), *super().get_urls()]

    def grid_view(self, request):
        """The list, filtered as ever, as a table to be written into."""
        table = copy(self)
        table.list_editable, table.list_display = self.grid, ("__str__", *self.grid)
        table.list_display_links, table.list_per_page, table.actions = ("__str__",), ROWS, None
        table.change_list_template = "admin/grid.html"
        columns = [(name, self.opts.get_field(name)) for name in self.grid]
        return table.changelist_view(request, {"why": WhyForm(), "columns": columns})

    def get_changelist_form(self, request, **kwargs):
        """The form of a row in the table."""
        return super().get_changelist_form(request, form=GridForm, **kwargs)

    def get_changelist_formset(self, request, **kwargs):
        """The rows of the table."""
        return super().get_changelist_formset(request, formset=CuratedFormSet, **kwargs)
