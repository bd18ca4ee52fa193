from django.apps import AppConfig


class ExploreConfig(AppConfig):
    name = "explore"

    def ready(self):
        from explore import queues

        queues.register_all()
