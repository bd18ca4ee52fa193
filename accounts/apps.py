from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "Signing in"

    def ready(self) -> None:
        from accounts import sessions, sign_in_log

        sessions.connect()
        sign_in_log.connect()
