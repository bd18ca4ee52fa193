from collections.abc import Callable
from functools import update_wrapper
from itertools import groupby, islice
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import models
from django.db.models import Count, Value
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import SimpleLazyObject

from accounts import second_factor
from accounts import urls as account_urls
from editorial.editing_guide import editing_guide
from editorial.field_help import help_with_fields
from editorial.finding import search_desk, uses_of
from editorial.queue import Queue, QueueHeading, queue_named, queues_for
from editorial.signing_in_again import is_left_open, sign_in_again
from facts.unions import united

MOST_ITEMS = 200


class Desk(admin.AdminSite):
    site_title = "Rungs, the editors’ desk"
    site_header = "Rungs, the editors’ desk"
    index_title = "The desk"
    index_template = "admin/desk.html"
    enable_nav_sidebar = False  # tables need the width

    def admin_view(self, view: Callable, cacheable: bool = False) -> Any:
        def refusing(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if any("\0" in value for values in request.GET.lists() for value in (values[0], *values[1])):
                raise BadRequest("No address has a NUL in it.")
            if is_left_open(request):
                return sign_in_again(request, self.each_context(request), lambda: whole(request, *args, **kwargs))
            if _is_owed(request):
                return redirect("admin:second-factor")
            return whole(request, *args, **kwargs)

        whole = super().admin_view(view, cacheable)
        return update_wrapper(refusing, view)

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and not _is_owed(request)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        from accounts.views.sign_in import SignInView

        if request.method == "GET" and self.has_permission(request):
            return redirect("admin:index")
        request.current_app = self.name  # type: ignore[attr-defined]
        return SignInView.as_view()(request)

    def get_urls(self) -> list:
        return [
            *account_urls.desk,
            path("queues/<slug:slug>/", self.admin_view(self.queue_view), name="queue"),
            path("search/", self.admin_view(self.search_view), name="search"),
            path("help/", self.admin_view(self.help_view), name="help"),
            path("uses/<slug:app_label>/<slug:model_name>/<int:number>/", self.admin_view(self.uses_view), name="uses"),
            path("kept/", self.admin_view(self.keep_view), name="kept"),
            *super().get_urls(),
        ]

    def search_view(self, request: HttpRequest) -> HttpResponse:
        from editorial.admin.drafted import shown_as_drafted

        return shown_as_drafted(request, self._searched)  # type: ignore[return-value]

    def _searched(self, request: HttpRequest) -> TemplateResponse:
        words = " ".join(request.GET.get("q", "").split())[:200]
        found = search_desk(self, request, words)
        nothing = "Nothing is found." if words else "Type at least two letters."
        return self._listed(request, "Search everything", found, nothing, words=words)

    def uses_view(self, request: HttpRequest, app_label: str, model_name: str, number: int) -> HttpResponse:
        from editorial.admin.drafted import shown_as_drafted

        return shown_as_drafted(request, self._used, app_label, model_name, number)  # type: ignore[return-value]

    def _used(self, request: HttpRequest, app_label: str, model_name: str, number: int) -> TemplateResponse:
        try:
            model = apps.get_model(app_label, model_name)
        except LookupError:
            raise Http404("There is no such kind of row.") from None
        if not self.is_registered(model) or not self.get_model_admin(model).has_view_permission(request):
            raise PermissionDenied
        row = get_object_or_404(model._base_manager, pk=number)
        return self._listed(request, f"What uses {row}", list(uses_of(row)), "Nothing uses it.")

    def _listed(self, request: HttpRequest, title: str, found: list, nothing: str, **more: Any) -> TemplateResponse:
        context = {**self.each_context(request), "title": title, "found": found, "nothing": nothing, **more}
        return TemplateResponse(request, "admin/search.html", context)

    def help_view(self, request: HttpRequest) -> HttpResponse:
        context = {**self.each_context(request), "title": "How to edit", "guide": editing_guide()}
        context["rows"] = help_with_fields(self)
        return TemplateResponse(request, "admin/help.html", context)

    def keep_view(self, request: HttpRequest) -> HttpResponse:
        from editorial.admin.kept import keep_view

        return keep_view(request)

    def each_context(self, request: HttpRequest) -> Any:
        from editorial.admin.kept import new_token

        own = {"current_draft": _current_draft(request), "review": settings.REVIEW, "once": new_token()}
        return {**super().each_context(request), **own}

    def autocomplete_view(self, request: HttpRequest) -> Any:
        from editorial.admin.drafted import shown_as_drafted

        return shown_as_drafted(request, super().autocomplete_view)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> Any:
        """Made where it is looked at: every page's context has it, and hardly any shows it."""
        labels = [app_label] if app_label else [config.label for config in apps.get_app_configs()]

        def made() -> list[dict[str, Any]]:
            rooms = self._build_app_dict(request)
            return [rooms[label] for label in labels if label in rooms]

        return SimpleLazyObject(made)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        rooms = self.get_app_list(request)
        record = [kind for room in rooms for kind in room["models"] if self._is_record(kind)]
        edited = [room | {"models": [kind for kind in room["models"] if kind not in record]} for room in rooms]
        cards = [*edited, {"name": "The record, as it was imported and published", "models": record}]
        kinds = [kind for card in cards for kind in card["models"]]
        counted = _counts([kind["model"] for kind in kinds if self._is_counted(kind["model"])])
        for kind in kinds:
            kind["rows"] = counted.get(kind["model"]._meta.label)
        from editorial.feed import feed_address

        shown = {
            "app_list": [card for card in cards if card["models"]],
            "queues": _queues(request.user),
            "feed": feed_address(request.user),
        }
        return super().index(request, shown | (extra_context or {}))

    def queue_view(self, request: HttpRequest, slug: str) -> HttpResponse:
        queue = queue_named(slug)
        if queue is None or queue.items is None:
            raise Http404("There is no such queue on the desk.")
        if not request.user.has_perm(queue.permission):
            raise PermissionDenied
        context = {
            **self.each_context(request),
            "title": queue.title,
            "queue": queue,
            "items": list(islice(queue.items(), MOST_ITEMS)),
            "more": queue.count(request.user) - MOST_ITEMS,
        }
        return TemplateResponse(request, "admin/queue.html", context)

    def _is_record(self, kind: Any) -> bool:
        return getattr(self.get_model_admin(kind["model"]), "is_record", False)

    def _is_counted(self, model: type[models.Model]) -> bool:
        return getattr(self.get_model_admin(model), "is_counted", True)


def _is_owed(request: HttpRequest) -> bool:
    """Whoever owes it may still log out."""
    return request.path != reverse("admin:logout") and second_factor.is_owed(request)


def _counts(models: Any) -> dict[str, int]:
    if not models:
        return {}
    counts = [
        model._default_manager.order_by().values_list(Value(model._meta.label)).annotate(Count("pk"))
        for model in models
    ]
    return dict(united(counts, every=True))


def _queues(user: Any) -> list[tuple[QueueHeading, list[tuple[Queue, int, str]]]]:
    grouped = groupby(queues_for(user), key=lambda queue: queue.heading)
    return [
        (heading, [(queue, queue.count(user), _address(queue, user)) for queue in queues])
        for heading, queues in grouped
    ]


def _address(queue: Queue, user: Any) -> str:
    return queue.address(user) if queue.address else reverse("admin:queue", args=[queue.slug])


def _current_draft(request: HttpRequest) -> Any:
    # The admin's parts are imported once the models are there.
    from editorial.admin.drafted import current_draft

    return current_draft(request)
