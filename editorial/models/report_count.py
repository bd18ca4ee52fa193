from typing import Any

from django.db import models


class ReportCountQuerySet(models.QuerySet):
    def before(self, window: Any) -> Any:
        return self.filter(window__lt=window)


class ReportCount(models.Model):
    """Reports from one network address in one window of time; the address is hashed."""

    address = models.CharField(max_length=64, help_text="The address and the window, hashed with the site’s own key.")
    window = models.DateTimeField(help_text="When the window begins (UTC).")
    reports = models.PositiveIntegerField(default=0, help_text="How many have come in it.")

    objects = ReportCountQuerySet.as_manager()

    class Meta:
        ordering = ["-window", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="report_count_once_a_window",
                fields=["address", "window"],
                violation_error_message="The address is counted in this window already.",
            ),
        ]
        indexes = [models.Index(name="report_count_by_window", fields=["window"])]

    def __str__(self) -> str:
        return f"{self.reports} since {self.window:%Y-%m-%d %H:%M}"
