from django.urls import path

from api.export import views

urlpatterns = [
    path("", views.index, name="download"),
    path("<str:name>", views.Download.as_view(), name="download-file"),
]
