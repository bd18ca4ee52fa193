from typing import Any

from django.db import models
from django.utils import timezone


class LinkCheckQuerySet(models.QuerySet):
    def broken(self) -> Any:
        """Those that did not answer twice in a row: once may be chance."""
        return self.filter(failures__gte=2)


class LinkCheck(models.Model):
    """What an address of the web answered when it was last looked up."""

    url = models.URLField("address", max_length=500, unique=True, help_text="The address.")
    answer = models.CharField(max_length=200, help_text="What it answered: “200 OK”, or why it did not.")
    failures = models.PositiveIntegerField(default=0, help_text="How many times in a row it has not answered.")
    checked_at = models.DateTimeField("checked", default=timezone.now, help_text="When it was looked up last (UTC).")

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-failures", "url"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.url}: {self.answer}"
