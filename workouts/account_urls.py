"""Accounts: our own ways in, under the names that allauth links to, then the rest of allauth."""

from django.urls import include, path

from workouts.views import accounts

urlpatterns = [
    path("login/", accounts.login, name="account_login"),
    path("signup/", accounts.Signup.as_view(), name="account_signup"),
    path("password/reset/", accounts.password_reset, name="account_reset_password"),
    path("", include("allauth.account.urls")),
]
