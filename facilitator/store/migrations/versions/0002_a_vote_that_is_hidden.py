"""A vote that is hidden until it is shown."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("session", sa.Column("ballot", sa.JSON(), nullable=False, server_default="{}"))
