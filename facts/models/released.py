from typing import Self

from django.db import models

from facts.models.release import Release


class ReleasedQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(release__state=Release.State.READY)

    def in_release(self, release: Release) -> Self:
        return self.filter(release=release)


class Released(models.Model):
    """Bulk-loaded and never edited."""

    # Every concrete model has a unique constraint that begins with the release and serves as its index.
    release = models.ForeignKey(Release, on_delete=models.CASCADE, db_index=False, help_text="The release it is from.")

    objects = ReleasedQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ("view",)  # imports write them
