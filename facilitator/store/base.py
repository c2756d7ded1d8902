"""What all tables share: names of keys, ids, places, columns that hold lists."""

from typing import Any

from sqlalchemy import JSON, Column, Index, MetaData
from sqlmodel import Field, SQLModel

SQLModel.metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def json_column(empty: Any, *, added: str | None = None) -> Any:  # noqa: ANN401 – a Field is typed by what it stands beside
    """A list or an object, never NULL; `empty` is copied. `added` is what a later revision gave to old rows."""
    column = Column(JSON, nullable=False, server_default=added)
    return Field(default_factory=lambda: empty.copy(), sa_column=column)


def person_column() -> Any:  # noqa: ANN401 – see above
    """Somebody of the session, or nobody."""
    return Field(default=None, foreign_key="person.id")


class Row(SQLModel):
    """Ids are short random texts: an integer would be handed out again after an undone insert."""

    # What pydantic would check a row by is built when a row is checked: no table's row ever is.
    model_config = {"defer_build": True}
    id: str = Field(primary_key=True)


class Held(Row):
    """A row that a session holds, at its place among its like."""

    session_id: str = Field(foreign_key="session.id")
    position: int


def placed(table: str) -> tuple[Index]:
    """Rows are read a session at a time, in their places."""
    return (Index(f"ix_{table}_place", "session_id", "position", "id"),)
