import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import DownloadColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from api.edition import current_edition
from api.export.files import FORMS


class Command(BaseCommand):
    help = "Write everything that is public into one file: a Data Package (CSV), or NDJSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=FORMS, default="datapackage", help="datapackage (a zip) or ndjson")
        parser.add_argument(
            "output", nargs="?", default=".", help="a folder, a file, or - for standard output; this folder unless told"
        )

    def handle(self, *args: str, **options: Any) -> None:
        """Raises CommandError."""
        edition, form = current_edition(), FORMS[options["format"]]
        pieces = form.make(edition, {})
        if options["output"] == "-":
            for piece in pieces:
                sys.stdout.buffer.write(piece)
            return
        path = Path(options["output"])
        path = path / form.file_name(edition) if path.is_dir() else path
        try:
            self._write(path, pieces)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{path}: {path.stat().st_size:,} bytes, edition {edition.number if edition else 0}")

    def _write(self, path: Path, pieces: Iterable[bytes]) -> None:
        # What is not whole does not carry the name.
        part = path.with_name(f"{path.name}.part")
        columns = (SpinnerColumn(), TextColumn(path.name), DownloadColumn(), TimeElapsedColumn())
        with part.open("wb") as file, Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task(path.name, total=None)
            for piece in pieces:
                progress.advance(task, file.write(piece))
        part.replace(path)
