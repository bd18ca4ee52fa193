from django.core.exceptions import ValidationError
from django.db import models

from careers.models.career import Career
from facts.models.curated import Curated
from facts.models.natural import NaturalKeyManager


class FormerSlug(Curated):
    """An earlier address of a career, which leads to its page now."""

    natural_key_fields = ("slug",)

    slug = models.SlugField(
        unique=True, max_length=80, help_text="The earlier name in addresses, which leads to the career’s page now."
    )
    career = models.ForeignKey(
        Career, on_delete=models.CASCADE, related_name="former_slugs", help_text="The career that it leads to."
    )

    objects = NaturalKeyManager()

    class Meta:
        ordering = ["slug"]
        verbose_name = "earlier address of a career"
        verbose_name_plural = "earlier addresses of careers"

    def __str__(self) -> str:
        return self.slug

    def clean(self) -> None:
        super().clean()
        if Career.objects.filter(slug=self.slug).exists():
            raise ValidationError({"slug": "A career has this address now."})
