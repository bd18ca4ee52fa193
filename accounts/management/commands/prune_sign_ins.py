from typing import Any

from django.core.management.base import BaseCommand

from accounts import sign_in_log


class Command(BaseCommand):
    help = "Delete what is older than RUNGS_SIGN_IN_DAYS days from the log of sign-ins. Each sign-in does so too."

    def handle(self, **options: Any) -> None:
        gone = sign_in_log.prune()
        self.stdout.write(f"{gone} row{'' if gone == 1 else 's'} deleted.")
