"""`load_record`: load the official figures that come with Rungs."""

from typing import Any

from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError

from ingest.releases.record import load_record
from ingest.releases.refusal import ImportRefused
from ingest.releases.report import ImportReport


class Command(BaseCommand):
    requires_system_checks = [Tags.models]
    help = "Load the official figures that come with Rungs, where nothing fuller was imported yet."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        self.is_quiet = not verbosity
        try:
            load_record(self._tell)
        except ImportRefused as refused:
            raise CommandError(f"Refused: {refused}") from refused

    def _tell(self, report: ImportReport) -> None:
        if report.edition and not self.is_quiet:
            self.stdout.write(f"{report.file}: {report.created + report.changed} rows of {report.release}")
            self.stdout.write(f"Edition {report.edition} is out.")
