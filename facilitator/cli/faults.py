"""Whatever goes wrong becomes one sentence: what is wrong, where, what to do. No traceback reaches anybody."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

OURS = "facilitator."


class CantDo(Exception):
    """The request can't be carried out; its text is the sentence that says why and what to do."""


def sentence(error: Exception) -> str:
    """Any error as one line for a person."""
    import click

    if isinstance(error, click.UsageError):
        return f"{_wrong_words(error)}{_usage(error)}"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if type(error).__module__.startswith(OURS):
        return str(error)
    if isinstance(error, OSError):
        return f"{_shown(error.filename)}{error.strerror or error}."
    return _our_own(error)


def _our_own(error: Exception) -> str:
    """Not even the exception's own words: they may be what was said in a session."""
    from facilitator.domain.fault_words import words
    from facilitator.guards.crash import crashes, report_crash

    report = report_crash(error)
    return words("APP-SHELL", kind=type(error).__name__, report=report or f"no file ({crashes()} can't be written)")


def drop_output() -> None:
    """Let what is still to be written go nowhere: nobody reads it any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _wrong_words(error: "click.UsageError") -> str:
    """What is wrong with the words of a command line; click itself gives a choice a line for each, or none a name."""
    import click

    param = error.param if isinstance(error, click.BadParameter) else None
    if isinstance(error, click.NoSuchOption) and not error.option_name.startswith("--"):
        return f"{error.format_message()} What begins with a dash and is no option stands behind --."
    if param is None:
        return error.format_message()
    choices = ", ".join(map(str, param.type.choices)) if isinstance(param.type, click.Choice) else ""
    name = param.human_readable_name if isinstance(param, click.Argument) else "/".join(param.opts)
    write = f" Write one of {choices}." if choices else ""
    if isinstance(error, click.MissingParameter):
        return f"{name} is missing.{write}"
    if choices:
        typed = error.message.partition(" is not one of ")[0].strip("'\"")
        return f"“{typed}” can't be {name}.{write}"
    return error.format_message()


def _usage(error: "click.UsageError") -> str:
    return f" See: {error.ctx.command_path} --help" if error.ctx else ""


def _shown(filename: object) -> str:
    if filename is None:
        return ""
    text = os.fsdecode(filename) if isinstance(filename, (str, bytes)) else str(filename)
    return f"{text.encode('utf-8', 'replace').decode()}: "
