from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.facts import Facts, GenreReading
from starproof.core.guide import DIMENSIONS, Difference, Guide, Range
from starproof.core.results import Flag, Level, Reading
from starproof.level import read_level
from starproof.level.bands import bands
from starproof.level.scale import scales
from starproof.level.wording import people, stretch
from tests.level.telling import guide, hear, measured, stories

ORDER: dict[Reading, int] = {"unclear": -1, "below": 0, "at": 1, "above": 2}
KNOWN: dict[Reading, int] = {**ORDER, "unclear": 0}
"""Of one dimension: where others take part as well, a small number of people no longer says that it is below."""


def dimension(level: Level, name: str) -> Reading:
    return next(d.reads_as for d in level.dimensions if d.id == name)


@pytest.mark.parametrize("story", stories(), ids=lambda story: story["id"])
def test_a_story_reads_at_the_level_of_what_it_states(story: dict[str, object]) -> None:
    usd = story.get("usd")
    level = read_level(hear(str(story["text"]), usd=usd if isinstance(usd, int) else None), ())
    assert level.reads_as == story["level"]


@pytest.mark.parametrize("story", stories(), ids=lambda story: story["id"])
def test_every_reading_of_a_figure_quotes_it(story: dict[str, object]) -> None:
    context = hear(str(story["text"]))
    for found in read_level(context, ()).dimensions:
        assert found.because
        assert found.evidence or found.reads_as == "unclear"
        assert all(item.quote == context.document.quote(item.span) for item in found.evidence)


LEDGER = (
    "Payouts to the shops were late. I owned the payout service.{led} I went to the ledger team and the tax team and "
    "we agreed to change both interfaces. It took us from January 2022 to October 2022. The fees we no longer lose "
    "come to ${worth:,} a year. I learned to ask the tax team first."
)


@pytest.mark.parametrize(
    ("led", "worth", "reads"),
    [
        ("", 900_000, "at"),
        ("", 90_000, "below"),
        (" I led six engineers.", 1_300_000, "at"),
        (" I led six engineers.", 600_000, "at"),
        (" I led six engineers.", 90_000, "below"),
    ],
)
def test_other_teams_and_the_guides_money_hold_a_story_up_where_few_people_or_none_are_told(
    led: str, worth: int, reads: str
) -> None:
    assert read_level(hear(LEDGER.format(led=led, worth=worth), usd=worth), ()).reads_as == reads


def test_the_dimensions_come_in_the_guides_order() -> None:
    level = read_level(hear("I led two teams."), ())
    assert tuple(d.id for d in level.dimensions) == DIMENSIONS


def test_the_reason_names_the_level_and_the_figures() -> None:
    level = measured(usd=1_300_000, engineers=22, teams=3, horizon_days=730)
    assert level.because == (
        "Reads at L6: 3 teams and 22 people, $1.3M, a horizon of 2 years; nothing seen outside the firm."
    )


def test_weeks_in_passing_are_no_horizon_of_a_story_that_looks_further() -> None:
    told = "I led 22 engineers in three teams, and it took us six weeks. By June waits fell from 40 to 11 minutes. "
    short = read_level(hear(told), ()).because
    assert "a horizon of 6 weeks" in short
    further = read_level(hear(told + "To this day no form goes out without it."), ()).because
    assert "horizon" not in further


@pytest.mark.parametrize(
    "story", [s for s in stories() if ". " in " ".join(s["text"].split())], ids=lambda story: story["id"]
)
def test_the_order_of_sentences_does_not_change_the_reading(story: dict[str, object]) -> None:
    text = " ".join(str(story["text"]).split())
    turned = ". ".join(reversed(text.rstrip(".").split(". "))) + "."
    assert read_level(hear(turned), ()).reads_as == read_level(hear(text), ()).reads_as


@pytest.mark.parametrize("story", stories(), ids=lambda story: story["id"])
def test_padding_does_not_change_the_reading(story: dict[str, object]) -> None:
    text = str(story["text"])
    padded = text + " It was a day like any other, and the coffee was good." * 20
    assert read_level(hear(padded), ()).reads_as == read_level(hear(text), ()).reads_as


@pytest.mark.parametrize(
    "more",
    [
        "Four other teams copied it.",
        "It reached 2 million customers.",
        "It was the keynote of an industry conference.",
        "It has held for three years.",
        "I led 90 engineers to do it.",
    ],
)
@pytest.mark.parametrize("story", stories()[:8], ids=lambda story: story["id"])
def test_a_fact_that_is_added_never_lowers_the_reading(story: dict[str, object], more: str) -> None:
    text = str(story["text"])
    before, after = read_level(hear(text), ()), read_level(hear(f"{text} {more}"), ())
    assert ORDER[after.reads_as] >= ORDER[before.reads_as]
    for name in DIMENSIONS:
        assert KNOWN[dimension(after, name)] >= KNOWN[dimension(before, name)]


amounts = st.one_of(st.none(), st.floats(1, 1e9))
counts = st.one_of(st.none(), st.floats(1, 1e5))


@given(
    usd=amounts,
    engineers=counts,
    teams=counts,
    organisations=counts,
    people=counts,
    horizon_days=counts,
    by=st.floats(1, 100),
)
def test_larger_figures_never_lower_the_reading(by: float, **figures: float | None) -> None:
    before = measured(**figures)
    for name, value in figures.items():
        after = measured(**{**figures, name: (value or 1.0) * by})
        assert ORDER[after.reads_as] >= ORDER[before.reads_as] or before.reads_as == "unclear"


@pytest.mark.parametrize(
    ("usd", "reading"),
    [(90_000, "below"), (520_000, "at"), (4_000_000, "at"), (9_000_000, "at"), (10_000_000, "above")],
)
def test_impact_is_read_on_the_guides_bands(usd: float, reading: Reading) -> None:
    assert dimension(measured(usd=usd), "impact") == reading


@pytest.mark.parametrize(("engineers", "reading"), [(5, "below"), (12, "at"), (50, "at"), (51, "above")])
def test_influence_is_read_on_the_guides_bands(engineers: float, reading: Reading) -> None:
    assert dimension(measured(engineers=engineers), "influence") == reading


def scaled(by: float) -> Guide:
    """The guide with every range of money, engineers and teams so many times as large."""

    def larger(band: Range | None) -> Range | None:
        if band is None or band.unit == "day":
            return band
        return Range(band.low * by, None if band.high is None else band.high * by, band.unit)

    standard = guide()
    flags = [replace(f, thresholds={k: v * by for k, v in f.thresholds.items()}) for f in standard.red_flags]
    return replace(
        standard,
        level="M2",
        next_level="M3",
        red_flags=tuple(flags),
        expectations=tuple(replace(e, range=larger(e.range)) for e in standard.expectations),
        differences=tuple(
            replace(d, here_range=larger(d.here_range), next_range=larger(d.next_range)) for d in standard.differences
        ),
    )


def test_another_guides_bands_are_read_without_code() -> None:
    figures = {"usd": 12_000_000.0, "engineers": 120.0, "teams": 9.0, "horizon_days": 800.0}
    assert measured(**figures).reads_as == "above"
    grown = measured(**figures, by=scaled(5))
    assert grown.reads_as == "at"
    assert grown.because.startswith("Reads at M2")
    assert measured(**figures, by=scaled(100)).reads_as == "below"


def test_a_guide_without_ranges_leaves_the_level_unclear() -> None:
    bare = replace(guide(), expectations=(), differences=())
    level = measured(usd=2e6, engineers=20, by=bare)
    assert (level.reads_as, level.confidence) == ("unclear", 0.0)


def test_a_guide_that_has_no_band_for_money_reads_the_rest() -> None:
    poor = replace(
        guide(),
        expectations=tuple(e for e in guide().expectations if e.range is None or "USD" not in e.range.unit),
        differences=tuple(d for d in guide().differences if d.id != "impact"),
    )
    assert "impact" not in bands(poor)
    assert measured(engineers=150, teams=12, horizon_days=1200, by=poor).reads_as == "above"
    assert measured(engineers=4, teams=1, by=poor).reads_as == "below"


def test_what_is_no_story_is_not_read() -> None:
    context = hear("I led 90 engineers in nine teams.")
    facts = replace(context.facts, genre=GenreReading("opinion", "it tells what one should do"))
    level = read_level(replace(context, facts=facts), ())
    assert (level.reads_as, level.dimensions) == ("unclear", ())
    assert "it tells what one should do" in level.because


def test_too_little_to_read_is_unclear() -> None:
    context = hear("Nice weather.")
    level = read_level(replace(context, facts=Facts(), labels=()), ())
    assert level.reads_as == "unclear"


def test_a_raised_flag_speaks_only_where_no_fact_does() -> None:
    flag = Flag("single-team", "raised", "warning", "All of it stays inside the team.")
    silent = read_level(hear("We fixed it."), (flag,))
    assert dimension(silent, "scope") == "below"
    told = read_level(hear("I led three teams and we fixed it."), (flag,))
    assert dimension(told, "scope") == "at"


def test_what_is_missing_is_asked_in_the_guides_words_and_without_a_figure_of_ours() -> None:
    differences = tuple(replace(d, here="HERE", next="NEXT") for d in guide().differences)
    level = measured(engineers=20, by=replace(guide(), differences=differences))
    asks = {d.id: d.missing for d in level.dimensions}
    assert len(asks["influence"]) == 1
    assert asks["influence"][0].endswith("L7: NEXT.")
    assert [ask.endswith("L6: HERE; L7: NEXT.") for ask in asks["impact"]] == [True]
    assert not any(
        character.isdigit() for ask in asks["impact"] for character in ask.replace("L6", "").replace("L7", "")
    )


def test_confidence_is_a_share() -> None:
    for story in stories():
        assert 0.0 <= read_level(hear(str(story["text"])), ()).confidence <= 1.0


def test_a_difference_whose_range_is_of_something_else_gives_no_band() -> None:
    odd = replace(
        guide(), expectations=(), differences=(Difference("impact", "Impact", "a", "b", "s", Range(3, 5, "ton")),)
    )
    assert bands(odd) == {}


def test_money_alone_lifts_no_story_above_the_level() -> None:
    assert measured(usd=900_000_000, engineers=20, teams=2).reads_as == "at"
    assert measured(usd=900_000_000, engineers=90, teams=8).reads_as == "above"


def test_years_alone_lift_no_story_above_the_level() -> None:
    assert measured(usd=4_300_000, engineers=24, teams=3, organisations=14, horizon_days=1_500).reads_as == "at"
    assert measured(usd=4_300_000, engineers=60, teams=3, organisations=14, horizon_days=1_500).reads_as == "above"


def test_the_scale_has_no_weight_under_zero() -> None:
    assert all(weight >= 0 for scale in scales() for weight in scale.weights.values())


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Two years later the list is still being sent.", "at"),
        ("In the 30 months since, nothing has come back.", "at"),
        ("It has now run for three years without a fault.", "at"),
        ("My director gave me three years to do it.", "above"),
        ("We moved it over three years. It has held for a year.", "above"),
    ],
)
def test_lasting_long_reads_at_the_level_and_only_planning_long_above_it(text: str, reading: Reading) -> None:
    assert dimension(read_level(hear(text), ()), "horizon") == reading


@pytest.mark.parametrize(
    ("text", "flag", "name"),
    [
        ("I fixed the doors. The rule has been copied elsewhere since then.", "single-team", "scope"),
        ("I fixed the doors. They still run without a fault today.", "short-horizon", "horizon"),
    ],
)
def test_words_alone_do_not_speak_against_a_raised_flag(text: str, flag: str, name: str) -> None:
    raised = Flag(flag, "raised", "warning", "Nothing of it is told.")
    assert dimension(read_level(hear(text), ()), name) == "at"
    assert dimension(read_level(hear(text), (raised,)), name) == "below"


def test_who_leads_as_many_as_the_level_asks_for_does_not_read_below_it() -> None:
    assert measured(engineers=20, teams=1).reads_as == "at"
    assert measured(engineers=4, teams=1).reads_as == "below"


@pytest.mark.parametrize(
    ("days", "words"), [(70, "10 weeks"), (91, "3 months"), (420, "14 months"), (730, "2 years"), (1612, "4.4 years")]
)
def test_a_stretch_is_told_as_people_would(days: float, words: str) -> None:
    assert stretch(days) == words


PLANTS = (
    "We bake in 7 {where}. I led 4 teams with 60 engineers. I stopped the old ovens, which the night shift hated, and "
    "we moved all 7 {where} to the new ones across the whole company."
)


@pytest.mark.parametrize(("where", "reading"), [("plants", "at"), ("countries", "above")])
def test_a_firms_own_plants_are_no_organizations(where: str, reading: Reading) -> None:
    found = read_level(hear(PLANTS.format(where=where)), ())
    assert dimension(found, "scope") == reading


def test_the_size_of_the_firm_in_the_scene_is_no_reach() -> None:
    told = "Our bakery runs five plants in the north. I asked my eight engineers to log the ovens. Losses fell by 4%."
    assert dimension(read_level(hear(told), ()), "scope") == "unclear"


def test_few_people_led_are_not_said_to_be_all_whom_it_moved_where_other_teams_take_part() -> None:
    alone = read_level(hear("I led six engineers. We rewrote the label printer in two weeks."), ())
    beside = read_level(hear(LEDGER.format(led=" I led six engineers.", worth=600_000), usd=600_000), ())
    found = [next(d for d in level.dimensions if d.id == "influence") for level in (alone, beside)]
    assert [(d.reads_as, d.because) for d in found] == [
        ("below", "Leads or moves 6 engineers."),
        ("unclear", "Leads 6 engineers; others whom it moved are told without a number."),
    ]
    assert found[1].missing[0].startswith("Did it change how more engineers work than those you tell of?")
    assert "others whom it moved are told without a number" in beside.because
    assert "nothing told of influence" not in beside.because


QUIET = (
    "Payouts to the shops were late and the owners rang daily. I owned the payout service. I {led} the way in which "
    "a payout is booked, so that one that fails is tried again in the night. In the end the calls stopped, and the "
    "shops have had their money in the morning ever since. I learned to ask sooner what a delay means to a shop."
)


def test_a_story_below_by_no_dimension_says_so_and_what_may_lift_it() -> None:
    read = read_level(hear(QUIET.format(led="went to the ledger team and we agreed to change")), ())
    assert (read.reads_as, {d.reads_as for d in read.dimensions}) == ("below", {"at", "unclear"})
    assert " as told: " in read.because
    assert "with no worth told a story mostly reads so, though no dimension reads below by itself" in read.because
    assert "how many people it moved and what it was worth may lift it" in read.because


def test_a_story_with_a_dimension_below_is_not_said_to_be_below_by_what_it_does_not_tell() -> None:
    read = read_level(hear(QUIET.format(led="led six engineers, who changed")), ())
    assert (read.reads_as, dimension(read, "influence")) == ("below", "below")
    assert "as told" not in read.because
    assert "may lift it" not in read.because


def planning(text: str) -> tuple[Reading, str]:
    told = read_level(hear(f"Our bakery had queues. I asked two leads to sort the orders. {text}"), ())
    found = next(d for d in told.dimensions if d.id == "horizon")
    return found.reads_as, found.because


def test_a_bare_length_that_is_not_the_works_looks_past_nothing() -> None:
    assert planning("The vendor offered to rebuild it, eighteen months, and I said no.")[0] == "unclear"
    assert planning("I looked at eighteen months of orders.")[0] == "unclear"
    assert planning("I drew the roadmap for the next season with them.")[0] == "at"


def test_planning_tells_both_how_long_it_took_and_how_long_it_has_held() -> None:
    told = planning("Over two quarters we moved the ovens. A year later one tray in 80 still fails.")
    assert told == ("at", "Covers 6 months; its effect is told over 1 year.")


def test_who_reports_to_the_teller_are_not_said_to_be_all_who_are_led() -> None:
    level = read_level(hear("I have seven direct reports. We rewrote the label printer in two weeks."), ())
    found = next(d for d in level.dimensions if d.id == "influence")
    assert (found.reads_as, found.because) == (
        "unclear",
        "7 reports told; how many engineers that is in all is not.",
    )


PARKING = (
    "I lead five engineers for a city's parking. In spring 2022 drivers without a card could pay nowhere. I decided to "
    "drop the paper ticket against the wish of the wardens, and I worked with the finance team and with the transport "
    "team for nine months until each meter took any phone. Today, two years later, {many} drivers pay with it and it "
    "still holds. I learned to ask the wardens first."
)


def test_a_story_for_a_large_public_is_not_below_for_want_of_a_sum_in_money() -> None:
    small = Flag("low-impact", "raised", "warning", "No outcome in money is told.")
    many, few = (read_level(hear(PARKING.format(many=many)), (small,)) for many in ("640,000", "6,400"))
    assert {d.id for d in many.dimensions if d.reads_as == "at"} >= {"scope", "horizon", "complexity"}
    assert (many.reads_as, few.reads_as) == ("at", "below")
    assert "640,000 people reached" in many.because
    assert dimension(few, "impact") == "below"


def test_a_story_that_reaches_the_level_in_all_it_tells_is_not_below_for_want_of_a_sum_in_money() -> None:
    told = read_level(hear(PARKING.format(many="6,400")), ())
    assert {d.reads_as for d in told.dimensions} == {"at", "unclear"}
    assert told.reads_as == "at"
    assert "telling what it was worth would make this surer" in told.because


def test_one_number_more_lifts_such_a_story_by_no_two_levels() -> None:
    few, more = (
        PARKING.format(many="6,400").replace("five engineers", told) for told in ("five engineers", "40 people")
    )
    assert read_level(hear(few), ()).reads_as == "at"
    assert read_level(hear(more), ()).reads_as == "at"


@pytest.mark.parametrize(("days", "reading"), [(80, "at"), (60, "below"), (420, "at"), (700, "at"), (760, "above")])
def test_planning_reads_above_from_several_years_on(days: float, reading: str) -> None:
    assert dimension(measured(engineers=22, horizon_days=days), "horizon") == reading


@pytest.mark.parametrize(("led", "told"), [("14 eng", "14 engineers"), ("14 people", "14 people")])
def test_engineers_noted_in_short_are_called_engineers(led: str, told: str) -> None:
    context = hear(f"I led two teams / {led} and we rewrote the label printer in four months.")
    engineers = context.facts.reach.engineers
    assert engineers is not None
    assert people(context, engineers) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("I led 90 engineers in nine teams.", True),
        ("I trained two leads. Their exam is in use in all nine teams, about 90 engineers.", False),
    ],
)
def test_teams_that_only_took_the_work_up_are_not_led(words: str, told: bool) -> None:
    context = hear(f"I ran the tests of a lamp maker. {words} Faults fell from 40 a month to 3.")
    scope = next(one for one in read_level(context, ()).dimensions if one.id == "scope")
    assert scope.because.startswith("Leads") is told
    assert "9 teams" in scope.because


@pytest.mark.parametrize(
    ("words", "reading", "verb"),
    [
        ("I trained two leads. Their exam is in use in all nine teams, about 90 engineers.", "at", "Moves"),
        ("I trained two leads. Their exam was adopted by all nine teams, ninety engineers.", "at", "Moves"),
        ("I trained two leads. All nine teams, about 90 engineers, hire that way now.", "at", "Moves"),
        ("I lead 90 engineers in nine teams. All of them adopted the exam.", "above", "Leads"),
        ("I lead nine teams with 90 engineers, and other firms have adopted it.", "above", "Leads"),
    ],
)
def test_those_who_only_took_the_work_up_are_moved_and_lift_nobody_above(words: str, reading: str, verb: str) -> None:
    context = hear(f"I ran the tests of a mill. I stopped the old exam. {words} Faults fell from 40 a month to 3.")
    found = next(one for one in read_level(context, ()).dimensions if one.id == "influence")
    assert found.reads_as == reading
    assert found.because.startswith(verb)


def test_planning_calls_no_few_weeks_what_the_work_covers_where_its_effect_is_told_over_longer() -> None:
    told = planning("We sat with the bakers for two weeks. A year later one tray in 80 still fails.")
    assert told == ("at", "Its effect is told over 1 year.")
