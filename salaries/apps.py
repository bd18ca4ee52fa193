from django.apps import AppConfig


class SalariesConfig(AppConfig):
    """What a career pays: a guide's salaries and the record's wages."""

    name = "salaries"
    verbose_name = "Pay"
    is_edited = True

    def ready(self) -> None:
        """Register this app's importers and kinds of statement."""
        from facts import kinds
        from ingest.releases.registry import register_all
        from salaries.importers import IMPORTERS
        from salaries.kinds import SALARIES, WAGES

        register_all(IMPORTERS)
        kinds.register(SALARIES)
        kinds.register(WAGES)
