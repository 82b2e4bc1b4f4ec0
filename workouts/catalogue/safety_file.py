"""Reads `safety.toml`: when to stop, what pain means, which signs need help, and what is not promised."""

from collections import Counter
from types import MappingProxyType

from workouts.catalogue.fields import Fields
from workouts.catalogue.safety_texts import (
    EMERGENCY,
    LOCKS,
    URGENCIES,
    PainBand,
    PainScale,
    PreScreen,
    RedFlag,
    Safety,
)

_PAIN_ACTIONS = ("continue", "reduce", "stop")
_WORST_PAIN = 10


def read_safety(*, fields: Fields) -> Safety | None:
    """Read the safety texts, or None if anything is wrong with them."""
    session_stop_copy = fields.texts("session_stop_copy")
    region_note = fields.text("region_note")
    disclaimers = fields.table("disclaimers")
    texts = _disclaimers(disclaimers) if disclaimers else {}
    scale = fields.table("pain_scale")
    pain_scale = _pain_scale(scale) if scale else None
    red_flags = tuple(_red_flag(table) for table in fields.tables("red_flags"))
    for flag_id, times in Counter(flag.id for flag in red_flags).items():
        if times > 1:
            fields.note(f'"{flag_id}" stands here {times} times.', key="red_flags")
    asked = fields.table("pre_screen")
    pre_screen = _pre_screen(asked) if asked else None
    fields.close()
    if not fields.file_clean or pain_scale is None or pre_screen is None:
        return None
    return Safety(
        session_stop_copy=session_stop_copy,
        region_note=region_note,
        disclaimers=MappingProxyType(texts),
        pain_scale=pain_scale,
        red_flags=red_flags,
        pre_screen=pre_screen,
    )


def _disclaimers(fields: Fields) -> dict[str, str]:
    # What is said about pain ends with the short one, so that one must be there.
    return {key: fields.text(key) for key in dict.fromkeys(("short", *fields.keys))}


def _pre_screen(fields: Fields) -> PreScreen:
    asked = PreScreen(
        intro=fields.text("intro"), questions=fields.texts("questions"), any_yes=fields.text("any_yes")
    )
    fields.close()
    return asked


def _pain_scale(fields: Fields) -> PainScale:
    bands = tuple(_band(table) for table in fields.tables("bands"))
    # Every answer from 0 to 10 must have exactly one band, or somebody in pain gets no advice.
    covered = [level for band in bands for level in band.levels]
    if covered != list(range(_WORST_PAIN + 1)):
        fields.note(f"together they must cover 0 to {_WORST_PAIN}, in order and without a gap.", key="bands")
    if len(bands) == 1:
        fields.note("one alone tells nothing apart; at least two are wanted.", key="bands")
    scale = PainScale(
        question=fields.text("question"),
        soreness_note=fields.text("soreness_note"),
        stricter_note=fields.text("stricter_note"),
        hop_ceiling=fields.whole("hop_ceiling", low=0, high=bands[0].highest if bands else _WORST_PAIN),
        bands=bands,
    )
    fields.close()
    return scale


def _band(fields: Fields) -> PainBand:
    band = PainBand(
        key=fields.text("key"),
        lowest=fields.whole("min", low=0, high=_WORST_PAIN),
        highest=fields.whole("max", low=0, high=_WORST_PAIN),
        label=fields.text("label"),
        message=fields.text("message"),
        action=fields.text("action", among=_PAIN_ACTIONS),
    )
    fields.close()
    return band


def _red_flag(fields: Fields) -> RedFlag:
    flag = RedFlag(
        id=fields.text("id"),
        urgency=fields.text("urgency", among=URGENCIES),
        ask=fields.text("ask"),
        message=fields.text("message"),
        locks=fields.text("locks", among=LOCKS),
    )
    if set("{}") & set(flag.ask + flag.message.replace(EMERGENCY, "")):
        fields.note(f"nothing but {EMERGENCY} may stand in braces, and only there.", key="message")
    fields.close()
    return flag
