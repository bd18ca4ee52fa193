from django.db import models

from facts.figure import Named
from facts.models.arriving import ArrivedManager, Arriving


class Industry(Arriving):
    class Scheme(models.TextChoices):
        NAICS = "naics", "NAICS"
        GUIDE = "guide", "a guide’s own words"

    ALL = "000000"
    natural_key_fields = ("code",)

    code = models.CharField(max_length=40, unique=True, help_text="The NAICS code, or a slug of a guide’s own words.")
    name = models.CharField(max_length=200, help_text="“Offices of physicians”.")
    scheme = models.CharField(
        max_length=10, choices=Scheme, default=Scheme.NAICS, help_text="Where the code comes from."
    )

    objects = ArrivedManager()
    everything = models.Manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "industries"

    def __str__(self) -> str:
        return self.name

    @property
    def named(self) -> Named:
        return Named(self.code, self.name)
