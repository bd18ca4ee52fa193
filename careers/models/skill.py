from django.db import models

from careers.models.guide_part import GuidePart
from facts.models.curated import Curated
from facts.models.natural import NaturalKeyManager


class Skill(Curated):
    """A skill or a tool, shared by all careers."""

    class Kind(models.TextChoices):
        TECHNICAL = "technical", "technical skill"
        SOFT = "soft", "personal skill"
        TOOL = "tool", "tool"

    natural_key_fields = ("slug",)

    slug = models.SlugField(unique=True, max_length=80, help_text="The name in addresses.")
    name = models.CharField(max_length=120, help_text="“Medical terminology and anatomy”, “Epic”.")
    kind = models.CharField(max_length=10, choices=Kind, help_text="Technical, personal, or a tool.")

    objects = NaturalKeyManager()

    class Meta:
        ordering = ["kind", "name"]

    def __str__(self) -> str:
        return self.name


class CareerSkill(GuidePart):
    guide_line = "{skill}: {detail}"
    guide_list = "Career skills"
    guide_chapter = "skills"

    career = models.ForeignKey(
        "careers.Career", on_delete=models.CASCADE, related_name="skills", help_text="The career it is needed in."
    )
    skill = models.ForeignKey(
        Skill, on_delete=models.PROTECT, related_name="uses", help_text="The skill or tool; add it under Skills first."
    )
    examples = models.JSONField(default=list, blank=True, help_text="Examples the source gives: [“Epic”, “Cerner”].")
    detail = models.TextField(blank=True, help_text="What it is needed for, in our own words.")

    class Meta(GuidePart.Meta):
        verbose_name = "skill of a career"
        verbose_name_plural = "skills of a career"
        constraints = [
            *GuidePart.Meta.constraints,
            models.UniqueConstraint(
                name="skill_once_per_career_and_source",
                fields=["career", "skill", "source"],
                violation_error_message="The source’s skill is there for this career already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.skill} ({self.career})"
