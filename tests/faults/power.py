"""A power cut, simulated: a writer's system calls are recorded, and its files are made anew as a disk may hold them.

What was written and synced is there. Of what was written since, any sectors are, in any order; of files that were made,
only those whose folder was synced for sure. The disk is honest: it has what it said that it has.
"""

import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate"
# Steps of two rows each, said on stdout once the store has returned; the log is folded back every few of them.
WRITER = """
import os, sys
from pathlib import Path
import facilitator.store.engine as engine
from facilitator.store import tables as t
from facilitator.store.store import Store

def pair(tx, session_id, name):
    for half in "ab":
        tx.add(t.Item(**tx.place(t.Item, session_id), title=f"{name} {half}", stage="diagnosis", planned_seconds=60))
    return f"Add {name}"

path, session, steps, level = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
engine.WAL_LIMIT_BYTES = 100_000
prepare = engine.prepare
def with_level(connection, patience_ms):
    prepare(connection, patience_ms)
    connection.execute(f"PRAGMA synchronous={level}")
engine.prepare = with_level
store = Store(path)
for number in range(steps):
    store.run(pair, session, f"step-{number}")
    os.write(1, f"step-{number};".encode())
"""
_CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (\d+)")
_FILE = re.compile(r"\d+<([^>]*)>(?:, )?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """One system call: its name, the file that it is about, what was written where."""

    name: str
    file: Path
    data: bytes = b""
    place: int = 0


@dataclass(slots=True)
class OnDisk:
    """A file: what the disk has for sure, and what it was told since."""

    data: bytearray = field(default_factory=bytearray)
    since: list[Call] = field(default_factory=list)
    is_sure: bool = True

    def synced(self) -> None:
        for call in self.since:
            _carry_out(self.data, call)
        self.since = []

    def after_a_cut(self, chance: random.Random) -> bytes:
        """What the disk may have: of each call since the last sync none, some sectors or all."""
        data, kept = bytearray(self.data), chance.choice((0.0, 0.2, 0.5, 0.8, 1.0))
        for call in self.since:
            if call.name == "ftruncate":
                if chance.random() < kept:
                    _carry_out(data, call)
                continue
            for begin in range(0, len(call.data), SECTOR):
                if chance.random() < kept:
                    _carry_out(data, Call(call.name, call.file, call.data[begin : begin + SECTOR], call.place + begin))
        return bytes(data)


def _carry_out(data: bytearray, call: Call) -> None:
    if call.name == "ftruncate":
        del data[call.place :]
        return
    data.extend(bytes(max(call.place - len(data), 0)))
    data[call.place : call.place + len(call.data)] = call.data


def recorded(path: Path, session: str, steps: int, level: str, log: Path) -> list[Call]:
    """What a writer of so many steps asked of the system."""
    traced = ["strace", "-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(log)]
    writer = [sys.executable, "-c", WRITER, str(path), session, str(steps), level]
    subprocess.run([*traced, *writer], check=True, cwd=Path(__file__).parents[2], stdout=subprocess.DEVNULL)
    with log.open(encoding="ascii", errors="replace") as lines:
        return [call for line in lines if (call := _call(line, path))]


def _call(line: str, path: Path) -> Call | None:
    if not (found := _CALL.match(line)):
        return None
    name, given, came_back = found.groups()
    if name == "openat":
        # What it came back with names the file in plain letters.
        opened = re.search(r"= \d+<([^>]*)>", line)
        return (
            Call(name, _path(opened[1])) if opened and "O_CREAT" in given and _is_of(_path(opened[1]), path) else None
        )
    if not (file := _FILE.match(given)):
        return None
    about, rest = _path(file[1]), given[file.end() :]
    if name == "write" and given.startswith("1<"):
        return Call("said", about, _bytes(rest))
    if not _is_of(about, path):
        return None
    match name:
        case "pwrite64":
            return Call(name, about, _bytes(rest)[: int(came_back)], int(rest.rsplit(", ", 1)[1]))
        case "write":
            return Call("pwrite64", about, _bytes(rest)[: int(came_back)], 0)
        case "ftruncate":
            return Call(name, about, place=int(rest))
    return Call("sync", about)


def _path(text: str) -> Path:
    return Path(_bytes(f'"{text}"').decode() if text.startswith("\\x") else text)


def _bytes(text: str) -> bytes:
    found = _TEXT.search(text)
    return bytes.fromhex(found[1].replace("\\x", "")) if found else b""


def _is_of(file: Path, path: Path) -> bool:
    """The store, its log and its mark, and their folder; the log's index is made anew at each start."""
    return file in (path, path.parent) or (
        file.parent == path.parent and file.name in (f"{path.name}-wal", f"{path.name}.mark")
    )


def cuts(before: dict[Path, bytes], calls: list[Call], at: list[int], folder: Path, seed: int) -> Iterator[list[str]]:
    """Make files in `folder` as they may be after a cut behind each of the calls; yields what had been said by then."""
    chance, wanted = random.Random(seed), set(at)
    disk = {file: OnDisk(bytearray(data)) for file, data in before.items()}
    said: list[str] = []
    for number, call in enumerate(calls):
        match call.name:
            case "said":
                said += [word for word in call.data.decode().split(";") if word]
            case "openat":
                disk.setdefault(call.file, OnDisk(is_sure=False))
            case "sync" if call.file in disk:
                disk[call.file].synced()
            case "sync":
                for file in disk.values():
                    file.is_sure = True
            case _:
                disk[call.file].since.append(call)
        if number in wanted:
            for where, held in disk.items():
                made = folder / where.name
                made.unlink(missing_ok=True)
                if held.is_sure or chance.random() < 0.5:
                    made.write_bytes(held.after_a_cut(chance))
            yield list(said)
