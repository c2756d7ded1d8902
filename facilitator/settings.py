"""Where files live, and what the user prefers: `settings.toml` in the config folder."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

NAME = "facilitator"


class Settings(NamedTuple):
    """What may be preferred; a missing file means all of this. `silenced` are gap codes."""

    bell: bool = True
    flash: bool = True
    notify: bool = True
    day_first: bool = True
    silenced: tuple[str, ...] = ()
    timezone: str = ""


class SettingsError(ValueError):
    """One sentence: which file, what is wrong, what to do."""


def store_path(option: str | None) -> Path:
    """The file that `--db` or `FACILITATOR_DB` names, else `facilitator.db` in the user's data folder."""
    named = option or os.environ.get("FACILITATOR_DB")
    if named:
        return at_home(named.removeprefix("sqlite:///")).absolute()
    return own_store()


def at_home(path: str | Path) -> Path:
    """A path with `~` read as one's own folder; `~` of somebody unknown here stays as it was typed."""
    try:
        return Path(path).expanduser()
    except (RuntimeError, ValueError):
        return Path(path)  # as the shell leaves it; whether there is such a file is said by who looks for it


def own_store() -> Path:
    """The file that is taken where none is named."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False) / "facilitator.db"


def config_folder() -> Path:
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False)


def templates_folder() -> Path:
    """Where one's own templates lie."""
    return config_folder() / "templates"


def state_folder() -> Path:
    """Where what is noted by the way is kept; `FACILITATOR_STATE` names another folder."""
    from platformdirs import user_state_path

    named = os.environ.get("FACILITATOR_STATE")
    return Path(named) if named else user_state_path(NAME, appauthor=False)


def read_settings(path: Path | None = None) -> Settings:
    """What the user prefers, else SettingsError."""
    path = path or config_folder() / "settings.toml"
    try:
        text = path.read_text(encoding="utf-8")
        # Most have no such file, and the reader costs every command a few milliseconds.
        import tomllib

        found = tomllib.loads(text)
    except FileNotFoundError:
        return Settings()
    except (ValueError, OSError) as error:
        raise SettingsError(f"{path} can't be read: {error}. Mend or remove it.") from error
    for name, value in found.items():
        if name not in Settings._fields:
            raise SettingsError(f"{path} knows no “{name}”. Remove it.")
        wanted = list if name == "silenced" else str if name == "timezone" else bool
        if not isinstance(value, wanted):
            raise SettingsError(f"{path}: “{name}” must be {_WORDS[wanted]}, found {value!r}.")
    if unknown := _no_codes(found.get("silenced", ())):
        raise SettingsError(f"{path} silences “{unknown[0]}”, which is no code of a gap. Remove it.")
    values: dict[str, Any] = dict(found) | {"silenced": tuple(found.get("silenced", ()))}
    return Settings(**values)


def _no_codes(silenced: Sequence[object]) -> list[object]:
    """What is no beginning of a code; the codes are looked up only where somebody silences one."""
    if not silenced:
        return []
    from facilitator.domain.gaps import RULES

    codes = tuple(rule.code for rule in RULES)
    begins = (str(entry).partition(":")[0].upper() for entry in silenced)
    return [entry for entry, begin in zip(silenced, begins, strict=True) if not any(c.startswith(begin) for c in codes)]


_WORDS: dict[type, str] = {list: 'a list of codes such as ["D05"]', str: "a text", bool: "true or false"}


def local_zone(settings: Settings) -> str:
    """The name of the zone to plan in: preferred, else the machine's, else UTC."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    link = Path("/etc/localtime")
    machine = str(link.resolve()).partition("zoneinfo/")[2] if link.exists() else ""
    for name in (settings.timezone, os.environ.get("TZ", "").removeprefix(":"), machine):
        try:
            if name:
                return ZoneInfo(name).key
        except (ZoneInfoNotFoundError, ValueError):
            continue
    return "UTC"
