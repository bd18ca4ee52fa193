from django.db import models

from facts.models.curated import Curated
from facts.models.natural import NaturalKeyManager


class ArrivedManager(NaturalKeyManager):
    """Hides rows of unfinished imports."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(arriving_with__isnull=True)


class Arriving(Curated):
    """Hidden until its release is ready. Imports use `everything`."""

    name_field = "name"

    arriving_with = models.ForeignKey(
        "facts.Release",
        on_delete=models.CASCADE,
        null=True,
        editable=False,
        related_name="+",
        help_text="The release whose unfinished import has made the row; none once readers may see it.",
    )

    class Meta:
        abstract = True
