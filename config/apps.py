"""What the settings install of our own."""

from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin, as the editors' desk of Rungs."""

    default_site = "facts.desk.Desk"
