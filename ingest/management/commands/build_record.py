"""`build_record FOLDER`: make the official figures that come with Rungs from the publishers' files."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ingest.releases.record import build_record
from ingest.releases.refusal import ImportRefused


class Command(BaseCommand):
    requires_system_checks = []
    help = "Make the official figures that come with Rungs from the publishers' official files in a folder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "folder", metavar="FOLDER", nargs="?", type=Path, default=settings.DATA_DIR, help="Where the files are."
        )
        parser.add_argument(
            "--to", metavar="FOLDER", type=Path, default=settings.RECORD_DIR, help="Where the record goes."
        )

    def handle(self, *, folder: Path, to: Path, **options: Any) -> None:
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        with tempfile.TemporaryDirectory(dir=to.parent) as draft:
            try:
                build_record(folder, Path(draft) / "record", self.stdout.write)
            except ImportRefused as refused:
                raise CommandError(f"Refused, and the record is as it was: {refused}") from refused
            shutil.rmtree(to, ignore_errors=True)
            shutil.move(Path(draft) / "record", to)
