"""`load_record`: load the official figures that come with Rungs."""

from typing import Any

from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError

from ingest.releases.record import load_record
from ingest.releases.refusal import ImportRefused


class Command(BaseCommand):
    requires_system_checks = [Tags.models]
    help = "Load the official figures that come with Rungs, where nothing fuller was imported yet."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        try:
            for report in load_record():
                if report.edition and verbosity:
                    rows = report.created + report.changed
                    self.stdout.write(f"{report.file}: {rows} rows of {report.release}")
                    self.stdout.write(f"Edition {report.edition} is out.")
        except ImportRefused as refused:
            raise CommandError(f"Refused: {refused}") from refused
