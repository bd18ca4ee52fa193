import json
import zlib
from hashlib import sha256

from django.db import models

from facts.models.edition import Edition


class FrozenGuideQuerySet(models.QuerySet["FrozenGuide"]):
    def as_of(self, career_slug: str, number: int) -> "FrozenGuide | None":
        """None without a guide yet."""
        known = self.filter(career_slug=career_slug, edition__number__lte=number).select_related("edition")
        return known.order_by("-edition__number").first()

    def newest(self, career_slug: str) -> "FrozenGuide | None":
        return self.filter(career_slug=career_slug).order_by("-edition__number").first()


class FrozenGuide(models.Model):
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="guides")
    career_slug = models.SlugField(max_length=80, help_text="The career; it may be gone by now.")
    packed = models.BinaryField(help_text="The guide as JSON, compressed; “null” where the edition removed the career.")

    objects = FrozenGuideQuerySet.as_manager()

    class Meta:
        ordering = ["-edition", "career_slug"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                name="frozen_guide_once_an_edition",
                fields=["career_slug", "edition"],
                violation_error_message="An edition leaves a guide in one state.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.career_slug} as {self.edition} left it"

    @property
    def digest(self) -> str:
        """Of the edition that last changed it, and its bytes."""
        return sha256(b"%d %b" % (self.edition_id, bytes(self.packed))).hexdigest()

    @property
    def document(self) -> dict | None:
        """None for a removed career."""
        return json.loads(zlib.decompress(self.packed))

    @document.setter
    def document(self, guide: dict | bytes | None) -> None:
        text = guide if isinstance(guide, bytes) else json.dumps(guide, ensure_ascii=False).encode()
        self.packed = zlib.compress(text)
