"""What the user chose once: the pace, the rates."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field

from starproof.api.settings import FASTEST, SLOWEST, Settings, keep_settings, own_settings
from starproof.web.desk import OnDesk
from starproof.web.keeping import lay_anew
from starproof.web.rest import rest_router
from starproof.web.rest.answers import problems

router = rest_router("settings", "/settings")
Currency = Annotated[str, Field(pattern="^[A-Z]{3}$", examples=["EUR"])]
Rate = Annotated[float, Field(gt=0, lt=1e12, allow_inf_nan=False)]


class SettingsModel(BaseModel):
    """Choices that count for all reviews."""

    model_config = ConfigDict(extra="forbid")
    words_per_minute: float = Field(150.0, ge=SLOWEST, le=FASTEST, description="How fast you speak.")
    rates: dict[Currency, Rate] = Field(
        default_factory=dict, description="US dollars for one of a currency, above the dated reference rates."
    )


@router.get("", responses=problems())
def get_settings(desk: OnDesk) -> SettingsModel:
    """The settings that count."""
    return _given(own_settings(desk.home))


@router.put("", responses=problems())
def put_settings(request: Request, desk: OnDesk, settings: SettingsModel) -> SettingsModel:
    """Keep settings; stories are reviewed anew where they change anything."""
    keep_settings(desk.home, Settings(settings.words_per_minute, settings.rates))
    lay_anew(request)
    return _given(own_settings(desk.home))


def _given(settings: Settings) -> SettingsModel:
    return SettingsModel(words_per_minute=settings.words_per_minute, rates=dict(settings.rates))
