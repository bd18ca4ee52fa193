from django.db import models

from facts.models.curated import Curated
from facts.models.natural import NaturalKeyManager


class Credential(Curated):
    """A diploma, degree, certification or license."""

    class Kind(models.TextChoices):
        DIPLOMA = "diploma", "school diploma"
        CERTIFICATE = "certificate", "certificate of study"
        DEGREE = "degree", "degree"
        CERTIFICATION = "certification", "professional certification"
        LICENCE = "licence", "license"

    natural_key_fields = ("slug",)

    slug = models.SlugField(unique=True, max_length=80, help_text="The name in addresses.")
    name = models.CharField(max_length=150, help_text="“Registered Health Information Technician”.")
    abbreviation = models.CharField(max_length=20, blank=True, help_text="“RHIT”.")
    kind = models.CharField(max_length=20, choices=Kind, help_text="What sort of credential it is.")
    issuer = models.CharField(max_length=150, blank=True, help_text="Who awards it, if a source says so.")
    rank = models.PositiveSmallIntegerField(
        "level",
        default=0,
        help_text="Among awards: 1 diploma, 2 certificate, 3 associate, 4 bachelor, 5 master; 0 for none of them.",
    )

    objects = NaturalKeyManager()

    class Meta:
        ordering = ["rank", "name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.abbreviation})" if self.abbreviation else self.name

    @property
    def short_name(self) -> str:
        """The abbreviation, if there is one."""
        return self.abbreviation or self.name
