from django.db import models


class CheckedPublisher(models.Model):
    """Whose guides make claims. Computed, and brought up to date by each edition."""

    name = models.CharField(max_length=120, unique=True, help_text="Who publishes the guides.")
    guides = models.PositiveIntegerField(help_text="How many guides of theirs make a claim.")

    class Meta:
        ordering = ["name"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.name
