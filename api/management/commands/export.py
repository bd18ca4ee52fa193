import shutil
import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from api.edition import current_edition
from api.export.build import FORMS, write_files
from api.export.snapshot import snapshot

NAMES = {"datapackage": "csv"} | {form.name: form.name for form in FORMS}


class Command(BaseCommand):
    help = "Write everything that is public as files into a folder: CSV in a Data Package, Parquet, SQLite or NDJSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--format", choices=NAMES, nargs="*", default=["datapackage"], help="datapackage (CSV in a zip) unless told"
        )
        parser.add_argument("output", nargs="?", default=".", help="a folder; this one unless told")

    def handle(self, *args: str, **options: Any) -> None:
        """Raises CommandError."""
        output, wanted = Path(options["output"]), {NAMES[name] for name in options["format"]}
        try:
            with tempfile.TemporaryDirectory(prefix=".rungs-", dir=output) as whole, snapshot():
                edition = current_edition()
                files = write_files(Path(whole), edition, [form for form in FORMS if form.name in wanted])
                for path in Path(whole).iterdir():
                    _replace(path, output / path.name)
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
        number = edition.number if edition else 0
        for file in files:
            self.stdout.write(f"{output / file.path}: {file.bytes:,} bytes, edition {number}")


def _replace(path: Path, there: Path) -> None:
    if there.is_dir():
        shutil.rmtree(there)
    path.rename(there)
