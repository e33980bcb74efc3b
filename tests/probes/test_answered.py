"""No probe asks for what the next sentence tells, nor presses where there is no other side."""

from __future__ import annotations

import pytest

from starproof import Reviewer
from starproof.core.text import Span
from starproof.extract.teller.ended import still_stands
from starproof.extract.teller.whose import is_of_a_thing
from starproof.probes.answered import is_argued
from starproof.probes.candidate import Sight, quoted
from starproof.probes.depth import depth
from tests.level.telling import hear

REVIEWER = Reviewer()
SCENE = (
    "I run the ticket office of a ferry line with nine people. Queues were long and I was asked to halve them by May. "
)
END = " By May the queue was 4 minutes and not 11. I learned to stand in the queue first."


def questions(middle: str, end: str = END) -> str:
    return "\n".join(probe.question for probe in REVIEWER.review(SCENE + middle + end).probes)


def test_who_was_told_of_a_setback_is_not_asked_where_the_story_goes_on_to_tell_it() -> None:
    fell = "I moved the sales to the quay. In the second week the printer broke down and forty people missed the boat."
    told = questions(fell + " I stood up at the staff meeting and said what we had missed.")
    assert "what did you tell your team" not in told
    assert "what would have let you see it sooner?" in told
    assert "what did you tell your team" in questions(fell + " A new printer came on Monday.")


def test_what_those_who_are_served_did_and_what_failed_elsewhere_is_no_setback() -> None:
    assert "what did you tell your team" not in questions("In fact people stopped at the second screen. I cut it out.")
    assert "what did you tell your team" not in questions("I had seen such a plan fail at my previous company.")


@pytest.mark.parametrize(
    "words",
    [
        "I did not believe the sheet, so I stood there with a watch.",
        "The form that people complain about most was the one for dogs.",
        "I put the case against me on the second page.",
        "I gave each harbour the right to refuse a boat.",
    ],
)
def test_a_sheet_a_grumble_and_a_right_have_no_other_side(words: str) -> None:
    assert "other side" not in questions(words)
    assert "do it their way" not in questions(words)


def test_the_other_sides_argument_is_not_asked_for_where_it_is_told() -> None:
    sold = "I decided to sell tickets on board. The captain was against it."
    then = " I went ahead on Monday and we agreed to look again in June."
    bare = questions(sold + then)
    assert "what was the best argument of the other side?" in bare
    told = questions(
        sold + " He said the deck was no shop. I went ahead on Monday and we agreed to look again in June."
    )
    assert "best argument" not in told
    assert "where were they right, looking back?" in told


@pytest.mark.parametrize(
    "words",
    [
        "My deck lead argued that people would miss the boat. It was a fair objection, and we gave up the gate.",
        "The deck manager said it would slow the boat down. I didn't listen, and went ahead on Monday.",
    ],
)
def test_an_argument_that_stands_in_or_before_the_words_is_not_asked_for(words: str) -> None:
    told = questions("I decided to sell tickets on board. " + words)
    assert "best argument" not in told


def test_that_a_thing_stood_still_is_its_price() -> None:
    stopped = "I stopped the boat because the gate was loose."
    assert "what did that cost" in questions(stopped)
    assert "what did that cost" not in questions(stopped + " It stood for fourteen hours.")


def test_a_quarrel_in_which_the_teller_changed_their_mind_has_its_end() -> None:
    refused = "I moved the sales to the quay. I asked for the desk of the north pier. Their crew refused. "
    then = "Their desk was the best of the four. {} By June each pier had one of theirs."
    assert "how did you settle it" in questions(refused + then.format("It rained for a week."))
    assert "how did you settle it" not in questions(refused + then.format("I came back having changed my mind."))


@pytest.mark.parametrize(
    "end",
    [
        "What turned it was two guests I brought to the table.",
        "What finally turned them was a week of rain.",
        "The board picked the third way.",
        "He + me are ok now.",
        "They were ok w/ it by noon.",
    ],
)
def test_a_quarrel_that_something_or_somebody_decided_has_its_end(end: str) -> None:
    refused = "I moved the sales to the quay. I asked for the desk of the north pier. Their crew refused. "
    then = "Their desk was the best of the four. {} By June each pier had one of theirs."
    assert "how did you settle it" not in questions(refused + then.format(end))
    assert "how did you settle it" in questions(refused + then.format("The board met in the north pier."))
    assert "how did you settle it" in questions(refused + then.format("They were not ok with it in May."))


def test_the_price_of_a_choice_is_not_asked_for_where_a_sum_is_told() -> None:
    bare = questions("I decided to close the second window because nobody used it.")
    assert "what did that cost" in bare
    priced = questions("I decided to close the second window because nobody used it. The move cost about $40,000.")
    assert "what did that cost" not in priced


def test_the_question_that_was_put_is_never_asked_about() -> None:
    asked = REVIEWER.review(
        "Tell me about a time you disagreed with your manager.\n\n" + SCENE + "I argued for it." + END
    )
    assert not any("Tell me about" in probe.question for probe in asked.probes)


def test_a_figure_that_stayed_flat_keeps_no_contract() -> None:
    flat = questions(
        "I moved the sales.", " Failed sales stayed flat. Finance put the gain at $1.2M a year. I learned a lot."
    )
    assert "would have been lost" not in flat
    for stayed in ("The bank stayed.", "Every one of them stayed."):
        kept = questions("I moved the sales.", f" {stayed} Their contract is $1.2M a year. I learned a lot.")
        assert "would have been lost" in kept


def test_nobody_is_asked_from_what_to_what_a_tax_went() -> None:
    tax = questions(
        "I read the bills.", " We paid a firm to be told that VAT is 23%. The queue is gone. I learned a lot."
    )
    assert "from how much" not in tax
    share = questions("I read the bills.", " The queue is shorter, and waiting is down 23%. I learned a lot.")
    assert "from how much" in share


def test_a_quote_on_a_page_without_full_stops_holds_what_it_is_about() -> None:
    raw = (
        "so i decided to sell on board and i asked the crews of the six boats what they think of that and how they "
        "would do it and the captain of the big boat was against it"
    )
    context, start = hear(raw), raw.index("was against it")
    whole, about = Span(0, len(raw)), Span(start, start + len("was against it"))
    assert quoted(context, whole, about=about) == "“… the captain of the big boat was against it”"
    assert quoted(context, whole) == "“so i decided to sell on board and i asked the crews …”"
    assert quoted(context, whole, about=Span(0, 12)) == quoted(context, whole)


def test_a_quote_never_begins_within_a_number_nor_in_the_midst_of_a_short_clause() -> None:
    raw = "that spring we sent a hundred and eighteen of our customers an invoice in dollars that was wrong"
    context, start = hear(raw), raw.index("was wrong")
    assert quoted(context, Span(0, len(raw)), about=Span(start, len(raw))).startswith("“that spring we sent")


def test_the_tellers_own_reason_is_no_argument_of_the_other_side() -> None:
    assert "where were they right" not in questions("I said no because a third boat was late, and sold on board.")


def test_the_tellers_own_objection_is_no_setback() -> None:
    argued = " I wrote two pages against it. The harbour master decided for the quay, and I made the plan mine."
    for view in ("I thought it was the wrong order.", "I told him that the plan was a mistake."):
        assert "what would have let you see it sooner?" not in questions(view + argued)
    fell = "I moved the sales to the quay. In the second week the printer broke down and forty people missed the boat."
    assert "see it sooner" in questions(fell + " I stood up at the staff meeting and said what we had missed.")


@pytest.mark.parametrize(
    ("since", "asked"),
    [
        (" I've used that twice since, last on the new pier.", False),
        (" I have done it in the winter office.", False),
        ("", True),
        (" The queue is short.", True),
    ],
)
def test_a_lesson_that_was_put_to_use_is_not_asked_for_its_use(since: str, asked: bool) -> None:
    end = " By May the queue was 4 minutes and not 11. I learned to stand in the queue before I plan anything."
    told = questions("I decided to sell tickets on board, although the captain was against it.", end + since)
    assert ("when did you last act on that" in told) is asked
    assert ("where has that not been enough since?" in told) is not asked


def test_a_quarrel_that_was_shunned_had_no_other_side_yet() -> None:
    shunned = (
        "I left the old plan, because I didn't want to fight with Ilka who runs the quay. In May I moved the sales."
    )
    assert "best argument" not in questions(shunned)
    assert "what did it cost to put that off" in questions(shunned)
    assert "put that off" not in questions("I moved the sales to the quay. The captain was against it.")


@pytest.mark.parametrize(
    ("then", "stands"),
    [
        ("", True),
        (" I took it to the board.", True),
        (" We closed the year with a feast.", True),
        (" In the end I closed it myself.", False),
        (" The quay was dear. Then I shut it down.", False),
    ],
)
def test_what_the_teller_closed_is_nothing_that_lasts(then: str, stands: bool) -> None:
    context = hear(
        SCENE + "I opened a second desk." + END + " The second desk was still running two years later." + then
    )
    lasting = context.facts.of("lasted")
    assert lasting
    assert still_stands(context, lasting[-1]) is stands


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("A third of the seats are sold by agents that still use the old paper tickets.", False),
        ("Two villages still have the older machines.", False),
        ("The captain is fine with me these days.", False),
        ("He's fine with us these days.", False),
        ("The harbour master is still cross with me.", False),
        ("The quay office still runs on the old tills.", True),
        ("The sale at the quay is still in use.", True),
        ("The agents still use the new desk.", True),
        ("They've been using it for two years now.", True),
    ],
)
def test_what_was_there_before_and_how_people_stand_is_nothing_that_somebody_keeps_in_place(
    words: str, kept: bool
) -> None:
    context = hear(SCENE + "I moved the sales to the quay. By May the queue was 4 minutes and not 11. " + words)
    lasting = context.facts.of("lasted")
    assert lasting
    assert any(is_of_a_thing(context, one) and still_stands(context, one) for one in lasting) is kept


def test_who_measured_it_is_not_asked_where_somebody_looks_at_it_again_and_again() -> None:
    def asked(words: str) -> str:
        told = SCENE + "I moved the sales to the quay. Lost tickets fell from 9% to 2%. " + words
        return " ".join(one.probe for one in REVIEWER.review(told).defence)

    assert "Who measured it?" in asked("I learned to stand in the queue first.")
    assert "Who measured it?" in asked("I check my mail every month.")
    assert "Who measured it?" in asked("We had 80 letters, and we count them every month.")
    assert "Who measured it?" not in asked("I check it every month.")
    assert "Who measured it?" not in asked("We still look at the number once a quarter.")


@pytest.mark.parametrize(("words", "argued"), [("It was a fair objection", True), ("we gave up the old gate", False)])
def test_words_that_look_back_on_an_argument_have_it_before_them(words: str, *, argued: bool) -> None:
    told = "My deck lead argued that people would miss the boat. It was a fair objection. Then we gave up the old gate."
    context = hear(SCENE + told + END)
    start = context.document.text.index(words)
    assert is_argued(context, Span(start, start + len(words))) is argued


def test_who_was_told_whenever_it_happened_is_not_asked_of_one_time() -> None:
    fell = "I moved the sales to the quay. If a printer broke, we wrote why on the door. It broke down six times."
    assert "what did you tell your team" not in questions(fell)
    fell = "I moved the sales to the quay. The first week went badly. I closed it, said so on the pier and came back."
    assert "what did you tell your team" not in questions(fell)
    fell = "I moved the sales to the quay. If a printer broke, nobody came. It broke down six times."
    assert "what did you tell your team" in questions(fell)


@pytest.mark.parametrize(
    ("told", "argued"),
    [
        ("The head steward objected, with reason, that sheets are where controls die.", True),
        ("The head steward objected because the sheets were thin.", True),
        ("The head steward objected, with a shrug, and left.", False),
        ("The head steward objected to that.", False),
    ],
)
def test_what_stands_straight_behind_an_objection_is_its_argument(told: str, *, argued: bool) -> None:
    context = hear(SCENE + told + END)
    objection = context.document.text.index("objected")
    assert is_argued(context, Span(objection, objection + len("objected"))) is argued


@pytest.mark.parametrize(
    ("objection", "told"),
    [
        ("Our steward objected, with reason, that the quay floods in spring.", True),
        ("Our steward objected to it.", False),
        ("I objected that the quay floods in spring.", False),
    ],
)
def test_where_one_of_the_tellers_people_was_right_is_asked_where_their_argument_is_told(
    objection: str, *, told: bool
) -> None:
    sight = Sight.of(hear(f"{SCENE}I moved the sales to the quay. {objection}{END}"))
    assert any("where were they right" in one.question for one in depth(sight)) is told
