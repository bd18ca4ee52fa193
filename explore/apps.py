from django.apps import AppConfig


class ExploreConfig(AppConfig):
    """Questions that cross the other rooms."""

    name = "explore"

    def ready(self):
        """Put on the desk what the questions of this room find to be doubtful."""
        from explore import queues

        queues.register_all()
