from django.apps import AppConfig


class MoneyConfig(AppConfig):
    """Price indexes, exchange rates and purchasing power."""

    name = "money"
    verbose_name = "Money"
    is_edited = True

    def ready(self) -> None:
        """Register this app's importers."""
        from ingest.releases.registry import register_all
        from money.importers import IMPORTERS

        register_all(IMPORTERS)
