"""`import_release SOURCE PATH`: import one publisher's file."""

from pathlib import Path
from typing import Any

from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from ingest.management.consoles import console_on
from ingest.releases.console import progress_on, tell
from ingest.releases.refusal import ImportRefused
from ingest.releases.registry import importers
from ingest.releases.run import import_release


class Command(BaseCommand):
    requires_system_checks = [Tags.models]
    help = "Import a publisher's official file as a release, whole or not at all."

    def add_arguments(self, parser: CommandParser) -> None:
        names = ", ".join(importer.name for importer in importers())
        parser.add_argument("source", metavar="SOURCE", help=f"Whose file it is: {names}.")
        parser.add_argument(
            "path", metavar="PATH", type=Path, help="The file (csv, txt, xls, xlsx, zip, gz, xz) or folder."
        )
        parser.add_argument("--release", metavar="LABEL", help="Which release it is, where its name does not say.")
        parser.add_argument(
            "--partial", action="store_true", help="Take a release that covers less than the one before."
        )
        parser.add_argument("--dry-run", action="store_true", help="Say what would change, and change nothing.")

    def handle(
        self,
        *,
        source: str,
        path: Path,
        release: str | None,
        dry_run: bool,
        partial: bool,
        verbosity: int,
        **options: Any,
    ) -> None:
        out = console_on(self.stdout, quiet=verbosity == 0)
        try:
            with progress_on(out) as progress:
                report = import_release(
                    source, path, label=release, dry_run=dry_run, partial=partial, progress=progress
                )
        except ImportRefused as refused:
            raise CommandError(f"Refused: {refused}") from refused
        except DatabaseError as failure:
            raise CommandError(f"The database failed, and nothing was imported: {failure}") from failure
        tell(out, report, dry_run=dry_run)
