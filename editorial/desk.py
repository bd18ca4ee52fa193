"""The editors' desk as a whole."""

from functools import update_wrapper
from itertools import groupby

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Count, Value
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse

from editorial.queues import Heading, Pile, pile_named, piles_for
from facts.unions import united

MOST_THINGS = 200


class Desk(admin.AdminSite):
    """The admin of Rungs: what waits for an editor; the rooms, and in each what is kept there; last, the record."""

    site_title = "Rungs, the editors’ desk"
    site_header = "Rungs, the editors’ desk"
    index_title = "The desk"
    index_template = "admin/desk.html"
    enable_nav_sidebar = False  # tables need the width

    def admin_view(self, view, cacheable=False):
        """The view for those who may come to the desk; no address with a NUL, which no database takes, gets to it."""

        def refusing(request, *args, **kwargs):
            if any("\0" in value for values in request.GET.lists() for value in (values[0], *values[1])):
                raise BadRequest("No address has a NUL in it.")
            return view(request, *args, **kwargs)

        return super().admin_view(update_wrapper(refusing, view), cacheable)

    def get_urls(self):
        """With a page for each pile that lists its own things."""
        return [path("waiting/<slug:slug>/", self.admin_view(self.pile_view), name="pile"), *super().get_urls()]

    def each_context(self, request):
        """What every page of the desk knows: also the draft that its user is working in."""
        return {**super().each_context(request), "current_draft": _current_draft(request), "review": settings.REVIEW}

    def autocomplete_view(self, request):
        """What is offered while one types, as the user's draft would have it."""
        from editorial.admin.drafted import shown_as_drafted

        return shown_as_drafted(request, super().autocomplete_view)

    def get_app_list(self, request, app_label=None):
        """The rooms from the ground up, the models of each in the order in which a reader meets them."""
        rooms = self._build_app_dict(request)
        labels = [app_label] if app_label else [config.label for config in apps.get_app_configs()]
        return [rooms[label] for label in labels if label in rooms]

    def index(self, request, extra_context=None):
        """The desk's first page: the piles, and how many rows there are of each kind that can be counted at once."""
        rooms = self.get_app_list(request)
        record = [kind for room in rooms for kind in room["models"] if self._is_record(kind)]
        edited = [room | {"models": [kind for kind in room["models"] if kind not in record]} for room in rooms]
        cards = [*edited, {"name": "The record, as it was imported and published", "models": record}]
        kinds = [kind for card in cards for kind in card["models"]]
        counted = _counts([kind["model"] for kind in kinds if self._is_counted(kind["model"])])
        for kind in kinds:
            kind["rows"] = counted.get(kind["model"]._meta.label)
        shown = {"app_list": [card for card in cards if card["models"]], "piles": _piles(request.user)}
        return super().index(request, shown | (extra_context or {}))

    def pile_view(self, request, slug):
        """What lies in one pile, thing by thing."""
        pile = pile_named(slug)
        if pile is None or pile.things is None:
            raise Http404("There is no such pile on the desk.")
        if not request.user.has_perm(pile.permission):
            raise PermissionDenied
        things = pile.things()
        context = {
            **self.each_context(request),
            "title": pile.title,
            "pile": pile,
            "things": things[:MOST_THINGS],
            "more": len(things) - MOST_THINGS,
        }
        return TemplateResponse(request, "admin/pile.html", context)

    def _is_record(self, kind):
        return getattr(self.get_model_admin(kind["model"]), "is_record", False)

    def _is_counted(self, model):
        return getattr(self.get_model_admin(model), "is_counted", True)


def _counts(models) -> dict[str, int]:
    """How many rows there are of each of `models`, by its label: one query."""
    if not models:
        return {}
    counts = [
        model._default_manager.order_by().values_list(Value(model._meta.label)).annotate(Count("pk"))
        for model in models
    ]
    return dict(united(counts, every=True))


def _piles(user) -> list[tuple[Heading, list[tuple[Pile, int, str]]]]:
    """The piles that `user` may look through, each with its count and its address, under their headings."""
    grouped = groupby(piles_for(user), key=lambda pile: pile.heading)
    return [(heading, [(pile, pile.count(user), _address(pile, user)) for pile in piles]) for heading, piles in grouped]


def _address(pile: Pile, user) -> str:
    return pile.address(user) if pile.address else reverse("admin:pile", args=[pile.slug])


def _current_draft(request):
    # The admin's parts are imported once the models are there.
    from editorial.admin.drafted import current_draft

    return current_draft(request)
