"""Everything as files."""

from django.urls import path

from api.views import download

urlpatterns = [
    path("", download.index, name="download"),
    path("<str:name>", download.Download.as_view(), name="download-file"),
]
