"""What everything is measured against: a Textual app with one Static that says which key came last."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("bare and ready")

    def on_mount(self) -> None:
        self._keys = 0

    def on_key(self, event: events.Key) -> None:
        self._keys += 1
        self.query_one(Static).update(f"key number {self._keys}")


if __name__ == "__main__":
    Bare().run()
