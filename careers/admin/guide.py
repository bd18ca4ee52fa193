"""Links from a career to the parts of its guide, with their numbers of rows."""

from typing import Any

from django.contrib.admin import AdminSite, ModelAdmin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from careers.models import Career
from editorial.admin.grid import GridAdmin
from facts.models import Sourced

PART = '<li><a href="{}">{}: {}</a> <a href="{}" class="addlink">Add<span class="visually-hidden"> {}</span></a>{}</li>'
TABLE = ' <a href="{}" class="changelink">{}</a>'


def guide_parts(career: Career, site: AdminSite) -> SafeString:
    models = [model for model in _about_careers() if site.is_registered(model)]
    numbers = _numbers_of_rows(career, models)
    parts = format_html_join("", PART, [_part(career, model, numbers[model], site) for model in models])
    return format_html('<ul class="guide-parts">{}</ul>', parts)


def _part(career: Career, model: type[Sourced], number: int, site: AdminSite) -> tuple:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    listed = reverse(f"{name}_changelist", query={"career__id__exact": career.pk})
    added = reverse(f"{name}_add", query={"career": career.pk})
    tables = _tables(site.get_model_admin(model), career) if number else ""
    return listed, capfirst(model._meta.verbose_name_plural), number, added, model._meta.verbose_name, tables


def _tables(model_admin: ModelAdmin, career: Career) -> SafeString:
    tables = model_admin.tables_of(career__id__exact=career.pk) if isinstance(model_admin, GridAdmin) else []
    return format_html_join("", TABLE, [(url, name) for name, url in tables])


def _about_careers() -> list[type[Sourced]]:
    relations = [relation for relation in Career._meta.related_objects if relation.field.name == "career"]
    return [relation.related_model for relation in relations if issubclass(relation.related_model, Sourced)]


def _numbers_of_rows(career: Career, models: list[type[Sourced]]) -> dict[type[Sourced], int]:
    # One query, however many kinds there are.
    counts = {f"rows_{number}": Subquery(_count_of(model)) for number, model in enumerate(models)}
    values: dict[str, Any] = dict(Career.objects.filter(pk=career.pk).values(**counts).get())
    return {model: values[f"rows_{number}"] or 0 for number, model in enumerate(models)}


def _count_of(model: type[Sourced]) -> QuerySet:
    rows = model._default_manager.filter(career=OuterRef("pk")).order_by()
    return rows.values("career").annotate(rows=Count("pk")).values("rows")
