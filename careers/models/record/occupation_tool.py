from typing import Self

from django.db import models

from careers.models.record.of_occupation import OfOccupationQuerySet, of_occupation
from facts.models import Released


class OccupationToolQuerySet(OfOccupationQuerySet):
    def technology(self) -> Self:
        return self.filter(kind=OccupationTool.Kind.TECHNOLOGY).order_by("-in_demand", "-hot", "commodity", "name")

    def tools(self) -> Self:
        return self.filter(kind=OccupationTool.Kind.TOOL).order_by("commodity", "name")


class OccupationTool(Released):
    class Kind(models.TextChoices):
        TECHNOLOGY = "technology", "technology"
        TOOL = "tool", "tool"

    occupation = of_occupation("tools")
    kind = models.CharField(max_length=10, choices=Kind, help_text="Software and the like, or a tool.")
    name = models.CharField(max_length=200, help_text="The example: “Microsoft Excel”.")
    commodity_code = models.CharField(
        max_length=30, help_text="Its class of goods by UNSPSC: “43232110”; from O*NET 30.3 on, its element."
    )
    commodity = models.CharField(max_length=200, help_text="What that class is called: “Spreadsheet software”.")
    hot = models.BooleanField(
        default=False, help_text="Asked for in many employers’ advertisements, in any occupation."
    )
    in_demand = models.BooleanField(default=False, help_text="Asked for in many advertisements for this occupation.")

    objects = OccupationToolQuerySet.as_manager()

    class Meta(Released.Meta):
        constraints = [
            models.UniqueConstraint(
                name="tool_once_per_occupation",
                fields=["release", "occupation", "kind", "name", "commodity_code"],
                violation_error_message="The release has this tool of the occupation already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occupation.code}: {self.name}"
