from django.db import models

from facts.models.curated import Curated
from facts.models.natural import NaturalKeyManager


class Field(Curated):
    natural_key_fields = ("slug",)

    slug = models.SlugField(unique=True, max_length=80, help_text="The name in addresses.")
    name = models.CharField(max_length=80, help_text="“Health records”.")

    objects = NaturalKeyManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
