from django.apps import AppConfig


class EducationConfig(AppConfig):
    """How one gets into a career: credentials, requirements, ways in, steps; schools and what they teach."""

    name = "education"
    verbose_name = "Ways in"
    is_edited = True

    def ready(self) -> None:
        """Register this app's importers."""
        from education import importers

        importers.register_all()
