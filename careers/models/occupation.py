from typing import Self

from django.conf import settings
from django.db import models

from careers.schemes import scheme_called, unit_of_record
from facts.addresses import address_of
from facts.figure import Named
from facts.models.arriving import ArrivedManager, Arriving

WHOLE = ".00"
"""How the code of O*NET-SOC ends that stands for all of a SOC occupation."""


class OccupationQuerySet(models.QuerySet):
    def current(self) -> Self:
        """The scheme of current official figures."""
        return self.filter(scheme=unit_of_record(settings.COUNTRY))

    def detailed(self) -> Self:
        """The finest groups."""
        return self.filter(level=Occupation.Level.DETAILED)

    def with_code(self, code: str) -> Self:
        """In every scheme, newest first."""
        return self.filter(code=code).order_by("-scheme")


class Occupation(Arriving):
    """A coded group of jobs that statistics count; not a title."""

    class Scheme(models.TextChoices):
        """Schemes with an importer here; see `careers.schemes` for all."""

        SOC_2000 = "soc-2000", "SOC 2000"
        SOC_2010 = "soc-2010", "SOC 2010"
        SOC_2018 = "soc-2018", "SOC 2018"
        ONET_SOC_2010 = "onet-soc-2010", "O*NET-SOC 2010"
        ONET_SOC_2019 = "onet-soc-2019", "O*NET-SOC 2019"
        ISCO_08 = "isco-08", "ISCO-08"
        ESCO = "esco", "ESCO"

    class Level(models.TextChoices):
        TOTAL = "total", "all occupations"
        MAJOR = "major", "major group"
        SUB_MAJOR = "sub_major", "sub-major group"
        MINOR = "minor", "minor group"
        BROAD = "broad", "broad occupation"
        UNIT = "unit", "unit group"
        DETAILED = "detailed", "detailed occupation"

    natural_key_fields = ("scheme", "code")
    name_field = "title"

    scheme = models.CharField(max_length=20, help_text="The classification and its version.")
    code = models.CharField(max_length=120, db_index=True, help_text="The code in that scheme: “29-2072”.")
    title = models.CharField(max_length=250, help_text="The group’s official title.")
    definition = models.TextField(blank=True, help_text="What the classification says belongs to it.")
    level = models.CharField(
        max_length=10, choices=Level, default=Level.DETAILED, help_text="How fine a group it is within the scheme."
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The wider group it is in.",
    )

    objects = ArrivedManager.from_queryset(OccupationQuerySet)()
    everything = models.Manager()

    class Meta:
        ordering = ["scheme", "code"]
        constraints = [
            models.UniqueConstraint(
                name="occupation_code_once_per_scheme",
                fields=["scheme", "code"],
                violation_error_message="The scheme has an occupation of this code already.",
            ),
            models.CheckConstraint(
                name="occupation_has_title",
                condition=~models.Q(title=""),
                violation_error_message="An occupation needs its title.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title} ({self.get_scheme_display()})"

    def get_absolute_url(self) -> str:
        """Other schemes are part of the address."""
        url = address_of("occupation", self.code)
        return url if self.is_unit_of_record else f"{url}?scheme={self.scheme}"

    @property
    def is_unit_of_record(self) -> bool:
        """Whether official figures use the scheme, so the code alone is enough."""
        return self.scheme == unit_of_record(settings.COUNTRY)

    def get_scheme_display(self) -> str:
        return scheme_called(self.scheme).name

    @property
    def job(self) -> "Occupation":
        """The SOC occupation for an O*NET code of the whole; otherwise itself."""
        return self.parent if self.parent and self.code.endswith(WHOLE) else self

    @property
    def is_group(self) -> bool:
        return self.level in (self.Level.MAJOR, self.Level.SUB_MAJOR, self.Level.MINOR, self.Level.BROAD)

    @property
    def named(self) -> Named:
        return Named(f"{self.scheme}:{self.code}", self.title, self.get_absolute_url())
