from django.apps import AppConfig


class ExploreConfig(AppConfig):
    name = "explore"

    def ready(self) -> None:
        from explore import queues
        from explore.jobs.frozen import freeze_careers
        from facts import freezing

        queues.register_all()
        freezing.followed_by(freeze_careers)
