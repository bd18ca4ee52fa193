from django.urls import include, path

from api import documentation, problems

app_name = "api"

urlpatterns = [
    path("", documentation.documentation, name="docs"),
    path("try/", documentation.Try.as_view(), name="try"),
    path("problems/<slug:name>/", problems.problem, name="problem"),
    path("v1/", include("api.urls.v1")),
]
