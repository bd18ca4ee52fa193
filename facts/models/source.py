from typing import Self

from django.db import models

from facts.addresses import address_of
from facts.models.arriving import ArrivedManager, Arriving
from facts.models.conditions import http_or_blank

#: An address of the web: its scheme, a name with a dot in it and no more than a port behind, and no space anywhere.
ADDRESS = r"^https?://[^/?#@:\s]+\.[^/?#@:.\s]+(:[0-9]+)?([/?#]\S*)?$"


class SourceQuerySet(models.QuerySet):
    def without_address(self) -> Self:
        """Without a web address."""
        return self.exclude(kind=Source.Kind.EDITORIAL).exclude(url__iregex=ADDRESS)

    def official(self) -> Self:
        return self.filter(kind__in=Source.OFFICIAL)


class Source(Arriving):
    class Kind(models.TextChoices):
        GUIDE = "guide", "guide"
        STATISTICS = "statistics", "official statistics"
        CLASSIFICATION = "classification", "classification"
        RESEARCH = "research", "research paper"
        EDITORIAL = "editorial", "editors’ judgment"

    OFFICIAL = (Kind.STATISTICS, Kind.CLASSIFICATION)
    natural_key_fields = ("slug",)

    slug = models.SlugField(unique=True, max_length=80, help_text="The name in addresses; never changed.")
    publisher = models.CharField(max_length=120, help_text="Who says so: “Himalayas”, “US Bureau of Labor Statistics”.")
    also_called = models.JSONField(
        default=list, blank=True, help_text="Other names by which guides credit the publisher: [“BLS”]."
    )
    title = models.CharField(max_length=200, help_text="The document’s or data set’s own title.")
    url = models.URLField(
        "address", max_length=500, blank=True, help_text="Where it was published, if it has an address."
    )
    kind = models.CharField(max_length=20, choices=Kind, help_text="What sort of document it is.")
    country = models.CharField(
        max_length=2, blank=True, help_text="ISO 3166-1, where its figures are for one country: “US”."
    )
    licence = models.CharField("license", max_length=120, blank=True, help_text="“CC BY 4.0”, “public domain”.")
    licence_url = models.URLField(
        "license’s address", max_length=500, blank=True, help_text="Where the license can be read."
    )
    attribution = models.CharField(
        max_length=500, blank=True, help_text="The line that the license asks everyone to show with the data."
    )
    frequency = models.CharField(max_length=80, blank=True, help_text="How often it appears: “yearly, for May”.")
    retrieved_on = models.DateField("read on", null=True, blank=True, help_text="The day on which our copy was taken.")
    note = models.TextField(blank=True, help_text="What a reader should know of it, in our own words (Markdown).")

    objects = ArrivedManager.from_queryset(SourceQuerySet)()
    everything = models.Manager()

    class Meta:
        ordering = ["publisher", "title"]
        constraints = [
            models.CheckConstraint(
                name="source_has_publisher_and_title",
                condition=~models.Q(publisher="") & ~models.Q(title=""),
                violation_error_message="A source needs a publisher and a title.",
            ),
            models.CheckConstraint(
                name="source_addresses_are_of_the_web",
                condition=http_or_blank("url", "licence_url"),
                violation_error_message="An address begins with https:// or http://.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publisher}: {self.title}"

    @property
    def is_official(self) -> bool:
        return self.kind in self.OFFICIAL

    def get_absolute_url(self) -> str:
        return address_of("source", self.slug)
