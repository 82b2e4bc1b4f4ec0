"""The rooms of the house as data: which modules stand in each, and what each may see.

A pattern is a regular expression for a dotted name; it also covers everything below that name.
Names tell rooms apart: a module of an app that ends in -ing writes, any other that is not listed
under NOT_READS reads.
"""

import re
from dataclasses import dataclass

APP = r"(?:workouts|logbook)"

BASEMENT = r"workouts\.(?:units|weeks|days|vocabulary)"
TRAINING = r"workouts\.training"
FIGURES = r"workouts\.figures"
SEARCH = r"workouts\.search"
OWN = r"workouts\.own"
CATALOGUE = r"workouts\.catalogue(?!\.loading\b)"
FORMATS = r"logbook\.formats"
TRACK = r"logbook\.track"
LOAD = r"logbook\.load"
CHARTS = r"logbook\.charts"
PAIRING = r"logbook\.pairing"
TWINS = r"logbook\.twins"
KINDS = r"logbook\.kinds"
CALENDAR = r"logbook\.calendar"
SETS = r"logbook\.sets"
CSV = r"logbook\.csv_cells"
DEMO = r"logbook\.demo"
EXPORT = r"logbook\.export"
FILE_LIBRARIES = r"(?:fitdecode|lxml)"
CALENDAR_LIBRARIES = r"(?:icalendar|recurring_ical_events)"

NOT_READS = (
    r"units|weeks|days|vocabulary|training|figures|search|own|catalogue|formats|track|load|charts|pairing|twins|kinds|calendar|sets|csv_cells|demo|export|models|facts|views|"
    r"forms|urls|converters|templatetags|admin|apps|management|migrations|accounts|account_urls|limits|second_factor|context_processors|middleware"
)
MODELS = rf"{APP}\.models"
VIEWS = rf"{APP}\.views"
FORMS = rf"{APP}\.forms"
FACTS = rf"{APP}\.facts"
TAGS = rf"{APP}\.templatetags"
WRITES = rf"{APP}\.(?:catalogue\.)?(?!(?:pairing|training)\b)[a-z_]+ing"
READS = rf"{APP}\.(?!(?:{NOT_READS})\b)(?![a-z_]+ing\b)[a-z_]+"
REQUEST = r"django\.http\.(?:request\.)?HttpRequest"


@dataclass(frozen=True)
class PureRoom:
    """A room that sees the standard library and the rooms drawn for it, and nothing else."""

    modules: str
    sees: tuple[str, ...]


@dataclass(frozen=True)
class Room:
    """A room that sees anything but what is named."""

    name: str
    modules: str
    never: tuple[str, ...]


PURE_ROOMS = (
    PureRoom(BASEMENT, sees=(BASEMENT,)),
    PureRoom(TRAINING, sees=(BASEMENT, TRAINING)),
    PureRoom(SEARCH, sees=(BASEMENT, SEARCH)),
    PureRoom(OWN, sees=(BASEMENT, TRAINING, SEARCH, FIGURES, OWN)),
    PureRoom(FIGURES, sees=(BASEMENT, TRAINING, FIGURES)),
    PureRoom(CATALOGUE, sees=(BASEMENT, TRAINING, FIGURES, CATALOGUE)),
    PureRoom(FORMATS, sees=(BASEMENT, TRACK, FORMATS, FILE_LIBRARIES)),
    PureRoom(TRACK, sees=(BASEMENT, TRACK)),
    PureRoom(LOAD, sees=(BASEMENT, TRAINING, SETS, LOAD)),
    PureRoom(CHARTS, sees=(BASEMENT, TRACK, CHARTS)),
    PureRoom(PAIRING, sees=(BASEMENT, PAIRING)),
    PureRoom(TWINS, sees=(BASEMENT, TWINS)),
    PureRoom(KINDS, sees=(BASEMENT, TRACK, KINDS)),
    PureRoom(CALENDAR, sees=(BASEMENT, TRAINING, KINDS, CALENDAR, CALENDAR_LIBRARIES)),
    PureRoom(SETS, sees=(BASEMENT, TRAINING, SETS)),
    PureRoom(CSV, sees=(CSV,)),
    PureRoom(DEMO, sees=(BASEMENT, TRACK, SETS, DEMO)),
    PureRoom(EXPORT, sees=(BASEMENT, CSV, EXPORT)),
)

ROOMS = (
    Room("workouts", r"workouts", never=(r"logbook",)),
    Room("logbook", r"logbook", never=(r"workouts\.views", r"workouts\.forms")),
    Room("config", r"config", never=(APP,)),
    Room("a model", MODELS, never=(WRITES, READS, FORMS, VIEWS)),
    Room("what passes from a form to a write", FACTS, never=(WRITES, READS, FORMS, VIEWS, REQUEST)),
    Room("a read", READS, never=(WRITES, FORMS, VIEWS, REQUEST)),
    Room("a write", WRITES, never=(FORMS, VIEWS, REQUEST)),
    Room("a form", FORMS, never=(WRITES, READS)),
    Room("a template tag", TAGS, never=(MODELS, WRITES)),
)

# `now` and `today` come in as arguments, to whatever is pure and to whatever writes.
CLOCK = (
    r"datetime\.datetime\.(?:now|utcnow|today)",
    r"datetime\.date\.today",
    r"time\.time(?:_ns)?",
    r"django\.utils\.timezone\.now",
    r"django\.db\.models\.functions\.Now",
)
CLOCK_IF_CALLED_WITH_NOTHING = (r"django\.utils\.timezone\.local(?:date|time)",)
OUTSIDE_WORLD = (r"os\.environb?", r"os\.getenvb?", r"open")

FOLDERS = frozenset({"config", "workouts", "logbook", "templates", "static", "tests"})
FILES_TO_RUN = frozenset({"manage.py", "pyproject.toml", "Makefile", "Dockerfile", "compose.yaml"})
FILES_TO_READ = frozenset({"README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md"})
FILES_BY_PATTERN = (".*", "requirements*.txt")
LEFT_BY_A_RUN = frozenset({"__pycache__", "test-results"})
TOP_LEVEL = FOLDERS | FILES_TO_RUN | FILES_TO_READ | LEFT_BY_A_RUN


def stands_in(name: str, *patterns: str) -> bool:
    """Say whether a dotted name is, or lies below, one of the patterns."""
    return any(re.match(rf"{pattern}(?:\.|$)", name) for pattern in patterns)
