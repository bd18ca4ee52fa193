from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "api"

    def ready(self) -> None:
        """Registers the guide writer with `facts`, which cannot import it."""
        from api.frozen import write_guides
        from api.removed import write_row
        from facts import freezing

        freezing.written_by(write_guides)
        freezing.rows_written_by(write_row)
