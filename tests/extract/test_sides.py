"""Objections and prices in plain words, and what only looks like them."""

from __future__ import annotations

import pytest

from starproof.engine import Reviewer
from starproof.extract.decisions.sides import objections, prices
from tests.growth import assert_under
from tests.probes.stories import seen

REVIEWER = Reviewer()


def told(action: str) -> tuple[list[str], list[str]]:
    """The objections and the prices of a sentence or two of the action."""
    review = REVIEWER.review(f"**Task:** I ran the ovens.\n\n**Action:** {action}\n\n**Result:** Losses fell by June.")
    context = seen(review)
    found = ([context.document.quote(span) for span in finder(context)] for finder in (objections, prices))
    return next(found), next(found)


@pytest.mark.parametrize(
    "action",
    [
        "Hanna wanted the week, and the head of sales wanted neither.",
        "My director would have liked to keep the date.",
        "My boss would have liked to buy an oven.",
        "I proposed a new date; she would have liked to keep the old one.",
        "Joost went to my boss, over my head.",
        "My boss asked me to reconsider.",
        "My own director wanted me to trim the report. I did not.",
        "The union was against it.",
        "Two of them wrote a counter-paper to the board.",
        "Rosalind, she decided that we would move in May. And I thought it was the wrong moment.",
        "The heads called it a science project.",
        "Hanna, who ran the bakery, told me that the old oven could not carry it.",
        "Sales wanted the rye, and plant lead wanted the white.",
        "My manager wanted me to wait until the spring. I said that if we waited, we would lose the bakers.",
        "She said that I was ending a good working relationship over eleven loaves.",
        "I asked my manager to stand by it, and she said she would not.",
        "Our chief pharmacist would rather have waited for the new system.",
        "The works council preferred the old shifts.",
        "The head of marketing told me I was hiding behind quality.",
        "The chief baker called it reckless.",
        "Our head of product said you can't do that over one loaf.",
        "My boss said, are you out of your mind.",
        "The union was, you know, against it.",
        "Łukasz was against it.",
        "Nguyễn Đức preferred the old shifts.",
        "Ji-won would rather have waited.",
        "Bo was opposed.",
        "So my boss said leave it, the season is near. But I decided to stop it.",
        "The plant manager said that it would slow the night shift down. I didn't listen.",
        "lead painter said trays would slow the night down. didn't listen",
        "Our head of product, um, wanted me to trim the report. I didnae.",
    ],
)
def test_somebody_who_wants_otherwise_objects(action: str) -> None:
    assert told(action)[0]


@pytest.mark.parametrize(
    "action",
    [
        "Customers wanted cheaper bread.",
        "Customers would have loved it.",
        "My boss would have liked to come to the feast.",
        "My boss asked me to think of the bakers.",
        "The river went over the dam in May.",
        "My boss said leave it, and I left it.",
        "The plant manager told me that salt would ruin the dough. I decided to weigh it.",
        "My boss wanted to know why.",
        "Hanna told me that the driver could not come.",
        "The head baker wanted that fixed.",
        "I wanted the week.",
        "Everybody wanted it.",
        "I told them that we should not worry.",
        "She told me I was getting the larger oven.",
        "We called it a day.",
        "We ran it as a science project.",
        "I looked at the first plan. And I thought it was the wrong moment.",
        "I wrote a counter-proposal.",
        "In favour of it stood nobody.",
    ],
)
def test_a_wish_that_nobody_stands_against_is_no_objection(action: str) -> None:
    assert not told(action)[0]


@pytest.mark.parametrize(
    "action",
    [
        "I told sales that we would lose up to 2 % of the buyers.",
        "I closed the night line, which meant losing the Saturday slot.",
        "I put off the new oven for a year.",
        "The waiting room cost us roughly 1,900 buyers.",
        "We were ready to lose the spring.",
        "I lost one customer over it.",
        "It did cost me.",
        "I told my bakers that we would throw away the new oven, five months of work.",
        "We scrapped six weeks of work on the rye.",
        "Stopped the half-built planner. 5 mo of work by 2 eng. Painful.",
        "two shift leads → lost one of them over it",
        "They check each tray now, and it costs them a day per batch.",
        "We opened without the cakes and lost the Sunday papers.",
        "If we lost the shop it would come out of my bonus.",
        "I said that I'd rather slip two weeks.",
        "That meant the night shift was back on paper.",
        "I moved a developer off the loyalty card.",
        "We wrote off about $40,000 of flour.",
        "She would be giving up her own oven.",
        "The bad side, the cakes are late.",
        "They kept the old oven as long as they liked, paid by me.",
    ],
)
def test_a_loss_that_the_teller_takes_is_a_price(action: str) -> None:
    assert told(action)[1]


@pytest.mark.parametrize(
    "action",
    [
        "If we opened late, the bakery would lose 9,000 euros a day.",
        "We threw away the bread of two days.",
        "The outage cost us 9,000 euros.",
        "I warned them that we would lose the contract.",
        "I said no because we will lose the shop.",
        "We lost the first batch.",
        "There were five months of work by then.",
        "It costs the shop too much flour, everybody said.",
        "The trays came out of my oven.",
        "He moved a developer's desk.",
        "We wrote off to the supplier.",
        "The bread was paid by card.",
        "The far side of the oven was cold.",
    ],
)
def test_a_threat_or_a_trouble_is_no_price(action: str) -> None:
    assert not told(action)[1]


def test_a_plain_price_and_objection_are_not_said_to_be_missing() -> None:
    text = (
        "Our ticket shop fell over eleven days before the season. I had to open it on 1 March. Hanna wanted a week "
        "more, and the head of sales wanted neither. I decided to open on time with a waiting room, because one night "
        "of winter traffic had held, and told sales that we would lose up to 2 % of the buyers. We sold 212,000 "
        "tickets on the first day."
    )
    rating = next(one for one in REVIEWER.review(text).ratings if one.criterion == "judgement")
    assert "Says what it cost." in rating.because
    assert "Faces disagreement." in rating.because
    assert (rating.rating or 0) >= 4


@pytest.mark.parametrize("unit", ["My director Hanna ", "Hanna wanted ", "we would ", "cost us a ", "the head of "])
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    context = seen(REVIEWER.review("**Action:** " + unit * 4000))
    assert_under(0.5, lambda: (list(objections(context)), list(prices(context))))


def test_a_quote_holds_the_words_as_they_were_said() -> None:
    assert told("The union was, um, I think, against it.")[0] == ["The union was, um, I think, against it"]


def test_a_price_is_read_through_a_filler() -> None:
    assert told("I put, like, off the second oven.")[1] == ["I put, like, off the second oven"]


@pytest.mark.parametrize(
    "action",
    [
        "Wrote nine drafts with finance. Head of Lisbon (Rui) against until the seventh.",
        "- Plan shared in March. The works council against.",
        "- New ovens ordered. Marta strongly against to the end.",
    ],
)
def test_notes_leave_the_verb_of_an_objection_out(action: str) -> None:
    assert told(action)[0]


@pytest.mark.parametrize(
    "action",
    [
        "We checked the ledger of Lisbon against the bank.",
        "I set the report of the board against the till rolls until noon.",
        "We insured the plant against fire.",
    ],
)
def test_what_is_held_against_a_thing_is_no_objection(action: str) -> None:
    assert not told(action)[0]


@pytest.mark.parametrize(
    ("action", "paid"),
    [
        ("I held the launch back. It was not free: we missed the plan by a week.", True),
        ("I held the launch back. That didn't come cheap.", True),
        ("I said that we tell the truth on the screen, even if fewer people press the button.", True),
        ("I chose B: over the air, reversible, but the ovens warm up four minutes later.", True),
        ("I bought a licence. It was not free, it is $20 a seat.", False),
        ("I asked whether it would hold even if it rained.", False),
        ("I chose B: over the air, reversible, but first we tried it at one site.", False),
    ],
)
def test_a_price_that_is_called_one_or_taken_into_account_is_told(action: str, paid: bool) -> None:
    assert bool(told(action)[1]) is paid
