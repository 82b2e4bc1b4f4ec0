"""Makes FIT files of activities from nothing: say what the watch saw, get the bytes it would write."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tests.builders.fit_encoding import Field, Message, fit_bytes, seconds
from tests.builders.fit_legs import RECORD, FitLap, Leg, laps_of, records, with_timer, workout

__all__ = [
    "FILE_TYPES",
    "RECORD",
    "SESSION",
    "SESSION_FIELDS",
    "SPORTS",
    "SUB_SPORTS",
    "fit_file",
    "other_fit_file",
]

FILE_ID, SPORT, SESSION, DEVICE_INFO, ACTIVITY = 0, 12, 18, 23, 34
TRANSITION_S = 60

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
    sports: Sequence[str] = (),
    sport_message: str | None = None,
    profile_name: str | None = None,
    counts_on: bool = False,
    laps: Sequence[FitLap] = (),
    timer: bool = False,
    pauses: Sequence[tuple[float, float]] = (),
    on_the_ground: bool = False,
    climb: tuple[float, float] | None = None,
    compressed: bool = False,
    unset_until_s: float = 0.0,
    workout_name: str | None = None,
    steps: Sequence[str] = (),
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
    body_size: int | None = None,
    cut_at: int | None = None,
) -> bytes:
    """
    Return the file of one activity (or of `sessions`, one after another).

    duration_s: the stopwatch; `elapsed_s` is the same and the pauses unless said.
    record_every_s: the seconds between records, None for no records. Their distance grows evenly to
        `distance_m`, their heart rate has the mean `avg_hr` and reaches `max_hr` where both can be.
    transitions: put a transition of a minute between two sessions.
    session_first: write the summary before the records, as newer watches do.
    sports: the sport of each session in turn, in place of `sessions` and `sport`.
    sport_message: a sport that is named before the records; profile_name: what the athlete calls it.
    counts_on: the distance of the records goes on from session to session.
    laps: of each session. timer: write when the stopwatch was started and stopped.
    pauses: after how many seconds on the stopwatch, and for how many; written with the timer.
    on_the_ground: the records say where, going north from HOME. climb: and how high, from and to.
    compressed: the records have their time in the header.
    unset_until_s: for so long the clock counts from power-up, in the records alone.
    workout_name, steps: a structured workout that was followed, and the intensities of its steps.
    without: names from SESSION_FIELDS that the session leaves out; the records still know.
    instead: fields that replace those of the same number in the session, for absurd values.
    extra: messages to write at the end.
    body_size: what the header claims, the truth when None.
    cut_at: keep only so many bytes (from the end when negative), the header's claim unchanged.
    """
    said: dict[str, float | None] = {
        "sub_sport": None if sub_sport is None else SUB_SPORTS[sub_sport],
        "total_elapsed_time": duration_s + sum(s for _, s in pauses) if elapsed_s is None else elapsed_s,
        "total_timer_time": duration_s,
        "total_distance": distance_m,
        "avg_heart_rate": avg_hr,
        "max_heart_rate": max_hr,
        "total_ascent": ascent_m,
        "total_moving_time": moving_s,
    }
    whole = Leg(
        starts=seconds(started_at),
        duration_s=duration_s,
        distance_m=distance_m,
        avg_hr=avg_hr,
        max_hr=max_hr,
        every_s=record_every_s,
        pauses=pauses,
        on_the_ground=on_the_ground,
        climb=climb,
        compressed=compressed,
        unset_until_s=unset_until_s,
    )
    legs = _legs(whole, sports or [sport] * sessions, transitions=transitions, counts_on=counts_on)
    named = [] if profile_name is None else [Field(110, "string", profile_name)]
    totals: list[Message] = []
    track: list[Message] = []
    for leg, leg_sport in legs:
        recorded = list(records(leg))
        track += with_timer(leg, recorded) if timer or pauses else recorded
        track += laps_of(leg, laps)
        brief = {"start_time": leg.starts, "sport": SPORTS[leg_sport], "total_timer_time": leg.duration_s}
        told = brief if leg_sport == "transition" else said | brief
        session = _session(told, without, [*named, *instead])
        if with_session:
            (totals if session_first else track).append(session)
    sport_named = [] if sport_message is None else [Message(SPORT, [Field(0, "enum", SPORTS[sport_message])])]
    messages = [
        _file_id(started_at, file_type, manufacturer, product, product_name),
        *sport_named,
        *workout(workout_name, steps),
        *totals,
        *track,
        *([_activity(started_at, duration_s, len(legs) if with_session else 0)] if with_activity else []),
        *extra,
    ]
    whole_file = fit_bytes(
        messages, bad_crc=bad_crc, big_endian=big_endian, header_size=header_size, body_size=body_size
    )
    return whole_file[:cut_at]


def _legs(whole: Leg, sports: Sequence[str], *, transitions: bool, counts_on: bool) -> list[tuple[Leg, str]]:
    """Return as many legs as sports, each like the whole, one after another."""
    legs: list[tuple[Leg, str]] = []
    starts, from_m = whole.starts, 0.0
    for nth, sport in enumerate(sports):
        if nth and transitions:
            rest = replace(whole, starts=starts, duration_s=TRANSITION_S, distance_m=None, every_s=None)
            legs.append((rest, "transition"))
            starts += TRANSITION_S
        legs.append((replace(whole, starts=starts, from_m=from_m), sport))
        starts = legs[-1][0].at(whole.duration_s)
        from_m += (whole.distance_m or 0.0) if counts_on else 0.0
    return legs


def _session(said: Mapping[str, float | None], without: Collection[str], instead: Sequence[Field]) -> Message:
    fields: dict[int, Field] = {}
    for name, value in said.items():
        number, base_type, scale = SESSION_FIELDS[name]
        if name not in without and value is not None:
            fields[number] = Field(number, base_type, round(value * scale))
    return Message(SESSION, list((fields | {field.number: field for field in instead}).values()))


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
