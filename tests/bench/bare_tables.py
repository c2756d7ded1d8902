"""The least that holds our tables behind a Textual app: one Static, the model, no store and no row."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class WithTables(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("tables behind it")

    def on_mount(self) -> None:
        from sqlalchemy.orm import configure_mappers

        import facilitator.store.journal
        import facilitator.store.tables  # noqa: F401 – loaded, as a session loads it

        configure_mappers()
        self.query_one(Static).update("bare with tables")


if __name__ == "__main__":
    WithTables().run()
