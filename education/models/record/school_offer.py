from django.db import models

from education.models.record.by_school import BySchoolQuerySet
from facts.models import Released


class SchoolOffer(Released):
    """Awards and distance education of an institution."""

    class Distance(models.TextChoices):
        ALL = "all", "all programs"
        PROGRAMMES = "programmes", "some full programs"
        COURSES = "courses", "some courses, no full program"
        NONE = "none", "none"

    AWARDS = (
        ("certificate-short", "Certificate, under one year"),
        ("certificate-long", "Certificate, one to under two years"),
        ("certificate-longest", "Certificate, two to under four years"),
        ("associate", "Associate’s degree"),
        ("bachelor", "Bachelor’s degree"),
        ("post-bachelor", "Certificate after a bachelor’s degree"),
        ("master", "Master’s degree"),
        ("post-master", "Certificate after a master’s degree"),
        ("doctor", "Doctor’s degree"),
    )
    """What an institution may award, from the shortest up: a short name for addresses, and the words."""

    unit_id = models.PositiveIntegerField(help_text="The publisher’s number of the institution.")
    awards = models.CharField(
        max_length=200, blank=True, help_text="Short names of the awards it offers, each between bars: “|associate|”."
    )
    distance = models.CharField(
        max_length=10, choices=Distance, blank=True, help_text="What can be learned online; blank if not given."
    )

    objects = BySchoolQuerySet.as_manager()

    class Meta(Released.Meta):
        ordering = ["unit_id"]
        constraints = [
            models.UniqueConstraint(
                name="school_offer_once_per_release",
                fields=["release", "unit_id"],
                violation_error_message="The release says this of the institution already.",
            ),
        ]
        indexes = [models.Index(name="school_offer_by_unit_id", fields=["unit_id"])]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.awards}"

    @property
    def named_awards(self) -> list[str]:
        return [words for name, words in self.AWARDS if f"|{name}|" in self.awards]
