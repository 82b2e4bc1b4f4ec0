"""What is served in one file says what its parts say, or is refused."""

import json
import os
import subprocess
from graphlib import CycleError

import pytest
from django.contrib.staticfiles import storage
from django.core.management import call_command
from playwright._impl._driver import compute_driver_executable

from config import one_file
from tests.served import HASHED


def value_of(script: str) -> object:
    node, _ = compute_driver_executable()
    command = [
        node,
        "--input-type=module",
        "--eval",
        f"{script}\nconsole.log(JSON.stringify(globalThis.told));",
    ]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


MODULES = {
    "js/a.js": """import "./noise.js";
import * as all from "./b.js";
import { one as uno, two } from "./b.js";
import {
  later,
  Thing,
} from "./deep/c.js";
const name = "a";
globalThis.told.push(name, uno(), two, all.one(), all.three, typeof later, new Thing().name);
""",
    "js/b.js": """import { three } from "./deep/c.js";
export { three } from "./deep/c.js";
const name = "b";
export function one() { return name + three; }
export const two = "import { x } from 'b'";
""",
    "js/deep/c.js": """import "../noise.js";
const name = "c";
export const three = 3;
export async function later() { return name; }
export class Thing { name = name; }
""",
    "js/noise.js": "globalThis.told = [...(globalThis.told ?? []), 'noise'];\n",
}


def test_modules_in_one_file_do_what_they_do_by_themselves_each_run_once():
    told = value_of(one_file.script("js/a.js", MODULES.__getitem__))
    assert told == ["noise", "a", "b3", "import { x } from 'b'", "b3", 3, "function", "c"]


@pytest.mark.parametrize(
    "line",
    [
        "export let count = 0;",
        "export default 1;",
        "export { a };",
        "export * from './b.js';",
        "export const { a } = b;",
        "import a from './b.js';",
        "const a = import('./b.js');",
        "const a = import.meta.url;",
    ],
)
def test_a_module_that_says_more_to_its_neighbours_is_refused(line):
    with pytest.raises(one_file.CannotBeGathered, match=r"js/a\.js"):
        one_file.script("js/a.js", {"js/a.js": f"{line}\n"}.__getitem__)


def test_modules_that_import_one_another_are_refused():
    texts = {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'}
    with pytest.raises(CycleError):
        one_file.script("a.js", texts.__getitem__)


def test_a_sheet_has_what_it_imports_in_its_place():
    texts = {
        "css/all.css": '@import url("one.css");\n@import url("two.css");\na {}\n',
        "css/one.css": "@layer x;\n",
        "css/two.css": "b {}\n",
    }
    assert one_file.sheet("css/all.css", texts.__getitem__) == "@layer x;\nb {}\na {}\n"


# By its module: pytest looks at each name of a file as it collects, and that would already open it.
def served(name: str) -> str:
    with storage.staticfiles_storage.open(storage.staticfiles_storage.stored_name(name)) as file:
        return file.read().decode()


@pytest.mark.usefixtures("as_served")
def test_the_player_comes_in_one_sheet_and_one_script():
    sheet, script = served("css/play.css"), served("js/play/player.js")
    assert sheet.startswith("@layer tokens, base,")
    assert "@import" not in sheet
    assert ".restbar" in sheet
    assert "import " not in script
    node, _ = compute_driver_executable()
    command = [node, "--input-type=module", "--check"]
    checked = subprocess.run(command, input=script, capture_output=True, text=True, timeout=30, check=False)
    assert checked.returncode == 0, checked.stderr


def test_an_update_of_one_sheet_alone_reaches_the_file_it_is_served_in(settings, tmp_path):
    source = tmp_path / "static" / "css"
    source.mkdir(parents=True)
    settings.STATICFILES_DIRS, settings.STATIC_ROOT = [source.parent], tmp_path / "served"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": HASHED}
    (source / "play.css").write_text('@import url("one.css");\n')
    os.utime(source / "play.css", (0, 0))
    names = []
    for colour in ("red", "blue"):
        (source / "one.css").write_text(f"a {{ color: {colour}; }}\n")
        call_command("collectstatic", verbosity=0, interactive=False)
        names.append(storage.staticfiles_storage.stored_name("css/play.css"))
        assert served("css/play.css") == f"a{{color:{colour};}}"
    assert names[0] != names[1]
