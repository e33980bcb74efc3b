"""The steps from every released version of the bank to the newest, in ``versions``. Alembic takes them."""

from __future__ import annotations

NEWEST = "0002"
"""The version that this starproof reads and writes; a test holds it against the newest file in ``versions``."""
