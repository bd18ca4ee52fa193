from django.apps import AppConfig
from django.core import checks


class FactsConfig(AppConfig):
    name = "facts"
    verbose_name = "Facts and where they come from"
    is_edited = True

    def ready(self) -> None:
        from facts import kind_checks, wording

        checks.register(wording.check_wordings)
        checks.register(kind_checks.check_kinds)
