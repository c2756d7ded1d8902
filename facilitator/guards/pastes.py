"""Bracketed pastes, taken out of what a terminal sends: one message each, however long, up to a limit."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.message import Message

BEGIN, END = "\x1b[200~", "\x1b[201~"
# More is cut: no line and no file of ours takes it.
LIMIT = 1 << 20


@dataclass(frozen=True, slots=True)
class Paste:
    """What was pasted; `length` counts also what was cut."""

    text: str
    length: int


class Cut(Message):
    """More was pasted than is taken: `length` signs."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.length = length


class Pastes:
    """Feed it what comes in; out come texts for the parser of keys, and pastes."""

    def __init__(self) -> None:
        self._inside = False
        self._parts: list[str] = []
        self._kept = self._length = 0
        self._tail = ""

    def feed(self, text: str) -> Iterator[str | Paste]:
        while text:
            if not self._inside:
                keys, found, text = text.partition(BEGIN)
                self._inside = bool(found)
                if keys:
                    yield keys
                continue
            inner, found, rest = (self._tail + text).partition(END)
            # The end mark may come in two pieces.
            self._tail = "" if found else inner[-(len(END) - 1) :]
            self._keep(inner if found else inner[: -(len(END) - 1)])
            text = rest
            if found:
                yield Paste("".join(self._parts), self._length)
                self.__init__()  # type: ignore[misc]  # back to the beginning

    def _keep(self, text: str) -> None:
        self._length += len(text)
        if self._kept < LIMIT:
            self._parts.append(text[: LIMIT - self._kept])
            self._kept += len(self._parts[-1])
