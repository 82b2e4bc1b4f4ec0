"""Reads what a file says without running it: what Python imports, names and calls."""

import ast
import builtins
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Mention:
    """A dotted name at a line, as it would be written in full: `datetime.datetime.now`."""

    line: int
    name: str


@dataclass(frozen=True)
class Page:
    """One file of the project; `path` is relative to its root."""

    path: Path
    text: str


class Source(Page):
    """One Python file of the project."""

    @property
    def module(self) -> str:
        parts = self.path.with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(ast.parse(self.text, str(self.path))))

    @cached_property
    def imports(self) -> list[Mention]:
        """Every import, `from a import b` as `a.b`; relative ones are left to their own rule."""
        whole = [(node, alias.name) for node in self.all(ast.Import) for alias in node.names]
        parts = [
            (node, f"{node.module}.{alias.name}")
            for node in self.all(ast.ImportFrom)
            for alias in node.names
            if not node.level
        ]
        return [Mention(node.lineno, name) for node, name in whole + parts]

    @cached_property
    def names(self) -> list[Mention]:
        """Every use of something imported, and of a builtin, under its full name."""
        owners = {id(node.value) for node in self.all(ast.Attribute)}  # part of a longer name
        return [
            Mention(node.lineno, name)
            for node in self.nodes
            if isinstance(node, ast.Name | ast.Attribute) and id(node) not in owners
            if (name := self.full_name(node))
        ]

    @cached_property
    def calls(self) -> list[ast.Call]:
        return self.all(ast.Call)

    def full_name(self, node: ast.AST) -> str | None:
        """Return the full dotted name of an expression, or None where it starts at a variable."""
        if isinstance(node, ast.Attribute):
            owner = self.full_name(node.value)
            return f"{owner}.{node.attr}" if owner else None
        if isinstance(node, ast.Name):
            return self._known_as.get(node.id) or (node.id if hasattr(builtins, node.id) else None)
        return None

    @cached_property
    def _known_as(self) -> dict[str, str]:
        known = {}
        for node in self.all(ast.Import):
            for alias in node.names:
                top = alias.name.split(".")[0]
                known[alias.asname or top] = alias.name if alias.asname else top
        for node in self.all(ast.ImportFrom):
            for alias in node.names:
                known[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        return known

    def all(self, kind: type[Node]) -> list[Node]:
        return [node for node in self.nodes if isinstance(node, kind)]
