from argparse import ArgumentParser
from typing import Any

import dj_database_url
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from serving.backup.archive import BackupRefused
from serving.backup.move import move


class Command(BaseCommand):
    help = "Copy every row into another, empty database, as a rule from SQLite to PostgreSQL, and compare both."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("url", help="its address, as in DATABASE_URL: postgres://USER:PASSWORD@HOST/NAME")

    def handle(self, *args: Any, url: str, verbosity: int, **options: Any) -> None:
        tell = self.stdout.write if verbosity > 1 else lambda text: None
        try:
            counts = move(dict(dj_database_url.parse(url)), tell)
        except (BackupRefused, DatabaseError, ValueError) as error:
            raise CommandError(str(error).strip()) from error
        self.stdout.write(f"{sum(counts.values()):,} rows of {len(counts)} tables are there, and equal")
