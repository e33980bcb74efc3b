"""What a process of the app loads before it answers, loaded once for all that are forked from one that waits.

A test that kills apps starts ten of them, and loading takes longer than all that they are there for.
"""

from __future__ import annotations

import gc
from typing import cast

import starproof.cli.app
import starproof.web.command
from starproof.api import make_reviewer
from starproof.web.app import create_app
from starproof.web.desk import Desk
from starproof.web.safety import Gate
from tests.corpus import rows, text_of

create_app(cast(Desk, None), Gate(frozenset()))
make_reviewer().review(text_of(rows()[0]))
gc.freeze()  # or each would copy what it never changes, as soon as it looks for what nobody needs
__all__ = ["starproof"]
