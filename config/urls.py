"""Every address.  The one place where config names the apps."""

from django.contrib import admin
from django.urls import include, path

handler400 = "workouts.views.errors.bad_request"
handler500 = "workouts.views.errors.server_error"
# allauth's, asked for where a limit is reached.
handler429 = "workouts.views.errors.too_many_tries"

urlpatterns = [
    # First, since "own" among exercises and circuits is no slug.
    path("", include("workouts.urls")),
    path("", include("logbook.urls")),
    path("accounts/", include("workouts.account_urls")),
    path("admin/", admin.site.urls),
]
