"""The tables, as the newest migration leaves them; a test holds the two together.

``stories`` holds what counts now, ``revisions`` every wording, ``events`` every change, ``reviews`` what was judged
(by the words judged, so that a wording that comes back finds its review), ``labels`` what lists filter by.
The words for searching lie in ``story_words``, which each database keeps in its own way. ``practice_sessions`` holds
how sessions were begun, ``practice_steps`` all that happened in them.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import TEXT

EXACT = Text().with_variant(TEXT(collation="C"), "postgresql")
"""Text that every database orders by its code points."""

metadata = MetaData()

bank = Table(
    "bank",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("made", EXACT, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("reviewed", Integer, nullable=False),
)
"""One row; whoever changes anything locks it first. ``changes`` is the number of the last event, ``reviewed`` counts
the times that reviews were written, so that the two say whether anything is other than it was."""

stories = Table(
    "stories",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", EXACT, nullable=False, unique=True),
    Column("revision", Integer, nullable=False),
    Column("latest", Integer, nullable=False),
    Column("sha", EXACT, nullable=False),
    Column("title", EXACT),
    Column("question", EXACT),
    Column("principle", EXACT),
    Column("minutes", EXACT, nullable=False),
    Column("principles", EXACT, nullable=False),
    Column("tags", EXACT, nullable=False),
    Column("notes", EXACT, nullable=False),
    Column("happened", EXACT),
    Column("uses", EXACT, nullable=False),
    Column("archived", Boolean, nullable=False),
    Column("source", EXACT),
    Column("added", EXACT, nullable=False),
    Column("updated", EXACT, nullable=False),
    Column("sort_title", EXACT, nullable=False),
    Column("reads_as", EXACT),
)
Index("stories_updated", stories.c.updated, stories.c.number)
Index("stories_added", stories.c.added, stories.c.number)
Index("stories_title", stories.c.sort_title, stories.c.number)

revisions = Table(
    "revisions",
    metadata,
    Column("story", Integer, ForeignKey("stories.number"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", EXACT, nullable=False),
    Column("by", EXACT, nullable=False),
    Column("text", EXACT, nullable=False),
    Column("title", EXACT),
    Column("question", EXACT),
    Column("principle", EXACT),
    Column("register", EXACT),
    Column("provenance", EXACT, nullable=False),
    Column("versions", EXACT, nullable=False),
    Column("sha", EXACT, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("sha", EXACT, primary_key=True),
    Column("fingerprint", EXACT, primary_key=True),
    Column("at", EXACT, nullable=False),
    Column("engine", EXACT, nullable=False),
    Column("guide", EXACT, nullable=False),
    Column("title", EXACT),
    Column("question", EXACT),
    Column("principle", EXACT),
    Column("principles", EXACT, nullable=False),
    Column("shares", LargeBinary, nullable=False),
    Column("genre", EXACT, nullable=False),
    Column("reads_as", EXACT, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("dimensions", EXACT, nullable=False),
    Column("flags", EXACT, nullable=False),
    Column("ratings", EXACT, nullable=False),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("annual_usd", Double),
    Column("missing", EXACT, nullable=False),
    Column("words", Integer, nullable=False),
    Column("seconds", Double, nullable=False),
    Column("register", EXACT, nullable=False),
)
"""What lists and coverage read of a review."""

review_details = Table(
    "review_details",
    metadata,
    Column("sha", EXACT, primary_key=True),
    Column("fingerprint", EXACT, primary_key=True),
    Column("quotes", EXACT, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    Column("whole", LargeBinary),
)
"""The rest of it: quotes, telling words, meaning, and the whole review."""

labels = Table(
    "labels",
    metadata,
    Column("story", Integer, ForeignKey("stories.number"), primary_key=True, autoincrement=False),
    Column("kind", EXACT, primary_key=True),
    Column("value", EXACT, primary_key=True),
)
Index("labels_value", labels.c.kind, labels.c.value, labels.c.story)

events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("batch", Integer, nullable=False),
    Column("at", EXACT, nullable=False),
    Column("by", EXACT, nullable=False),
    Column("story", Integer, ForeignKey("stories.number"), nullable=False),
    Column("kind", EXACT, nullable=False),
    Column("fields", EXACT, nullable=False),
    Column("before", EXACT, nullable=False),
    Column("after", EXACT, nullable=False),
    Column("undoes", Integer),
    Column("undone_by", Integer),
)
Index("events_story", events.c.story, events.c.number)
Index("events_batch", events.c.batch)

practice_sessions = Table(
    "practice_sessions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", EXACT, nullable=False, unique=True),
    Column("begun", EXACT, nullable=False),
    Column("mode", EXACT, nullable=False),
    Column("setup", EXACT, nullable=False),
    Column("steps", Integer, nullable=False),
    Column("last", EXACT, nullable=False),
    Column("done", Boolean, nullable=False),
)
"""How each practice session was begun, and how far it is: ``last`` is the moment of its last step."""

practice_steps = Table(
    "practice_steps",
    metadata,
    Column("session", Integer, ForeignKey("practice_sessions.number"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", EXACT, nullable=False),
    Column("kind", EXACT, nullable=False),
    Column("step", EXACT, nullable=False),
    Column("transcript", EXACT),
)
"""What happened in them. Transcripts lie beside their steps: whoever counts ratings needs none of the words."""
