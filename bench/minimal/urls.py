from django.http import HttpResponse
from django.urls import include, path

from bench.minimal import views

urlpatterns = [
    path("", lambda request: HttpResponse()),
    path("careers/<slug:slug>/", views.career),
    path("occupations/<str:code>/", views.occupation),
    path("api/v1/salaries/", views.salaries),
    path("", include("config.urls")),  # for their names: what is read knows its address
]
