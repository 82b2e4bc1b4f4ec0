"""What was recorded of a run point by point and lap by lap: one packed row, which no list ever loads."""

from dataclasses import asdict

from django.db import models

from logbook.models.run import Run
from logbook.track.packed import pack, unpack
from logbook.track.track import Lap, Track


class RunTrack(models.Model):
    """The track of a run and its laps, as read from its file and repaired."""

    run = models.OneToOneField(Run, on_delete=models.CASCADE, primary_key=True, related_name="recorded")
    packed = models.BinaryField()
    laps_as_read = models.JSONField(default=list)
    # What else its kind is guessed by.
    flags = models.JSONField(default=list)
    sub_sport = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"Track of run {self.pk}"

    @classmethod
    def of(cls, *, track: Track, laps: tuple[Lap, ...]) -> "RunTrack":
        """A row to be given its run and saved."""
        return cls(packed=pack(track), laps_as_read=[asdict(lap) for lap in laps])

    @property
    def track(self) -> Track:
        return unpack(bytes(self.packed))

    @property
    def laps(self) -> tuple[Lap, ...]:
        return tuple(Lap(**lap) for lap in self.laps_as_read)
