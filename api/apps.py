from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The door for programs."""

    name = "api"

    def ready(self):
        """Say how a guide is written down when an edition changes it."""
        from api.frozen import write_guides
        from facts import freezing

        freezing.written_by(write_guides)
