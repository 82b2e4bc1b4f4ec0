"""Reads a run back as a GPX file for other programs, with or without the ends that lead to a door."""

from dataclasses import dataclass

from django.utils.text import slugify

from logbook.models import Run, RunTrack
from logbook.track.gpx_export import NoPlaces, gpx_of
from logbook.track.track import Track
from logbook.track.trimmed import ENDS_M, trimmed

_NO_TRACK = "Nothing was recorded of this run point by point, so there is no GPX file of it."
_NOTHING_LEFT = (
    f"Nothing of this run lies {ENDS_M:.0f} m or more from its start and its end. "
    "Untick that to get all of it."
)


@dataclass(frozen=True)
class GpxFile:
    """A file and what to call it: "2026-07-29-easy-run.gpx"."""

    name: str
    content: bytes


class NothingToExport(Exception):
    """There is no line to write down; the text says why, and what to do, to the athlete."""


def gpx_file(*, run: Run, trim: bool) -> GpxFile:
    """
    Return the track of a run, without its first and last 200 m where `trim`.  One query.

    :raises NothingToExport: if the run has no places, or none but near its ends
    """
    row = RunTrack.objects.filter(pk=run.pk).first()
    if row is None:
        raise NothingToExport(_NO_TRACK)
    track = trimmed(row.track) if trim else row.track
    try:
        content = gpx_of(
            track=track or Track(),
            started_at=run.started_at,
            name=run.name or run.title,
            sport="running" if run.is_running else run.sport,
        )
    except NoPlaces as refused:
        places_cut_off = trim and any(place is not None for place in row.track.places)
        raise NothingToExport(_NOTHING_LEFT if places_cut_off else str(refused)) from refused
    return GpxFile(f"{run.performed_on:%Y-%m-%d}-{slugify(run.title)}.gpx", content)
