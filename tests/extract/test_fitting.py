"""Words that mostly say something else count for a rating only where they fit."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.extract.decisions.choices import choices
from starproof.extract.decisions.reasons import is_reasoned
from starproof.level import read_level
from tests.level.telling import hear

REVIEWER = Reviewer()
SCENE = (
    "I run the booking desk software of a ferry line, with seven people. Boats left half empty while callers waited "
    "an hour. I was asked to bring that under ten minutes by May. "
)
DEEDS = "I put two of my people on the phones for a week and asked Ole to write down every question. "
END = "By May callers waited 8 minutes instead of 60. "


def because(criterion: str, *, deeds: str = "", end: str = "") -> str:
    rated = REVIEWER.review(SCENE + DEEDS + deeds + END + end).ratings
    return " ".join(next(one for one in rated if one.criterion == criterion).because)


@pytest.mark.parametrize(
    "end",
    [
        "I should have asked the callers before I asked my boss.",
        "I should've asked the callers before I asked my boss.",
        "What I'd say now is that I shouldn’t have asked my boss before the callers.",
        "I sat on the figures for three weeks, which I regret.",
        "I had treated the phones as somebody else's problem.",
    ],
)
def test_a_mistake_of_the_tellers_is_owned(end: str) -> None:
    assert "Owns a mistake." in because("learning", end=end)


@pytest.mark.parametrize(
    "deeds",
    [
        "The captains were angry, and that was me, I never, like, thought of the tide. ",
        "I didnae ask the captains first, and they were angry. ",
        "I lost morning with the form because the form is more fun. ",
        "For a week I avoided the captains. I mean, that was dumb. ",
    ],
)
def test_a_mistake_is_owned_past_fillers_dialect_and_a_lost_article(deeds: str) -> None:
    assert "Owns a mistake." in because("learning", deeds=deeds)


def test_what_others_did_is_no_mistake_of_the_teller_past_a_filler_either() -> None:
    assert "Owns a mistake." not in because("learning", deeds="The captains ain't read it. Um, that was dumb. ")


@pytest.mark.parametrize("end", ["They should've asked the callers first.", "He said I should've asked the callers."])
def test_what_others_should_have_done_or_say_is_no_mistake_owned(end: str) -> None:
    assert "Owns a mistake." not in because("learning", end=end)


def test_a_choice_that_the_teller_calls_poor_is_a_mistake_and_somebody_elses_is_none() -> None:
    assert "Owns a mistake." in because("learning", deeds="For a week I avoided the captains. That was a poor call. ")
    assert "Owns a mistake." not in because("learning", deeds="The line sold the old boat. That was a poor call. ")


@pytest.mark.parametrize(
    "told",
    [
        "Everybody liked Ole, me included. ",
        "The phone lines are mine, and so is the web form. ",
        "We have not had to look at it again. ",
        "I called the captains, and I cut the list to twelve questions. ",
        "I agreed to send the list to the harbour. ",
    ],
)
def test_what_owns_nothing_is_no_mistake(told: str) -> None:
    assert "Owns a mistake." not in because("learning", deeds=told)


def test_a_danger_is_a_risk_and_any_condition_is_none() -> None:
    risk = "Takes a risk or an unpopular course."
    assert risk in because("judgement", deeds="I told my boss that if I was wrong the season was on me. ")
    assert risk not in because("judgement", deeds="I asked Ole if it was the web form. ")
    assert risk not in because("judgement", deeds="They talked of the phones as if it were a disease. ")


def test_what_a_choice_meant_is_its_cost_and_what_a_thing_costs_at_any_time_is_none() -> None:
    cost = "Says what it cost."
    assert cost in because("judgement", deeds="I decided to close the web form. It meant dropping the night sailings. ")
    assert cost not in because(
        "judgement", deeds="I decided to close the web form. It costs us nine euros to call back. "
    )


@pytest.mark.parametrize(
    ("deed", "paid"),
    [
        ("Then finally had to give up the night sailings to keep the phones. ", True),
        ("Moved the calls to Ole and gave up the night sailings to pay for that. ", True),
        ("The harbour office had to give up the night sailings for that. ", False),
        ("Harbour office had to give up the night sailings for that. ", False),
    ],
)
def test_what_somebody_else_gives_up_is_no_cost_of_the_tellers_with_or_without_an_article(
    deed: str, paid: bool
) -> None:
    assert ("Says what it cost." in because("judgement", deeds=deed)) is paid


@pytest.mark.parametrize(
    "end",
    ["What stayed with me is the first caller.", "I let it stand.", "It held up fine the next Sunday."],
)
def test_what_stays_with_somebody_or_held_for_a_day_has_not_lasted(end: str) -> None:
    assert "Something changed for good." not in because("learning", end=end)


def test_others_who_do_the_same_are_heard() -> None:
    assert "Something changed for good." in because("learning", end="Freight and catering, they both do it too.")
    assert "Something changed for good." in because("learning", end="Freight and catering run the phones the same way.")
    assert "Something changed for good." not in because("learning", end="We run the phones the same way.")


def test_planning_quotes_the_clause_that_looks_past_the_work() -> None:
    told = "We had to buy extended support for the switchboard. I check the log every Monday still."
    found = read_level(hear(SCENE + DEEDS.replace(" for a week", "") + END + told), ()).dimensions
    horizon = next(one for one in found if one.id == "horizon")
    assert [item.quote for item in horizon.evidence] == ["I check the log every Monday still"]


def taken(told: str) -> list[str]:
    context = hear(SCENE + "He hung up on callers again and again. " + END + told)
    return [context.document.quote(span) for span in choices(context.document, context.labels)]


def test_somebody_let_go_is_a_choice_where_the_result_tells_it() -> None:
    assert taken("Complaints fell to two a month once I ended his contract.") == ["I ended his contract"]
    assert taken("Complaints fell to two a month once his contract ended.") == []


def test_the_lasting_rule_of_the_end_is_quoted_before_a_habit_of_the_work() -> None:
    end = "I now keep a list of every call that was lost."
    rated = REVIEWER.review(SCENE + "Each Monday I went through the calls with Ole. " + DEEDS + END + end).ratings
    learning = next(one for one in rated if one.criterion == "learning")
    assert not any(item.quote.startswith("Each Monday") for item in learning.evidence)


def test_an_outcome_that_is_only_a_guess_is_not_told_exactly() -> None:
    told = SCENE + DEEDS + "The callers waited less, and it saved us perhaps 2,000 euros in staff. "
    rated = {one.criterion: one for one in REVIEWER.review(told).ratings}
    assert any("is a guess" in one for one in rated["clarity"].because)
    sure = REVIEWER.review(told.replace("perhaps ", "")).ratings
    assert not any("is a guess" in one for rating in sure for one in rating.because)


def questions(deeds: str, end: str = "") -> list[str]:
    return [probe.question for probe in REVIEWER.review(SCENE + deeds + END + end).probes]


def test_nobody_asks_for_the_credit_of_a_mistake() -> None:
    deeds = (
        "My first two hires were mistakes, and I made them. I took people who had built call robots at large banks "
        "and could not bear to hear one angry caller for an hour. I asked Ole to write down every question. "
    )
    assert not any("call robots" in one and "without you" in one for one in questions(deeds))


def test_nobody_asks_what_keeps_a_person_in_place() -> None:
    end = "Petra now leads the night desk and has since become a principal."
    assert not any("Petra now leads" in one and "keeps it in place" in one for one in questions(DEEDS, end))


@pytest.mark.parametrize(
    ("beside", "reasoned"),
    [
        ("I did not think I could look a caller in the eye with that.", True),
        ("I looked a caller in the eye.", False),
    ],
)
def test_a_refusal_to_believe_in_the_other_way_is_a_reason(beside: str, reasoned: bool) -> None:
    context = hear(f"{SCENE}{beside} I decided to close the form. Ole nodded.")
    (choice,) = context.facts.of("decision")
    assert is_reasoned(context, choice.span) is reasoned


@pytest.mark.parametrize(
    ("deeds", "told"),
    [
        ("I decided to close the form, and to pay for it I gave back two posts. ", "Says what it cost."),
        ("I decided to close the form. Two captains called that arrogance. ", "Faces disagreement."),
    ],
)
def test_what_is_paid_and_what_others_call_it_are_heard(deeds: str, told: str) -> None:
    assert told in because("judgement", deeds=deeds)


def test_a_condition_behind_what_stands_today_does_not_undo_it() -> None:
    assert "Something changed for good." in because(
        "learning", end="Every Monday Ole now writes down if a call was lost."
    )


@pytest.mark.parametrize(
    "deeds",
    [
        "Nobody knew whose work it was, and honestly part of that was me. ",
        "Nobody knew whose work it was. Part of that was me. I'd been presenting it myself. ",
        "Half of the delay was my own doing. ",
    ],
)
def test_a_part_in_a_fault_is_owned(deeds: str) -> None:
    assert "Owns a mistake." in because("learning", deeds=deeds)


@pytest.mark.parametrize(
    "deeds",
    [
        "It got two prizes, and part of that was me. ",
        "Everybody used it by then. Most of that was me. ",
        "Half of that was mine to spend. ",
    ],
)
def test_a_part_in_a_success_is_no_fault(deeds: str) -> None:
    assert "Owns a mistake." not in because("learning", deeds=deeds)


@pytest.mark.parametrize(
    ("end", "owns"),
    [
        ("I'd do one thing differently, which is that I took it to the captains before I had spoken to them.", True),
        ("One thing I'd do differently: I hired before I had asked the captains.", True),
        ("I'd do one thing differently, which is that I would ask the captains first.", False),
        ("Missed: the night boats were down 9%, saw it only after 5 weeks.", True),
        ("Missed the date of the ferry by two weeks.", False),
    ],
)
def test_a_fault_is_owned_in_what_would_be_done_otherwise_and_in_notes(end: str, *, owns: bool) -> None:
    assert ("Owns a mistake." in because("learning", end=f"I learned to listen first. {end}")) is owns


def test_weeks_of_a_trial_and_weeks_before_a_late_boat_are_no_setback() -> None:
    told = "For three weeks: a second form was tried. After three months the late boats fell to one. "
    assert not hear(SCENE + DEEDS + told + END).facts.of("setback")
    lost = "For three weeks nobody could book. It came three weeks late. "
    assert hear(SCENE + DEEDS + lost + END).facts.of("setback")


def test_what_others_had_promised_is_no_unpopular_course_unless_the_teller_goes_against_it() -> None:
    risk = "Takes a risk or an unpopular course."
    assert risk not in because("judgement", deeds="The date was fixed by the tide and sales had promised it. ")
    for who in ("I", "We"):
        told = f"{who} stopped the night boats that sales had promised to the islands. "
        assert risk in because("judgement", deeds=told), who
