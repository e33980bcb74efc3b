"""Writes the OpenAPI description of the REST, or checks that the committed one is up to date."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import cast

from options import to_write

from starproof.web.app import create_app
from starproof.web.desk import Desk
from starproof.web.safety import Gate

TARGET = Path(__file__).parents[1] / "docs" / "openapi.json"


def openapi() -> str:
    """The description as it is committed; no request is answered, so nothing stands on the desk."""
    app = create_app(cast(Desk, None), Gate(frozenset()))
    return json.dumps(app.openapi(), indent=1, sort_keys=True) + "\n"


def main() -> int:
    if to_write(__doc__):
        TARGET.write_text(openapi(), encoding="utf-8")
        return 0
    if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == openapi():
        return 0
    print("docs/openapi.json is not up to date: run python tools/openapi.py --write", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
