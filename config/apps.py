"""What the settings install of our own."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class FrameConfig(AppConfig):
    """The frame itself, for its commands."""

    name = "config"


class DeskConfig(AdminConfig):
    """Django's admin, as the editors' desk of Rungs."""

    default_site = "facts.desk.Desk"
