import zlib
from collections.abc import Iterable
from hashlib import sha256
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from facts.models.edition import Edition


class FrozenJobQuerySet(models.QuerySet["FrozenJob"]):
    def of_job(self, job: str) -> Self:
        """Newest first."""
        return self.filter(job=job).order_by("-first")

    def newest(self, jobs: Iterable[str]) -> dict[str, "FrozenJob"]:
        """The newest document of each of these jobs, by job."""
        return {row.job: row for row in self.filter(job__in=list(jobs)).order_by("first")}

    def past(self, edition: int) -> Self:
        """Documents that a later one took the place of before this edition, but those of editions that are kept."""
        newer = FrozenJob.objects.filter(job=OuterRef("job"), first__gt=OuterRef("first"))
        return self.filter(Exists(newer), ~Exists(_kept_editions()), last__lt=edition)


def _kept_editions() -> models.QuerySet[Edition]:
    """Of a document: editions that an editor keeps, by which no later document took its place."""
    later = FrozenJob.objects.filter(
        job=OuterRef(OuterRef("job")), first__gt=OuterRef(OuterRef("first")), first__lte=OuterRef("number")
    )
    return Edition.objects.filter(~Exists(later), is_kept=True, number__gte=OuterRef("first"))


class FrozenJob(models.Model):
    """Keyed by editions alone, so that two processes may write the same document and neither needs a lock."""

    job = models.CharField(max_length=160, help_text="Its career’s slug, or its occupation’s scheme and code.")
    first = models.PositiveIntegerField(help_text="The first edition in which it stood like this.")
    last = models.PositiveIntegerField(help_text="The last edition in which it was seen to stand like this.")
    names = models.JSONField(default=list, blank=True, help_text="The careers and occupations that it speaks of.")
    made_by = models.CharField(max_length=64, help_text="A digest of the code that made it.")
    packed = models.BinaryField(help_text="The document as JSON, compressed.")

    objects = FrozenJobQuerySet.as_manager()

    class Meta:
        ordering = ["job", "-first"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="frozen_job_once_an_edition",
                fields=["job", "first"],
                violation_error_message="An edition leaves a job in one state.",
            ),
            models.CheckConstraint(
                name="frozen_job_editions_in_order",
                condition=Q(first__gte=1) & Q(last__gte=F("first")),
                violation_error_message="Editions are counted from 1, and the last is no earlier than the first.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job} from edition {self.first} on"

    @property
    def text(self) -> bytes:
        """The document as JSON."""
        return zlib.decompress(self.packed)

    @property
    def digest(self) -> str:
        """Of the document's bytes."""
        return sha256(self.packed).hexdigest()


def pack(text: str) -> bytes:
    return zlib.compress(text.encode(), 6)
