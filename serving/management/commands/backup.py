from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from serving.backup.actions import back_up
from serving.backup.archive import BackupRefused


class Command(BaseCommand):
    help = "Write the whole database to one file, while everybody goes on reading and writing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a file that is not there yet")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            manifest = back_up(file.resolve())
        except BackupRefused as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}. Nothing was left there.") from error
        rows = sum(manifest.rows.values())
        self.stdout.write(f"Edition {manifest.edition or 0}: {rows:,} rows of {len(manifest.rows)} tables in {file}")
        self.stdout.write(f"Not in it: {'; '.join(manifest.not_included)}")
        self.stdout.write(f"Settings to keep beside it: {', '.join(manifest.settings) or 'none'}")
