from django.db import models


class LoadedRow(models.Model):
    """How a fixture left a row, to tell an editor's change from the fixture's."""

    model = models.CharField(max_length=80, help_text="The row’s model: “salaries.salary”.")
    key = models.CharField(max_length=400, help_text="The row’s natural key as a JSON list: [“soc-2018”, “29-2072”].")
    file = models.CharField(max_length=120, help_text="The fixture file’s name.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the row’s fields as the fixture gave them.")

    class Meta:
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(name="loaded_row_once", fields=["model", "key"])]

    def __str__(self) -> str:
        return f"{self.model} {self.key}"
