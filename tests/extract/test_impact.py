"""The largest money outcome: what counts, what does not, and what it comes to in dollars a year."""

from __future__ import annotations

import pytest

from starproof.core.document import Label, LabelledSentence, Story
from starproof.core.facts import Impact, Quantity
from starproof.core.text import Span
from starproof.extract.claims import claims
from starproof.extract.money.barred import barred
from starproof.extract.money.dollars import reference_rates
from starproof.extract.money.impact import impact
from starproof.extract.money.outcome import weights, words_about
from starproof.extract.money.pairs import added
from starproof.extract.quantities import quantities
from starproof.extract.sums.story.figures import telling
from starproof.parse.story import parse


def read(*told: tuple[Label, str], rates: dict[str, float] | None = None) -> tuple[Impact | None, tuple[Quantity, ...]]:
    text = " ".join(words for _, words in told)
    spans = [sentence.span for sentence in parse(Story("case", text)).sentences]
    assert len(spans) == len(told), "one sentence for each label"
    labels = [LabelledSentence(span, label, 1.0) for span, (label, _) in zip(spans, told, strict=True)]
    figures = quantities(text, within=spans)
    sums = claims(text, figures, spans)
    return impact(text, figures, labels, sums=sums, rates=rates), figures


@pytest.mark.parametrize(
    ("sentence", "annual", "basis"),
    [
        ("We saved $900,000 a year.", 900_000, "stated"),
        ("Since then the port saves $20,000 a month.", 240_000, "annualised"),
        ("The renewed contract brings in 2 million euros a year.", 2_200_000, "converted"),
        ("That kept £300,000 a quarter of orders in the house.", 1_524_000, "converted"),
        ("We avoided a penalty of $1.2 million.", 1_200_000, "stated"),
        ("It brings in 4 crore rupees a year in extra sales.", 480_000, "converted"),
        ("so that's about thirty thousand dollars a month in extra sales.", 360_000, "annualised"),
        ("The customer renewed, which is worth $400,000 a year.", 400_000, "stated"),
    ],
)
def test_an_outcome_counts_in_dollars_a_year(sentence: str, annual: float, basis: str) -> None:
    found, _ = read(("situation", "The harbour was slow."), ("result", sentence))
    assert found is not None
    assert found.annual_usd == pytest.approx(annual)
    assert found.basis == basis


@pytest.mark.parametrize(
    ("sentence", "annual"),
    [
        ("Two clients who had left came back, which is worth $90,000 a year.", 90_000),
        ("We did not lose the client, a contract of $190,000 a year.", 190_000),
        ("Waiting would have cost us the contract, $150,000 a year.", 150_000),
        ("The cranes that we no longer rent were $70,000 a year.", 70_000),
        ("That is $96,000 a year which we didn't have before.", 96_000),
        ("After that the season was worth $4 million more to us.", 4_000_000),
        ("It saves $1.1M a year, ours costs $300K a year, so net $800K a year.", 800_000),
    ],
)
def test_what_came_back_was_spared_or_is_left_over_is_the_outcome(sentence: str, annual: float) -> None:
    found, _ = read(("situation", "The harbour was slow."), ("result", sentence))
    assert found is not None
    assert found.annual_usd == pytest.approx(annual)


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("task", "I had a budget of $900,000."),
        ("situation", "We paid $61 million a year to keep the old systems alive."),
        ("task", "I was asked to reach a target of $3 million a year in savings."),
        ("action", "I paid the drivers $40,000 out of my own campaign."),
        ("situation", "A ticket costs $12."),
        ("action", "The vendor asked for $200,000 and I said no."),
        ("result", "One client left over it, worth $90,000 a year."),
        ("result", "It cost us the contract with our oldest client, $150,000 a year."),
        ("action", "We lost one customer over it, a contract of 200,000 euros."),
        ("action", "We gave up $60,000 of orders to do it."),
        ("action", "That was $80,000 a year, which we did not have."),
        ("action", "New cranes would have been $70,000, and there was no money for it."),
        ("result", "We hire 12 outside trucks a week now, at $900 each."),
        ("situation", "The spring sale is worth $4 million to us."),
        ("result", "We opened seven weeks late and moved $2.4 million of revenue into the next quarter."),
        ("result", "Because of that $2.4 million of revenue slipped into the next quarter."),
        ("result", "Because of that $2.4 million was delayed by a quarter."),
    ],
)
def test_a_budget_a_price_a_target_or_a_problem_is_no_outcome(label: Label, sentence: str) -> None:
    assert read((label, sentence), ("result", "The harbour is fast today."))[0] is None


def test_the_largest_outcome_wins_and_says_on_which_words_it_rests() -> None:
    found, figures = read(
        ("result", "We saved $30,000 a month in fuel."),
        ("result", "The customers who stayed are worth $2 million a year."),
    )
    assert found is not None
    assert found.annual_usd == 2_000_000
    assert figures[found.quantity].text.startswith("$2 million")


def test_a_saving_counts_and_not_the_two_bills_it_lies_between() -> None:
    found, _ = read(("result", "The bill fell from $90,000 a month to $60,000, so we save $30,000 a month."))
    assert found is not None
    assert found.annual_usd == 360_000


def test_other_rates_replace_the_packaged_ones() -> None:
    told: tuple[Label, str] = ("result", "We saved 100,000 euros a year.")
    assert read(told, rates={"EUR": 2.0})[0] == Impact(200_000.0, 0, "converted")
    assert read(told, rates={})[0] is None


def test_reference_rates_are_those_of_the_annotation_guide() -> None:
    rates = reference_rates()
    assert (rates["EUR"], rates["GBP"], rates["INR"], rates["IDR"]) == (1.10, 1.27, 0.012, 0.0000625)


def test_a_story_without_money_has_no_impact() -> None:
    assert read(("result", "Complaints fell from 40 to 12 a week."))[0] is None


def test_more_than_the_world_earns_is_a_slip_of_the_keys_and_no_outcome() -> None:
    assert read(("result", "It saved $999999999999 trillion a year."))[0] is None
    told, _ = read(("result", "It saved the state $2 trillion a year."))
    assert told is not None
    assert told.annual_usd == 2e12


def test_a_bill_in_passing_gives_way_to_the_saving_that_is_told_as_one() -> None:
    found, _ = read(
        ("situation", "The old trams stood still."),
        ("result", "The depots, which come to $7 million a year, stay open."),
        ("result", "We saved $2 million a year in fuel."),
    )
    assert found is not None
    assert found.annual_usd == 2_000_000


def test_the_larger_counts_where_a_rate_and_its_yearly_sum_disagree() -> None:
    found, _ = read(
        ("situation", "The harbour was slow."),
        ("result", "We save $50,000 a month, so $500,000 a year."),
    )
    assert found is not None
    assert found.annual_usd == 600_000


def test_money_that_nobody_names_is_dollars_a_year() -> None:
    found, _ = read(
        ("situation", "The pumps kept failing."),
        ("result", "and it's seven hundred ten k a year that we save."),
    )
    assert found is not None
    assert found.annual_usd == 710_000


@pytest.mark.parametrize(
    ("sentence", "annual"),
    [
        ("The bill fell from 21 to 8 million dollars.", 13_000_000),
        ("Carrier cost went down from $42M a year to $24M a year.", 18_000_000),
        ("The bill went from $90,000 a month to $50,000 a month.", 480_000),
        ("Revenue grew from $10M a year to $14M a year.", 4_000_000),
    ],
)
def test_what_lies_between_two_bills_counts_where_nothing_else_is_told(sentence: str, annual: float) -> None:
    found, _ = read(("action", "I turned off what nobody used."), ("result", sentence))
    assert found is not None
    assert found.annual_usd == pytest.approx(annual)


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("situation", "The bill fell from $21M a year to $8M a year."),
        ("result", "The bill rose from $8M a year to $21M a year."),
        ("result", "Revenue fell from $21M a year to $8M a year."),
        ("result", "We lost roughly $120,000 in orders in those 36 minutes."),
        ("result", "In the end we lost over $3M a year."),
        ("result", "We spent $690,000."),
        ("result", "It cost about $2.3M in the end, 12% over what I had been given."),
        ("result", "With the penalties we finished at $1.4M."),
        ("result", "Some $70,000 went on hotels and petrol."),
    ],
)
def test_what_got_worse_or_was_lost_is_no_outcome(label: Label, sentence: str) -> None:
    assert read(("action", "I turned off what nobody used."), (label, sentence))[0] is None


LONG: list[tuple[Label, str]] = [
    (
        "situation",
        "The cranes at the mouth of the river had been slow for as long as anyone in the office could remember.",
    )
] * 6


def last(sentence: str) -> float | None:
    """The impact of a sentence that ends a story of some length."""
    found, _ = read(*LONG, ("result", sentence))
    return None if found is None else found.annual_usd


@pytest.mark.parametrize(
    ("sentence", "annual"),
    [
        ("That's about $990,000 in one day that was on us.", None),
        ("It was $990,000 in a single night of standstill.", None),
        ("We sold $990,000 in one day.", 990_000),
        ("That saved us $990,000 in one night.", 990_000),
    ],
)
def test_what_went_in_one_day_is_damage_unless_it_was_earned_or_spared(sentence: str, annual: float | None) -> None:
    assert last(sentence) == annual


@pytest.mark.parametrize(
    ("sentence", "annual"),
    [
        ("We saved $1.6M a year, not the $2M that we had planned.", 1_600_000),
        ("The saving was, in the first year it was $1.6M, not $2M.", 1_600_000),
        ("We now spend $1.6M a year instead of $2M.", 400_000),
        ("Finance credited us with $1.2M a year, not the $1.5M on my slide.", 1_200_000),
        ("The deal came to $3.1M a year and not $3.5M.", 3_100_000),
        ("It was worth $1.3M a year, instead of the $1.8M in the business case.", 1_300_000),
        ("He said we would save $2M a year, and the saving was $1.6M a year.", 1_600_000),
        ("He said we would save $2M a year, and we did.", 2_000_000),
        ("The bill is $1.6M a year, not $2M.", 400_000),
        ("It runs at $575K a month, $6.9M a year, down from $9.6M.", 2_700_000),
        ("We were losing $3M a year and now sell $1M more a year.", 1_000_000),
    ],
)
def test_a_gain_beside_the_one_hoped_for_is_no_before_and_after(sentence: str, annual: float) -> None:
    assert last(sentence) == pytest.approx(annual)


@pytest.mark.parametrize(
    ("sentence", "annual"),
    [
        ("The waste was estimated at $3.4M a year.", None),
        ("The double payments came to $310,000.", None),
        ("The running cost is now $6.9M a year.", None),
        ("We gave them one month free, $15,000.", None),
        ("We paid $15,000 back to them.", None),
        ("Every customer that pays us more than $500,000 a year gets a page now.", None),
        ("The waste was $3.4M a year and it is gone.", 3_400_000),
        ("The discount, $500,000 a year, has not been claimed since.", 500_000),
        ("They gave us back $500,000 a year.", 500_000),
        ("I gave the foreman a say, they renewed, that's $900,000 a year.", 900_000),
        ("Lost orders were down by $1.1M over the year.", 1_100_000),
    ],
)
def test_a_problems_size_a_gift_and_a_bound_are_no_outcome_unless_they_went_away(
    sentence: str, annual: float | None
) -> None:
    assert last(sentence) == (None if annual is None else pytest.approx(annual))


@pytest.mark.parametrize(
    ("sentence", "annual"),
    [
        ("New subscriptions came to $31 million, compared with $22 million the year before.", 9_000_000),
        ("Revenue was $31M, against $22M the year before.", 9_000_000),
        ("Bookings reached $5.2M, up from $3.8M.", 1_400_000),
        ("The new subscriptions came to $31 million.", 31_000_000),
    ],
)
def test_a_years_income_counts_by_what_it_has_more_than_the_year_before(sentence: str, annual: float) -> None:
    assert last(sentence) == pytest.approx(annual)


def test_a_goal_in_the_sentence_before_bars_no_outcome() -> None:
    found, _ = read(
        ("result", "It was two points more than I dared to promise."),
        ("result", "Finance credited $5.2M a year to it."),
    )
    assert found is not None
    assert found.annual_usd == 5_200_000


@pytest.mark.parametrize(
    ("words", "out"),
    [
        ("So what came of it: we wrote off about $1.3 million.", True),
        ("We had to buy support for the old gate, which was $380,000 for the year.", True),
        ("We no longer had to buy support for the old gate, which was $380,000 for the year.", False),
        ("The auditor reckoned that we'd have had to pay back $700,000, and we paid nothing.", False),
        ("The gate brought in about $1.3 million.", False),
    ],
)
def test_what_was_written_off_or_had_to_be_paid_is_left_out(words: str, out: bool) -> None:
    spans = [sentence.span for sentence in parse(Story("case", words)).sentences]
    assert bool(barred(telling(words, quantities(words), spans).figures, ())) is out


def test_what_no_longer_has_to_be_spent_is_an_outcome() -> None:
    found, _ = read(
        ("action", "I moved the fleet."), ("result", "The second depot, on which we spent $2M a year, is closed.")
    )
    assert found is not None
    assert found.annual_usd == 2_000_000


@pytest.mark.parametrize(
    "sentence",
    [
        "We stopped losing $3M a year.",
        "In short we stop losing $3M a year.",
        "Without it we would have lost $3M a year.",
    ],
)
def test_a_loss_that_did_not_come_is_an_outcome(sentence: str) -> None:
    found, _ = read(("action", "I turned off what nobody used."), ("result", sentence))
    assert found is not None
    assert found.annual_usd == 3_000_000


def test_the_storys_own_year_counts_where_its_rate_agrees_with_it() -> None:
    found, figures = read(("result", "We save $349,000 a month, which comes to $4.2M a year."))
    assert found is not None
    assert (found.annual_usd, figures[found.quantity].text, found.basis) == (4_200_000, "$4.2M a year", "stated")


def test_a_year_that_is_told_twice_counts_as_it_is_larger() -> None:
    told = "We save $350K a month, which comes to $4.2M a year, and finance has taken $4M out of the budget."
    found, figures = read(("result", told))
    assert found is not None
    assert figures[found.quantity].text == "$4.2M a year"


@pytest.mark.parametrize(
    ("sentence", "annual"),
    [
        ("Couriers: $202,000 a month, so the bill is $108,000 a month lighter.", 1_296_000),
        ("Refunds run at $21,000 a week, so the yearly saving is $300,000.", 300_000),
        ("It would have cost $14.3M, so $12.2M stays with us.", 12_200_000),
    ],
)
def test_a_bill_that_only_leads_up_to_what_was_gained_is_no_outcome(sentence: str, annual: float) -> None:
    found, _ = read(("action", "I dropped the noon run."), ("result", sentence))
    assert found is not None
    assert found.annual_usd == pytest.approx(annual)


def test_a_saving_is_one_too_where_another_follows_from_it() -> None:
    found, _ = read(
        ("action", "I dropped the noon run."),
        ("result", "We save $90,000 a month, so the depot keeps $400,000 a year."),
    )
    assert found is not None
    assert found.annual_usd == 1_080_000


@pytest.mark.parametrize(
    "sentence",
    [
        "In the budget it stands as a saving of 840,000 dollars a year.",
        "That is six points more than the goal and in money 840,000 dollars a year.",
        "They pay for the family plan and that's 840,000 dollars a year.",
    ],
)
def test_a_goal_that_is_only_mentioned_before_an_outcome_does_not_bar_it(sentence: str) -> None:
    found, _ = read(("action", "I moved the fleet."), ("result", sentence))
    assert found is not None
    assert found.annual_usd == 840_000


def test_a_cost_that_is_told_against_what_it_was_counts_by_what_lies_between() -> None:
    found, _ = read(
        ("action", "I moved 1,900 branches to one network."),
        ("result", "Carrier cost stands at $24 million a year, against $42 million in 2020."),
    )
    assert found is not None
    assert found.annual_usd == 18_000_000


def test_every_cue_has_a_place_of_words_that_is_read() -> None:
    story = telling("We saved $2M.", quantities("We saved $2M.", within=[Span(0, 13)]), [Span(0, 13)])
    places = {cue.where for cue in weights().cues}
    assert places <= words_about(story.figures[0]).keys()


def test_a_difference_of_two_monthly_bills_is_by_the_month() -> None:
    found, _ = read(("result", "The bill went from $90,000 a month to $60,000 a month, so we save $30,000."))
    assert found is not None
    assert found.annual_usd == 360_000


def test_a_yearly_sum_without_its_unit_counts_once_and_not_as_the_month_before_it() -> None:
    found, _ = read(
        (
            "result",
            "Refunds: £160,000 a month then, £60,000 now, so we save £100,000 every month, or £1.2m in a full year.",
        )
    )
    assert found is not None
    assert found.annual_usd == pytest.approx(1_524_000)


def test_a_year_told_by_the_month_as_well_stays_a_year() -> None:
    found, _ = read(("result", "We gained $720,000 a year, or some $60,000 every month."))
    assert found is not None
    assert found.annual_usd == 720_000


def test_a_rate_and_its_year_in_one_row_of_a_table_are_no_before_and_after() -> None:
    found, _ = read(("result", "Refund cost saved | $9,000 a quarter | $108,000 a year"))
    assert found is not None
    assert found.annual_usd == 108_000


def test_a_cost_told_long_before_its_fall_is_no_outcome_and_what_lies_between_is() -> None:
    found, _ = read(
        ("situation", "The old ferry cost $23 million a year to keep afloat."),
        ("action", "I replaced it."),
        ("result", "Running costs fell from $23 million to $9 million a year."),
    )
    assert found is not None
    assert found.annual_usd == 14_000_000


def test_a_total_of_several_years_counts_by_what_one_year_brings() -> None:
    found, _ = read(
        ("situation", "The portal was worth $1.1 million a year."),
        ("result", "The customer has extended by two years, so we kept $2.2 million."),
    )
    assert found is not None
    assert found.annual_usd == 1_100_000


@pytest.mark.parametrize(
    "sentence",
    ["Replacing one engineer costs us like $60,000.", "Each lost container costs the company about $9,000."],
)
def test_what_one_thing_costs_is_no_outcome(sentence: str) -> None:
    assert read(("action", sentence), ("result", "The harbour is fast today."))[0] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "I was nervous, because a late opening is something like $200,000 a day in gate money.",
        "It took half a year off, and a new variety is worth about $4 million a year to us.",
        "We spent $7 million of the $9 million that we had.",
    ],
)
def test_what_one_thing_is_worth_and_what_there_was_to_spend_are_no_outcome(sentence: str) -> None:
    assert read(("situation", "The park was slow."), ("result", sentence))[0] is None


def test_the_problem_at_the_start_gives_way_to_what_came_of_the_work() -> None:
    start = ("situation", "At that price it is $38 million a year on the dump.")
    found, figures = read(start, ("action", "I slowed the belts."), ("result", "That saves us $25 million a year."))
    assert found is not None
    assert figures[found.quantity].value == 25e6


def test_what_went_with_a_customer_is_no_outcome() -> None:
    told = ("action", "One of the two prospects walked away.")
    assert read(told, ("result", "That was maybe $200,000 a year."))[0] is None
    stayed = ("action", "One of the two prospects signed.")
    assert read(stayed, ("result", "That was maybe $200,000 a year."))[0] is not None


@pytest.mark.parametrize(
    ("sentence", "annual"),
    [
        ("We spent $700,000 less in that winter.", 700_000),
        ("We spent $700,000 in that winter.", None),
        ("The harbours say it is $1.4 million a year in waiting that they don't have any more.", 1_400_000),
        ("A new crane is $1.4 million a year, which we did not have.", None),
        ("Sales are 9 points over the goal - $8,000 a month in extra margin.", 96_000),
    ],
)
def test_a_bill_that_shrank_or_is_gone_is_an_outcome_and_one_that_was_paid_is_none(
    sentence: str, annual: float | None
) -> None:
    assert last(sentence) == (None if annual is None else pytest.approx(annual))


@pytest.mark.parametrize(
    ("sentence", "annual"),
    [
        ("The waste is now $20,000 a month.", 960_000),
        ("We pay $20,000 a year for the audit now.", None),
        ("The waste is a habit of the past.", None),
    ],
)
def test_a_loss_that_is_told_by_the_month_counts_by_what_is_lost_less(sentence: str, annual: float | None) -> None:
    start = ("situation", "The ovens were costing us $100,000 every month, so around $1.2 million in a year.")
    found, _ = read(start, ("action", "I moved the checks."), ("result", sentence))
    assert (None if found is None else found.annual_usd) == annual


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "That is worth €620,000 a year, and the energy we saved is another €190,000, so €810,000 in all.",
            ["sum"],
        ),
        ("The bill went from €810,000 to €620,000, so €190,000 less.", ["difference"]),
    ],
)
def test_a_total_that_is_told_makes_no_part_of_it_a_difference(text: str, kinds: list[str]) -> None:
    document = parse(Story("text", text))
    spans = [sentence.span for sentence in document.sentences]
    found = claims(text, quantities(text), spans)
    assert [claim.kind for claim in added(found)] == kinds


def test_what_no_longer_has_to_be_paid_is_an_outcome() -> None:
    found = read(("result", "We no longer had to pay the old gate's support, which was $380,000 a year."))[0]
    assert found is not None
    assert found.annual_usd == 380_000
