"""The owner's admin: accounts only.  What people log is theirs, and is not shown here."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest

from workouts.models import Athlete

# Signing in happens on our own page, with its limits.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.site_header = admin.site.site_title = "Footfall accounts"
admin.site.unregister(Group)


@admin.register(Athlete)
class AthleteAdmin(UserAdmin):
    """Add people, set a password, switch an account off."""

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

    def has_delete_permission(self, request: HttpRequest, obj: Athlete | None = None) -> bool:
        """Never: Django's page for it would list what that person logged, and leave the files behind."""
        return False
