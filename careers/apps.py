from django.apps import AppConfig


class CareersConfig(AppConfig):
    """What a career is: the guide, its ladder, skills and outlook, and the occupations it is tied to."""

    name = "careers"
    verbose_name = "Careers and occupations"
    is_edited = True

    def ready(self) -> None:
        """Register this app's importers."""
        from careers import importers

        importers.register_all()
