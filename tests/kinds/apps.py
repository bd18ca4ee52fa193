from django.apps import AppConfig


class TenuresConfig(AppConfig):
    """How long people stay."""

    name = "tests.kinds"
    label = "tenures"
    is_edited = True

    def ready(self) -> None:
        """Register the kind."""
        from facts import kinds
        from tests.kinds.kinds import TENURES

        kinds.register(TENURES)
