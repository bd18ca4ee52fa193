from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "money"
    verbose_name = "Money"
    is_edited = True

    def ready(self) -> None:
        from ingest.releases.registry import register_all
        from money.importers import IMPORTERS

        register_all(IMPORTERS)
