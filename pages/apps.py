from django.apps import AppConfig
from django.core import checks


class PagesConfig(AppConfig):
    name = "pages"

    def ready(self) -> None:
        """Register this app's checks."""
        from pages.guide import chapters

        checks.register(chapters.check_chapters)
