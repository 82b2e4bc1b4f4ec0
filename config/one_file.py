"""A stylesheet or script of ours in one file with all that it imports, which packs far smaller than many."""

import posixpath
import re
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter

TextOf = Callable[[str], str]

_SHEET = re.compile(r'^@import url\("([^"]+)"\);\n', re.MULTILINE)
# What a module may say to its neighbours; a name that changes after it was exported is not among it.
_IMPORT = re.compile(r'^import (?:(?P<what>\{[^}]*\}|\* as \w+) from )?"(?P<path>[^"]+)";\n', re.MULTILINE)
_PASSED_ON = re.compile(r'^export (?P<what>\{[\w\s,]*\}) from "(?P<path>[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:(?:async )?function\*?|const|class) (?P<name>\w+))", re.MULTILINE)
_ANYTHING_ELSE = re.compile(r"^(?:import|export)\b.*|.*\bimport(?:\(|\.meta).*", re.MULTILINE)


class CannotBeGathered(ValueError):
    """A module says something to its neighbours that is not understood here."""


def sheet(name: str, text_of: TextOf) -> str:
    """A stylesheet with those it imports in their places."""
    return _SHEET.sub(lambda found: sheet(_beside(name, found[1]), text_of), text_of(name))


def script(name: str, text_of: TextOf) -> str:
    """
    A module with all it imports in front of it, each a function that is called once and returns its exports.

    :raises CannotBeGathered: if a module imports or exports in a way that has no place in it
    :raises graphlib.CycleError: if modules import one another
    """
    texts: dict[str, str] = {}
    graph: dict[str, list[str]] = {}
    todo = [name]
    while todo:
        each = todo.pop()
        texts[each] = text_of(each)
        graph[each] = list(_imports(each, texts[each]))
        todo += [path for path in graph[each] if path not in texts]
    order = list(TopologicalSorter(graph).static_order())
    called = {path: f"$m{nth}" for nth, path in enumerate(order)}
    bodies = (_body(each, texts[each], called) for each in order)
    return "".join(f"const $m{nth} = (() => {{\n{body}}})();\n" for nth, body in enumerate(bodies))


def _imports(name: str, text: str) -> Iterator[str]:
    for pattern in (_IMPORT, _PASSED_ON):
        for found in pattern.finditer(text):
            yield _beside(name, found["path"])


def _body(name: str, text: str, called: dict[str, str]) -> str:
    """What stands in the function of a module."""
    exported = [found["name"] for found in _EXPORT.finditer(text)]

    def taken(found: re.Match[str]) -> str:
        if not found["what"]:
            return ""
        names = found["what"].removeprefix("* as ").replace(" as ", ": ")
        return f"const {names} = {called[_beside(name, found['path'])]};\n"

    def passed_on(found: re.Match[str]) -> str:
        there = called[_beside(name, found["path"])]
        exported.extend(f"{each}: {there}.{each}" for each in re.findall(r"\w+", found["what"]))
        return ""

    text = _EXPORT.sub("", _PASSED_ON.sub(passed_on, _IMPORT.sub(taken, text)))
    if unknown := _ANYTHING_ELSE.search(text):
        raise CannotBeGathered(f"{name}: {unknown[0]}")
    return f"{text}return {{ {', '.join(exported)} }};\n"


def _beside(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
