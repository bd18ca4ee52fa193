from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from editorial.models import Draft


class OneChoice(admin.SimpleListFilter):
    choice: tuple[str, str]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return [self.choice]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return self.chosen(request, queryset) if self.value() == self.choice[0] else queryset

    def chosen(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        raise NotImplementedError


class ByAge(OneChoice):
    title = "age"
    parameter_name = "age"
    choice = ("old", "grown old")

    def chosen(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.grown_old(timezone.now().date())


class ByAddress(OneChoice):
    title = "address"
    parameter_name = "address"
    choice = ("none", "none that works")

    def chosen(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.without_address()


class ByWhose(OneChoice):
    title = "whose"
    parameter_name = "of"
    choice = ("mine", "mine, not public yet")

    def chosen(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(state__in=[Draft.State.OPEN, Draft.State.WAITING]).written_by(request.user)


class BySentBack(OneChoice):
    title = "sent back"
    parameter_name = "back"
    choice = ("yes", "and being mended")

    def chosen(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.sent_back()


class ByWaiting(OneChoice):
    title = "waiting"
    parameter_name = "is"
    choice = ("waiting", "waits for an editor")

    def chosen(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.waiting()
