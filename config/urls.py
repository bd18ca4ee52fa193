from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import require_safe

from assistants import views as assistant
from editorial.feed import DeskFeed
from serving import health

urlpatterns = [
    path("admin/feed/<str:token>/", require_safe(DeskFeed()), name="desk-feed"),
    path("admin/", include("accounts.urls")),
    path("admin/", admin.site.urls),
    path("api/", include("api.urls")),
    path("download/", include("api.urls.download")),
    path("mcp", assistant.endpoint, name="mcp"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("", include("pages.urls")),
]

handler400 = "pages.views.errors.bad_request"
handler403 = "pages.views.errors.forbidden"
handler404 = "pages.views.errors.not_found"
handler500 = "pages.views.errors.broken"
