"""Every address that Rungs answers to, as its routes name them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.urls import URLPattern, get_resolver

from accounts.models import SignIn
from editorial.admin import draft, report
from editorial.admin.record import RecordAdmin
from editorial.admin.release import ReleaseAdmin
from editorial.models import Draft, Report

#: What may be done with a row, beside editing it.
ACTS = {Draft: tuple(draft._ACTS), Report: tuple(report._ACTS)}

_ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")
_OF_MODEL = re.compile(r"^/admin/(\w+)/(\w+)/")


@dataclass(frozen=True)
class Address:
    """A route, such as `/admin/salaries/salary/<object_id>/change/`, and the model whose rows it is about, if one.

    `is_own` where the draft it is about is that of whoever asks.
    """

    route: str
    model: Any = None
    is_own: bool = False

    @property
    def kind(self) -> str:
        """The route with the kind of its model in place of the model: all guide rows are treated alike."""
        if not self.model:
            return self.route
        return _OF_MODEL.sub(f"/admin/[{'own ' if self.is_own else ''}{kind_of(self.model)}]/", self.route)

    @property
    def act(self) -> str:
        """What would be done with a row, beside editing it."""
        return self.route.partition("/do/")[2].strip("/")

    def filled_in(self, arguments: dict[str, Any]) -> str:
        """The address with its arguments put in."""
        return _ARGUMENT.sub(lambda found: str(arguments[found[1]]), self.route)


def kind_of(model) -> str:
    """How the desk treats the model's rows."""
    kept = admin.site._registry[model]
    if model in (User, Group):
        return "account"
    if model is SignIn:
        return "sign-in"
    if model in ACTS:
        return model._meta.model_name
    if isinstance(kept, RecordAdmin):
        return "record"
    return "release" if isinstance(kept, ReleaseAdmin) else "edited"


def all_addresses() -> list[Address]:
    """Every route there is; the things that may be done with a row one by one, and with one's own draft once more."""
    found: list[Address] = []
    models = {(model._meta.app_label, model._meta.model_name): model for model in admin.site._registry}
    for route in _routes(get_resolver().url_patterns, "/"):
        of_model = _OF_MODEL.match(route)
        model = models.get(of_model.groups()) if of_model else None
        if "<act>" in route:
            whose = (False, True) if model is Draft else (False,)
            found += [Address(route.replace("<act>", act), model, own) for own in whose for act in ACTS[model]]
        else:
            found.append(Address(route, model))
    return found


def _routes(patterns, above: str) -> Iterator[str]:
    for entry in patterns:
        route = above + _plain(str(entry.pattern))
        if isinstance(entry, URLPattern):
            yield route
        else:
            yield from _routes(entry.url_patterns, route)


def _plain(route: str) -> str:
    """The route with its arguments as `<name>`, whether it was written as a path or as a regular expression."""
    route = re.sub(r"\(\?P<(\w+)>[^()]*\)", r"<\1>", route.removeprefix("^").removesuffix("$").removesuffix("\\Z"))
    return _ARGUMENT.sub(r"<\1>", route)
