"""The secret address at which an athlete's calendar programs read the plan."""

from django.conf import settings
from django.db import models
from django.urls import reverse

# What 32 random bytes take in letters that an address may hold.
TOKEN_LENGTH = 43


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    def opened_by(self, token: str) -> "CalendarFeedQuerySet":
        """The one whose address has that token, unless its account is switched off; with its athlete."""
        return self.filter(token=token, athlete__is_active=True).select_related("athlete")


class CalendarFeed(models.Model):
    """
    One address an athlete; a new one is a new row, so that a form made for the old one is told.

    The token is kept as it is and not as a hash, since the page shows the address again for the next
    device.  It opens nothing that does not lie beside it in the same database.
    """

    athlete = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed"
    )
    token = models.CharField(max_length=TOKEN_LENGTH, unique=True)
    made_at = models.DateTimeField()

    objects = CalendarFeedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"of {self.athlete}"

    def get_absolute_url(self) -> str:
        return reverse("logbook:calendar_feed", args=[self.token])
