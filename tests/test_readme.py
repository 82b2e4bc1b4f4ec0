"""The README's table of environment variables says what the code reads, with the true defaults."""

import ast
import re
from pathlib import Path

from tests.architecture.reading import Source

ROOT = Path(__file__).resolve().parent.parent

# A row of the table: | `PORT` | `8000` | what it does |
ROW = re.compile(r"^\|\s*`([A-Z][A-Z0-9_]*)`\s*\|([^|]*)\|", re.MULTILINE)
NOTHING = {"", "-", "–", "—", "none", "unset", "empty", "not set"}
COMPUTED = None

# What django-environ reads when its call names no variable.
UNNAMED = {"db": "DATABASE_URL", "db_url": "DATABASE_URL", "email_url": "EMAIL_URL", "cache_url": "CACHE_URL"}
PLAIN_READS = {"os.environ.get", "os.getenv"}


def variables_read() -> dict[str, str | None]:
    """Every variable that config reads, with its default as the table writes it, or COMPUTED."""
    found: dict[str, str | None] = {}
    for path in sorted((ROOT / "config").rglob("*.py")):
        source = Source(path=path.relative_to(ROOT), text=path.read_text(encoding="utf-8"))
        for call in source.calls:
            if name := name_read(source, call):
                found.setdefault(name, default_of(call))
    return found


def name_read(source: Source, call: ast.Call) -> str | None:
    """The variable that a call reads, or None if it reads none."""
    written = ast.unparse(call.func)
    is_environ = written == "env" or re.fullmatch(r"env\.[a-z_]+", written)
    if not is_environ and source.full_name(call.func) not in PLAIN_READS:
        return None
    if call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str):
        return call.args[0].value if call.args[0].value.isupper() else None
    return UNNAMED.get(written.removeprefix("env.")) if not call.args else None


def default_of(call: ast.Call) -> str | None:
    """The default as the table writes it: blank for none, COMPUTED if the code works it out."""
    given = [word.value for word in call.keywords if word.arg == "default"] or call.args[1:2]
    if not given:
        return ""
    try:
        value = ast.literal_eval(given[0])
    except ValueError:
        return COMPUTED
    if value is None or value == [] or value == ():
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def variables_told() -> dict[str, str]:
    """Every variable in the README's table with the text of its default."""
    rows = ROW.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    return {name: default.replace("`", "").strip() for name, default in rows}


def test_every_variable_that_the_code_reads_stands_in_the_readme_and_no_other():
    read, told = set(variables_read()), set(variables_told())
    wrong = [f"README.md has no row for {name}, which config reads" for name in sorted(read - told)]
    wrong += [f"README.md has a row for {name}, which config does not read" for name in sorted(told - read)]
    assert not wrong, "\n".join(["", *wrong])


def test_every_default_in_the_readme_is_the_one_in_the_code():
    read, told = variables_read(), variables_told()
    wrong = [
        f"README.md says that {name} is by default {told[name]!r}; config says {in_words(read[name])}"
        for name in sorted(read.keys() & told.keys())
        if not is_true(told[name], read[name])
    ]
    assert not wrong, "\n".join(["", *wrong])


def in_words(default: str | None) -> str:
    return "that it works it out" if default is COMPUTED else repr(default)


def is_true(told: str, default: str | None) -> bool:
    if default is COMPUTED:
        return told.lower() not in NOTHING  # worked out by the code: the row says so in words
    if default == "":
        return told.lower() in NOTHING
    return told == default or (default in {"true", "false"} and told.lower() == default)


def test_the_reading_itself_finds_what_it_should():
    text = "import os\nenv.str('A', default='x')\nenv.bool('B', default=False)\nenv('C')\nenv.db()\n"
    text += "env.list('D', default=[])\nos.environ.get('E', '8000')\nenv.int('F', default=1 if G else 0)\n"
    text += "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\nenv.email_url_config(URL)\n"
    source = Source(path=Path("config/a.py"), text=text)
    found = {name: default_of(call) for call in source.calls if (name := name_read(source, call))}
    assert found == {"A": "x", "B": "false", "C": "", "DATABASE_URL": "", "D": "", "E": "8000", "F": COMPUTED}
