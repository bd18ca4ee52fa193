from django.urls import include, path

from api import documentation

app_name = "api"

urlpatterns = [
    path("", documentation.documentation, name="docs"),
    path("try/", documentation.Try.as_view(), name="try"),
    path("v1/", include("api.urls.v1")),
]
