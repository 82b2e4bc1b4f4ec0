"""Which race a run was, by its metres, for the days that rule RACE-01 asks for after it."""

# In metres, as they are measured.
NAMED = {"5k": 5_000.0, "10k": 10_000.0, "half": 21_097.5, "marathon": 42_195.0}
# What a watch and a wide line in the bends make of them.
TOLERANCE = 0.05


def distance_of(metres: float | None) -> str:
    """
    Return the key of `vocabulary.RACE_DISTANCES` for a race of so many metres.

    Within 5 % it is the named one; longer than a marathon is an ultra.  Between a half and a marathon it
    counts as a half, which asks for more days than "other" does.  Anything else, and one of a length that
    nobody knows, is another distance.
    """
    if metres is None:
        return "other"
    named = next((key for key, of in NAMED.items() if abs(metres - of) <= TOLERANCE * of), None)
    if named is not None:
        return named
    if metres > NAMED["marathon"]:
        return "ultra"
    return "half" if metres > NAMED["half"] else "other"
