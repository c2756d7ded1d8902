"""A command for somebody to type: it says which store it means, and reaches it whatever the folder is called."""

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

from facilitator.settings import NAME, own_store, store_path


def to_type(path: Path, *words: str) -> str:
    """The command of these words on a store, quoted for the shell; one's own store goes without its name."""
    named = () if path == own_store() == store_path(None) else ("--db", str(path))
    return shlex.join((NAME, *named, *words))


def typed_again(words: Sequence[str]) -> str:
    """The command that was typed; it names the store where only this shell's environment did."""
    if "FACILITATOR_DB" in os.environ and not any(word.partition("=")[0] == "--db" for word in words):
        return to_type(store_path(None), *words)
    return shlex.join((NAME, *words))
