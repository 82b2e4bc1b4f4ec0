"""Makes FIT files of activities from nothing: say what the watch saw, get the bytes it would write."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from tests.builders.fit_encoding import Field, Message, fit_bytes, seconds

FILE_ID, SESSION, RECORD, EVENT, DEVICE_INFO, ACTIVITY = 0, 18, 20, 21, 23, 34

FILE_TYPES = {
    "device": 1,
    "settings": 2,
    "sport": 3,
    "activity": 4,
    "workout": 5,
    "course": 6,
    "totals": 10,
    "goals": 11,
    "monitoring_a": 15,
    "monitoring_b": 32,
    "segment": 34,
}
SPORTS = {
    "generic": 0,
    "running": 1,
    "cycling": 2,
    "transition": 3,
    "swimming": 5,
    "training": 10,
    "walking": 11,
    "hiking": 17,
}
SUB_SPORTS = {
    "generic": 0,
    "treadmill": 1,
    "street": 2,
    "trail": 3,
    "track": 4,
    "strength_training": 20,
    "indoor_running": 45,
}
# The session's fields by name: number, base type, and by what the value is multiplied in the file.
SESSION_FIELDS: Mapping[str, tuple[int, str, int]] = {
    "start_time": (2, "uint32", 1),
    "sport": (5, "enum", 1),
    "sub_sport": (6, "enum", 1),
    "total_elapsed_time": (7, "uint32", 1000),
    "total_timer_time": (8, "uint32", 1000),
    "total_distance": (9, "uint32", 100),
    "avg_heart_rate": (16, "uint8", 1),
    "max_heart_rate": (17, "uint8", 1),
    "total_ascent": (22, "uint16", 1),
    "total_moving_time": (59, "uint32", 1000),
}
GARMIN, FENIX_6 = 1, 3290


def fit_file(
    *,
    started_at: datetime,
    duration_s: float = 1800.0,
    distance_m: float | None = 5000.0,
    avg_hr: int | None = 150,
    max_hr: int | None = 170,
    ascent_m: int | None = None,
    elapsed_s: float | None = None,
    moving_s: float | None = None,
    sport: str = "running",
    sub_sport: str | None = None,
    record_every_s: int | None = 10,
    sessions: int = 1,
    transitions: bool = False,
    with_session: bool = True,
    with_activity: bool = True,
    session_first: bool = False,
    without: Collection[str] = (),
    instead: Sequence[Field] = (),
    file_type: str | None = "activity",
    manufacturer: int | None = GARMIN,
    product: int | None = FENIX_6,
    product_name: str | None = None,
    extra: Sequence[Message] = (),
    bad_crc: bool = False,
    big_endian: bool = False,
    header_size: int = 14,
    cut_at: int | None = None,
) -> bytes:
    """
    Return the file of one activity (or of `sessions`, one after another).

    duration_s: the stopwatch; `elapsed_s` is the same unless said.
    record_every_s: the seconds between records, None for no records. Their distance grows evenly to
        `distance_m`, their heart rate has the mean `avg_hr` and reaches `max_hr` where both can be.
    transitions: put a transition of a minute between two sessions.
    session_first: write the summary before the records, as newer watches do.
    without: names from SESSION_FIELDS that the session leaves out; the records still know.
    instead: fields that replace those of the same number in the session, for absurd values.
    extra: messages to write at the end.
    cut_at: keep only so many bytes (from the end when negative), the header's claim unchanged.
    """
    said: dict[str, float | None] = {
        "sport": SPORTS[sport],
        "sub_sport": None if sub_sport is None else SUB_SPORTS[sub_sport],
        "total_elapsed_time": duration_s if elapsed_s is None else elapsed_s,
        "total_timer_time": duration_s,
        "total_distance": distance_m,
        "avg_heart_rate": avg_hr,
        "max_heart_rate": max_hr,
        "total_ascent": ascent_m,
        "total_moving_time": moving_s,
    }
    totals: list[Message] = []
    starts = started_at
    for nth in range(sessions if with_session else 0):
        if nth and transitions:
            pause = {"start_time": seconds(starts), "sport": SPORTS["transition"], "total_timer_time": 60}
            totals.append(_session(pause, (), ()))
            starts += timedelta(seconds=60)
        totals.append(_session({"start_time": seconds(starts), **said}, without, instead))
        starts += timedelta(seconds=duration_s)

    track = list(_records(started_at, duration_s, distance_m, avg_hr, max_hr, record_every_s))
    messages = [
        _file_id(started_at, file_type, manufacturer, product, product_name),
        *(totals + track if session_first else track + totals),
        *([_activity(started_at, duration_s, len(totals))] if with_activity else []),
        *extra,
    ]
    return fit_bytes(messages, bad_crc=bad_crc, big_endian=big_endian, header_size=header_size)[:cut_at]


def _session(said: Mapping[str, float | None], without: Collection[str], instead: Sequence[Field]) -> Message:
    fields: dict[int, Field] = {}
    for name, value in said.items():
        number, base_type, scale = SESSION_FIELDS[name]
        if name not in without and value is not None:
            fields[number] = Field(number, base_type, round(value * scale))
    return Message(SESSION, list((fields | {field.number: field for field in instead}).values()))


def _records(
    started_at: datetime,
    duration_s: float,
    distance_m: float | None,
    avg_hr: int | None,
    max_hr: int | None,
    every_s: int | None,
) -> Iterator[Message]:
    if every_s is None:
        return
    # The last record is at the end itself, to the second, whatever the step.
    after = [*range(0, int(duration_s), every_s), int(duration_s)]
    for nth, second in enumerate(after):
        fields = [Field(253, "uint32", seconds(started_at) + second)]
        if distance_m is not None:
            share = nth / (len(after) - 1) if len(after) > 1 else 1
            fields.append(Field(5, "uint32", round(distance_m * share * 100)))
        if avg_hr is not None:
            fields.append(Field(3, "uint8", _beat(nth, avg_hr, max_hr, len(after))))
        yield Message(RECORD, fields)


def _beat(nth: int, avg_hr: int, max_hr: int | None, count: int) -> int:
    """Return the mean, but once the maximum and once as far below it, so that the mean stays."""
    above = 0 if max_hr is None or count < 2 or 2 * avg_hr - max_hr < 1 else max_hr - avg_hr
    return avg_hr + {0: -above, count - 1: above}.get(nth, 0)


def _file_id(
    started_at: datetime,
    file_type: str | None,
    manufacturer: int | None,
    product: int | None,
    product_name: str | None,
) -> Message:
    fields = [
        Field(0, "enum", None if file_type is None else FILE_TYPES[file_type]),
        Field(1, "uint16", manufacturer),
        Field(2, "uint16", product),
        Field(3, "uint32z", 1234567890),
        Field(4, "uint32", seconds(started_at)),
    ]
    return Message(FILE_ID, fields + ([Field(8, "string", product_name)] if product_name else []))


def _activity(started_at: datetime, duration_s: float, sessions: int) -> Message:
    fields = [
        Field(253, "uint32", seconds(started_at) + int(duration_s)),
        Field(0, "uint32", round(duration_s * 1000)),
        Field(1, "uint16", sessions),
    ]
    return Message(ACTIVITY, fields)


def other_fit_file(file_type: str, *, started_at: datetime) -> bytes:
    """Return a FIT file of another purpose: a workout, settings, a course... with nothing run in it."""
    return fit_bytes([_file_id(started_at, file_type, GARMIN, FENIX_6, None)])
