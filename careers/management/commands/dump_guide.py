"""Write a career's guide, or a file of guides, in the guide format."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from careers.dumping import dump_file, dump_guide
from careers.models import Career
from ingest.models import LoadedRow


class Command(BaseCommand):
    help = "Write a career's guide with every row that it names, or a file again as it was loaded and edited since."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="A career's slug, or the name of a file that was loaded: x.guide.")
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="Where to (default: standard output).")

    def handle(self, *, name: str, output: Path | None, **options: Any) -> None:
        text = _text(name)
        if output is None:
            self.stdout.write(text, ending="")
            return
        try:
            output.write_text(text, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{output}: {text.count(chr(10))} lines.")


def _text(name: str) -> str:
    if LoadedRow.objects.filter(file=name).exists():
        return dump_file(name)
    if career := Career.objects.filter(slug=name).first():
        return dump_guide(career)
    raise CommandError(f"There is no career {name}, and no file of that name was loaded.")
