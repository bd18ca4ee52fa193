from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.drafting.workflow import publish_due


class Command(BaseCommand):
    help = "Publish the drafts whose time has come. Run it every minute (deploy/rungs-publish-due.timer)."

    def handle(self, *args: Any, **options: Any) -> None:
        for draft, edition in publish_due(timezone.now()):
            self.stdout.write(f"{draft}: {edition or 'not published, see its thread'}")
