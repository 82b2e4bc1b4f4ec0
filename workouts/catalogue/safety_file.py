"""Reads `safety.toml`: when to stop, what pain means, and what the numbers do not promise."""

from types import MappingProxyType

from workouts.catalogue.entries import PainBand, PainScale, Safety
from workouts.catalogue.fields import Fields

_PAIN_ACTIONS = ("continue", "reduce", "stop")
_WORST_PAIN = 10


def read_safety(*, fields: Fields) -> Safety | None:
    """Read the safety texts, or None if anything is wrong with them."""
    session_stop_copy = fields.texts("session_stop_copy")
    disclaimers = fields.table("disclaimers")
    texts = {key: disclaimers.text(key) for key in disclaimers.keys} if disclaimers else {}
    scale = fields.table("pain_scale")
    pain_scale = _pain_scale(scale) if scale else None
    fields.close()
    if not fields.file_clean or pain_scale is None:
        return None
    return Safety(
        session_stop_copy=session_stop_copy,
        disclaimers=MappingProxyType(texts),
        pain_scale=pain_scale,
    )


def _pain_scale(fields: Fields) -> PainScale:
    question = fields.text("question")
    soreness_note = fields.text("soreness_note")
    bands = tuple(_band(table) for table in fields.tables("bands"))
    # Every answer from 0 to 10 must have exactly one band, or somebody in pain gets no advice.
    covered = [score for band in bands for score in range(band.lowest, band.highest + 1)]
    if covered != list(range(_WORST_PAIN + 1)):
        fields.note(f"together they must cover 0 to {_WORST_PAIN}, in order and without a gap.", key="bands")
    fields.close()
    return PainScale(question=question, soreness_note=soreness_note, bands=bands)


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
