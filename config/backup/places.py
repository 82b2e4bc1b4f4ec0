"""Where backups are kept and how they are called; of those nobody asked for, the last few stay."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from config.backup.refusal import Refused

ENDING = ".tar.gz"
# The occasions on which one is made unasked, as its name tells them.
MIGRATION, RESTORE = "before-migration", "before-restore"
KEPT = 5


def place(*, to: str = "", occasion: str = "", now: datetime) -> Path:
    """
    Where a new one goes: `to` is a folder or a file's name, and blank is the instance's own folder.

    :raises Refused: if there is a file of that name
    """
    chosen = Path(to).expanduser().absolute() if to else own_folder()
    if to and not chosen.is_dir() and not to.endswith("/"):
        if chosen.exists():
            raise Refused(
                f"There is a file {chosen} already, and no backup is written over. Choose another name."
            )
        return chosen
    name = "-".join(
        ["footfall", now.astimezone(UTC).strftime("%Y%m%d-%H%M%S"), *([occasion] if occasion else [])]
    )
    path, number = chosen / f"{name}{ENDING}", 2
    while path.exists():
        path, number = chosen / f"{name}-{number}{ENDING}", number + 1
    return path


def own_folder() -> Path:
    return Path(settings.DATA_DIR, "backups")


def newest(occasion: str = "") -> list[Path]:
    """The last few that are kept here, the newest first."""
    return _made(occasion)[:KEPT]


def forget_old(occasion: str, *, but: Path | None = None) -> None:
    """Remove all but the newest few that were made on that occasion, and never `but`, by whatever path."""
    for path in _made(occasion)[KEPT:]:
        if but is None or path.resolve() != but.resolve():
            path.unlink(missing_ok=True)


def _made(occasion: str) -> list[Path]:
    made = (path for path in own_folder().glob(f"*{ENDING}") if occasion in path.name)
    return sorted(made, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
