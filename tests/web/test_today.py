"""Today says the next thing; progress shows how it moved, and says so where there is too little."""

from __future__ import annotations

from starproof.core.bank import Draft
from starproof.core.planning import Readiness, ReadinessLine
from starproof.web.pages.today import steps_of
from tests.corpus import paragraph_of, rows
from tests.web.conftest import Served


def fill(served: Served, number: int) -> None:
    for place, story in enumerate(rows()[:number]):
        served.bank.add(Draft(paragraph_of(story), id=f"s-{place}", title=story["title"]))


def test_an_empty_bank_leads_by_the_hand_to_a_first_review(served: Served) -> None:
    client = served.client()
    assert "Put one story on the desk" in client.get("/").text
    sheet = client.post("/stories/example")
    assert "Red flags" in sheet.text
    assert "Put one story on the desk" not in client.get("/").text


def test_a_filled_bank_says_the_next_thing_and_how_ready_each_principle_is(served: Served) -> None:
    fill(served, 8)
    page = served.client().get("/").text
    assert "The next thing" in page
    assert all(word in page for word in ("Ready", "Nearly", "Not yet", "Dive Deep"))


def test_the_first_button_does_what_the_next_thing_says() -> None:
    def first(story: str | None, said: str | None = "do it") -> str:
        line = ReadinessLine("dive-deep", "Dive Deep", "not-yet", "so", (), said, story)
        found = Readiness("L6", 4, (line,), said or "all is ready", "so", ())
        return steps_of(found, planned=False)[0][0]

    assert first(None) == "/stories/new", "a story is to be written"
    assert first("gate") == "/stories/gate", "a story is to be changed"
    assert first(None, None) == "/loop", "nothing is to be done to a story"
    assert steps_of(Readiness("L6", 1, (), "Write another story.", "so", ()), planned=False) == [
        ("/stories/new", "Add a story")
    ]


def test_a_story_is_called_on_the_first_page_what_it_is_called_in_the_list(served: Served) -> None:
    served.bank.add(Draft("# On-call nights\n\nWe were paged 40 times a week. I moved two engineers to it.", id="x-1"))
    served.bank.add(Draft("Our tills stopped on three Saturdays. I moved two engineers to them.", id="x-2"))
    served.bank.refresh()
    page = served.client().get("/").text
    assert "<bdi>On-call nights</bdi>" in page
    assert "<bdi>Our tills stopped" in page
    assert "<bdi>x-" not in page


def test_the_days_to_the_loop_are_counted(served: Served) -> None:
    fill(served, 3)
    loop = 'date = {}\n[[interviewers]]\nname = "Ana"\nprinciples = ["ownership"]\n'
    for day, words in (("2026-04-02", "Loop in 2 days"), ("2026-03-31", "The loop is today"), ("2026-01-01", "was on")):
        (served.desk.home / "loop.toml").write_text(loop.format(day))
        assert words in served.client().get("/").text


def test_progress_is_a_table_and_plots_no_line_through_one_day(served: Served) -> None:
    client = served.client()
    assert "Each time a story changes" in client.get("/progress").text
    fill(served, 6)
    client.get("/")
    page = client.get("/progress").text
    assert "too few for a line" in page
    assert "<proof-chart" not in page
    assert '<th scope="row" class="mono">2026-03-31</th>' in page


def test_what_is_due_for_practice_is_said_with_its_reason(served: Served) -> None:
    fill(served, 3)
    page = served.client().get("/").text
    assert 'href="/practice">Practise now' in page
    assert "no telling aloud yet" in page
    served.desk.studio.begin("story", story="s-0")
    assert "1 session left unfinished" in served.client().get("/").text
