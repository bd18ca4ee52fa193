import zlib
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q


class RenderingQuerySet(models.QuerySet["Rendering"]):
    def of(self, name: str, digest: str, today: date) -> Self:
        return self.filter(Q(until=None) | Q(until__gt=today), name=name, digest=digest)

    def put(self, row: Any) -> None:
        fields = ["digest", "until", "packed"]
        self.bulk_create([row], update_conflicts=True, unique_fields=["name"], update_fields=fields)


class Rendering(models.Model):
    """Good for whoever has the same digest, so no edit makes it stale."""

    name = models.CharField(max_length=200, unique=True, help_text="What it is a form of, and which form.")
    digest = models.CharField(
        max_length=64, help_text="Of all that it was made from: documents, code, templates, settings."
    )
    until = models.DateField(null=True, blank=True, help_text="The first day on which it says something else.")
    packed = models.BinaryField(help_text="Its text, compressed.")

    objects = RenderingQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.name

    @property
    def text(self) -> str:
        return zlib.decompress(self.packed).decode()

    @text.setter
    def text(self, text: str) -> None:
        self.packed = zlib.compress(text.encode(), 6)
