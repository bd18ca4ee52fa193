from typing import Self

from django.db import models

from facts.models.edition import Edition


class ChangeQuerySet(models.QuerySet):
    def removals(self) -> Self:
        return self.filter(kind=Change.Kind.REMOVED)

    def gone(self) -> Self:
        """Removals of rows that no later edition has brought back."""
        again = Change.objects.filter(
            kind=Change.Kind.CREATED,
            model=models.OuterRef("model"),
            key=models.OuterRef("key"),
            pk__gt=models.OuterRef("pk"),
        )
        return self.removals().filter(~models.Exists(again))

    def newest_first(self) -> Self:
        return self.select_related("edition").order_by("-edition__number", "-pk")


class Change(models.Model):
    class Kind(models.TextChoices):
        CREATED = "created", "added"
        CHANGED = "changed", "changed"
        REMOVED = "removed", "removed"

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=10, choices=Kind, help_text="What happened to the row.")
    model = models.CharField(max_length=80, help_text="The row’s model: “salaries.salary”.")
    key = models.CharField(max_length=200, help_text="The row’s natural key, its parts joined by “/”.")
    row = models.BigIntegerField(null=True, blank=True, help_text="The row’s number, by which its history is found.")
    title = models.CharField(max_length=250, help_text="What the row is called, as it was then.")
    career_slug = models.SlugField(max_length=80, blank=True, help_text="The career it belongs to, if one.")
    differences = models.JSONField(
        default=list,
        blank=True,
        help_text="Each field that says something else: its name, what it said before and what after; of a removed row "
        "every field that said something, with nothing after.",
    )
    document = models.JSONField(null=True, blank=True, help_text="Of a removed row: what the API last gave.")
    rows = models.PositiveIntegerField(default=1, help_text="How many rows this stands for: a release is one change.")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ("view",)
        indexes = [
            models.Index(name="change_by_career", fields=["career_slug", "edition"]),
            models.Index(name="change_by_row", fields=["model", "key"]),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.get_kind_display()}"
