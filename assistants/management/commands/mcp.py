from typing import Any

import anyio
from django.core.management.base import BaseCommand, CommandError

from assistants.views import INSTALLED


class Command(BaseCommand):
    help = "Serve the MCP tools over standard input and output, for an assistant on this machine."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        if not INSTALLED:
            raise CommandError("Install the extra first: pip install 'rungs[assistants]'")
        from assistants.server import make_server

        anyio.run(make_server().run_stdio_async)
