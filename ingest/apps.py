from django.apps import AppConfig


class IngestConfig(AppConfig):
    """Loading guides from fixtures, and importing releases from publishers' files."""

    name = "ingest"
    verbose_name = "Loading and importing"
    is_edited = True
