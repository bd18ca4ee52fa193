"""What lists of the desk are narrowed by besides their fields: each of these is a pile of the desk's first page."""

from django.contrib import admin
from django.utils import timezone

from editorial.models import Draft


class OneChoice(admin.SimpleListFilter):
    """A filter with one choice, or none."""

    choice: tuple[str, str]

    def lookups(self, request, model_admin):
        """The one."""
        return [self.choice]

    def queryset(self, request, queryset):
        """The rows that are chosen."""
        return self.chosen(request, queryset) if self.value() == self.choice[0] else queryset

    def chosen(self, request, queryset):
        """The rows that the choice leaves."""
        raise NotImplementedError


class ByAge(OneChoice):
    """Statements that have grown old."""

    title = "age"
    parameter_name = "age"
    choice = ("old", "grown old")

    def chosen(self, request, queryset):
        """Those that still stand although what they speak of ended years ago."""
        return queryset.grown_old(timezone.now().date())


class ByAddress(OneChoice):
    """Sources that cannot be looked up."""

    title = "address"
    parameter_name = "address"
    choice = ("none", "none that works")

    def chosen(self, request, queryset):
        """Those of which no address of the web is given."""
        return queryset.without_address()


class ByWhose(OneChoice):
    """Drafts of whoever looks that are not public yet."""

    title = "whose"
    parameter_name = "of"
    choice = ("mine", "mine, not public yet")

    def chosen(self, request, queryset):
        """One's own that may still become public."""
        return queryset.filter(author=request.user, state__in=[Draft.State.OPEN, Draft.State.WAITING])


class ByWaiting(OneChoice):
    """Reports that nobody has dealt with."""

    title = "waiting"
    parameter_name = "is"
    choice = ("waiting", "waits for an editor")

    def chosen(self, request, queryset):
        """Those that are open, or whose draft was given up."""
        return queryset.waiting()
