from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = "Drafts and reports"
    is_edited = True

    def ready(self) -> None:
        from editorial import groups, queues

        post_migrate.connect(groups.grant_to_editors)
        queues.register_all()


class DeskConfig(AdminConfig):
    default_site = "editorial.desk.Desk"

    def ready(self) -> None:
        """Find the apps' admins, and give each kind of statement without one the plain one.

        Keys of second steps are for nobody to look at.
        """
        super().ready()
        from django.contrib import admin
        from django_otp.plugins.otp_totp.models import TOTPDevice

        from editorial.admin.plain import register_plain

        register_plain()
        admin.site.unregister(TOTPDevice)
