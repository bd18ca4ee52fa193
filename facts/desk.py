"""The editors' desk as a whole."""

from functools import update_wrapper

from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import BadRequest


class Desk(admin.AdminSite):
    """The admin of Rungs: its rooms, and in each what editors keep there and how many; last, the record."""

    site_title = "Rungs, the editors’ desk"
    site_header = "Rungs, the editors’ desk"
    index_title = "What is kept here"
    index_template = "admin/desk.html"
    enable_nav_sidebar = False  # tables need the width

    def admin_view(self, view, cacheable=False):
        """The view for those who may come to the desk; no address with a NUL, which no database takes, gets to it."""

        def refusing(request, *args, **kwargs):
            if any("\0" in value for values in request.GET.lists() for value in (values[0], *values[1])):
                raise BadRequest("No address has a NUL in it.")
            return view(request, *args, **kwargs)

        return super().admin_view(update_wrapper(refusing, view), cacheable)

    def each_context(self, request):
        """What every page of the desk knows: also the draft that its user is working in."""
        return {**super().each_context(request), "current_draft": _current_draft(request), "review": settings.REVIEW}

    def autocomplete_view(self, request):
        """What is offered while one types, as the user's draft would have it."""
        from facts.admin.drafted import shown_as_drafted

        return shown_as_drafted(request, super().autocomplete_view)

    def get_app_list(self, request, app_label=None):
        """The rooms from the ground up, the models of each in the order in which a reader meets them."""
        rooms = self._build_app_dict(request)
        labels = [app_label] if app_label else [config.label for config in apps.get_app_configs()]
        return [rooms[label] for label in labels if label in rooms]

    def index(self, request, extra_context=None):
        """The desk's first page, with how many rows there are of each kind that can be counted at once."""
        rooms = self.get_app_list(request)
        record = [kind for room in rooms for kind in room["models"] if self._is_record(kind)]
        edited = [room | {"models": [kind for kind in room["models"] if kind not in record]} for room in rooms]
        cards = [*edited, {"name": "The record, as it was imported and published", "models": record}]
        for kind in (kind for card in cards for kind in card["models"]):
            kind["rows"] = self._count(kind["model"])
        return super().index(request, {"app_list": [card for card in cards if card["models"]]} | (extra_context or {}))

    def _is_record(self, kind):
        return getattr(self.get_model_admin(kind["model"]), "is_record", False)

    def _count(self, model):
        is_counted = getattr(self.get_model_admin(model), "is_counted", True)
        return model._default_manager.count() if is_counted else None


def _current_draft(request):
    # The admin's parts are imported once the models are there.
    from facts.admin.drafted import current_draft

    return current_draft(request)
