from django.apps import AppConfig
from django.core import checks


class PagesConfig(AppConfig):
    name = "pages"

    def ready(self) -> None:
        from pages.job import chapters

        checks.register(chapters.check_chapters)
