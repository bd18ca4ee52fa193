"""The door for programs: the documentation, and version 1."""

from django.urls import include, path

from api.views import docs

app_name = "api"

urlpatterns = [
    path("", docs.documentation, name="docs"),
    path("try/", docs.Try.as_view(), name="try"),
    path("v1/", include("api.urls.v1")),
]
