"""Speech models: which there are, which are here, and how one is fetched."""

from starproof.speech.models.catalogue import DEFAULT, Model, all_models, find_model
from starproof.speech.models.deleting import delete
from starproof.speech.models.downloading import PLACE, download
from starproof.speech.models.kept import Kept, find_kept, status

__all__ = ["DEFAULT", "PLACE", "Kept", "Model", "all_models", "delete", "download", "find_kept", "find_model", "status"]
