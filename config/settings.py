"""Settings.  Every environment variable read here stands in the README's table."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.emergency import emergency_number
from config.hosts import own_hosts, public_url
from config.log import HOW_TO_LOG
from config.secret import secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
# Blank, as compose files pass what is not set, means the default.
env.ENVIRON = {name: value for name, value in os.environ.items() if value.strip()}

# Where things are kept

DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / ".data"))).resolve()
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
SECRET_KEY = env.str("SECRET_KEY", default="") or secret_key(data_dir=DATA_DIR)

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'footfall.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"] |= {
        "OPTIONS": {
            # IMMEDIATE: a read that becomes a write would otherwise fail at once when another writes.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: what the page called saved survives a power cut, too.
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA temp_store=MEMORY;"
            # No mmap_size: with connections that come and go, several processes lost committed rows by it.
            "PRAGMA journal_size_limit=67108864;PRAGMA cache_size=-8000;"
            # What is deleted is written over with noughts: an account that ended leaves no words in the file.
            "PRAGMA secure_delete=ON;",
        },
        "TEST": {"NAME": str(BASE_DIR / ".test.sqlite3")},
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    # A server that is gone without a word would otherwise hold every thread for minutes.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 10)
# What a migration does to the data can be taken back by this alone.
BACKUP_BEFORE_MIGRATION = env.bool("BACKUP_BEFORE_MIGRATION", default=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One cache for all workers, so that sign-in limits count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # Few entries would let a flood of addresses push out the counters of others.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# How it is reached

DEBUG = env.bool("DEBUG", default=False)
PUBLIC_URL = public_url(env.str("PUBLIC_URL", default=""))
IS_HTTPS = PUBLIC_URL.startswith("https://")
PUBLIC_HOST = urlsplit(PUBLIC_URL).hostname or ""
ALLOWED_HOSTS = [
    *own_hosts(),
    *([PUBLIC_HOST] if PUBLIC_HOST else []),
    *(host.strip() for host in env.list("ALLOWED_HOSTS", default=[])),
]
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=1 if IS_HTTPS else 0)

SESSION_COOKIE_AGE = 30 * 24 * 60 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if IS_HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    SECURE_SSL_REDIRECT, SECURE_SSL_HOST = True, urlsplit(PUBLIC_URL).netloc
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    if TRUSTED_PROXIES:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Including subdomains, and the browsers' preload lists, are the operator's choice.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
    # Django's own debug pages are written with inline style and script.
    "EXCLUDE_URL_PREFIXES": ["/"] if DEBUG else [],
}

# Who may come in

AUTH_USER_MODEL = "workouts.Athlete"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
REGISTRATION = env.str("REGISTRATION", default="first-only")
if REGISTRATION not in ("first-only", "open", "closed"):
    raise ImproperlyConfigured(f"REGISTRATION is {REGISTRATION!r}. Give first-only, open or closed.")
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "account_login", "logbook:today", "account_login"
ACCOUNT_ADAPTER = "workouts.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_SIGNUP_FORM_CLASS = "workouts.forms.athlete.SignupForm"
ACCOUNT_FORMS = {
    "reset_password": "workouts.accounts.PasswordResetForm",
    "reset_password_from_key": "workouts.forms.account.NewPasswordForm",
    "user_token": "workouts.forms.account.LinkForm",
}
# A link for a new password, by mail or by hand, holds for a day.
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_USER_DISPLAY = "workouts.accounts.display_name"
ACCOUNT_RATE_LIMITS = {
    "login": "60/h/ip",
    # Wrong passwords and wrong codes: see workouts/limits.py for what the keys are.
    "login_failed": "10/h/key,20/h/ip",
    "login_failed_elsewhere": "50/d/key",
    "code_failed": "10/h/key,20/h/ip",
    "code_failed_elsewhere": "50/d/key",
    "signup": "10/h/ip",
    # Links that are no invite, or none any more.
    "invite": "20/h/ip",
    "reset_password": "5/h/ip,5/h/key",
    "change_password": "10/h/user",
    "password_asked_again": "10/h/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES

# A second factor: an app with codes, or passkeys, which also sign in alone

MFA_ADAPTER = "workouts.second_factor.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Where no mail is sent, no address is ever confirmed.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Footfall"
# A watch that is half a minute wrong still gets in; workouts/second_factor.py takes each code once.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    name: f"workouts.forms.second_factor.{form}"
    for name, form in {
        "authenticate": "CodeForm",
        "reauthenticate": "CodeAgainForm",
        "activate_totp": "AppForm",
        "add_webauthn": "NewPasskeyForm",
        "edit_webauthn": "PasskeyNameForm",
        "authenticate_webauthn": "PasskeyForm",
        "login_webauthn": "PasskeyAloneForm",
        "reauthenticate_webauthn": "PasskeyAgainForm",
    }.items()
}
# Of a passkey nothing can be guessed; what is counted is the work.
MFA_RATE_LIMITS = {"webauthn_login": "240/h/ip"}

EMAIL_URL = env.str("EMAIL_URL", default="")
MAIL_CONFIGURED = bool(EMAIL_URL)
if MAIL_CONFIGURED:
    vars().update(env.email_url_config(EMAIL_URL))
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Footfall: "
# A form that hides whether an address is taken would let a second account have it.
ACCOUNT_PREVENT_ENUMERATION = False
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="footfall@localhost")

# What it says when something is wrong

EMERGENCY_NUMBER = emergency_number(env.str("EMERGENCY_NUMBER", default="999"))

# What it is made of

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "csp",
    "django_htmx",
    "workouts",
    "logbook",
]
MIDDLEWARE = [
    "config.health.Health",
    "config.requests.Requests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "config.headers.PrivateResponses",
    "config.headers.RedirectsOfParts",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "workouts.middleware.EndedAccounts",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "workouts.context_processors.preferences",
            ],
        },
    }
]
CRISPY_TEMPLATE_PACK = "forms"
CRISPY_ALLOWED_TEMPLATE_PACKS = ("forms",)
CRISPY_FAIL_SILENTLY = False

LANGUAGE_CODE, USE_TZ, TIME_ZONE = "en-gb", True, "UTC"
# Every text is English as it is written; each would be looked up in a translation that says the same.
USE_I18N = False

STATIC_URL, STATIC_ROOT = "/static/", DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.static_files.HashedStaticFiles"},
}
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
# Of each file no more is kept while it arrives than it takes to refuse it for its size.
DATA_UPLOAD_MAX_NUMBER_FILES = 50
# Thirty stations of twenty sets, each with all its fields, are one form.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6000
FILE_UPLOAD_HANDLERS = [
    "config.uploads.CappedUploads",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

LOGGING = HOW_TO_LOG
