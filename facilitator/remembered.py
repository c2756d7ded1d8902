"""What this machine remembers from one time to the next: how and where somebody exported last."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from facilitator.settings import state_folder


@dataclass(frozen=True, slots=True)
class LastExport:
    """The folder, the names of the formats (`pdf`, `csv:ideas`), and what goes with them."""

    folder: str
    formats: tuple[str, ...] = ("md", "pdf")
    appendix: bool = False
    for_spreadsheet: bool = False


def last_export() -> LastExport:
    """What was chosen last; at first, and when that can't be read, the folder in which the program was started."""
    first = LastExport(str(Path.cwd()))
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
        last = LastExport(**found | {"formats": tuple(map(str, found["formats"]))})
    except (OSError, ValueError, TypeError, KeyError):
        return first
    return last if Path(str(last.folder)).is_dir() else first


def remember_export(last: LastExport) -> None:
    """Keep it for the next time; where nothing can be kept the export itself is none the worse."""
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        _file().write_text(json.dumps(asdict(last), indent=2), encoding="utf-8")
    except OSError:
        return


def _file() -> Path:
    return state_folder() / "last-export.json"
