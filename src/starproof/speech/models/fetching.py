"""The process that fetches a model's files. One line of JSON in; one line of why out, when it fails."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from starproof.speech.lifeline import end_with_parent


def fetch(asked: dict[str, Any]) -> str | None:
    """Fetch the files into the folder, going on where an earlier attempt broke off; say why when it fails."""
    try:
        from huggingface_hub import hf_hub_download
        from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError
    except ImportError:
        return "missing"
    try:
        for name in asked["files"]:
            hf_hub_download(
                asked["repo"],
                name,
                revision=asked["revision"],
                local_dir=asked["folder"],
                endpoint=asked["place"],
                token=False,
            )
    except LocalEntryNotFoundError:
        return f"{asked['place']} cannot be reached"
    except HfHubHTTPError as error:
        return f"{asked['place']} answered with {error.response.status_code}"
    except Exception as error:  # which kinds there are depends on the version of the package; all mean the same
        return f"the connection broke off ({type(error).__name__})"
    return None


def main() -> None:
    """Do what standard input asks for, and end when it ends."""
    asked = json.loads(sys.stdin.readline())
    end_with_parent()
    why = fetch(asked)
    if why:
        sys.stdout.write(why)
        sys.stdout.flush()
    os._exit(1 if why else 0)


if __name__ == "__main__":
    main()
