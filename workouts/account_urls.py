"""Accounts: our own ways in, under the names that allauth links to, then the rest of allauth."""

from django.urls import include, path, re_path

from workouts.views import accounts

urlpatterns = [
    path("login/", accounts.login, name="account_login"),
    path("signup/", accounts.Signup.as_view(), name="account_signup"),
    path("password/reset/", accounts.password_reset, name="account_reset_password"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        accounts.PasswordByLink.as_view(),
        name="account_reset_password_from_key",
    ),
    path("invites/<slug:token>/", accounts.invite, name="invite"),
    path("", include("allauth.account.urls")),
]
