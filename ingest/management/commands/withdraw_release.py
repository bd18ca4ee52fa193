"""`withdraw_release SOURCE RELEASE`: hide a release, or bring it back."""

from typing import Any

from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError, CommandParser

from facts import actions
from facts.models import Release


class Command(BaseCommand):
    requires_system_checks = [Tags.models]
    help = "Withdraw a release, whose page then says why, or bring it back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", metavar="SOURCE", help="The source's name in addresses: bls-oews.")
        parser.add_argument("release", metavar="RELEASE", help="The release's name in addresses: may-2024.")
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--because", metavar="REASON", help="Why it is withdrawn, for readers.")
        what.add_argument("--restore", action="store_true", help="Bring it back.")

    def handle(self, *, source: str, release: str, because: str | None, restore: bool, **options: Any) -> None:
        try:
            found = Release.objects.known().select_related("source").get(source__slug=source, slug=release)
            edition = actions.restore(found) if restore else actions.withdraw(found, because=because or "")
        except Release.DoesNotExist as problem:
            raise CommandError(f"There is no release {release} of {source}.") from problem
        except ValueError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"{found} is {found.get_state_display()}. {edition} is out.")
