"""Practice: how sessions were begun, and their steps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT

revision = "0002"
down_revision = "0001"

EXACT = sa.Text().with_variant(TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "practice_sessions",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", EXACT, nullable=False, unique=True),
        *(sa.Column(name, EXACT, nullable=False) for name in ("begun", "mode", "setup")),
        sa.Column("steps", sa.Integer, nullable=False),
        sa.Column("last", EXACT, nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
    )
    op.create_table(
        "practice_steps",
        sa.Column(
            "session", sa.Integer, sa.ForeignKey("practice_sessions.number"), primary_key=True, autoincrement=False
        ),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, EXACT, nullable=False) for name in ("at", "kind", "step")),
        sa.Column("transcript", EXACT),
    )
