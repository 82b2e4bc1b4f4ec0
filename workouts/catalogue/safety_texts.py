"""The texts whose words are fixed: on stopping, on pain, on signs that need help, on what is not promised."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

# The most pressing first; each is also the heading that its signs stand under.
URGENCIES = ("emergency", "urgent", "soon")
# What a sign turns off, the strictest first.
LOCKS = ("all", "impact", "none")
# Where a message names the number to call.
EMERGENCY = "{emergency}"


@dataclass(frozen=True, kw_only=True)
class PainBand:
    """What to say and do from `lowest` to `highest` on the pain scale, both included."""

    key: str
    lowest: int
    highest: int
    label: str
    message: str
    action: str

    @property
    def levels(self) -> range:
        return range(self.lowest, self.highest + 1)


@dataclass(frozen=True, kw_only=True)
class PainScale:
    """
    How pain is asked about, from 0 to 10, and what each answer means.

    hop_ceiling: the highest level of the first band where there were hops; `stricter_note` says so.
    """

    question: str
    soreness_note: str
    stricter_note: str
    hop_ceiling: int
    bands: tuple[PainBand, ...]

    def bands_for(self, *, with_hops: bool) -> tuple[PainBand, ...]:
        """The bands, with hops moved down: what is above their ceiling is no longer in the first one."""
        if not with_hops:
            return self.bands
        first, second, *others = self.bands
        return (
            replace(first, highest=self.hop_ceiling),
            replace(second, lowest=self.hop_ceiling + 1),
            *others,
        )


@dataclass(frozen=True, kw_only=True)
class RedFlag:
    """
    A sign that needs help: how to ask about it, and what to say then.

    locks: what is off until a doctor has looked: "all", "impact" or "none".
    """

    id: str
    urgency: str
    ask: str
    message: str
    locks: str

    def told(self, *, emergency: str) -> "Sign":
        """The same in words, with the number to call filled in."""
        return Sign(ask=self.ask, message=self.message.replace(EMERGENCY, emergency))


@dataclass(frozen=True, kw_only=True)
class Sign:
    """A red flag as a person reads it."""

    ask: str
    message: str


@dataclass(frozen=True, kw_only=True)
class PreScreen:
    """What is asked before the first plan, and what is said if any answer is yes."""

    intro: str
    questions: tuple[str, ...]
    any_yes: str


@dataclass(frozen=True, kw_only=True)
class SafetyTold:
    """
    What a page says about pain, ready to print.

    stricter_note: blank where there were no hops.
    signs: a heading and what stands under it, the most pressing first.
    region_note: blank where another number than those it names is set.
    """

    question: str
    bands: tuple[PainBand, ...]
    soreness_note: str
    stricter_note: str
    signs: tuple[tuple[str, tuple[Sign, ...]], ...]
    region_note: str
    disclaimer: str


@dataclass(frozen=True, kw_only=True)
class Safety:
    """All of them."""

    session_stop_copy: tuple[str, ...]
    region_note: str
    disclaimers: Mapping[str, str]
    pain_scale: PainScale
    red_flags: tuple[RedFlag, ...]
    pre_screen: PreScreen

    def raised(self, ids: Collection[str]) -> tuple[RedFlag, ...]:
        """The flags of those names, the most pressing first; what is not asked about any more is left out."""
        flags = [flag for flag in self.red_flags if flag.id in ids]
        return tuple(sorted(flags, key=lambda flag: URGENCIES.index(flag.urgency)))

    def strictest(self, ids: Collection[str]) -> str:
        """What is off by the flags of those names: "all", "impact" or "none"; "" without any."""
        locks = {flag.locks for flag in self.raised(ids)}
        return next((level for level in LOCKS if level in locks), "")

    def told(self, *, emergency: str, with_hops: bool) -> SafetyTold:
        """What a page about pain says, where `emergency` is the number to call."""
        scale = self.pain_scale
        return SafetyTold(
            question=scale.question,
            bands=scale.bands_for(with_hops=with_hops),
            soreness_note=scale.soreness_note,
            stricter_note=scale.stricter_note if with_hops else "",
            signs=tuple(
                (
                    urgency.capitalize(),
                    tuple(
                        flag.told(emergency=emergency) for flag in self.red_flags if flag.urgency == urgency
                    ),
                )
                for urgency in URGENCIES
            ),
            region_note=self.region_note if emergency in self.region_note else "",
            disclaimer=self.disclaimers["short"],
        )
