from django.db import models


class LoadedFile(models.Model):
    """A fixture as it was when it was last loaded whole, so that the next load can leave it out unread."""

    file = models.CharField(max_length=120, unique=True, help_text="The fixture file’s name.")
    checksum = models.CharField(max_length=64, help_text="SHA-256 of what the file said.")
    rows = models.PositiveIntegerField(help_text="How many rows it has.")
    checked_at = models.DateTimeField(help_text="When its rows were last known to be as the file has them.")

    class Meta:
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.file
