"""A page with nothing but a recorder and a form, and a real `starproof serve` that has it beside its own pages."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse

from starproof.core.guide import Framework
from starproof.web import app, rendering
from starproof.web.desk import OnDesk

PAGE = """{% extends "base.html.j2" %}
{% import "practice/recorder.html.j2" as spoken %}
{% block title %}Answer{% endblock %}
{% block head %}{{ spoken.head() }}{% endblock %}
{% block main %}
<h1>Tell me about a time you fixed something that nobody owned.</h1>
<form method="post" action="/spoken" id="answer">
{% call spoken.recorder(recording, form="answer", seconds=framework.seconds, sections=framework.sections) %}
<label for="words">Your answer</label>
<textarea id="words" name="text"></textarea>
{% endcall %}
<div class="actions"><button>That is my answer</button></div>
</form>
{% endblock %}
"""
START = "from tests.web.speaking import main; main()"
router = APIRouter(include_in_schema=False)


@router.get("/speak/{recording}")
def speak(desk: OnDesk, recording: str) -> HTMLResponse:
    """The page."""
    framework: Framework = desk.guide.frameworks[0].fitted()
    template = rendering._environment().from_string(PAGE)
    return HTMLResponse(template.render(recording=recording, framework=framework, here=""))


@router.post("/spoken")
def said(
    text: Annotated[str, Form()], recording: Annotated[str, Form()] = "", seconds: Annotated[float, Form()] = 0.0
) -> dict[str, str | float]:
    """What the form sent."""
    return {"text": text, "recording": recording, "seconds": seconds}


def with_page(*args: Any, **options: Any) -> Any:
    """The app with the page."""
    made = _made(*args, **options)
    made.include_router(router)
    return made


_made = app.create_app


def main() -> None:
    """`starproof` with the page in its app."""
    from starproof.cli import main as starproof

    app.create_app = with_page
    starproof()
