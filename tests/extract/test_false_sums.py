"""Sums that nobody told: what is next to each other is left alone, and what does not add up is still said."""

from __future__ import annotations

import pytest

from starproof.extract.quantities import quantities
from tests.extract.telling import read


def said(text: str, verdict: str) -> list[str]:
    return [claim.text for claim in read(text) if claim.verdict == verdict]


@pytest.mark.parametrize(
    "text",
    [
        "The trial line cost $100,000. It saves $400,000 a year.",
        "That quarter cost us $88,000. We save $350,000 a year now.",
        "The mast cost €30,000 once. It brings €300,000 a year.",
        "I paid $20,000 out of my own budget for a welder. The customer was worth $200,000 a year to us.",
        "Rent is $8,000 a month. Moving cost $25,000. We save $36,000 a year by the move.",
        "Our rent was £30,000 a quarter. I moved us out for a one-off £60,000. That saves £100,000 a year.",
        "We lost a client worth $25,000 a month. I won one worth $200,000 a year.",
        "The lab saves ₹67.2 lakh every half year, or ₹11.2 lakh a month.",
    ],
)
def test_no_year_is_reckoned_from_an_amount_that_nothing_says_recurs(text: str) -> None:
    assert said(text, "inconsistent") == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The lease is $10,000 a month. That is $100,000 a year.", "$100,000 a year"),
        (
            "Of the monthly bill of €46,800 we keep €19,800, no less. That is €198,000 over twelve months.",
            "€198,000",
        ),
        ("We paid $8,000 a month for the licence. So we spent $60,000 a year.", "$60,000 a year"),
        ("The bill went from £127,000 a month to £27,000, so £1 million a year.", "£1 million a year"),
    ],
)
def test_a_wrong_year_of_an_amount_told_by_the_month_is_said(text: str, figure: str) -> None:
    assert said(text, "inconsistent") == [figure]


def test_a_year_beside_the_one_that_an_amount_comes_to_is_another_year() -> None:
    told = "By January the bill ran at $575K a month, a yearly rate of $6.9M{}."
    assert said(told.format(" a year, against $9.6M a year"), "inconsistent") == []
    assert said(told.replace("$6.9M", "$9.6M").format(" a year"), "inconsistent") == ["$9.6M a year"]


@pytest.mark.parametrize(
    "text",
    [
        "We lost one week over it. A year later failures are at 1.9%.",
        "Storage went from $3 a terabyte. The bill was $800,000 a month then. That makes $9.6M a year.",
        "We spent $9.6M a year. Hosting ran at $790,000 a month, and cold storage was $3 a terabyte.",
        "One platform, one team, one customer.",
        "I have seven people, two of them leads with a couple of engineers each, so call it fourteen.",
        "She took two and they took two. Faults went to zero. The other two crews took the rule.",
    ],
)
def test_what_nobody_would_reckon_proves_nothing(text: str) -> None:
    assert not [claim for claim in read(text) if len(claim.operands) > 1]


def test_a_share_of_a_length_and_a_year_of_a_fall_are_reckoned() -> None:
    assert said("The press stood for 10 hours of the 40 hours, so 25%.", "consistent") == ["25%"]
    assert said("The bill went from $800,000 a month to $575,000, so $2.7M a year.", "consistent") == ["$2.7M a year"]


def test_twelve_times_an_amount_holds_only_where_something_says_that_it_recurs() -> None:
    assert said("The fine was $80,000. The contract that we kept is worth $960,000 a year.", "consistent") == []
    assert said("Last month it cost us $10,000. Over a year that is $120,000.", "consistent") == ["$120,000"]
    assert said("Revenue in May came in at $640K, a run rate of $7.7M a year.", "consistent") == ["$7.7M a year"]


@pytest.mark.parametrize(
    "text",
    [
        "Three of the four growers had doubled their prices.",
        "Four of six growers had doubled their prices.",
        "Five of the eight crews halved their spend.",
        "Two of the three faults that had made us pay twice that winter were mine.",
        "Of the ten shops, seven doubled their takings. Three stayed flat.",
        "Ten of the twelve villages got water, and each of the ten doubled its harvest.",
        "Of our 30 drivers, ten doubled their tips. The other twenty saw no change.",
        "Eight of nine nurses said the new form took half the time.",
        "Of 12 bids we read five, and two of the five were half the price.",
        "Team one had 60 tickets and team two 20. Team two answered twice as fast.",
    ],
)
def test_a_part_of_a_whole_is_no_before_and_after(text: str) -> None:
    found = read(text)
    assert [c.text for c in found if c.verdict == "inconsistent"] == []
    assert [c.text for c in found if c.kind == "multiple"] == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The crew grew from three to four people, so we doubled.", "doubled"),
        ("We went from 12 steps to 6, so three times faster.", "three times faster"),
        ("Three of the four growers came, half of them.", "half"),
    ],
)
def test_a_wrong_multiple_or_share_is_said(text: str, figure: str) -> None:
    assert [t for t in said(text, "inconsistent") if figure.startswith(t)], read(text)


@pytest.mark.parametrize(
    "text",
    [
        "They rang at seven. The bank shuts at ten. The rerun takes {} hours, so we could not.",
        "We met at nine and again at noon, and the repair took {} hours.",
        "We found it at eight. A full restore takes {} hours and doors open at ten, so I said no.",
        "We found it at 8:00 and doors open at 11:00. A restore takes {} hours.",
        "I got hold of the desk at twenty to seven and they close at ten. A rerun takes {} hours.",
        "The vote was at two. I had talked to Priya at eleven. It took me {} hours to write the paper before.",
        "At first it took eleven days to two. Then it goes back to six. A month later it is {} hours.",
        "The deploy started at 22:00 and ended at 01:00. The rollback takes {} hours.",
    ],
)
@pytest.mark.parametrize("hours", ["two", "three", "four", "five", "nine"])
def test_a_length_of_something_else_is_not_held_to_two_times_of_day(text: str, hours: str) -> None:
    assert [c for c in read(text.format(hours)) if c.kind == "duration"] == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("We were dark from seven to ten, five hours.", "inconsistent"),
        ("It went down at 14:10 and came back at 15:00, so the outage lasted two hours.", "inconsistent"),
        ("It went down at 14:10 and came back at 15:00, so the outage lasted 50 minutes.", "consistent"),
        (
            "At 23:50 on that day the portal stopped, and at 02:20 she had it back; two and a half hours.",
            "consistent",
        ),
        ("They open at ten and the crew came at six. Four hours.", "consistent"),
        ("The doors shut at 14:00 and our file was up at 13:48, 12 minutes before the end.", "consistent"),
        ("I stood at the belt from ten at night till six, eight hours at a stretch.", "consistent"),
        ("It broke at twenty to seven and was back at ten, so three hours and twenty minutes.", "consistent"),
    ],
)
def test_a_length_told_of_two_times_of_day_is_recomputed(text: str, verdict: str) -> None:
    assert [c.verdict for c in read(text) if c.kind == "duration"] == [verdict]


def test_what_always_takes_so_long_is_no_length_between_two_months() -> None:
    assert said("From January to March we lost five people. Onboarding takes nine weeks.", "consistent") == []
    assert said("We built it from January to March, nine weeks in all.", "consistent") == ["nine weeks"]


@pytest.mark.parametrize(
    "text",
    [
        "We raised sales by 9%, in a year in which visits went from 1.1 million to 1.3 million and in which rubber "
        "prices increased by 14%.",
        "The power bill rose 22 percent because the price went from 14 cents to 19 cents.",
        "Delivery went from 31 hours to 9 hours, and it was 25% better than the buyers had asked for.",
        "140 services send logs, and 6 of our 9 engineers read them, 71% of volume.",
        "By January it was late on two mornings instead of 19. That is ten times better.",
    ],
)
def test_a_figure_that_names_another_thing_or_goal_is_left_alone(text: str) -> None:
    assert said(text, "inconsistent") == []


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("I ran billing at a Chicago firm. We saved $600,000 a year. Later Sydney and Melbourne took it over.", "USD"),
        ("I ran billing in Texas. We saved $600,000 a year. Auckland, Wellington and Dunedin have it too.", "USD"),
        ("I ran billing in Toronto. We saved $600,000 a year. Denver, Dallas and Boston have it too.", "CAD"),
        ("We are in Perth and sell to Texas, Ohio and Florida. We saved $600,000 a year.", "AUD"),
        ("I'm in Calgary but the company's in New York. We saved $600,000 a year.", "USD"),
        ("There were 46 engineers in Sydney and Denver. We saved $600,000 a year.", "USD"),
        ("We saved $600,000 a year. A year on, Toronto and Ottawa copied it.", "USD"),
        ("We saved $600,000 a year at the yard in Brisbane.", "AUD"),
        ("The US plant saved $600,000 a year. Sydney and Perth have it too.", "USD"),
        ("I run forty engineers in Stockholm, Hyderabad and Toronto. We saved $600,000 a year.", "USD"),
        ("We're a pet insurer, Toronto. We saved $600,000 a year.", "CAD"),
    ],
)
def test_dollars_are_those_of_the_tellers_home(text: str, currency: str) -> None:
    assert [q.unit for q in quantities(text) if q.kind == "money"] == [f"{currency}/year"]


@pytest.mark.parametrize(
    "text",
    [
        "For three weeks I asked the ward why. I lent him a nurse for ten weeks, so nobody carried double.",
        "The audit took two weeks. For six weeks we doubled up on nights.",
        "They paid for two hours. In the first two the stop came too early. The rating is 4.4, 1.6 points up.",
        "Refunds took about three weeks. They were the two I leaned on, with ninety calls about them a week.",
    ],
)
def test_what_is_told_as_a_manner_a_rate_or_a_score_follows_from_no_figures(text: str) -> None:
    assert [claim.text for claim in read(text)] == []


@pytest.mark.parametrize(
    ("text", "figure", "verdict"),
    [
        ("Output went from 100 to 160 pallets a day, so it doubled.", "doubled", "inconsistent"),
        ("We promised three weeks and delivered in two weeks, a week ahead.", "a week", "consistent"),
        ("The rating went from 2.8 to 4.4, 1.2 points up.", "1.2 points", "inconsistent"),
    ],
)
def test_a_change_by_a_factor_a_week_or_points_is_still_reckoned(text: str, figure: str, verdict: str) -> None:
    assert said(text, verdict) == [figure]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("That saves 100 hours a month. At 60 euros an hour that makes 72,000 euros a year.", "consistent"),
        ("We save 40 hours a week at 50 dollars an hour, so 104,000 dollars a year.", "consistent"),
        ("That saves 100 hours a month. At 60 euros an hour that makes 60,000 euros a year.", "inconsistent"),
        ("We spent 100 hours at 60 euros an hour, so 6,000 euros.", "consistent"),
    ],
)
def test_hours_that_recur_are_taken_as_often_as_they_do_in_a_year(text: str, verdict: str) -> None:
    assert [claim.verdict for claim in read(text)] == [verdict]


def test_the_sum_says_how_often_a_year_holds_what_recurs() -> None:
    (claim,) = read("That saves 100 hours a month. At 60 euros an hour that makes 72,000 euros a year.")
    assert claim.explanation == "100 hours times 60 euros an hour is EUR 6,000, and 12 times a year EUR 72,000"


@pytest.mark.parametrize(
    "text",
    [
        "The lab took two of our rules. Faults went to zero, and the other two device teams took them too.",
        "I have seven people, two of them leads with a couple of engineers each, so fourteen altogether.",
        "I have seven people, two of them leads with three engineers each, so thirteen altogether.",
        "It had to be ready in June. In June it was. It's been a year.",
        "A year later my work from January to August paid off.",
        "It was ready in June. They asked for more in April. It's been a year.",
        "I wanted eight depots. A truck costs about seventy thousand a year, and 26 went, so 1.8 million a year.",
    ],
)
def test_no_sum_is_over_nothing_a_couple_what_each_has_or_a_month_named_twice(text: str) -> None:
    assert said(text, "inconsistent") == []
    proofs = [claim.explanation for claim in read(text)]
    assert [proof for proof in proofs if "to zero" in proof or "couple" in proof or "eight" in proof] == []
    assert [claim.text for claim in read(text) if claim.kind == "duration"] == []


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("We began in June. It went live the following June. It took a year.", "a year"),
        ("From January to December it took us a year.", "a year"),
        ("We ran it from March to May, three months.", "three months"),
    ],
)
def test_a_length_between_two_months_is_still_reckoned(text: str, length: str) -> None:
    assert said(text, "consistent") == [length]


@pytest.mark.parametrize("aside", ["", "um, ", "I want to say, ", "like, ", "uh, I think, "])
def test_what_is_thought_aloud_before_a_whole_hides_no_wrong_share(aside: str) -> None:
    text = f"Sixty-four out of{',' if aside else ''} {aside}thirty-two thousand, so that's two percent."
    assert said(text, "inconsistent") == ["two percent"]


def test_hours_told_by_the_month_make_a_year_at_their_price() -> None:
    told = "It saves around 100 hours a month. At 60 euros an hour that makes {} euros a year."
    assert said(told.format("72,000"), "consistent") == ["72,000 euros a year"]
    assert said(told.format("72,000"), "inconsistent") == []


def test_a_share_of_every_so_many_is_no_count_of_anything_else() -> None:
    told = "We have nineteen shops. Of the small loaves we sold 30 of every 100. One van did the eleven town shops."
    assert read(told) == ()
    figures = [(one.kind, one.value) for one in quantities(told)]
    assert ("percent", 30.0) in figures
    assert [one.value for one in quantities("Cranes 3 and 5 were cracked, and 4 cranes were not.")] == [4.0]


def test_half_a_compound_is_nothing_that_is_counted() -> None:
    assert quantities("We rewrote it in one cross-border framework.") == ()
    assert [one.value for one in quantities("We had two cross-border teams.")] == [2.0]


@pytest.mark.parametrize(
    "told", ["of whom three lead squads", "of which three have squads", "three of whom lead squads"]
)
def test_a_part_of_a_whole_is_no_factor_of_it(told: str) -> None:
    assert said(f"I have seven managers, {told}, so around 29 engineers.", "inconsistent") == []
    assert said("I have four regions, each with three leads, so 15 leads.", "inconsistent") == ["15 leads"]


@pytest.mark.parametrize(
    "text",
    [
        "The yard wanted 90 days for it, I said 30, and we wrote down 45.",
        "seven in ten were gone within a week and they kept buying more so we opened in may and day seven stood at "
        "forty three percent, queues doubled to ninety seconds though",
        "Lockouts are at 50,000 a month across all of the forty banks. The desks save $34 million a year.",
        "Out of two hundred and sixty cooks, eleven used it. They voted for a trial, three kitchens out of ten, and "
        "they wanted it over by the autumn. In the three kitchens overtime dropped by half.",
    ],
)
def test_bids_what_something_doubled_to_and_numbers_of_things_make_no_sum(text: str) -> None:
    assert said(text, "inconsistent") == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The wait went from 30 seconds to 90, so it doubled.", "doubled"),
        ("Forty banks pay us $50,000 a month each, which is $34 million a year.", "$34 million a year"),
    ],
)
def test_what_is_told_as_a_sum_of_them_is_still_held_to_it(text: str, figure: str) -> None:
    assert said(text, "inconsistent") == [figure]
