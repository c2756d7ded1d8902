"""Looking after the store from the shell: backup, restore, doctor."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.cli.options import with_json, with_store
from facilitator.cli.speaking import say, show, show_json, show_table
from facilitator.settings import at_home

if TYPE_CHECKING:
    from facilitator.store.care import Check

UNSOUND = 1
DAMAGE = {"integrity", "references"}
# What the store holds, not how it lies there: opening it would say the same.
CONTENTS = DAMAGE | {"schema", "last step"}
_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", required=False, type=_FILE)
@with_json
@with_store
def backup(path: Path, file: Path | None, as_json: bool) -> None:
    """Write a consistent copy of the store, also while it is in use."""
    from facilitator.store.care import back_up
    from facilitator.store.faults import told
    from facilitator.to_type import to_type

    target = at_home(file or _beside(path, "backup")).absolute()
    try:
        back_up(path, target)
    except OSError as error:
        raise told("BACKUP-PLACE", folder=target.parent, why=error.strerror) from error
    if as_json:
        show_json({"file": str(target), "bytes": target.stat().st_size})
    else:
        show(str(target))
    say(f"Backed up {path}. The way back: {to_type(path, 'restore', str(target))}")


@click.command()
@click.argument("file", type=_FILE)
@with_json
@with_store
def restore(path: Path, file: Path, as_json: bool) -> None:
    """Put a backup in the store's place; what was there is kept beside it."""
    from facilitator.store.care import restore as put_back

    kept = put_back(path, at_home(file).absolute(), _beside(path, "before-restore"))
    if as_json:
        show_json({"file": str(path), "kept": str(kept) if kept else None})
    say(f"Restored {path} from {file}." + (f" What was there before is kept in {kept}." if kept else ""))


@click.command()
@click.option(
    "--fix", is_flag=True, help="Make the files private; set a damaged store aside and save what is readable."
)
@with_json
@with_store
def doctor(path: Path, fix: bool, as_json: bool) -> int:
    """Say whether the store is sound; exit status 1 when it is not."""
    from facilitator.store.care import begin_again, examine, refusal
    from facilitator.store.connection import holds_something

    if fix and (begun := begin_again(path, _beside(path, "before-restore"))):
        say(begun)
        if not holds_something(path):
            if as_json:
                show_json({"file": str(path), "sound": True, "checks": []})
            return 0
    own_folder = path.parent == _own_folder()
    checks = examine(path, own_folder=own_folder)
    if fix:
        _mend(path, checks, own_folder)
        checks = examine(path, own_folder=own_folder)
    sound = all(check.fine for check in checks)
    if as_json:
        rows = [{"name": check.name, "fine": check.fine, "says": check.says} for check in checks]
        show_json({"file": str(path), "sound": sound, "checks": rows})
    else:
        show_table([("ok" if check.fine else "wrong", check.name, check.says) for check in checks])
    if told := _wrong(checks) & CONTENTS and (refusal(path) or _damage(path, checks)):
        say(told)
    return 0 if sound else UNSOUND


def _damage(path: Path, checks: "tuple[Check, ...]") -> str:
    """What only the whole look finds, which opening it leaves out."""
    from facilitator.store.backups import suspect

    return str(suspect("DB-CORRUPT", path)) if _wrong(checks) & DAMAGE else ""


def _mend(path: Path, checks: "tuple[Check, ...]", own_folder: bool) -> None:
    """A damaged store is set aside and what is readable of it saved; one that is sound is taken as it is."""
    from facilitator.store.care import mend
    from facilitator.store.mark import forget_mark
    from facilitator.store.salvage import salvage

    wrong = _wrong(checks)
    if wrong & DAMAGE:
        say(salvage(path, datetime.now().astimezone()).says)
    if "last step" in wrong and "schema" not in wrong:
        forget_mark(path)
    mend(path, own_folder=own_folder)


def _wrong(checks: "tuple[Check, ...]") -> set[str]:
    return {check.name for check in checks if not check.fine}


def _own_folder() -> Path:
    from platformdirs import user_data_path

    from facilitator.settings import NAME

    return user_data_path(NAME, appauthor=False)


def _beside(path: Path, why: str) -> Path:
    return path.with_name(f"{path.stem}.{why}-{datetime.now().astimezone():%Y%m%d-%H%M%S}{path.suffix or '.db'}")
