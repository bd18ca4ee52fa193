from typing import Any

from axes.utils import reset
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts import second_factor, sessions, sign_in_log
from accounts.last_superuser import NEEDED
from accounts.models import SignIn


class Command(BaseCommand):
    help = "Let a superuser in again who has lost the second step, or whose account was closed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    @transaction.atomic
    def handle(self, *, username: str, **options: Any) -> None:
        account = get_user_model().objects.filter(username=username).first()
        if account is None:
            raise CommandError(f"No account is called {username}. manage.py createsuperuser makes one.")
        for name in NEEDED:
            setattr(account, name, True)
        account.save(update_fields=NEEDED)
        second_factor.take_away(account)
        sessions.end_all(account)
        reset(username=username)
        sign_in_log.note(None, account, SignIn.Method.COMMAND, SignIn.Outcome.RESCUED)
        self.stdout.write(f"{username} is an active superuser without a second step, and is logged out everywhere.")
        if not account.has_usable_password():
            self.stdout.write(f"They have no password: manage.py changepassword {username} gives them one.")
