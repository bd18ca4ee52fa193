from django.apps import AppConfig


class MoneyConfig(AppConfig):
    """Price indexes, exchange rates and purchasing power."""

    name = "money"
    verbose_name = "Money"
    is_edited = True

    def ready(self) -> None:
        """Register this app's importers."""
        from money import importers

        importers.register_all()
