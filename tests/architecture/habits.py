"""What no Python file of the project may contain, wherever it stands."""

import ast
from collections.abc import Iterator

from tests.architecture.reading import Source
from tests.architecture.rooms import MODELS, VIEWS, stands_in

LONGEST = 300
SAYING_NOTHING = frozenset(["utils", "helpers", "services", "managers", "common", "misc", "signals"])

# A name in full, as a pattern, and why it has no place here.
BANNED = {
    r"django\.utils\.safestring\.mark_safe": "templates escape, and nothing steps round that",
    r"django\.views\.decorators\.csrf\.csrf_exempt": "every post carries its token",
    r"django\.dispatch": "what follows from a write stands in the write, not in a signal",
    r"(?:\w+\.)+signals": "what follows from a write stands in the write, not in a signal",
    r"pickle": "reading a pickle runs it",
    r"yaml\.load": "reading YAML this way runs it",
    r"(?:eval|exec)": "text is never run",
    r"(?:__import__|importlib\.import_module)": "imports stand at the top, where they can be read",
    r"datetime\.datetime\.(?:utcnow|today)": "an instant without a zone is a mistake in waiting",
    r"datetime\.date\.today": "a day belongs to the athlete's zone, not to the server's",
}
# A method called on anything, and why it has no place here.
BANNED_CALLS = {
    "raw": "queries are written with the models",
    "extra": "queries are written with the models",
    "extractall": "an archive is walked member by member",
}


def offences_of_habit(source: Source) -> Iterator[str]:
    """Yield what this file contains and should not."""
    for line, complaint in sorted({*_whole_file(source), *_imports(source), *_names(source), *_tree(source)}):
        yield f"{source.path}:{line} {complaint}"


def _whole_file(source: Source) -> Iterator[tuple[int, str]]:
    length = len(source.text.splitlines())
    if length > LONGEST:
        yield length, f"is {length} lines long: no file is longer than {LONGEST}"
    for part in source.module.split("."):
        if part in SAYING_NOTHING:
            yield 1, f"is called {part}, which says nothing: name it for what lives there"


def _imports(source: Source) -> Iterator[tuple[int, str]]:
    for node in source.all(ast.ImportFrom):
        if node.level:
            yield node.lineno, "imports relatively: write the whole name"
    for function in source.all(ast.FunctionDef) + source.all(ast.AsyncFunctionDef):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield node.lineno, "imports inside a function: imports stand at the top of the file"


def _names(source: Source) -> Iterator[tuple[int, str]]:
    for mention in source.imports + source.names:
        for pattern, why in BANNED.items():
            if stands_in(mention.name, pattern):
                yield mention.line, f"uses {mention.name}: {why}"


def _tree(source: Source) -> Iterator[tuple[int, str]]:
    for call in source.calls:
        yield from _call(source, call)
    for node in source.all(ast.Attribute):
        if node.attr == "objects" and stands_in(source.module, VIEWS):
            yield node.lineno, "uses .objects in a view: every look-up starts from the athlete"
    for node in source.all(ast.Assign):
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if "fields" in names and isinstance(node.value, ast.Constant) and node.value.value == "__all__":
            yield node.lineno, 'has fields = "__all__": a form names its fields'
    for node in source.all(ast.ClassDef):
        for method in node.body:
            if isinstance(method, ast.FunctionDef) and method.name == "save" and _is_model(source, node):
                yield method.lineno, f"overrides save() on {node.name}: a verb with a name of its own writes"


def _call(source: Source, call: ast.Call) -> Iterator[tuple[int, str]]:
    if _is_naive_now(source, call):
        yield call.lineno, "calls datetime.now() without a zone"
    if any(word.arg == "shell" and getattr(word.value, "value", True) for word in call.keywords):
        yield call.lineno, "calls with shell=True: text is never run"
    if isinstance(call.func, ast.Attribute):
        method = call.func.attr
        if method in BANNED_CALLS:
            yield call.lineno, f"calls .{method}(): {BANNED_CALLS[method]}"
        if method == "filter" and stands_in(source.module, VIEWS):
            yield call.lineno, "calls .filter() in a view: a filter has a name and stands with its model"


def _is_naive_now(source: Source, call: ast.Call) -> bool:
    if source.full_name(call.func) != "datetime.datetime.now" or call.args or call.keywords:
        return False
    return call not in [node.value for node in source.all(ast.Attribute) if node.attr == "astimezone"]


def _is_model(source: Source, node: ast.ClassDef) -> bool:
    bases = [base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "") for base in node.bases]
    return stands_in(source.module, MODELS) or any(name.endswith("Model") for name in bases)
