"""Of the desk, before its own: what is under `desk` has its namespace, `admin`."""

from django.urls import path

from accounts.views import by_provider, own_factor, reset, sign_in

desk = [
    path("login/code/", sign_in.code, name="code"),
    path("provider/", by_provider.begin, name="provider"),
    path("provider/back/", by_provider.finish, name="provider-back"),
    path("second-factor/", own_factor.own_factor, name="second-factor"),
    path("second-factor/codes/", own_factor.new_codes, name="new-codes"),
    path("second-factor/off/", own_factor.turn_off, name="turn-off"),
    path("second-factor/move/", own_factor.move, name="move-factor"),
]

urlpatterns = [
    path("password_reset/", reset.LinkView.as_view(), name="admin_password_reset"),
    path("password_reset/done/", reset.LinkSentView.as_view(), name="password_reset_done"),
    path("reset/<uidb64>/<token>/", reset.NewPasswordView.as_view(), name="password_reset_confirm"),
    path("reset/done/", reset.PasswordSetView.as_view(), name="password_reset_complete"),
]
