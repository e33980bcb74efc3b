"""Practice as every face has it: a studio in which sessions are begun, taken step by step, looked at and come back."""

from typing import TYPE_CHECKING

from starproof.core.lazy import lazily

_HOMES = {
    "Look": "starproof.api.practising.looking",
    "Planned": "starproof.api.practising.shapes",
    "Said": "starproof.api.practising.shapes",
    "Studio": "starproof.api.practising.studio",
    "Wishes": "starproof.api.practising.choosing",
    "is_measured": "starproof.api.practising.spending",
    "local_zone": "starproof.api.practising.opening",
    "look_as_dict": "starproof.api.practising.jsonable",
    "moment": "starproof.api.practising.opening",
    "new_id": "starproof.api.practising.opening",
    "open_steps": "starproof.practice.session",
    "open_studio": "starproof.api.practising.opening",
    "plain": "starproof.api.practising.jsonable",
    "plan_of": "starproof.api.practising.spending",
    "session_as_dict": "starproof.api.practising.jsonable",
    "time_left": "starproof.practice.session",
    "time_spent": "starproof.api.practising.spending",
}

if TYPE_CHECKING:
    from starproof.api.practising.choosing import Wishes
    from starproof.api.practising.jsonable import look_as_dict, plain, session_as_dict
    from starproof.api.practising.looking import Look
    from starproof.api.practising.opening import local_zone, moment, new_id, open_studio
    from starproof.api.practising.shapes import Planned, Said
    from starproof.api.practising.spending import is_measured, plan_of, time_spent
    from starproof.api.practising.studio import Studio
    from starproof.practice.session import open_steps, time_left

__all__ = [
    "Look",
    "Planned",
    "Said",
    "Studio",
    "Wishes",
    "is_measured",
    "local_zone",
    "look_as_dict",
    "moment",
    "new_id",
    "open_steps",
    "open_studio",
    "plain",
    "plan_of",
    "session_as_dict",
    "time_left",
    "time_spent",
]

__getattr__ = lazily(__name__, _HOMES, globals())
