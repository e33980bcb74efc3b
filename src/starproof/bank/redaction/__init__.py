"""A copy of stories to show around: names and exact figures replaced alike, and a check that none is left."""

from starproof.bank.redaction.redact import Kept, Redacted, Replacement, redact
from starproof.bank.redaction.survivors import Survivor

__all__ = ["Kept", "Redacted", "Replacement", "Survivor", "redact"]
