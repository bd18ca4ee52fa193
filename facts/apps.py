from django.apps import AppConfig


class FactsConfig(AppConfig):
    """Sources, releases, editions, statements, figures, places and industries."""

    name = "facts"
    verbose_name = "Facts and where they come from"
    is_edited = True
