from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.core.servers.basehttp import get_internal_wsgi_application
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from api.edition import current_edition
from facts.models import Edition
from ingest.management.consoles import console_on
from serving.static_export.export import ExportError, SiteExport
from serving.static_export.snapshot import one_snapshot
from serving.static_export.tree import ExportBusyError, NotExportError, Tree, new_tree

COLUMNS = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))


class Command(BaseCommand):
    help = "Write the public site (what needs no query string) as files; what did not change is not written again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="the site's folder, which becomes a link to the newest tree")
        parser.add_argument(
            "--without",
            action="append",
            default=[],
            type=_beginning,
            metavar="/path/",
            help="leave what is below this path to a running Rungs, for instance /wages/; may be given again",
        )

    def handle(self, *args: Any, folder: Path, without: list[str], verbosity: int, **options: Any) -> None:
        """On failure, CommandError; the last good site stays."""
        try:
            with new_tree(folder) as tree, one_snapshot():
                export = self._export(tree, tuple(without), quiet=verbosity == 0)
                edition, gone = current_edition(), tree.gone()
                tree.switch()
        except OSError as error:
            raise CommandError(f"{error.strerror or error}: {folder} stays as it was.") from error
        except (NotExportError, ExportBusyError, ExportError) as error:
            raise CommandError(f"{error} {folder} stays as it was.") from error
        self._tell(export, edition, gone, verbosity)

    def _export(self, tree: Tree, without: tuple[str, ...], *, quiet: bool) -> SiteExport:
        export = SiteExport(get_internal_wsgi_application(), settings.SITE_URL.rstrip("/"), tree, without)
        with Progress(*COLUMNS, console=console_on(self.stderr, quiet=quiet), transient=True) as progress:
            task = progress.add_task("", total=None)
            for address in export.run():
                progress.update(task, advance=1, total=len(export.known), description=address)
        return export

    def _tell(self, export: SiteExport, edition: Edition | None, gone: int, verbosity: int) -> None:
        counts = f"{export.written:,} files written, {export.unchanged:,} unchanged, {gone:,} gone"
        self.stdout.write(f"Edition {edition.number if edition else 0}: {counts}")
        if export.left:
            self.stdout.write(
                f"{len(export.left):,} addresses are left to a running Rungs: send it what no file is for."
            )
        for address, status in export.refused.items() if verbosity > 1 else ():
            self.stdout.write(f"no file for {address}, which answers {status}")


def _beginning(path: str) -> str:
    if not path.startswith("/") or not path.strip("/"):
        raise ArgumentTypeError(f"{path!r} is no path below the front page, such as /wages/.")
    return f"/{path.strip('/')}/"
