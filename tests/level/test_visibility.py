from __future__ import annotations

import pytest

from starproof.core.text import Span
from starproof.level import read_level
from starproof.level.visibility import adopted, called_on, looks_on, noted, taken_up, takes_up
from tests.level.telling import hear


@pytest.mark.parametrize(
    "text",
    [
        "I was invited to talk at an industry conference.",
        "We made it open source.",
        "The newspapers wrote about it.",
        "It won an award.",
        "The standards body took our format.",
        "The whole industry now uses our list.",
        "It was adopted across the sector.",
        "The team won an industry award.",
        "The tool was given an award at a fair.",
    ],
)
def test_a_public_outside_the_firm_counts_once_there_is_something_to_note(text: str) -> None:
    told = f"Our counts were late each spring. I had my team rebuild them, and the errors fell by half. {text}"
    assert noted(hear(told).facts, told)


def test_a_public_that_was_there_before_is_no_notice() -> None:
    told = "I worked for a news group of 23 newspapers in the open-source world. I had my team rebuild the counts."
    assert not noted(hear(told).facts, told)


@pytest.mark.parametrize(
    "text",
    [
        "The supplier fixed the valve.",
        "The vendor sent a cable.",
        "I called the court.",
        "A competitor had changed its fares.",
        "Our rival was down.",
        "Two of them left, which is just the industry, everyone leaves.",
        "In this industry everyone leaves after a launch.",
        "I had given him the award, twice.",
        "My boss gave me an award.",
        "They sent us a tin of sweets, and in the NHS, that's basically an award.",
    ],
)
def test_a_supplier_or_an_office_is_no_public(text: str) -> None:
    context = hear(text)
    assert not noted(context.facts, text)


HEADED = "Situation: Counts were late.\n\nAction: I had my team rebuild them.\n\nResult: The errors fell by half. {end}"
TOLD = "Our counts were late each spring. I had my team rebuild them, and the errors fell by half. {end}"


@pytest.mark.parametrize(
    "end",
    [
        "Two neighbouring countries have adopted the rule.",
        "Another company copied it.",
        "Today the space agency has adopted the rule in its tenders.",
        "Two other universities in the country have taken it over.",
        "Three other banks have taken it up since.",
    ],
)
def test_other_firms_and_lawgivers_that_take_it_over_are_outside(end: str) -> None:
    context = hear(TOLD.format(end=end))
    assert adopted(context)
    external = next(one for one in read_level(context, ()).dimensions if one.id == "external")
    assert external.reads_as == "above"
    assert external.evidence


@pytest.mark.parametrize(
    "end",
    [
        "Two other teams have adopted it.",
        "Today the advertising agency has adopted the rule.",
        "Two other hospitals in our trust have taken it over.",
        "Another bank took over our customer.",
        "Another company took the contract.",
        "Two other companies use our product.",
        "The regulator closed the case.",
    ],
)
def test_colleagues_customers_and_rivals_who_win_are_not(end: str) -> None:
    assert adopted(hear(TOLD.format(end=end))) is None


@pytest.mark.parametrize(
    ("words", "up"),
    [
        ("went live in March", False),
        ("rolled out at", False),
        ("presented it to the department", False),
        ("went live in four depots", True),
        ("copied it", True),
        ("took it up", True),
    ],
)
def test_what_is_released_or_presented_is_not_yet_taken_up(words: str, up: bool) -> None:
    assert takes_up(words) is up


@pytest.mark.parametrize(
    ("told", "reading"),
    [
        ("Since then the ministry put it in the national guideline.", "above"),
        ("In 2023 the regulator made it part of its handbook.", "above"),
        ("In 2023 the ministry put it in the drawer.", "unclear"),
        ("In 2023 my manager put it in the handbook.", "unclear"),
        ("We gave a talk at KubeCon.", "above"),
        ("Two other groups use it; paper at SIGMOD.", "above"),
        ("I gave a talk at the all-hands.", "unclear"),
        ("I presented it to another team.", "unclear"),
    ],
)
def test_an_authority_that_takes_it_into_its_rules_and_a_conference_of_the_trade_are_outside_the_firm(
    told: str, reading: str
) -> None:
    text = TOLD.format(end=told)
    external = next(d for d in read_level(hear(text), ()).dimensions if d.id == "external")
    assert external.reads_as == reading


@pytest.mark.parametrize("words", ["go-live", "went live in, in May", "went live on the 3rd of", "live at the weekend"])
def test_a_release_with_its_date_is_no_uptake(words: str) -> None:
    assert not takes_up(words if words.startswith(("go", "went")) else f"was {words}")


@pytest.mark.parametrize("words", ["went live in all", "went live at both", "is live in six"])
def test_a_release_at_others_is_uptake(words: str) -> None:
    assert takes_up(words)


@pytest.mark.parametrize(
    "end",
    [
        "The regulator's working group on data exchange took it as its draft.",
        "The ministry's task force copied our form.",
        "A working group of the ministry has since taken it over from us.",
        "The panel at the trade body wrote it into its code.",
    ],
)
def test_a_body_of_a_regulator_takes_it_over(end: str) -> None:
    assert adopted(hear(HEADED.format(end=end))) is not None


@pytest.mark.parametrize(
    "end",
    [
        "Our working group took it as its draft.",
        "The regulator's inspectors took two days.",
        "A working group of the company took it over from us.",
        "The committee took it badly.",
    ],
)
def test_a_body_of_the_firm_or_one_that_only_looks_does_not(end: str) -> None:
    assert adopted(hear(HEADED.format(end=end))) is None


def test_a_report_that_is_published_within_the_firm_is_no_notice() -> None:
    told = TOLD.format(end="We fixed the one thing he found, and I published his report with his name on.")
    assert not noted(hear(told).facts, told)
    seen = TOLD.format(end="I published a paper on it with him.")
    assert noted(hear(seen).facts, seen)


@pytest.mark.parametrize(
    ("text", "body", "only"),
    [
        ("with his name on it before the whole department, and I went", "whole department", True),
        ("I showed it to the whole company.", "whole company", True),
        ("I thanked her in front of the entire division.", "entire division", True),
        ("We ran it across the whole company.", "whole company", False),
        ("Before the whole department moved over we tested", "whole department", False),
        ("I got every department to sign.", "every department", False),
    ],
)
def test_who_is_only_shown_a_thing_looks_on(text: str, body: str, *, only: bool) -> None:
    start = text.index(body)
    assert looks_on(text, Span(start, start + len(body))) is only


@pytest.mark.parametrize(
    "end",
    [
        "The association of family doctors published it as its standard.",
        "The federation of ferries recommends it to its members.",
        "The chamber of shipping printed it in its guide.",
        "The union published our rota as a model.",
        "The standards institute has it as an annex.",
    ],
)
def test_an_association_that_publishes_it_takes_it_over(end: str) -> None:
    assert adopted(hear(HEADED.format(end=end))) is not None


@pytest.mark.parametrize(
    "end",
    [
        "The association published its yearly report.",
        "The union recommends a strike to its members.",
        "Our association has it in a drawer.",
        "The chamber printed the wrong date.",
    ],
)
def test_an_association_that_goes_about_its_own_does_not(end: str) -> None:
    assert adopted(hear(HEADED.format(end=end))) is None


@pytest.mark.parametrize(
    "end",
    [
        "The central bank has asked us to present it to two other groups.",
        "The regulator invited me to explain our rule book to other banks.",
        "The association of insurers asked our lead to speak about it at its members' conference.",
    ],
)
def test_to_be_asked_to_tell_others_outside_of_it_is_notice(end: str) -> None:
    assert called_on(hear(HEADED.format(end=end))) is not None


@pytest.mark.parametrize(
    "end",
    [
        "The regulator asked us to explain the outage to them.",
        "The central bank has asked us to present it again in May.",
        "My director asked me to present it to two other groups.",
    ],
)
def test_to_be_asked_to_account_for_it_or_asked_inside_is_none(end: str) -> None:
    assert called_on(hear(HEADED.format(end=end))) is None


@pytest.mark.parametrize(
    ("words", "by_somebody"),
    [("all ~35 services moved", False), ("both databases went", False), ("all nine teams moved", True)],
)
def test_services_that_are_moved_take_nothing_up(words: str, *, by_somebody: bool) -> None:
    assert takes_up(words) is by_somebody


TAKEN = "**Task:** I ran the kilns.\n\n**Action:** I stopped the old list.\n\n**Result:** Losses fell by half. {said}"


def heard_uptake(said: str) -> bool:
    context = hear(TAKEN.format(said=said))
    return any(taken_up(context, one.span) for one in context.facts.of("adoption", "spread"))


@pytest.mark.parametrize(
    "said",
    [
        "We also moved to a new board with the same columns.",
        "Two of my engineers went to see the wards every Friday.",
        "Three of my people now use the list.",
        "Mesh was the standard in the company, so nobody asked.",
    ],
)
def test_the_tellers_own_people_and_what_was_the_standard_before_took_nothing_up(said: str) -> None:
    assert not heard_uptake(said)


@pytest.mark.parametrize(
    "said",
    [
        "We moved every depot to the new board.",
        "Two of their managers adopted it.",
        "Within a year it was the standard in the company.",
        "Our list was the norm in the whole firm by then.",
        "It became the standard in the company.",
    ],
)
def test_others_who_took_it_up_and_what_became_the_standard_are_heard(said: str) -> None:
    assert heard_uptake(said)


@pytest.mark.parametrize(
    "end",
    [
        "It's in the ministry's rulebook now.",
        "a year later and its in the ministry's rulebook now",
        "Our format went into the trade association's own guidelines.",
    ],
)
def test_what_stands_in_the_rules_of_a_body_outside_is_outside_the_firm(end: str) -> None:
    assert adopted(hear(HEADED.format(end=end))) is not None


@pytest.mark.parametrize(
    "end", ["It's in the team's rulebook now.", "It went into our handbook.", "It is in the ministry's building now."]
)
def test_what_stands_in_the_firm_s_own_rules_is_not(end: str) -> None:
    assert adopted(hear(HEADED.format(end=end))) is None
