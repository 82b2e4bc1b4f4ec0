"""One TOML table read key by key: what is wrong is noted as a sentence, and reading goes on.

After a mistake a method returns a stand-in of the right type, so the caller can go on to find the
next mistake; what it builds is used only if the file is clean.
"""

import tomllib
from collections.abc import Collection, Mapping

from workouts.training.tempo import BadTempo, Tempo


class Mistakes:
    """The sentences noted about one file, each naming the file and, where there is one, the key."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.sentences: list[str] = []

    def note(self, sentence: str, *, key: str = "") -> None:
        place = f"{self.file}, {key}" if key else self.file
        self.sentences.append(f"{place}: {sentence}")


class Fields:
    """A table whose keys are asked for by type.  `close` notes those that nobody asked for."""

    def __init__(self, table: Mapping[str, object], *, mistakes: Mistakes, prefix: str = "") -> None:
        self._table = table
        self._mistakes = mistakes
        self._prefix = prefix
        self._asked: set[str] = set()
        self._clean = True

    @classmethod
    def of_toml(cls, text: str, *, mistakes: Mistakes) -> "Fields | None":
        """The top table of a file, or None, with the mistake noted, if the text is not TOML."""
        try:
            return cls(tomllib.loads(text), mistakes=mistakes)
        except tomllib.TOMLDecodeError as error:
            mistakes.note(f"this is not TOML: {error}.")
            return None

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._table)

    @property
    def clean(self) -> bool:
        """Whether no mistake was noted in this table so far, its own tables apart."""
        return self._clean

    @property
    def file_clean(self) -> bool:
        """Whether no mistake was noted in the whole file so far."""
        return not self._mistakes.sentences

    def has(self, key: str) -> bool:
        return key in self._table

    def note(self, sentence: str, *, key: str = "") -> None:
        self._clean = False
        self._mistakes.note(sentence, key=self._full(key))

    def text(self, key: str, *, among: Collection[str] | None = None, optional: bool = False) -> str:
        """A text that is not empty, or "" where an optional one is absent."""
        value = self._get(key, "a text", optional=optional)
        if value is None:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.note(f"a text is wanted, not {_shown(value)}.", key=key)
            return ""
        self._check_word(value, among, key=key)
        return value

    def texts(
        self,
        key: str,
        *,
        among: Collection[str] | None = None,
        may_be_empty: bool = False,
        optional: bool = False,
    ) -> tuple[str, ...]:
        """A list of texts without repeats, or an empty one where an optional one is absent."""
        value = self._get(key, "a list of texts", optional=optional)
        return () if value is None else self._as_texts(value, key=key, among=among, may_be_empty=may_be_empty)

    def text_lists(self, key: str, *, among: Collection[str]) -> tuple[tuple[str, ...], ...]:
        """A list of one or more lists of texts, each of which may be empty."""
        value = self._get(key, "a list of lists")
        if value is None:
            return ()
        if not isinstance(value, list) or not value:
            self.note(f"a list of lists is wanted, not {_shown(value)}.", key=key)
            return ()
        return tuple(self._as_texts(part, key=key, among=among, may_be_empty=True) for part in value)

    def whole(self, key: str, *, low: int, high: int | None = None) -> int:
        """A whole number from `low` to `high`, both included."""
        value = self._get(key, "a whole number")
        return low if value is None else self._as_whole(value, key=key, low=low, high=high)

    def optional_whole(self, key: str, *, low: int) -> int | None:
        value = self._get(key, "a whole number", optional=True)
        return None if value is None else self._as_whole(value, key=key, low=low, high=None)

    def whole_pair(self, key: str, *, low: int, high: int, rising: bool = True) -> tuple[int, int]:
        """Two whole numbers, where it is `rising` the first not above the second."""
        value = self._get(key, "two whole numbers")
        if value is None:
            return low, high
        if not isinstance(value, list) or len(value) != 2:
            self.note(f"two whole numbers are wanted, not {_shown(value)}.", key=key)
            return low, high
        first, second = (self._as_whole(part, key=key, low=low, high=high) for part in value)
        if rising and [first, second] == value and first > second:
            self.note(f"{first} is above {second}: the lower number comes first.", key=key)
        return first, second

    def optional_number(self, key: str) -> float | None:
        """A number above zero."""
        value = self._get(key, "a number", optional=True)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < float("inf"):
            self.note(f"a number above zero is wanted, not {_shown(value)}.", key=key)
            return None
        return value

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of numbers, none below zero."""
        value = self._get(key, "a list of numbers")
        if not isinstance(value, list) or not all(
            isinstance(each, int | float) and not isinstance(each, bool) and 0 <= each < float("inf")
            for each in value
        ):
            self.note(f"a list of numbers from zero on is wanted, not {_shown(value)}.", key=key)
            return ()
        return tuple(float(each) for each in value)

    def signed(self, key: str) -> float:
        """A number, which may be below zero; 0 where it is absent."""
        value = self._get(key, "a number", optional=True)
        if value is None:
            return 0.0
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < float("inf"):
            self.note(f"a number is wanted, not {_shown(value)}.", key=key)
            return 0.0
        return float(value)

    def flag(self, key: str) -> bool:
        value = self._get(key, "true or false")
        if value is not None and not isinstance(value, bool):
            self.note(f"true or false is wanted, not {_shown(value)}.", key=key)
        return value is True

    def optional_tempo(self, key: str) -> Tempo | None:
        text = self.text(key, optional=True)
        if not text:
            return None
        try:
            return Tempo.parse(text)
        except BadTempo as error:
            self.note(str(error), key=key)
            return None

    def table(self, key: str, *, optional: bool = False) -> "Fields | None":
        value = self._get(key, "a table", optional=optional)
        return None if value is None else self._as_table(value, key=key)

    def tables(self, key: str) -> "list[Fields]":
        """The tables of a list, one or more.  In a sentence the first is `key[1]`."""
        value = self._get(key, "a list of tables")
        if value is None:
            return []
        if not isinstance(value, list) or not value:
            self.note(f"a list of tables is wanted, not {_shown(value)}.", key=key)
            return []
        found = (self._as_table(part, key=f"{key}[{number}]") for number, part in enumerate(value, start=1))
        return [table for table in found if table is not None]

    def close(self) -> None:
        """Note every key that was never asked for."""
        for key in self._table:
            if key not in self._asked:
                self.note("this key is not known.", key=key)

    def _full(self, key: str) -> str:
        return f"{self._prefix}.{key}" if self._prefix and key else self._prefix or key

    def _get(self, key: str, wanted: str, *, optional: bool = False) -> object | None:
        # TOML has no null, so None can only mean that the key is absent.
        self._asked.add(key)
        if key not in self._table and not optional:
            self.note(f"this key is missing; {wanted} is wanted.", key=key)
        return self._table.get(key)

    def _check_word(self, word: str, among: Collection[str] | None, *, key: str) -> None:
        if among is not None and word not in among:
            self.note(f'"{word}" is not one of {", ".join(sorted(among))}.', key=key)

    def _as_texts(
        self, value: object, *, key: str, among: Collection[str] | None, may_be_empty: bool
    ) -> tuple[str, ...]:
        if not isinstance(value, list):
            self.note(f"a list of texts is wanted, not {_shown(value)}.", key=key)
            return ()
        for part in value:
            if not isinstance(part, str) or not part.strip():
                self.note(f"a list of texts is wanted, but it holds {_shown(part)}.", key=key)
                return ()
        if not value and not may_be_empty:
            self.note("this list is empty; at least one text is wanted.", key=key)
        for word in dict.fromkeys(value):
            self._check_word(word, among, key=key)
            if value.count(word) > 1:
                self.note(f'"{word}" stands here {value.count(word)} times.', key=key)
        return tuple(value)

    def _as_whole(self, value: object, *, key: str, low: int, high: int | None) -> int:
        in_words = f"from {low} to {high}" if high is not None else f"of {low} or more"
        # In Python True is an int too.
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if not is_whole or not isinstance(value, int) or value < low or (high is not None and value > high):
            self.note(f"a whole number {in_words} is wanted, not {_shown(value)}.", key=key)
            return low
        return value

    def _as_table(self, value: object, *, key: str) -> "Fields | None":
        if not isinstance(value, dict):
            self.note(f"a table is wanted, not {_shown(value)}.", key=key)
            return None
        return Fields(value, mistakes=self._mistakes, prefix=self._full(key))


def _shown(value: object) -> str:
    """A found value, short enough for a sentence."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value}"' if len(value) <= 40 else f'"{value[:40]}…"'
        case list():
            return "a list" if value else "an empty list"
        case dict():
            return "a table"
        case _:
            return str(value)
