"""`load_guides`: load fixtures without overwriting editors' changes."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from ingest.fixtures.files import all_fixtures, fixture_called
from ingest.fixtures.report import FixtureReport
from ingest.fixtures.together import load_together
from ingest.management.consoles import console_on
from ingest.releases.gc import rarely_collected


class Command(BaseCommand):
    requires_system_checks = [Tags.models]
    help = "Load career guides and official figures from fixtures, each file whole or not at all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", metavar="FILE", help="A fixture's path or name (default: all of them).")
        parser.add_argument("--check", action="store_true", help="Say what would be done, and write nothing.")

    def handle(self, *, files: list[str], check: bool, verbosity: int, **options: Any) -> None:
        paths = _paths(files)
        report = FixtureReport(console_on(self.stdout, quiet=verbosity == 0), console_on(self.stderr))
        with rarely_collected(), _rolled_back(when=check):
            load_together(paths, report)
        report.close(check=check)
        if report.refused:
            raise CommandError(f"Not loaded: {', '.join(report.refused)}")


def _paths(files: list[str]) -> list[Path]:
    try:
        paths = [fixture_called(file) for file in files] or all_fixtures()
    except FileNotFoundError as error:
        raise CommandError(str(error)) from error
    if len({path.name for path in paths}) < len(paths):
        raise CommandError("Two files have the same name, by which their rows are known.")
    return paths


@contextmanager
def _rolled_back(*, when: bool) -> Iterator[None]:
    with transaction.atomic() if when else nullcontext():
        yield
        if when:
            transaction.set_rollback(True)
