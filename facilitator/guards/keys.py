"""Keys act in the order in which they were pressed, however far ahead of the screen somebody types."""

from asyncio import get_running_loop
from collections import deque
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.dom import DOMNode
from textual.events import Key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.app import App

# A dialog comes up one round behind its key; in a text field enter hands its line on in messages of its own, twice.
ROUNDS, ROUNDS_IN_A_FIELD = 2, 3
# What was closed under the message that says so never says so. Whatever else is at work may take its time.
LOOK_SECONDS = 0.3
LONGEST_SECONDS = 3.0


class Acted(Message):
    """Goes the way of a key, behind it: where it comes out, that key has done what it does."""

    def __init__(self, key: Key, rounds: int) -> None:
        super().__init__()
        self.key = key
        self.rounds = rounds


class KeysInTurn:
    """Lets one key through at a time.

    Textual looks up a key's binding only once the key has bubbled to the app; what is typed behind it would
    reach the old focus first: enter would take the next line's letters, and those act as single keys.
    """

    def __init__(self, app: "App[None]") -> None:
        self._app = app
        self._waiting: deque[Key] = deque()
        self._acting: Key | None = None
        self._begun = False
        self._held = False

    @property
    def waiting(self) -> int:
        """How many are behind the one that acts; what waits for the first screen, or the next, waits for no key."""
        return len(self._waiting) if self._begun else 0

    def begin(self) -> Key | None:
        """The first frame is there. A dialog that comes up before it would never be mounted."""
        self._begun = True
        return self._next()

    def pause(self) -> None:
        """The screen is changing hands: what is pressed waits until `go_on`."""
        self._begun = False

    def go_on(self, first: Sequence[Key]) -> Key | None:
        """The screen is there: first what the one before it kept, then what was pressed since."""
        self._waiting.extendleft(reversed(first))
        self._begun = True
        return self._next() if self._acting is None else None

    def take(self, key: Key) -> Key | None:
        """A key was pressed: the one to carry out now, None while another is at work."""
        if self._begun and self._acting is None:
            return key
        self._waiting.append(key)
        return None

    def follow(self, key: Key, target: MessagePump) -> Key | None:
        """A key is on its way to `target`; letters for a text field come in turn by themselves."""
        if key.is_printable and isinstance(target, Input):
            return self._next()
        self._acting = key
        get_running_loop().call_later(LOOK_SECONDS, self._look, key, target, LONGEST_SECONDS)
        target.post_message(Acted(key, ROUNDS_IN_A_FIELD if isinstance(target, Input) else ROUNDS))
        return None

    def _look(self, key: Key, target: MessagePump, left: float) -> None:
        """Let the next key through where this one's message was lost; a slow disk or processor loses none."""
        if key is not self._acting:
            return
        if target.is_running and left > 0:
            get_running_loop().call_later(LOOK_SECONDS, self._look, key, target, left - LOOK_SECONDS)
        else:
            self._app.post_message(Acted(key, 0))

    def hold(self) -> None:
        """What the key set off goes on behind its messages: another screen comes up, and asks for something there."""
        self._held = self._acting is not None

    def closed(self) -> None:
        """The screen under the key that is at work is gone, and what would have said so with it; who waited for its
        answer opens what comes next in the meantime.
        """
        self._held = False
        if self._acting is not None:
            self._app.post_message(Acted(self._acting, ROUNDS))

    def acted(self, message: Acted) -> Key | None:
        """A round is done: the next key to carry out, if it was the last one."""
        if message.key is not self._acting or (self._held and message.rounds):
            return None
        self._held = False
        target = self._app.focused or self._app.screen
        if message.rounds > 1 and target.post_message(Acted(message.key, message.rounds - 1)):
            return None
        self._acting = None
        return self._next()

    def _next(self) -> Key | None:
        return self._waiting.popleft() if self._begun and self._waiting else None


def own_bindings(node: DOMNode) -> Mapping[str, Sequence[Binding]]:
    """What a node does by itself at each key."""
    return node._bindings.key_to_bindings


async def type_into(field: Input, key: Key) -> None:
    """Have a text field take a key now; stock Textual has it do so behind whatever else hears of that key."""
    await Input._on_key(field, key)
