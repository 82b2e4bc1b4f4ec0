"""Accounts: our own ways in, under the names that allauth links to, then the rest of allauth."""

from django.urls import include, path, re_path

from workouts.views import accounts, second_factor

urlpatterns = [
    path("login/", accounts.login, name="account_login"),
    path("logout/", accounts.Logout.as_view(), name="account_logout"),
    path("signup/", accounts.Signup.as_view(), name="account_signup"),
    path("password/reset/", accounts.password_reset, name="account_reset_password"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        accounts.PasswordByLink.as_view(),
        name="account_reset_password_from_key",
    ),
    path("invites/<slug:token>/", accounts.invite, name="invite"),
    path("2fa/", second_factor.overview, name="mfa_index"),
    path("2fa/authenticate/", second_factor.SecondStep.as_view(), name="mfa_authenticate"),
    path("2fa/totp/activate/", second_factor.NewApp.as_view(), name="mfa_activate_totp"),
    path("2fa/webauthn/", second_factor.passkeys, name="mfa_list_webauthn"),
    path("2fa/webauthn/add/", second_factor.NewPasskey.as_view(), name="mfa_add_webauthn"),
    path("2fa/webauthn/login/", second_factor.PasskeyAlone.as_view(), name="mfa_login_webauthn"),
    path(
        "2fa/webauthn/reauthenticate/",
        second_factor.PasskeyAgain.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    path("2fa/recovery-codes/", second_factor.recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "2fa/recovery-codes/download/",
        second_factor.recovery_codes_file,
        name="mfa_download_recovery_codes",
    ),
    path(
        "2fa/recovery-codes/generate/",
        second_factor.NewCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
]
