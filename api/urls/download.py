from django.urls import path

from api.export import views

urlpatterns = [
    path("", views.index, name="download"),
    path("latest/<path:name>", views.Latest.as_view(), name="download-latest"),
    path("<int:number>/", views.index, name="download-edition"),
    path("<int:number>/<path:name>", views.SetFile.as_view(), name="download-file"),
    path("<str:name>", views.Former.as_view(), name="download-former"),
]
