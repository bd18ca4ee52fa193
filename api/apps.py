from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "api"

    def ready(self) -> None:
        """Registers the guide writer with `facts`, which cannot import it."""
        from api.frozen import write_guides
        from facts import freezing

        freezing.written_by(write_guides)
