"""A story against the clock: its seconds, how they fit each plan, and what the plan asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from starproof.core.document import SECTIONS, Document, Story, TimedSpan
from starproof.core.guide import Ask, Framework, FrameworkSection
from starproof.core.results import AskVerdict, FrameworkFit, Timing
from starproof.core.text import Span
from starproof.engine import Reviewer
from starproof.errors import UsageError
from starproof.guides import load_guide
from starproof.parse import parse
from starproof.timing import time_story

REVIEWER = Reviewer()
GUIDE = load_guide()
STORY = (
    "Situation: Our harbour office lost 40 permits a month and the pilots complained.\n"
    "Task: I was responsible for two teams and had to bring it under five by the end of June.\n"
    "Action: I decided to drop the paper form. I asked the harbour master's people to sit with my team for a week.\n"
    "Result: We lose 3 permits a month now, and the pilots stopped calling.\n"
    "Reflection: I learned to look at the form before I look at the people.\n"
)
FILLING = "I went through the harbour with my team and we talked to every pilot about the form. "


def timed(given: str | Document, **options: Any) -> Timing:
    document = given if isinstance(given, Document) else parse(Story("s", given))
    review = REVIEWER.review_document(document)
    guide = options.pop("guide", GUIDE)
    return time_story(document, review.sentences, review.facts, guide, **options)


def fit(timing: Timing, plan: str = "2-minute") -> FrameworkFit:
    return next(one for one in timing.frameworks if one.id == plan)


def asked(timing: Timing, plan: str, ask: str) -> AskVerdict:
    return next(one for one in fit(timing, plan).asks if one.ask == ask)


def of_length(seconds: float) -> str:
    """A story told in about so many seconds at 150 words a minute, most of it action."""
    rounds = max(0, round((seconds - timed(STORY).seconds) * 2.5 / len(FILLING.split())))
    return STORY.replace("Action: ", f"Action: {FILLING * rounds}")


def test_seconds_are_words_at_the_pace() -> None:
    words = parse(Story("s", STORY)).words
    assert timed(STORY).seconds == pytest.approx(words * 60 / 150, abs=0.05)
    assert timed(STORY, words_per_minute=75).seconds == pytest.approx(words * 60 / 75, abs=0.05)
    assert timed(STORY, words_per_minute=75).words_per_minute == 75


@pytest.mark.parametrize("pace", [0, -150, float("nan")])
def test_a_pace_that_times_nothing_is_refused_with_what_to_give(pace: float) -> None:
    with pytest.raises(UsageError) as raised:
        timed(STORY, words_per_minute=pace)
    assert raised.value.code == "E-TIM-001"
    assert "positive" in (raised.value.hint or "")


def test_sections_add_up_to_the_whole_and_headings_are_not_spoken() -> None:
    timing = timed(STORY)
    assert sum(timing.sections.values()) == pytest.approx(timing.seconds, abs=0.5)
    assert all(timing.sections[section] > 0 for section in SECTIONS)
    bare = "\n\n".join(line.partition(": ")[2] for line in STORY.splitlines())
    assert timed(bare).seconds == timing.seconds


def test_windows_line_ends_change_no_second_and_no_verdict() -> None:
    one, other = timed(STORY), timed(STORY.replace("\n", "\r\n"))
    assert (one.seconds, one.sections) == (other.seconds, other.sections)
    assert [(f.verdict, [a.met for a in f.asks]) for f in one.frameworks] == [
        (f.verdict, [a.met for a in f.asks]) for f in other.frameworks
    ]


@pytest.mark.parametrize(("seconds", "verdict"), [(60, "under"), (140, "fits"), (200, "over")])
def test_a_story_is_under_fits_or_is_over_its_plan(seconds: float, verdict: str) -> None:
    found = fit(timed(of_length(seconds)))
    assert found.verdict == verdict
    assert found.over_by == pytest.approx(found.seconds - found.budget, abs=0.05)
    assert {"under": "room for", "fits": "Fits", "over": "Cut"}[verdict] in found.advice


def test_both_the_plan_and_its_nominal_minutes_are_a_fit() -> None:
    plan = next(one for one in GUIDE.frameworks if one.id == "2-minute")
    assert (plan.planned, plan.seconds) == (140, 120)
    assert fit(timed(of_length(112))).verdict == fit(timed(of_length(150))).verdict == "fits"


def test_a_fitted_plan_adds_up_to_its_nominal_minutes() -> None:
    for plan in timed(STORY, fitted=True).frameworks:
        nominal = next(one.seconds for one in GUIDE.frameworks if one.id == plan.id)
        assert plan.budget == pytest.approx(nominal, abs=0.3)
        assert sum(plan.sections.values()) == pytest.approx(plan.budget, abs=0.3)
    assert [plan.budget for plan in timed(STORY).frameworks] == [140, 200, 260]


def test_reflection_counts_to_the_result_where_the_plan_has_no_section_for_it() -> None:
    timing = timed(STORY)
    told = fit(timing).told
    assert set(told) == {"situation", "task", "action", "result"}
    assert told["result"] == pytest.approx(timing.sections["result"] + timing.sections["reflection"])


def test_advice_on_a_long_story_names_section_seconds_and_words_of_it() -> None:
    advice = fit(timed(of_length(260))).advice
    assert "from the action" in advice
    assert "I went through the harbour" in advice


def with_times(lines: list[tuple[str, float, float]]) -> Document:
    text, spans = "", []
    for words, start, end in lines:
        spans.append(TimedSpan(Span(len(text), len(text) + len(words)), start, end))
        text += words + " "
    return parse(Story("s", text), timed=spans)


SAID = ["Our harbour lost forty permits.", "I asked both teams to drop the form.", "We lose three permits now."]


def test_a_recording_is_timed_by_its_own_clock_whatever_the_pace() -> None:
    document = with_times([(SAID[0], 2.0, 12.0), (SAID[1], 12.0, 42.0), (SAID[2], 42.0, 62.0)])
    timing = timed(document, words_per_minute=400)
    assert timing.seconds == 60
    assert sum(timing.sections.values()) == pytest.approx(60, abs=0.3)


def test_the_times_of_one_cue_are_shared_out_over_its_sentences() -> None:
    document = with_times([(f"{SAID[0]} {SAID[1]}", 0.0, 60.0), (SAID[2], 60.0, 70.0)])
    labels = REVIEWER.review_document(document).sentences
    timing = timed(document)
    assert len(labels) == 3
    assert timing.seconds == 70
    assert sum(timing.sections.values()) == pytest.approx(70, abs=0.3)
    assert timing.sections[labels[2].label] < 60


def test_a_pause_belongs_to_the_words_before_it() -> None:
    quick = with_times([(SAID[0], 0.0, 5.0), (SAID[1], 5.0, 10.0), (SAID[2], 10.0, 15.0)])
    slow = with_times([(SAID[0], 0.0, 5.0), (SAID[1], 5.0, 10.0), (SAID[2], 30.0, 35.0)])
    label = REVIEWER.review_document(slow).sentences[1].label
    assert timed(slow).sections[label] >= timed(quick).sections[label] + 19.9


def test_what_a_plan_asks_for_and_the_story_gives_is_met_with_its_words() -> None:
    timing = timed(STORY)
    assert asked(timing, "2-minute", "quantified-scope").met is True
    assert "40 permits" in asked(timing, "2-minute", "quantified-scope").evidence[0].quote
    assert asked(timing, "2-minute", "lesson").met is True
    for plan in timing.frameworks:
        for one in plan.asks:
            assert all(item.span.of(STORY) == item.quote for item in one.evidence)


def test_words_are_counted_as_closely_as_one_can_count_them() -> None:
    advice = fit(timed(of_length(100))).advice
    (words,) = re.findall(r"about (\d+) words", advice)
    assert int(words) % 5 == 0
    assert "planned" not in advice, "the bars show what is planned"


def test_one_minute_of_a_plan_is_said_as_one() -> None:
    guide = replace(GUIDE, frameworks=(Framework("own", "Own", 60.0, (FrameworkSection("action", 60.0, ()),), "ours"),))
    advice = fit(timed(f"{of_length(240)}Thank you, that is all. {FILLING * 10}", guide=guide), "own").advice
    assert "where the plan has 1 min" in advice
    assert "min are" not in advice


def test_what_the_story_does_not_give_is_not_met_and_is_asked_for_in_the_advice() -> None:
    without = STORY.replace("Reflection: I learned to look at the form before I look at the people.\n", "")
    verdict = asked(timed(without), "2-minute", "lesson")
    assert (verdict.met, verdict.evidence) == (False, ())
    bare = without.replace("We lose 3 permits a month now, and the pilots stopped calling.", "It got better.")
    assert asked(timed(bare), "2-minute", "quantified-impact").met is False
    assert ": give the outcome in figures" in fit(timed(bare)).advice


def test_what_is_told_outside_a_section_that_was_not_recognised_cannot_be_said_and_is_quoted() -> None:
    lines = STORY.splitlines()
    text = "\n".join([*lines[:2], f"{lines[2]} I learned to look at the form first."])
    verdict = asked(timed(text), "2-minute", "lesson")
    assert verdict.met is None
    assert "learned" in verdict.evidence[0].quote


def test_what_nobody_knows_how_to_look_for_cannot_be_said() -> None:
    section = FrameworkSection("situation", 60.0, (Ask("colour", "Name the colour", "no-such-detector"),))
    guide = replace(GUIDE, frameworks=(Framework("own", "Own", 60.0, (section,), "ours"),))
    found = fit(timed(STORY, guide=guide), "own")
    assert [(one.ask, one.met, one.evidence) for one in found.asks] == [("colour", None, ())]


def test_a_text_that_is_no_story_is_timed_but_not_asked() -> None:
    timing = timed("I believe that a leader should always listen. Leaders should be humble and should serve the team.")
    assert timing.seconds > 0
    assert {one.met for plan in timing.frameworks for one in plan.asks} == {None}


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(["I", "led", "3 teams.", "\n", "Result:", "é", "🚀", "—", "4%"]), min_size=3, max_size=50)
)
def test_whatever_the_text_its_sections_add_up_and_quotes_stand_in_it(parts: list[str]) -> None:
    text = "We ran it. " + " ".join(parts)
    timing = timed(text)
    assert sum(timing.sections.values()) == pytest.approx(timing.seconds, abs=0.5)
    quotes = [item for plan in timing.frameworks for one in plan.asks for item in one.evidence]
    assert all(item.span.of(text) == item.quote for item in quotes)


@pytest.mark.parametrize(
    ("action", "met"),
    [
        ("I looked at the last 20 permits. I asked the pilots to sit with us.", True),
        ("I’ve written to every pilot. I then, well, i counted the forms with them.", True),
        ("We counted the forms. We asked the pilots. The team dropped the form.", False),
        ("I was glad of it. I thought that I knew the pilots. We dropped the form.", False),
        ("I rang each of the owners, took the form off the page that week, and gave the clerk the decision.", True),
    ],
)
def test_deeds_of_the_speaker_are_found_in_plain_words(action: str, met: bool) -> None:
    story = STORY.replace(STORY.splitlines()[2], f"Action: {action}")
    assert asked(timed(story), "2-minute", "own-actions").met is met


@pytest.mark.parametrize(
    ("action", "met"),
    [
        ("I rang the owners of the other quays. I put two of my leads in charge.", True),
        ("I told her what I had seen. I asked them to come twice.", True),
        ("I rewrote the form. I counted the lines.", False),
        ("I had two forms and decided to consolidate them. I wrote each of them anew.", False),
    ],
)
def test_bringing_people_in_is_found_by_whom_the_speaker_turns_to(action: str, met: bool) -> None:
    story = STORY.replace(STORY.splitlines()[2], f"Action: {action}")
    assert asked(timed(story), "2-minute", "coordination").met is met


def test_a_goal_told_before_anything_has_come_of_it_is_the_criterion_wherever_it_stands() -> None:
    lines = STORY.splitlines()
    silent = STORY.replace(lines[1], "Task: I was responsible for two teams.")
    early = silent.replace("I decided to drop", "I had to be under five by the end of June. I decided to drop")
    assert asked(timed(silent), "2-minute", "success-criterion").met is False
    assert asked(timed(early), "2-minute", "success-criterion").met is True


def test_a_story_that_opens_with_its_outcome_tells_its_goal_after_it() -> None:
    situation, task, *rest = STORY.splitlines()
    opened = ["Result: Claims fell to 30.", situation, "Task: I ran two teams and had to be done by Christmas.", *rest]
    assert task.startswith("Task: ")
    assert asked(timed("\n".join(opened)), "2-minute", "success-criterion").met is True
    late = [situation, "Task: I ran two teams.", *rest, "Action: We had to be done by Christmas."]
    assert asked(timed("\n".join(late)), "2-minute", "success-criterion").met is False


@pytest.mark.parametrize(
    "task",
    [
        "Task: I was responsible for two teams and had to be done by Christmas.",
        "Task: I ran two teams and had promised the owner a cut of 20 %.",
        "Task: I ran two teams; new labels for all parcels by 1 July, with a fine if late.",
        "Task: I was responsible for two teams and had to be done by, I mean, Christmas.",
        "Task: So I had two teams, and it was clear fifty thousand parcels on the night.",
        "Task: two teams. CFO wants the depots paperless by Dec",
        "Task: I own two teams. Keep losses <= 5 parcels a month.",
    ],
)
def test_a_task_with_its_date_or_its_figure_says_what_success_is(task: str) -> None:
    story = STORY.replace(STORY.splitlines()[1], task)
    assert asked(timed(story), "2-minute", "success-criterion").met is True


@pytest.mark.parametrize(
    ("task", "met"),
    [
        ("Task: My brief was to build the sixth system.", True),
        ("Task: It was mine to find out.", True),
        ("Task: It was not my job.", False),
        ("Task: No budget, no plan.", False),
    ],
)
def test_a_task_that_is_the_speakers_says_what_they_answer_for(task: str, met: bool) -> None:
    lines = STORY.splitlines()
    assert asked(timed(STORY.replace(lines[1], task)), "2-minute", "accountability").met is met


def test_what_came_of_it_in_figures_is_never_what_to_cut() -> None:
    words = "and the sheds told us so in a long letter that went round the whole of the town and was read by all"
    long = STORY.replace("Result: ", f"Result: In the first year claims fell from 90 to 30, {words}. ")
    for plan in timed(long, words_per_minute=60.0).frameworks:
        assert "In the first year" not in plan.advice


def test_a_spoken_sentence_is_quoted_from_its_first_word_that_says_something() -> None:
    filled = STORY.replace(
        "Situation: ", "Situation: So, um, well, " + " ".join(["this was long ago and far away"] * 60) + ". "
    )
    assert "“this was long ago" in fit(timed(filled)).advice


@pytest.mark.parametrize(
    ("limit", "met"),
    [
        ("The board gave me two years and $3M.", True),
        ("I had 26 months and nobody to spare.", True),
        ("I was given ten weeks.", True),
        ("We had under four hours.", True),
        ("It had to be done without a drop in quality.", True),
        ("It was due by the end of the fiscal year.", True),
        ("We were not allowed to hire anybody.", True),
        ("Nobody had to be told twice.", False),
        ("I had worked there for nine years.", False),
        ("The board gave me its blessing.", False),
    ],
)
def test_time_and_money_that_were_given_are_limits(limit: str, met: bool) -> None:
    story = STORY.replace(STORY.splitlines()[1], f"Task: I was responsible for two teams. {limit}")
    assert asked(timed(story), "3-minute", "constraints").met is met


@pytest.mark.parametrize(
    ("action", "met"),
    [
        ("I told her that we would go back to paper if two of the three shops could not print by then.", True),
        ("If the rerun fails I'll sign the vendor's contract myself.", True),
        ("I asked them if they would come.", False),
        ("I kept the form shut until losses were below 5 a month. I asked the pilots.", True),
        ("I told him what would have to be different by Christmas. I asked the pilots.", True),
        ("I asked the pilots whether they had to write it twice. I counted 40 forms.", False),
    ],
)
def test_what_is_demanded_by_a_day_or_a_bound_is_how_success_is_told(action: str, met: bool) -> None:
    lines = STORY.splitlines()
    story = STORY.replace(lines[1], "Task: I was responsible for two teams.").replace(lines[2], f"Action: {action}")
    assert asked(timed(story), "2-minute", "success-criterion").met is met


def test_a_word_that_begins_as_a_month_is_no_date() -> None:
    story = STORY.replace(STORY.splitlines()[1], "Task: I ran two teams, and all of it had been begun by marketing.")
    assert asked(timed(story), "2-minute", "success-criterion").met is False


def test_a_story_about_people_is_not_asked_how_success_would_be_told() -> None:
    story = Story("s", STORY.replace(" and had to bring it under five by the end of June", ""))
    about = replace(story, question="Tell me about a time you had to let someone go.")
    verdicts = [asked(timed(parse(one)), "2-minute", "success-criterion").met for one in (story, about)]
    assert verdicts == [False, None]


def test_notes_that_leave_the_i_out_tell_deeds_and_whom_they_were_done_with() -> None:
    notes = (
        "Action:\n- had Beat and Ilaria sit at the gate with a stopwatch\n- took it to him before the board saw it\n"
        "- apologised to the clerk\n"
    )
    timing = timed(STORY.replace(f"{STORY.splitlines()[2]}\n", notes))
    assert asked(timing, "2-minute", "own-actions").met is True
    assert asked(timing, "2-minute", "coordination").met is True
    states = "Action:\n- was a mess for a month\n- fell from nine to six in the week after\n- went on like that\n"
    assert asked(timed(STORY.replace(f"{STORY.splitlines()[2]}\n", states)), "2-minute", "own-actions").met is False


def test_a_unit_that_is_not_the_speakers_own_is_an_effect_outside_the_team() -> None:
    told = "Result: We lose 3 permits a month now. The harbour in the south, which is not mine, asked for the form."
    story = STORY.replace(STORY.splitlines()[3], told)
    assert asked(timed(story), "3-minute", "wider-influence").met is True


@pytest.mark.parametrize(
    ("after", "met"),
    [
        ("Pilots and billing, they both do it too.", True),
        ("The south gate uses it as well.", True),
        ("I do it too.", False),
        ("Ilaria did the list too.", False),
    ],
)
def test_others_who_do_it_too_are_an_effect_outside_the_team(after: str, met: bool) -> None:
    story = STORY.replace(STORY.splitlines()[3], f"Result: We lose 3 permits a month now. {after}")
    assert asked(timed(story), "3-minute", "wider-influence").met is met


def test_the_people_whom_one_leads_are_what_one_answers_for() -> None:
    lines = STORY.splitlines()
    story = STORY.replace(lines[1], "Task: So I had the pilots' software there, four teams, thirty-four people.")
    assert asked(timed(story), "2-minute", "accountability").met is True
