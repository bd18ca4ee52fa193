from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from editorial.admin.form import CuratedForm
from editorial.admin.formfields import DeskFields
from editorial.admin.formset import CuratedInlineFormSet
from editorial.admin.history import HistoryAdmin
from editorial.admin.publishing import PublishingAdmin
from editorial.admin.sheets import SheetAdmin


class CuratedAdmin(SheetAdmin, DeskFields, PublishingAdmin, HistoryAdmin):
    """Rows with review, history and sheets. `list_select_related` is read along on every page."""

    #: What a row is known by for good: filled in once.
    fixed = ("slug",)
    save_on_top = True
    list_per_page = 50

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        readonly = super().get_readonly_fields(request, obj)
        return (*readonly, *self.fixed) if obj else readonly

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        related = self.list_select_related
        return super().get_queryset(request).select_related(*related) if related else super().get_queryset(request)


class CuratedInline(DeskFields, admin.options.InlineModelAdmin):
    form = CuratedForm
    formset = CuratedInlineFormSet
    extra = 0
    view_on_site = False
    #: What a row's name is made from.
    select_related: tuple[str, ...] = ()

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        [(name, options), *more] = super().get_fieldsets(request, obj)
        return [(name, {**options, "fields": [*options["fields"], "version_read"]}), *more]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        related = self.select_related
        return super().get_queryset(request).select_related(*related) if related else super().get_queryset(request)
