"""`import_data FOLDER`: import every official file that an importer knows."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from ingest.management.consoles import console_on
from ingest.releases.console import progress_on, say, tell
from ingest.releases.folder import files_known_in
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release


class Command(BaseCommand):
    requires_system_checks = [Tags.models]
    help = "Import every official file in a folder, classifications first, each whole or not at all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder", metavar="FOLDER", nargs="?", type=Path, default=settings.DATA_DIR, help="Where the files are."
        )
        parser.add_argument(
            "--partial", action="store_true", help="Take a release that covers less than the one before."
        )
        parser.add_argument("--dry-run", action="store_true", help="Say what would change, and change nothing.")

    def handle(self, *, folder: Path, dry_run: bool, partial: bool, verbosity: int, **options: Any) -> None:
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        self.out = console_on(self.stdout, quiet=verbosity == 0)
        self.err = console_on(self.stderr)
        known, unknown = files_known_in(folder)
        refused = [
            path.name
            for importer, path in known
            if not self._import(importer.name, path, dry_run=dry_run, partial=partial)
        ]
        for path in unknown:
            say(self.out, f"{path.relative_to(folder)}: no importer knows it by its name; left alone")
        if refused:
            raise CommandError(f"Refused: {', '.join(refused)}")

    def _import(self, name: str, path: Path, *, dry_run: bool, partial: bool) -> bool:
        try:
            with progress_on(self.out) as progress:
                report = import_release(name, path, dry_run=dry_run, partial=partial, progress=progress)
        except (ImportRefused, DatabaseError) as refused:
            say(self.err, f"{path.name}: refused. {refused}", style="red")
            return False
        tell(self.out, report, dry_run=dry_run)
        return True
