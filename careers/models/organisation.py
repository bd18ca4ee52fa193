from django.db import models

from careers.models.guide_part import GuidePart
from facts.models.conditions import http_or_blank


class Organisation(GuidePart):
    """A body that a source names as a support to people in the career."""

    guide_line = "{name}"
    guide_list = "Organisations"
    guide_chapter = "environment"

    career = models.ForeignKey(
        "careers.Career",
        on_delete=models.CASCADE,
        related_name="organisations",
        help_text="The career whose people it serves.",
    )
    name = models.CharField(max_length=150, help_text="“American Health Information Management Association”.")
    abbreviation = models.CharField(max_length=20, blank=True, help_text="“AHIMA”.")
    url = models.URLField("address", max_length=300, blank=True, help_text="Its site, if the source gives it.")
    serves = models.CharField(max_length=200, blank=True, help_text="Whom it is for: “women”, “veterans”.")
    offers = models.CharField(max_length=300, blank=True, help_text="What the source says it offers, in our own words.")

    class Meta(GuidePart.Meta):
        verbose_name = "organization"
        verbose_name_plural = "organizations"
        constraints = [
            *GuidePart.Meta.constraints,
            models.CheckConstraint(
                name="organisation_address_is_of_the_web",
                condition=http_or_blank("url"),
                violation_error_message="An address begins with https:// or http://.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
