"""The owner's admin: accounts only.  What people log is theirs, and is not shown here."""

from typing import Any

from allauth.account.decorators import secure_admin_login
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from workouts import unlocking
from workouts.models import Athlete


def _signing_out(request: HttpRequest, extra_context: Any = None) -> HttpResponse:
    return redirect("account_logout")


# Signing in happens on our own page, with its limits and its second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
# There the browser is emptied, and whoever has something unsent is warned first.
admin.site.logout = _signing_out  # type: ignore[method-assign, assignment]
admin.site.site_header = admin.site.site_title = "Footfall accounts"
admin.site.unregister(Group)
# The secrets of a second factor, and where somebody is signed in, are that person's.
admin.site.unregister([Authenticator, UserSession])


@admin.register(Athlete)
class AthleteAdmin(UserAdmin):
    """Add people, set a password, switch an account off, remove a second factor that was lost."""

    list_display = ["username", "email", "is_active", "is_staff", "date_joined", "last_login"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["username", "email"]
    fieldsets = [
        (None, {"fields": ["username", "password", "email"]}),
        ("May sign in, may administer", {"fields": ["is_active", "is_staff", "is_superuser"]}),
    ]
    add_fieldsets = [
        (None, {"classes": ["wide"], "fields": ["username", "usable_password", "password1", "password2"]})
    ]
    filter_horizontal = []
    actions = ["remove_second_factor"]

    def get_readonly_fields(self, request: HttpRequest, obj: Athlete | None = None) -> tuple[str, ...]:
        """Nobody takes the owner's rights or their own by a slip, and the demo runner gets none."""
        rights = ("is_active", "is_staff", "is_superuser")
        is_fixed = obj is not None and (obj.is_owner or obj.is_demo or obj.pk == request.user.pk)
        return rights if is_fixed else ()

    def has_delete_permission(self, request: HttpRequest, obj: Athlete | None = None) -> bool:
        """Never: Django's page for it would list what that person logged, and leave the files behind."""
        return False

    @admin.action(description="Remove the second factor, passkeys and recovery codes", permissions=["change"])
    def remove_second_factor(self, request: HttpRequest, queryset: QuerySet[Athlete]) -> None:
        """For whom lost it: the password alone signs in again."""
        freed = [str(athlete) for athlete in queryset if unlocking.remove_second_factor(athlete=athlete)]
        if freed:
            told = f"The password alone signs in again: {', '.join(freed)}."
            messages.success(request, told)
        else:
            messages.info(request, "Nobody of them had a second factor. Nothing was changed.")
