from typing import Any

from django.core.management.base import BaseCommand, CommandError

from editorial.link_checking import NetworkAway, check_links, look_up, source_addresses


class Command(BaseCommand):
    help = "Look up the addresses of all sources, and say which do not answer. Without a network nothing is recorded."

    def handle(self, *args: Any, **options: Any) -> None:
        urls, broken = source_addresses(), 0
        try:
            for answer in check_links(urls, look_up):
                broken += not answer.is_good
                if not answer.is_good:
                    self.stdout.write(f"{answer.url}: {answer.text}")
        except NetworkAway as away:
            raise CommandError(f"The network is away, so nothing more was recorded. {away}") from away
        self.stdout.write(f"{len(urls)} addresses looked up, {broken} without an answer.")
