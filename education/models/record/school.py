from django.db import models

from education.models.record.by_school import BySchoolQuerySet
from education.states import STATES
from facts.addresses import address_of
from facts.models import Released


class School(Released):
    class Control(models.TextChoices):
        PUBLIC = "public", "public"
        NON_PROFIT = "non-profit", "private, not for profit"
        FOR_PROFIT = "for-profit", "private, for profit"

    class Level(models.TextChoices):
        FOUR_YEARS = "four-years", "four years and more"
        TWO_YEARS = "two-years", "two to under four years"
        LESS = "less", "under two years"

    unit_id = models.PositiveIntegerField(help_text="The publisher’s number of the institution: 100654.")
    name = models.CharField(max_length=150, help_text="“Alabama A & M University”.")
    city = models.CharField(max_length=80, help_text="The city or town.")
    state = models.CharField(
        max_length=2, choices=STATES, help_text="The state or territory, as the post writes it: “AL”."
    )
    control = models.CharField(max_length=10, choices=Control, blank=True, help_text="Who runs it; blank if not given.")
    level = models.CharField(
        max_length=10, choices=Level, blank=True, help_text="How long its longest programs are; blank if not given."
    )
    website = models.CharField(max_length=250, blank=True, help_text="Its own address on the web, as it is listed.")
    is_active = models.BooleanField(help_text="Whether it was open in the year of the release.")

    objects = BySchoolQuerySet.as_manager()

    class Meta(Released.Meta):
        ordering = ["name", "unit_id"]
        constraints = [
            models.UniqueConstraint(
                name="school_once_per_release",
                fields=["release", "unit_id"],
                violation_error_message="The release lists this institution already.",
            ),
        ]
        indexes = [models.Index(name="school_by_unit_id", fields=["unit_id"])]

    def __str__(self) -> str:
        return f"{self.name}, {self.city}, {self.state}"

    def get_absolute_url(self) -> str:
        return address_of("school", self.unit_id)
