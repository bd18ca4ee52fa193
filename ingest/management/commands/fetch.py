"""`fetch SOURCE…`: fetch official files from their publishers, and import them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from ingest.fetching.addresses import OfficialFile, addresses_of
from ingest.fetching.client import Client
from ingest.fetching.failure import FetchFailed
from ingest.fetching.source import Fetched, SourceFetch
from ingest.management.consoles import console_on
from ingest.management.signals import Stopped, stopped_by_signals
from ingest.releases.console import progress_on, say, tell
from ingest.releases.importer import Importer
from ingest.releases.refusal import ImportRefused
from ingest.releases.registry import importer_named, importers
from ingest.releases.run import import_release

KILLED = 128  # what a shell adds to the number of a signal


class Command(BaseCommand):
    requires_system_checks = [Tags.models]
    help = "Fetch official files from their publishers and import them, each whole or not at all."

    def add_arguments(self, parser: CommandParser) -> None:
        names = ", ".join(importer.name for importer in importers())
        parser.add_argument("sources", metavar="SOURCE", nargs="*", help=f"Whose files: {names} (default: all).")
        parser.add_argument(
            "--to", metavar="FOLDER", type=Path, default=settings.DATA_DIR, help="Where the files are kept."
        )
        parser.add_argument(
            "--addresses", metavar="FILE", type=Path, help="Other addresses than the publishers', such as a mirror's."
        )
        parser.add_argument(
            "--partial", action="store_true", help="Take a release that covers less than the one before."
        )

    def handle(
        self, *, sources: list[str], to: Path, addresses: Path | None, partial: bool, verbosity: int, **options: Any
    ) -> None:
        self.out = console_on(self.stdout, quiet=verbosity == 0)
        self.err = console_on(self.stderr)
        self.client = Client(contact=settings.CONTACT)
        self.partial = partial
        try:
            with stopped_by_signals():
                failed = [name for importer in _chosen(sources) for name in self._fetch(importer, to, addresses)]
        except Stopped as stopped:
            words = f"Stopped by {stopped}. What arrived is kept, and fetching again goes on from there."
            raise CommandError(words, returncode=KILLED + stopped.number) from stopped
        if failed:
            raise CommandError(f"Not fetched or not imported: {', '.join(failed)}")

    def _fetch(self, importer: Importer, to: Path, other: Path | None) -> Iterator[str]:
        """Names of files that failed."""
        addresses = addresses_of(importer, other)
        if addresses is None:
            return
        with progress_on(self.out, unit="kB") as progress:
            source = SourceFetch(importer, addresses, self.client, to / importer.name, progress)
            for file in addresses.files:
                if not self._take(importer, source, file):
                    yield f"{importer.name} {file.names}"

    def _take(self, importer: Importer, source: SourceFetch, file: OfficialFile) -> bool:
        try:
            for fetched in source.file(file, timezone.now().date()):
                self._import(importer, fetched)
        except (FetchFailed, ImportRefused, DatabaseError) as problem:
            say(self.err, f"{importer.name}: {problem}", style="red")
            return False
        return True

    def _import(self, importer: Importer, fetched: Fetched) -> None:
        if fetched.path is None:
            say(self.out, f"{importer.name}: {fetched.name} is as it was fetched before; nothing to do.")
            return
        with progress_on(self.out) as progress:
            report = import_release(
                importer.name, fetched.path, origin=fetched.origin, partial=self.partial, progress=progress
            )
        tell(self.out, report, dry_run=False)


def _chosen(sources: Sequence[str]) -> list[Importer]:
    try:
        return [importer_named(name) for name in sources] or list(importers())
    except ImportRefused as problem:
        raise CommandError(str(problem)) from problem
