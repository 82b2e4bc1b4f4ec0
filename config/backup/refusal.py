"""Why a backup is not made or not restored."""


class Refused(Exception):
    """What stands in the way, as a sentence or two that say what to do about it."""


def in_words(error: Exception) -> str:
    """What went wrong, in a sentence: of the disk what it says and where, of anything else its own words."""
    if isinstance(error, OSError) and error.strerror:
        where = f" ({error.filename})" if error.filename else ""
        return f"The disk says: {error.strerror}{where}."
    return str(error).strip()
