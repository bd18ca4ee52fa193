"""Write a career's guide as one fixture file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from careers.dumping import dump_guide
from careers.models import Career


class Command(BaseCommand):
    help = "Write a career's guide, and every row that it names, as one fixture file that load_guides reads."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="The career's slug: medical-records-administrator.")
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="Where to (default: standard output).")

    def handle(self, *, slug: str, output: Path | None, **options) -> None:
        career = Career.objects.filter(slug=slug).first()
        if career is None:
            raise CommandError(f"There is no career {slug}.")
        text = dump_guide(career)
        if output is None:
            self.stdout.write(text, ending="")
            return
        try:
            output.write_text(text, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{output}: {text.count('- model:')} rows.")
