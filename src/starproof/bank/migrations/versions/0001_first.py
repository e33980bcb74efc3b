"""The first bank: stories, revisions, reviews, labels, events, and the words to find them by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT, TSVECTOR

revision = "0001"
down_revision = None

EXACT = sa.Text().with_variant(TEXT(collation="C"), "postgresql")


def _text(name: str, *, empty: bool = False, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, EXACT, nullable=empty, primary_key=key)


def _number(name: str, *, empty: bool = False, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=empty, primary_key=key, autoincrement=False)


def _story(*, key: bool = False) -> sa.Column[int]:
    return sa.Column(
        "story", sa.Integer, sa.ForeignKey("stories.number"), nullable=False, primary_key=key, autoincrement=False
    )


def upgrade() -> None:
    """Make all tables."""
    op.create_table("bank", _number("id", key=True), _text("made"), _number("changes"), _number("reviewed"))
    _stories()
    _revisions_and_reviews()
    _labels_and_events()
    _words()


def _stories() -> None:
    op.create_table(
        "stories",
        _number("number", key=True),
        sa.Column("id", EXACT, nullable=False, unique=True),
        _number("revision"),
        _number("latest"),
        _text("sha"),
        *(_text(name, empty=True) for name in ("title", "question", "principle")),
        *(_text(name) for name in ("minutes", "principles", "tags", "notes")),
        _text("happened", empty=True),
        _text("uses"),
        sa.Column("archived", sa.Boolean, nullable=False),
        _text("source", empty=True),
        *(_text(name) for name in ("added", "updated", "sort_title")),
        _text("reads_as", empty=True),
    )
    op.create_index("stories_updated", "stories", ["updated", "number"])
    op.create_index("stories_added", "stories", ["added", "number"])
    op.create_index("stories_title", "stories", ["sort_title", "number"])


def _revisions_and_reviews() -> None:
    op.create_table(
        "revisions",
        _story(key=True),
        _number("number", key=True),
        *(_text(name) for name in ("at", "by", "text")),
        *(_text(name, empty=True) for name in ("title", "question", "principle", "register")),
        *(_text(name) for name in ("provenance", "versions", "sha")),
    )
    op.create_table(
        "reviews",
        _text("sha", key=True),
        _text("fingerprint", key=True),
        *(_text(name) for name in ("at", "engine", "guide")),
        *(_text(name, empty=True) for name in ("title", "question", "principle")),
        _text("principles"),
        sa.Column("shares", sa.LargeBinary, nullable=False),
        *(_text(name) for name in ("genre", "reads_as")),
        sa.Column("confidence", sa.Double, nullable=False),
        *(_text(name) for name in ("dimensions", "flags", "ratings")),
        *(_number(name) for name in ("errors", "warnings")),
        sa.Column("annual_usd", sa.Double),
        _text("missing"),
        _number("words"),
        sa.Column("seconds", sa.Double, nullable=False),
        _text("register"),
    )
    op.create_table(
        "review_details",
        _text("sha", key=True),
        _text("fingerprint", key=True),
        _text("quotes"),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.Column("whole", sa.LargeBinary),
    )


def _labels_and_events() -> None:
    op.create_table("labels", _story(key=True), _text("kind", key=True), _text("value", key=True))
    op.create_index("labels_value", "labels", ["kind", "value", "story"])
    op.create_table(
        "events",
        _number("number", key=True),
        _number("batch"),
        *(_text(name) for name in ("at", "by")),
        _story(),
        *(_text(name) for name in ("kind", "fields", "before", "after")),
        _number("undoes", empty=True),
        _number("undone_by", empty=True),
    )
    op.create_index("events_story", "events", ["story", "number"])
    op.create_index("events_batch", "events", ["batch"])


def _words() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # The words come folded and parted by spaces; this tokenizer adds no opinion of its own.
        op.execute("CREATE VIRTUAL TABLE story_words USING fts5(words, detail=none, columnsize=0, tokenize='ascii')")
        return
    op.create_table("story_words", _story(key=True), sa.Column("words", TSVECTOR, nullable=False))
    op.create_index("story_words_words", "story_words", ["words"], postgresql_using="gin")
