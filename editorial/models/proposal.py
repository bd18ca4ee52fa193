from django.apps import apps
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from editorial.models.draft import Draft
from facts.models.correction import Correction


class Proposal(models.Model):
    """What a draft does to one row."""

    class Kind(models.TextChoices):
        CREATED = "created", "added"
        CHANGED = "changed", "changed"
        REMOVED = "removed", "removed"

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="proposals")
    position = models.PositiveIntegerField(help_text="Its place among the draft’s; rows are written in this order.")
    kind = models.CharField(max_length=10, choices=Kind, help_text="What would happen to the row.")
    model = models.CharField(max_length=80, help_text="The row’s model: “salaries.salary”.")
    row = models.BigIntegerField(help_text="The row’s number; of a new row, the one that is kept for it.")
    title = models.CharField(max_length=250, help_text="What the row is called.")
    career_slug = models.SlugField(max_length=80, blank=True, help_text="The career it belongs to, if one.")
    base_version = models.PositiveIntegerField(
        null=True, blank=True, help_text="The published version it started from; none is new."
    )
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder, help_text="What is published, by field.")
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder, help_text="What is proposed, by field.")
    why = models.CharField(max_length=500, blank=True, help_text="Why, in its author’s words; the draft’s where blank.")
    correction_kind = models.CharField(
        max_length=10,
        choices=Correction.Kind,
        blank=True,
        help_text="Whether a figure that changes was wrong here, or is revised by its source; blank where none does.",
    )
    cause = models.CharField(max_length=500, blank=True, help_text="Of a correction: how the mistake came about.")
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who last wrote it; the draft’s author where blank.",
    )
    saves = models.PositiveIntegerField(default=1, help_text="Counts what its author did to it.")

    class Meta:
        ordering = ["draft", "position", "pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="proposal_once_a_row",
                fields=["draft", "model", "row"],
                violation_error_message="A draft says of each row once what becomes of it.",
            ),
            models.CheckConstraint(
                name="proposal_starts_from_a_version",
                condition=models.Q(kind="created", base_version__isnull=True)
                | (~models.Q(kind="created") & models.Q(base_version__isnull=False)),
                violation_error_message="What is changed or removed starts from a version; what is new from none.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.get_kind_display()}"

    @property
    def row_model(self) -> type[models.Model]:
        return apps.get_model(self.model)
