"""The options that many commands share, and how their values are read."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from facilitator.cli.faults import CantDo
from facilitator.cli.stored import store_named

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

F = TypeVar("F", bound=Callable[..., Any])
_DB = "PATH|URL"
_LENGTH = re.compile(
    # The minutes' digits end where no other stands, else `90s` were nine minutes and no seconds.
    r"([+\-−]?)\s*(?:([0-9]{1,3})\s*h)?\s*(?:([0-9]{1,4})(?![0-9])\s*(?:m|min)?)?\s*(?:([0-9]{1,5})\s*s)?",
    re.I,
)
_SPAN = re.compile(r"\+?([0-9]{1,4})\s*(d|day|days|w|week|weeks|m|month|months)?", re.I)
_DAYS = {"d": 1, "w": 7, "m": 30}


def with_store(command: F) -> F:
    """`--db`, before or behind the command's name; the command gets the file as `path`."""
    option = click.option(
        "--db", "path", metavar=_DB, callback=_store_path, help="The store, else FACILITATOR_DB, else your own."
    )
    return option(command)


def without_store(command: F) -> F:
    """`--db` is taken by every command, also by those that look at no store."""
    return click.option("--db", metavar=_DB, expose_value=False, hidden=True)(command)


def with_json(command: F) -> F:
    return click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")(command)


def with_session(command: F) -> F:
    """SESSION is optional everywhere: the live one, else the one worked on last."""
    return click.argument("session", required=False)(command)


def _store_path(ctx: click.Context, _param: click.Parameter, value: str | None) -> Path:
    return store_named(value or ctx.find_root().params.get("db"))


def zone_named(name: str | None) -> "ZoneInfo":
    """The zone of `--tz`, else the one preferred or the machine's."""
    from zoneinfo import ZoneInfo

    from facilitator.settings import local_zone, read_settings

    wanted = name or local_zone(read_settings())
    try:
        return ZoneInfo(wanted)
    except (KeyError, ValueError, OSError) as error:
        raise CantDo(f"--tz “{wanted}” is no time zone. Write one such as Europe/Berlin.") from error


def seconds_of(words: str, option: str = "--by") -> int:
    """`5m`, `-5m`, `1h30`, `90s`, `5`: whole seconds; a bare number means minutes."""
    found = _LENGTH.fullmatch(words.strip())
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:]) if found else (0, 0, 0)
    length = hours * 3600 + minutes * 60 + seconds
    if not found or not length:
        raise CantDo(f"{option} “{words}” is no length of time. Write 5m, 1h30 or -5m.")
    return -length if found[1] in ("-", "−") else length


def days_of(words: str, option: str = "--within") -> int:
    """`14d`, `2w`, `14`: whole days."""
    found = _SPAN.fullmatch(words.strip())
    if not found:
        raise CantDo(f"{option} “{words}” is no number of days. Write 14d or 2w.")
    return int(found[1]) * _DAYS[(found[2] or "d")[0].lower()]
