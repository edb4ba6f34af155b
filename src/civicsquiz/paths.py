"""Where banks, guides, sources, the cache and the learner's record are.

Three kinds of place: what ships with the program (read only), what belongs to the user (one folder
for data, one for the cache), and what the environment adds:

    CIVICSQUIZ_BANKS     folders or files of banks, separated like PATH
    CIVICSQUIZ_SOURCES   folders or files of articles, separated like PATH
    CIVICSQUIZ_HOME      one folder instead of the user's own, for shared machines and tests

Nothing here looks into a folder, and nothing makes one: whoever writes makes its own. Only the two
shipped folders are known to exist.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from civicsquiz.errors import InstallationError

Environment = Mapping[str, str]

_PACKAGE = Path(__file__).resolve().parent


def shipped_banks() -> Path:
    """The folder of the banks that come with the program."""
    return _shipped("question_banks")


def shipped_seeds() -> Path:
    """The folder of the guides that come with the program."""
    return _shipped("seeds")


def user_banks(environment: Environment = os.environ) -> Path:
    """The folder into which a user puts banks of their own."""
    return data_dir(environment) / "banks"


def user_sources(environment: Environment = os.environ) -> Path:
    """The folder of the articles that a user has added."""
    return data_dir(environment) / "sources"


def data_dir(environment: Environment = os.environ) -> Path:
    """The folder of all that must not be lost: progress, the user's banks, the user's articles.

    Without CIVICSQUIZ_HOME it is the platform's usual place. That part reads the environment of the
    process (XDG_DATA_HOME and the like), whatever `environment` says.
    """
    if home := _home(environment):
        return home
    import platformdirs

    return platformdirs.user_data_path("civicsquiz", appauthor=False)


def progress_file(environment: Environment = os.environ) -> Path:
    """The record of all that was answered on this machine."""
    return data_dir(environment) / "progress.sqlite"


def backups_dir(environment: Environment = os.environ) -> Path:
    """The folder of the copies of the record that are made every day."""
    return data_dir(environment) / "backups"


def places_file(environment: Environment = os.environ) -> Path:
    """Where the banks are that were opened by their paths; it need not be there."""
    return data_dir(environment) / "places.json"


def settings_file(environment: Environment = os.environ) -> Path:
    """What the user has set; it need not be there."""
    return data_dir(environment) / "settings.toml"


def cache_dir(environment: Environment = os.environ) -> Path:
    """The folder of what can be made again; safe to delete at any time."""
    if home := _home(environment):
        return home / "cache"
    import platformdirs

    return platformdirs.user_cache_path("civicsquiz", appauthor=False)


def bank_path(environment: Environment = os.environ) -> tuple[Path, ...]:
    """The places that CIVICSQUIZ_BANKS adds, first come first; they need not exist."""
    return _search_path(environment.get("CIVICSQUIZ_BANKS", ""))


def source_path(environment: Environment = os.environ) -> tuple[Path, ...]:
    """The places that CIVICSQUIZ_SOURCES adds, first come first; they need not exist."""
    return _search_path(environment.get("CIVICSQUIZ_SOURCES", ""))


def _shipped(name: str) -> Path:
    """A wheel carries the folder inside the package; a checkout has it beside `src`.

    `importlib.resources` cannot serve both: an editable install imports from the checkout, where
    the package holds no copy.
    """
    candidates = [_PACKAGE / "_shipped" / name]
    if _PACKAGE.parent.name == "src":
        candidates.append(_PACKAGE.parents[1] / name)
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise InstallationError(
        f"The folder {name} that comes with civicsquiz is missing ({candidates[-1]}): "
        "install civicsquiz again."
    )


def _home(environment: Environment) -> Path | None:
    """CIVICSQUIZ_HOME, or nothing where it is unset or empty."""
    value = environment.get("CIVICSQUIZ_HOME", "")
    return _place(value) if value else None


def _search_path(value: str) -> tuple[Path, ...]:
    """The parts of a PATH-like value: empty ones and repetitions left out, in order."""
    return tuple(dict.fromkeys(_place(part) for part in value.split(os.pathsep) if part))


def _place(text: str) -> Path:
    """An absolute path, `~` opened; kept as written where no such home is known."""
    return Path(os.path.expanduser(text)).absolute()  # noqa: PTH111 - Path.expanduser raises there
