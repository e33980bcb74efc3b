"""Copies of a whole bank: backups made while it is in use, and bringing them back."""

from __future__ import annotations

from starproof.bank.moving.backing import backup
from starproof.bank.moving.restoring import Restored, restore

__all__ = ["Restored", "backup", "restore"]
