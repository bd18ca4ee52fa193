from django.db import models

from facts.figure import Named
from facts.models.arriving import ArrivedManager, Arriving


class Place(Arriving):
    class Kind(models.TextChoices):
        COUNTRY = "country", "country"
        STATE = "state", "state or territory"
        METRO = "metro", "metropolitan area"
        NONMETRO = "nonmetro", "nonmetropolitan area"
        REGION = "region", "region"

    natural_key_fields = ("code",)

    code = models.CharField(
        max_length=20,
        unique=True,
        help_text="ISO 3166 for countries and states (“US”, “US-CA”), the publisher’s code below.",
    )
    name = models.CharField(max_length=150, help_text="“United States”.")
    kind = models.CharField(max_length=10, choices=Kind, help_text="What sort of place it is.")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts", help_text="The place it lies in."
    )

    objects = ArrivedManager()
    everything = models.Manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def named(self) -> Named:
        return Named(self.code, self.name)
