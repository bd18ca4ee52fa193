"""`freeze_jobs`: make the documents of all jobs, so that no reader waits for one."""

from typing import Any

from django.core.checks import Tags
from django.core.management.base import BaseCommand

from explore.jobs.freezing import freeze_jobs
from ingest.releases.gc import rarely_collected


class Command(BaseCommand):
    requires_system_checks = [Tags.models]
    help = "Make the documents of all jobs for the newest edition, and delete those of editions too old to be kept."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        with rarely_collected():
            done = freeze_jobs()
        if verbosity:
            self.stdout.write(f"{done.made} documents made, {done.standing} stand, {done.pruned} deleted.")
