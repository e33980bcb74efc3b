"""Stories into the bank and out of it."""

from starproof.api.exporting import (
    FORMS,
    Exported,
    Form,
    account_as_dict,
    drafts_of,
    export_stories,
    redact_stories,
    write_account,
)
from starproof.api.importing import (
    Imported,
    carry_out,
    known_of,
    near_as,
    plan_as_dict,
    plan_story_import,
    plan_upload,
)

__all__ = [
    "FORMS",
    "Exported",
    "Form",
    "Imported",
    "account_as_dict",
    "carry_out",
    "drafts_of",
    "export_stories",
    "known_of",
    "near_as",
    "plan_as_dict",
    "plan_story_import",
    "plan_upload",
    "redact_stories",
    "write_account",
]
