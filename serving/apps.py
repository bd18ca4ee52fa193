from django.apps import AppConfig


class ServingConfig(AppConfig):
    """How answers are served; an app for its commands."""

    name = "serving"
