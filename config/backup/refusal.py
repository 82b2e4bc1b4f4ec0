"""Why a backup is not made or not restored."""


class Refused(Exception):
    """What stands in the way, as a sentence or two that say what to do about it."""
