from django.apps import AppConfig


class ExploreConfig(AppConfig):
    name = "explore"

    def ready(self) -> None:
        from explore import queues

        queues.register_all()
