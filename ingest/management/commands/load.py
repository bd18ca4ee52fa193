"""`load`: load all that comes with Rungs."""

from typing import Any

from django.core.checks import Tags
from django.core.management import call_command
from django.core.management.base import BaseCommand

from facts.derived import put_off
from ingest.releases.record import files_to_load


class Command(BaseCommand):
    requires_system_checks = [Tags.models]
    help = "Load the guides (load_guides) and the official figures (load_record); claims are checked once, at the end."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        with put_off() as waiting:
            waiting.is_last = not files_to_load()
            for command in ("load_guides", "load_record"):
                call_command(command, verbosity=verbosity, stdout=self.stdout, stderr=self.stderr)
