import os
import resource
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from api.export.build import build_files
from api.export.due import is_due
from api.export.sets import SetsBusy

GIVING_WAY = 10
"""How much less of a processor it takes than a server that wants it too."""


class Command(BaseCommand):
    help = "Make the files of the newest edition that /download/ gives, unless they are there, and let go of old ones."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--again", action="store_true", help="make them even if they are there")
        parser.add_argument("--due", action="store_true", help="only if RUNGS_FILES_MINUTES have passed since the last")
        parser.add_argument("--wait", action="store_true", help="wait for another process that makes files")

    def handle(self, *args: str, **options: Any) -> None:
        """Raises CommandError."""
        if options["due"]:
            if not is_due():
                return
            os.nice(GIVING_WAY)
        began, used = time.monotonic(), time.process_time()
        try:
            made = self._build(again=options["again"], wait=options["wait"])
        except (SetsBusy, OSError) as error:
            raise CommandError(str(error)) from error
        if made is None:
            raise CommandError("There is no edition yet: load guides or import a release first.")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.stdout.write(
            f"{made.folder}: {len(made.files)} files, {made.rows:,} rows, {made.bytes:,} bytes; "
            f"{time.monotonic() - began:.1f} s, {time.process_time() - used:.1f} s of processor time, "
            f"{peak:,.0f} MB of memory at most"
        )

    def _build(self, *, again: bool, wait: bool) -> Any:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("Reading", total=None)

            def tell(table: str, rows: int) -> None:
                progress.update(task, description=f"{table}: {rows:,} rows")

            return build_files(again=again, wait=wait, told=tell)
