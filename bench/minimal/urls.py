from django.http import HttpResponse
from django.urls import path

from bench.minimal import views

urlpatterns = [
    path("", lambda request: HttpResponse()),
    path("careers/<slug:slug>/", views.guide),
    path("occupations/<str:code>/", views.occupation),
    path("api/v1/salaries/", views.salaries),
]
