from django.conf import settings
from django.db import models


class ProviderIdentity(models.Model):
    """Who somebody is at the provider of OpenID Connect: a mail address may pass to somebody else, a subject never."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", help_text="Whose account it is here."
    )
    issuer = models.CharField(max_length=250, help_text="The provider’s address.")
    subject = models.CharField(max_length=255, help_text="Who they are there.")

    class Meta:
        verbose_name_plural = "provider identities"
        ordering = ["user", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                name="provider_identity_once",
                fields=["issuer", "subject"],
                violation_error_message="They have an account here already.",
            ),
            models.UniqueConstraint(
                name="provider_identity_once_an_account",
                fields=["issuer", "user"],
                violation_error_message="The account belongs to somebody of that provider already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} at {self.issuer}"
