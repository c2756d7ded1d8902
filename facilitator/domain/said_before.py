"""What was said before, grown as people speak: an index of texts, and how far it has come."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from facilitator.domain.likeness import Index, look_into, near


@dataclass(slots=True)
class SaidBefore:
    """The texts up to the position `behind`; -1 before the first."""

    behind: int = -1
    _index: Index = field(default_factory=Index)

    def learn(self, texts: Iterable[tuple[int, str, str]]) -> None:
        """Take in (position, id, text), in the order of their positions."""
        for position, idea_id, text in texts:
            self._index.add(idea_id, look_into(text))
            self.behind = position

    def near(self, text: str, but: str = "") -> tuple[str, ...]:
        """Ids of what says nearly the same, the nearest first, without the idea `but`."""
        return tuple(one for one in near(text, self._index) if one != but) if text.strip() else ()
