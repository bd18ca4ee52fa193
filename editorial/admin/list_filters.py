from django.contrib import admin
from django.utils import timezone

from editorial.models import Draft


class OneChoice(admin.SimpleListFilter):
    choice: tuple[str, str]

    def lookups(self, request, model_admin):
        return [self.choice]

    def queryset(self, request, queryset):
        return self.chosen(request, queryset) if self.value() == self.choice[0] else queryset

    def chosen(self, request, queryset):
        raise NotImplementedError


class ByAge(OneChoice):
    title = "age"
    parameter_name = "age"
    choice = ("old", "grown old")

    def chosen(self, request, queryset):
        return queryset.grown_old(timezone.now().date())


class ByAddress(OneChoice):
    title = "address"
    parameter_name = "address"
    choice = ("none", "none that works")

    def chosen(self, request, queryset):
        return queryset.without_address()


class ByWhose(OneChoice):
    title = "whose"
    parameter_name = "of"
    choice = ("mine", "mine, not public yet")

    def chosen(self, request, queryset):
        return queryset.filter(author=request.user, state__in=[Draft.State.OPEN, Draft.State.WAITING])


class ByWaiting(OneChoice):
    title = "waiting"
    parameter_name = "is"
    choice = ("waiting", "waits for an editor")

    def chosen(self, request, queryset):
        return queryset.waiting()
