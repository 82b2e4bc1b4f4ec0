"""Scripts lose what only people read before they are served, and do the same without it."""

import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from config.static_files import lean

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "static"
SCRIPTS = sorted(path.relative_to(STATIC).as_posix() for path in STATIC.glob("js/**/*.js"))
TESTS = sorted((ROOT / "tests" / "play").glob("*.test.mjs"))


def text_of(name: str) -> str:
    return (STATIC / name).read_text()


@pytest.fixture(scope="module")
def lean_tree(tmp_path_factory) -> Path:
    """The scripts as they are served, beside the tests that read them."""
    tree = tmp_path_factory.mktemp("lean")
    for name in SCRIPTS:
        path = tree / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(lean(name, text_of(name)))
    (tree / "tests").mkdir()
    (tree / "tests" / "play").symlink_to(ROOT / "tests" / "play")
    return tree


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_without_its_comments_is_shorter_and_a_script(name, lean_tree):
    node, _ = compute_driver_executable()
    path = lean_tree / "static" / name
    checked = subprocess.run([node, "--check", str(path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert len(path.read_text()) < len(text_of(name))
    assert "/**" not in path.read_text()


@pytest.mark.parametrize("file", TESTS, ids=lambda file: file.name)
def test_the_player_s_modules_pass_their_tests_as_they_are_served(file, lean_tree):
    node, _ = compute_driver_executable()
    command = [
        node,
        "--preserve-symlinks",
        "--preserve-symlinks-main",
        "--test",
        str(lean_tree / "tests/play" / file.name),
    ]
    answer = subprocess.run(command, capture_output=True, text=True, cwd=lean_tree, timeout=120, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_text_in_a_script_goes_over_several_lines(name):
    """Its lines would lose the space they begin with."""
    assert [line for line in lean(name, text_of(name)).splitlines() if line.count("`") % 2] == []


@pytest.mark.parametrize(
    ("text", "served"),
    [
        ("/* why */\na {\n  color: red; /* or so */\n}\n", "a{color:red;/* or so */}"),
        ("/* one */ a { }\n/* two\n   lines */\nb { }\n", "/* one */ a{}b{}"),
    ],
)
def test_comments_that_have_their_lines_to_themselves_go_and_needless_space(text, served):
    assert lean("css/a.css", text) == served


@pytest.mark.parametrize(
    ("text", "served"),
    [
        ('const a = [1, 2]; say("a, b = c");\n', 'const a=[1,2];say("a, b = c");\n'),
        ("const a = 4 / 2;\n", "const a = 4 / 2;\n"),
        ("say(`a, ${b}`, c);\n", "say(`a, ${b}`, c);\n"),
        ("a = b - -c;\n", "a=b - -c;\n"),
    ],
)
def test_space_goes_from_a_script_but_not_from_its_texts(text, served):
    assert lean("js/a.js", text) == served


def test_space_goes_from_a_sheet_but_not_from_its_texts():
    assert lean("css/a.css", 'a {\n  content: "; a";\n}\n') == 'a{content:"; a";}'


def test_what_is_not_ours_stays_as_it_is():
    assert lean("django_htmx/htmx.min.js", "// a\n  b") == "// a\n  b"
    assert lean("img/favicon.svg", "<!-- a -->") == "<!-- a -->"
