"""What exercises and circuits have in common: all see those of the catalogue, one's own only oneself."""

from typing import Self, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q

from workouts.models.athlete import Athlete

_Model = TypeVar("_Model", bound=models.Model, covariant=True)


class OfferedQuerySet(models.QuerySet[_Model]):
    def reachable(self, *, to: Athlete | None = None) -> Self:
        """The catalogue's and that athlete's own, also retired ones; without an athlete, no own ones."""
        return self.filter(Q(athlete=None) | Q(athlete=to)) if to is not None else self.filter(athlete=None)

    def offered(self, *, to: Athlete | None = None) -> Self:
        """Those of `reachable` to be chosen today; retired ones stay for what was logged with them."""
        return self.reachable(to=to).filter(retired_at=None)


class Offered(models.Model):
    """
    Something to do.  `athlete` made it for themselves; nobody did where it is the catalogue's.

    The slug names it in forms and, if it is the catalogue's, in its address.
    """

    slug = models.SlugField(max_length=80, unique=True)
    athlete = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="own_%(class)ss",
    )
    retired_at = models.DateTimeField(null=True, blank=True)
    # One more with each change of one's own, so that a tab left open learns that it is behind.
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    @property
    def is_own(self) -> bool:
        """Whether an athlete made it, not the catalogue."""
        return self.athlete_id is not None


def own_slug(*, athlete: Athlete, key: UUID) -> str:
    """The slug of what that athlete made by the form with that key, which no file of the catalogue has."""
    return f"own-{athlete.pk}-{key.hex}"
