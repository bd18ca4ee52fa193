"""Rows that come with a release and are shared with others: occupations, places, industries, sources."""

from django.db import models

from facts.models.curated import Curated
from facts.models.natural import NaturalKeyManager


class ArrivedManager(NaturalKeyManager):
    """Leaves out what an unfinished import has made, so that no reader meets it."""

    def get_queryset(self):
        """Rows that are there for everyone."""
        return super().get_queryset().filter(arriving_with__isnull=True)


class Arriving(Curated):
    """A row that an import may make: out of sight until the release that it comes with is ready.

    A model's `objects` is made from ArrivedManager; `everything` is for the import itself.
    """

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
