"""What Alembic runs: our tables against the connection that the store hands over. There is no offline mode."""

from alembic import context
from sqlmodel import SQLModel

from facilitator.store import journal, tables

TABLES = (tables, journal)  # importing both fills the metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    # The store opens the transaction: all revisions, or none.
    transactional_ddl=False,
)
context.run_migrations()
