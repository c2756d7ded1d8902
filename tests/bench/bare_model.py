"""The least that writes a row with SQLModel from a Textual app: one Static, one table, one insert, one commit."""

import sys
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class BareModel(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("bare and ready")

    def on_mount(self) -> None:
        self._keys = 0

    def on_key(self, event: events.Key) -> None:
        self._keys += 1
        if event.key == "z":
            write(sys.argv[1])
            self._keys += 100
        self.query_one(Static).update(f"key number {self._keys}")


def write(path: str) -> None:
    """Load the model as late as can be, and write one row that survives a power cut."""
    from sqlalchemy import event
    from sqlmodel import Field, Session, SQLModel, create_engine

    class Thing(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        text: str

    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")

    SQLModel.metadata.create_all(engine)
    with Session(engine) as db:
        db.add(Thing(text="one"))
        db.commit()


if __name__ == "__main__":
    BareModel().run()
