"""Name the watch that wrote a FIT file, in words for people."""

from collections.abc import Sequence

from logbook.formats.fit_parts import Fields
from logbook.formats.fit_words import printable

_LONGEST_NAME = 60


def device_name(*, file_id: Fields, creators: Sequence[Fields]) -> str | None:
    """
    Return the maker and the model ("Garmin fenix6"), as far as they are known.

    The file's own id says it first, then the devices that are marked as its creator.
    """
    for said in (file_id, *creators):
        maker = printable(said.get("manufacturer")).replace("_", " ").title()
        model = printable(said.get("product_name")) or _product(said)
        if model.casefold().startswith(maker.casefold()):
            maker = ""
        if name := f"{maker} {model}".strip():
            return name[:_LONGEST_NAME].strip()
    return None


def _product(said: Fields) -> str:
    # A product the FIT profile has a word for stands under "garmin_product", "favero_product"...
    words = [printable(value) for name, value in said.items() if name.endswith("product")]
    return next((word.replace("_", " ") for word in words if word), "")
