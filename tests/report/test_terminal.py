"""What a terminal shows: whole, within its width, safe, and legible without colour and on any ground."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.color import Color

from starproof.core.document import Story
from starproof.core.results import Flag
from starproof.engine import Reviewer
from starproof.errors import UsageError
from starproof.guides import load_guide
from starproof.report import render
from starproof.report.terminal.look import BARS, INK, RAILS
from tests.report.contrast import contrast
from tests.report.example import example_review
from tests.report.making import HOSTILE, no_story, review_of

GUIDE = load_guide()
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def shown(width: int = 100, *, color: bool = False) -> str:
    return render([example_review()], format="text", guide=GUIDE, width=width, color=color)


def flowing(text: str) -> str:
    """The words of a narrow screen, where notes stand below and not beside, as one run."""
    return " ".join(text.replace("▌", " ").split())


@pytest.mark.parametrize("width", [30, 40, 60, 75, 76, 80, 100, 120, 200])
@pytest.mark.parametrize("color", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, color: bool) -> None:
    lines = ANSI.sub("", shown(width, color=color)).splitlines()
    assert max(map(cell_len, lines)) <= width


def overview(width: int) -> list[str]:
    lines = render([example_review()] * 2, format="text", guide=GUIDE, width=width).splitlines()
    return lines[next(place for place, line in enumerate(lines) if line.startswith("2 reviews")) :]


@pytest.mark.parametrize("width", range(40, 112))
def test_in_an_overview_of_several_each_part_stands_whole_on_a_line_that_is_not_too_wide(width: int) -> None:
    lines = overview(width)
    for part in ("Reads at L6", "2 red flags raised", "1 figure does not add up", "Told in 2 min 18 s"):
        assert sum(part in line for line in lines) == 2, part
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("width", [40, 60, 100])
def test_hostile_stories_stay_inside_the_width_and_off_the_controls(name: str, width: int) -> None:
    text = HOSTILE[name]
    review = review_of(text, (2, 9), (5, 20), (5, 5), (0, len(text)), title=text)
    plain = render([review], format="text", guide=GUIDE, width=width)
    assert max(map(cell_len, plain.splitlines())) <= width
    assert not [c for c in plain if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\ufeff"]
    colored = render([review], format="text", guide=GUIDE, width=width, color=True)
    assert "\x1b" not in ANSI.sub("", colored), "only our own colours come through"


def test_a_narrow_screen_says_what_a_wide_one_says_one_below_the_other() -> None:
    narrow = shown(40)
    said = flowing(narrow)
    review = example_review()
    assert all(flag.because in said for flag in review.flags if flag.status == "raised")
    assert all(rating.anchor is None or rating.anchor in said for rating in review.ratings)
    assert all(dimension.because in said for dimension in review.level.dimensions)
    assert "2-Minute Answer ●" in said or "2-Minute Answer ▲" in said or "2-Minute Answer ▽" in said
    assert "in seconds: situation" in said, "a bar has no room, so its seconds are told"
    words = [line for line in narrow.splitlines() if line.startswith("  ") and len(line) > 20]
    assert len(words) > 20, "words have the width of the screen, not a column of a few letters"


def test_without_colour_there_is_no_escape_and_with_it_there_is() -> None:
    assert "\x1b" not in shown()
    assert "\x1b[" in shown(color=True)
    assert ANSI.sub("", shown(color=True)) != "", "the words are there in both"


def test_the_environment_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    before = shown(color=True)
    for name, value in (("NO_COLOR", "1"), ("COLUMNS", "40"), ("TERM", "dumb"), ("FORCE_COLOR", "1")):
        monkeypatch.setenv(name, value)
    assert shown(color=True) == before
    assert "\x1b" not in shown()


def test_the_verdict_comes_first_and_again_last() -> None:
    lines = shown().splitlines()
    assert any("Reads at L6" in line for line in lines[:6])
    assert any("2 red flags raised" in line for line in lines[:8])
    assert any("1 figure does not add up" in line for line in lines[:9])
    assert any("Reads at L6" in line and "2 red flags raised" in line for line in lines[-6:])


def test_marked_words_stand_in_brackets_with_the_number_of_their_note() -> None:
    words = flowing(shown(80))
    assert "[32% better than the target]³" in words
    assert "³ ◆ restated figure mismatch NUM201" in words


def test_every_status_is_a_word_and_a_shape() -> None:
    text = shown()
    for words in ("◆ raised", "? cannot say", "✓ clear", "✗ does not add up", "✓ holds"):
        assert words in text


def test_every_finding_question_and_missing_thing_is_told() -> None:
    review = example_review()
    words = flowing(shown(80))
    told = [f.message for f in review.findings] + [p.question for p in review.probes]
    told += [missing for d in review.level.dimensions for missing in d.missing]
    told += [d.because for d in review.level.dimensions] + [n.message for n in review.document.notes]
    assert [one for one in told if one not in words] == []


def test_a_text_that_is_no_story_says_so_first() -> None:
    lines = render([no_story()], format="text", guide=GUIDE).splitlines()
    assert any(line.startswith("◆ Not judged: it says what leaders should do, not what you did") for line in lines[:5])


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_to_a_text_that_is_no_story_nothing_is_advised_and_no_principle_is_guessed(format: str) -> None:
    told, story = (render([review], format=format, guide=GUIDE) for review in (no_story(), example_review()))
    for words in ("There is room for", "Principles", "Still asked of you", "Figures to defend"):
        assert words not in told
    assert "Principles" in story


def test_flags_that_cannot_be_said_for_one_reason_share_a_line() -> None:
    text = render([no_story()], format="text", guide=GUIDE)
    assert text.count("? cannot say  ") == 1


def test_a_very_long_story_is_told_by_its_marked_sentences() -> None:
    review = review_of("We cut it a lot then. " * 16_000 + "I asked why.", (0, 6))
    text = render([review], format="text", guide=GUIDE)
    assert "without a mark" in text
    assert len(text.splitlines()) < 120


def test_a_very_long_story_full_of_marks_shows_the_first_and_counts_the_rest() -> None:
    text = render([review_of("We cut it a lot then. " * 2000, every=1)], format="text", guide=GUIDE)
    assert "1,940 sentences, 11,640 words, 1,940 more notes" in text
    endless = review_of("cut it and " * 5000, *[(n, n + 20) for n in range(0, 50_000, 500)])
    assert len(render([endless], format="text", guide=GUIDE).splitlines()) < 500


def test_ids_in_plain_words_stand_in_where_there_is_no_guide() -> None:
    text = render([example_review()], format="text")
    assert "no follow-up" in text
    assert "Reads at the level of the guide" in text


def test_unknown_flags_of_another_guide_are_shown_by_their_id() -> None:
    flag = Flag("too-many-hats", "raised", "warning", "Four roles in one story.")
    text = render([replace(example_review(), flags=(flag,))], format="text", guide=GUIDE)
    assert "too many hats" in text


def rgb(number: int) -> tuple[int, int, int]:
    return tuple(Color.from_ansi(number).get_truecolor())  # type: ignore[return-value]


def test_colours_read_on_light_and_on_dark_terminals() -> None:
    white, black = (255, 255, 255), (0, 0, 0)
    for number in INK.values():
        assert min(contrast(rgb(number), white), contrast(rgb(number), black)) >= 3.5
    for number in RAILS.values():
        assert min(contrast(rgb(number), white), contrast(rgb(number), black)) >= 3
    for number in BARS.values():
        assert contrast(rgb(number), rgb(231)) >= 4.5


def test_json_does_not_load_what_only_the_terminal_and_the_page_need() -> None:
    code = (
        "import sys\nfrom tests.report.example import example_review\nfrom starproof.report import render\n"
        "render([example_review()], format='json')\nprint(sorted({'rich', 'jinja2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("width", [0, -5, 19])
def test_a_width_that_holds_no_word_is_refused_and_not_answered_with_nothing(width: int) -> None:
    with pytest.raises(UsageError, match=str(width)):
        shown(width)


def test_what_the_advice_asks_for_is_not_asked_again_below_it() -> None:
    text = (
        "Our depot lost 300 parcels a week and two owners were leaving. I moved the scanner to the gate. I told the "
        "owner why, who did not like it. Losses fell by 41% in a year. Every depot has a scanner at its gate now."
    )
    words = flowing(render([Reviewer().review(text)], format="text", guide=GUIDE, width=100, color=False))
    assert words.lower().count("say what you were accountable for") == 1


def test_several_reviews_end_with_a_line_on_each() -> None:
    def told(*texts: str) -> list[str]:
        reviews = [Reviewer().review(Story(f"s{n}", text, f"Story {n}")) for n, text in enumerate(texts)]
        return render(reviews, format="text", guide=GUIDE, width=100, color=False).splitlines()

    text = "I ran three teams. I moved the scanner to the gate, and losses fell by 41% in a year. I learned to ask."
    lines = told(text, text)
    place = next(n for n, line in enumerate(lines) if line.startswith("2 reviews"))
    rest = "\n".join(lines[place + 1 :])
    assert re.findall(r"^\S (Story \d) ", rest, re.M) == ["Story 0", "Story 1"]
    assert rest.count("Told in") == 2
    assert not any("1 review" in line for line in told(text)), "one story needs no list"


def test_a_few_words_show_no_principle() -> None:
    few = render([Reviewer().review("I did stuff.")], format="text", guide=GUIDE, width=100, color=False)
    assert "Principles" not in few


def test_a_question_without_an_end_leaves_the_verdict_on_the_first_screen() -> None:
    asked = "Tell me about a delay that you caused, and what you told those who waited. " * 40
    review = Reviewer(GUIDE).review(
        Story("s", "I moved the ovens, and the queue fell from 11 minutes to 4.", question=asked)
    )
    lines = render([review], format="text", guide=GUIDE, width=80, color=False).splitlines()
    assert sum("delay that you caused" in line or "those who" in line for line in lines) < 8
    short = Reviewer(GUIDE).review(Story("s", "I moved the ovens.", question=asked[:74]))
    assert asked[:60] in " ".join(render([short], format="text", guide=GUIDE, width=120, color=False).split())
