from django.db import models

from facts.models.curated import Curated
from facts.models.natural import NaturalKeyManager
from facts.models.source import Source


class Sourced(Curated):
    key = models.SlugField(
        unique=True,
        max_length=120,
        help_text="Made from the source and the place in it; the permanent address, never changed.",
    )
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", help_text="Who says so.")
    locator = models.CharField(
        "where in the source", max_length=200, help_text="Section, table, row: “Career ladder, level 2”."
    )

    objects = NaturalKeyManager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_has_key_and_locator",
                condition=~models.Q(key="") & ~models.Q(locator=""),
                violation_error_message="A row needs a key and a place in its source.",
            ),
        ]
