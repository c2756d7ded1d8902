"""What an app tells its screens: whoever has left is not held until there is something to tell."""

from textual.dom import DOMNode
from textual.signal import Signal, SignalCallbackType, SignalT


class News(Signal[SignalT]):
    """A signal that lets go of a closed dialog with the next that opens; Textual's own holds it until it is told."""

    def subscribe(self, node: DOMNode, callback: SignalCallbackType[SignalT], immediate: bool = False) -> None:
        for gone in [one for one in self._subscriptions if not one.is_attached]:
            self.unsubscribe(gone)
        super().subscribe(node, callback, immediate)
