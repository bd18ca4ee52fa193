from datetime import date
from typing import Self

from django.db import models

from careers.models.field import Field
from careers.models.occupation import Occupation
from facts.addresses import address_of
from facts.figure import Named
from facts.models.curated import Curated
from facts.models.natural import NaturalKeyManager


class CareerQuerySet(models.QuerySet):
    def due_for_review(self, today: date) -> Self:
        return self.filter(review_by__lte=today).order_by("review_by", "pk")

    def titled(self, words: str) -> Self:
        """By title or alternate title, in any case."""
        holds = models.Q(title__icontains=words) | models.Q(alternate_titles__title__icontains=words)
        return self.filter(holds).distinct()


class Career(Curated):
    """A title that people use for their work."""

    natural_key_fields = ("slug",)

    slug = models.SlugField(unique=True, max_length=80, help_text="The name in addresses; a new one leaves a redirect.")
    title = models.CharField(
        max_length=120, unique=True, help_text="As people say it: “Medical Records Administrator”."
    )
    summary = models.CharField(max_length=400, help_text="What you do, in a sentence or two of our own.")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="careers", help_text="The field of work.")
    review_by = models.DateField(
        null=True,
        blank=True,
        help_text="The day by which an editor looks the guide through again; readers do not see it.",
    )
    occupations = models.ManyToManyField(
        Occupation,
        through="OccupationMatch",
        related_name="careers",
        blank=True,
        help_text="The groups that statistics count it in.",
    )

    objects = NaturalKeyManager.from_queryset(CareerQuerySet)()

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                name="career_has_title_and_summary",
                condition=~models.Q(title="") & ~models.Q(summary=""),
                violation_error_message="A career needs a title and a summary.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of("career", self.slug)

    @property
    def belongs_to_career(self) -> "Career":
        """Changes to a career are changes to its guide."""
        return self

    @property
    def named(self) -> Named:
        return Named(self.slug, self.title, self.get_absolute_url())
