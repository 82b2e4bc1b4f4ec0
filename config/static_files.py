"""Static files under hashed, gzipped names, JavaScript modules included, without what only people read."""

import re
from typing import Any

from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

from config import one_file

# Ours alone: what comes with a package is served as its makers made it.
_OURS = re.compile(r"js/.+\.js|css/.+\.css")
# What is served in one file with all that it imports: the player is opened where connections are slow.
_WHOLE = {"css/play.css": one_file.sheet, "js/play/player.js": one_file.script}
# A comment that has its lines to itself, and what a line begins with.  No text of ours goes over lines.
_BLOCK = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENTATION = re.compile(r"^\s+", re.MULTILINE)
# The space that neither language needs; what stands between double quotes stays as it is.  Of a script only
# in lines without anything else that may hold text: other quotes, and what a regular expression is made of.
_SHEET_SPACE = re.compile(r"\s*([{};])\s*|(?<=[\w-]:) ")
_SCRIPT_SPACE = re.compile(r" ?([{}()\[\],;:=<>?&|*!]+) ?")
_HARD_TO_READ = re.compile(r"['`/\\]")


def lean(name: str, text: str) -> str:
    """A stylesheet or script of ours without its comments and needless space; anything else as it is."""
    if not _OURS.fullmatch(name):
        return text
    text = _BLOCK.sub("", text)
    if name.endswith(".css"):
        return _without(_SHEET_SPACE, _INDENTATION.sub("", text))
    lines = _INDENTATION.sub("", _LINE.sub("", text)).split("\n")
    return "\n".join(line if _HARD_TO_READ.search(line) else _without(_SCRIPT_SPACE, line) for line in lines)


def _without(space: re.Pattern[str], text: str) -> str:
    parts = text.split('"')
    return '"'.join(part if nth % 2 else space.sub(r"\1", part) for nth, part in enumerate(parts))


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Also rewrites the imports between our modules, so that each can be cached for ever."""

    support_js_module_import_aggregation = True

    def _save(self, name: str, content: "File[Any]") -> str:
        if _OURS.fullmatch(name):
            text = b"".join(content.chunks()).decode()
            content = ContentFile(lean(name, text).encode())
        saved: str = super()._save(name, content)
        return saved

    def post_process(self, paths: dict[str, Any], *args: Any, **options: Any) -> Any:
        """Hashes what was saved, where Django would read the source once more."""
        if not options.get("dry_run"):
            self._gather(paths)
        of_saved = {name: (self, name) if _OURS.fullmatch(name) else each for name, each in paths.items()}
        return super().post_process(of_saved, *args, **options)

    def _gather(self, paths: dict[str, Any]) -> None:
        """Save what is served whole; each time, as something in it may be newer than the file itself."""

        def text_of(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                text: str = file.read().decode()
            return text

        for name in _WHOLE.keys() & paths.keys():
            self.delete(name)
            self._save(name, ContentFile(_WHOLE[name](name, text_of).encode()))
