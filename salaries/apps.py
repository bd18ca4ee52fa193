from django.apps import AppConfig


class SalariesConfig(AppConfig):
    name = "salaries"
    verbose_name = "Pay"
    is_edited = True

    def ready(self) -> None:
        from facts import kinds
        from ingest.releases.registry import register_all
        from salaries.importers import IMPORTERS
        from salaries.kinds import SALARIES, WAGES

        register_all(IMPORTERS)
        kinds.register(SALARIES)
        kinds.register(WAGES)
