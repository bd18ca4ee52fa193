from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from serving.backup.actions import restore, unapplied_migrations
from serving.backup.archive import BackupRefused


class Command(BaseCommand):
    help = "Put a backup in the place of the database; a failure leaves it as it was. Restart servers afterwards."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="what manage.py backup wrote")
        parser.add_argument("--replace", action="store_true", help="lose what is in the database now")

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        try:
            manifest = restore(file.resolve(), replace=replace)
        except (BackupRefused, OSError) as error:
            raise CommandError(str(error)) from error
        rows = sum(manifest.rows.values())
        self.stdout.write(f"Edition {manifest.edition or 0} of {manifest.created}: {rows:,} rows restored and counted")
        if waiting := unapplied_migrations():
            self.stdout.write(f"Run manage.py migrate, for {', '.join(waiting)}")
