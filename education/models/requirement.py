from django.db import models

from careers.models import Career
from careers.models.guide_part import GuidePart
from education.models.credential import Credential


class Requirement(GuidePart):
    """What employers ask for: any of its credentials."""

    guide_line = "{label}"
    guide_chapter = "become"

    _history_m2m_fields = ("credentials",)

    class Strength(models.TextChoices):
        REQUIRED = "required", "required"
        TYPICAL = "typical", "typical"
        PREFERRED = "preferred", "preferred"
        VALUED = "valued", "valued"
        ACCEPTED = "accepted", "accepted"

    class Scope(models.TextChoices):
        EVERYONE = "everyone", "everyone"
        MOST = "most", "most jobs"
        ENTRY = "entry", "first jobs"
        ADVANCING = "advancing", "moving up"
        SOME = "some", "some jobs"

    career = models.ForeignKey(
        Career, on_delete=models.CASCADE, related_name="requirements", help_text="The career that asks for it."
    )
    label = models.CharField(max_length=120, help_text="What is asked, in a few words.")
    credentials = models.ManyToManyField(
        Credential, related_name="requirements", blank=True, help_text="Any one of these meets it."
    )
    strength = models.CharField(max_length=10, choices=Strength, help_text="How firmly it is asked for.")
    field_of_study = models.CharField(max_length=150, blank=True, help_text="“Health information technology”.")
    scope = models.CharField(
        max_length=10,
        choices=Scope,
        default=Scope.EVERYONE,
        help_text="Whom it applies to. What applies to some jobs only is told, and does not count in readiness.",
    )
    condition = models.CharField(
        max_length=200, blank=True, help_text="The source’s condition in a few words: “in a nursing home”."
    )
    attributed_to = models.CharField(
        "credited to", max_length=120, blank=True, help_text="Whom the source itself credits, if anyone."
    )
    as_printed = models.CharField(max_length=200, blank=True, help_text="The source’s own few words, never a sentence.")
    note = models.TextField(blank=True, help_text="What a reader should know of it, in our own words (Markdown).")

    class Meta(GuidePart.Meta):
        constraints = [
            *GuidePart.Meta.constraints,
            models.CheckConstraint(
                name="requirement_for_some_has_condition",
                condition=models.Q(scope="everyone") | ~models.Q(condition=""),
                violation_error_message="Say when the requirement applies.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.get_strength_display()})"
