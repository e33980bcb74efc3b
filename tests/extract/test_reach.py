from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.document import Story
from starproof.core.facts import Reach
from starproof.extract.quantities import quantities
from starproof.extract.reach import reach
from starproof.parse import parse
from tests.growth import assert_even, seconds
from tests.level.telling import stories, told

MEASURES = ("reports", "engineers", "teams", "organisations", "places", "people", "horizon_days")


def values(found: Reach) -> dict[str, float]:
    told = {name: getattr(found, name) for name in MEASURES}
    return {name: measure.value for name, measure in told.items() if measure is not None}


@pytest.mark.parametrize("story", stories(), ids=lambda story: story["id"])
def test_the_reach_of_a_story_is_what_it_states_and_nothing_else(story: dict[str, object]) -> None:
    assert values(told(str(story["text"]))) == pytest.approx(story["reach"])


@pytest.mark.parametrize(
    ("text", "engineers"),
    [
        ("I ran two squads with 31 engineers.", 31),
        ("My team of nine looks after it.", 9),
        ("There are six of us in the group.", 6),
        ("I had three teams, here and in Lima, twenty-seven people, all remote.", 27),
        ("Nine of my 34 engineers had resigned.", 34),
        ("I started with fifteen, no, sixteen engineers.", 16),
        ("I ran a 60-strong department.", 60),
        ("My department, 45 strong, ran the depots.", 45),
        ("I had a headcount of 40.", 40),
        ("Scope: 4 teams / 32 ppl.", 32),
        ("Team size: 18.", 18),
        ("I was responsible of 3 teams with total 26 persons.", 26),
        ("I had nine people in my own team and then a second team of six that came over to me.", 15),
        ("I was the manager of the firmware section. Eleven members.", 11),
        ("I had 3 teams, 17 eng.", 17),
        ("I have the motion people too, so nineteen all in all.", 19),
        ("I was chief of the newsroom and the studios, so three hundred or so on the rota.", 300),
        ("I've two teams on it, eighteen altogether.", 18),
        ("I grew the robotics team from 4 to 13.", 13),
        ("I lead nine designers.", 9),
        ("As a manager of nine I had never closed a depot.", 9),
        ("I gave it to my three leads.", 3),
        ("There are three of us.", 3),
        ("Forty engineers moved to it.", 40),
        ("I have seven reports, two of them team leads, about 24 engineers in all.", 24),
        ("I have two tech leads, 18 engineers.", 18),
        ("me: visitor systems, 2 leads + 13 eng, tickets for museums", 13),
        ("Eight clerks report to me in the clinic.", 8),
        ("Our neighbours were short three cooks, and my crew of nine lent them one.", 9),
    ],
)
def test_people_led_are_counted(text: str, engineers: float) -> None:
    assert values(told(text))["engineers"] == engineers


def test_who_is_missing_and_the_best_of_a_team_are_no_people_led() -> None:
    for text in (
        "He was short two cooks.",
        "They were the two strongest testers on my ledger team.",
        "Eight clerks report to her in the clinic.",
    ):
        assert "engineers" not in values(told(text))
    assert values(told("Six managers reported to me."))["reports"] == 6


@pytest.mark.parametrize(
    "text",
    [
        "I took it to the six managers of the depots in one room.",
        "The three of us read the logs, and my team owns the tills.",
        "Inês runs two shops with four people.",
        "The store team leads 24 engineers elsewhere, and she leads nine engineers.",
        "Our second site, 9 rooms, leads 24 engineers elsewhere.",
        "A rival has 300 engineers.",
        "The vendor sent their 12 engineers home.",
        "It is a company of 900 people.",
        "I stood in front of 200 people and said so.",
        "We deleted 40 dev environments.",
        "It came to 14 engineer-months.",
        "It serves 4,000 people a day.",
        "I asked two of the engineers to stay.",
        "I moved the mailboxes in groups of 40.",
        "The company had 80 engineers.",
        "I was one of 40 engineers.",
        "A vendor team of 15 engineers built it.",
        "I cut the wait. With 60 hires a year that is 2,000 days that we ran sooner.",
        "I led the intake and we trained 90 people per quarter.",
        "I had 140 outside developers on the open interface.",
        "I grew the sales team's revenue by 12.",
        "We borrowed 2 engineers.",
        "About 220 designers run the tool blind.",
        "Seven analysts quarrelled over it.",
    ],
)
def test_people_who_are_only_mentioned_are_not_counted_as_led(text: str) -> None:
    assert told(text).engineers is None


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("Two other teams copied it.", 3),
        ("Two other sections asked me how to choose.", 3),
        ("Both teams agreed in the end.", 2),
        ("I had four squads.", 4),
        ("It was only my own team.", 1),
        ("I have a single team.", 1),
        ("I had nine people and a second team.", 2),
        ("I was having nine people and a, um, second, like, team.", 2),
        ("I managed four managers and, through them, 31 engineers.", 4),
        ("She took it apart in front of me, and three teams wrote it anew.", 3),
    ],
)
def test_teams_are_counted_with_the_speakers_own(text: str, teams: float) -> None:
    assert values(told(text))["teams"] == teams


@pytest.mark.parametrize(
    "text",
    [
        "We had one platform, one team, one customer.",
        "We moved the depots in six groups.",
        "We moved 140 services of the old teams.",
        "The team was glad.",
        "We had fifteen cleaning crews booked for Monday.",
        "Eight vendor teams worked on it.",
        "We moved six of those teams to September.",
        "It was built for 74 teams, none of which were mine.",
        "She took the draft apart in front of three teams.",
    ],
)
def test_what_only_sounds_like_a_count_of_teams_is_none(text: str) -> None:
    assert told(text).teams is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Fourteen months on, it holds.", 420),
        ("Fourteen months on, the figures hold.", 420),
        ("The CEO gave me three years to do it.", 1095),
        ("A year later they still use it.", 365),
        ("The page is in its fourth year.", 1095),
        ("We began in March 2021. In March 2023 it was done.", 730),
        ("That was two years ago now.", 730),
    ],
)
def test_the_horizon_is_the_longest_stretch_that_the_work_covers(text: str, days: float) -> None:
    assert values(told(text))["horizon_days"] == pytest.approx(days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The CEO gave me three years to do it.", 1095),
        ("Over two years we moved every branch to it.", 730),
        ("Within nine months the last office was on it. Four years later it still runs.", 270),
        ("We began in March 2021. In March 2023 it was done.", 730),
        ("It took eighteen months.", 540),
        ("I stopped the new tariff, no new feature for ten weeks.", 70),
        ("I led the register for six years.", 2190),
        ("It's three years of work.", 1095),
        ("In the first two years I moved every depot.", 730),
        ("My first goal was to be there in two years.", 730),
        ("In the end it took a five-year programme of work.", 1825),
        ("I asked for eighteen months and moved every depot in them.", 540),
        ("I asked for eighteen months in all and moved every depot.", 540),
        ("In the two years after I joined we moved every depot.", 730),
        ("I had run the mill with my deputy, and we rebuilt it over two years.", 730),
        ("Our bet was one oven for all, four years.", 1460),
        ("My bet: two years, no new ovens.", 730),
        ("It took eighteen months of negotiating.", 540),
        ("I told her that it's three years.", 1095),
        ("We began in March 2021. In March 2022 we were done. By March 2024 two other states had copied it.", 365),
        ("In April 2023 the target was set: half of it by April 2024. In 2026 it is still there.", 365),
        ("It took us from January 2022 to October 2022.", 274),
        ("In January 2023 I had the goal set for September 2023. Lost fees fell from $2M in 2022 to $1M in 2024.", 243),
        ("In 2021 it was down for two days. By September 2022 it was ours to mend, and we did.", 274),
        ("I took her on in January 2022. We opened in June 2022. She was promoted in the spring of 2023.", 152),
    ],
)
def test_what_the_work_was_given_or_took_is_planned(text: str, days: float) -> None:
    assert values(told(text))["horizon_days"] >= days
    planned = told(text).planned_days
    assert planned is not None
    assert planned.value == pytest.approx(days)


@pytest.mark.parametrize(
    "text",
    [
        "Two years later the list is still being sent.",
        "In the 14 months since, nothing came back.",
        "It has now run for two years without a fault.",
        "The page is in its fourth year.",
        "That was two years ago now.",
        "It has held for three years.",
        "Eighteen months on, the wards still use it.",
        "The largest customer signed again for three years.",
        "All nine are still here after two years.",
        "Two of the four left within seven months.",
        "Our biggest client took a three-year contract with us.",
        "The lease runs for five years.",
        "He moved down a grade, with his pay kept for a year.",
        "It's three years, and the bakers bake without us.",
        "After two years five of the six trainees are still with us.",
        "There has been no flood in four years.",
        "Nothing has jammed on a Monday for two years.",
        "The map has hung in the hall for three years.",
        "The share stayed below two percent for two years.",
        "The rule stands for four years.",
        "Wrongly marked loans: nil in twelve months.",
        "In the two years after, all eleven hires stayed.",
    ],
)
def test_how_long_an_outcome_has_held_is_a_horizon_and_no_plan(text: str) -> None:
    found = told(text)
    assert found.horizon_days is not None
    assert found.planned_days is None


@pytest.mark.parametrize(
    "text",
    [
        "He got four months' pay and a reference.",
        "Legal would have let us delete anything untouched for five years.",
        "We keep data for seven years by law.",
        "Ida had been with us nine years.",
        "It took me a year to see it.",
        "The median wait was 71 days before we began.",
        "I had been a nurse for eleven years.",
        "Wes had been on my team at the mapping firm for four years when I became its manager.",
        "I read the logs of the last two years.",
        "The contract cost us two million a year and was to be renewed for another five years.",
        "We were tied to the vendor for another three years.",
        "The lease, which we paid in advance, ran for another four years.",
        "The licence cost a fortune and was to be extended by three years.",
        "Three years ago I joined.",
        "He has ten years of experience.",
        "It is still in use today.",
        "The wait fell from 40 days.",
        "It took two hours.",
        "I was a nurse for six years.",
        "Before that, eight years on the floor of a shop.",
        "My staff engineer wanted eighteen months for a rewrite.",
        "I'd been there four years and had never refused.",
        "We took two years of visits and counted them.",
        "I read the comments of two years.",
        "The architects wanted one platform, they had a plan, a three-year plan for nine million.",
        "By the time I took over he had driven out three people within a year.",
        "That summer I took my first holiday in six years.",
        "It was the worst storm in ten years.",
        "A tender like this comes once in eight years.",
        "We called everybody who hadn't paid in three years.",
        "I hired a woman who'd kept bees for eleven years.",
        "Most of the foremen have been fifteen years there.",
        "A patient stayed with us for five weeks.",
        "Riders were asking for it for two years.",
        "The tag was wrong for a year.",
        "Ama, as we called her, had run the reconciliation floor of our small bank for fourteen years.",
        "Only I had asked for five years in farming, because I had them myself.",
        "The advert required five years in farming.",
        "We asked for five years in farming, and nobody had them.",
        "I asked for three years. I was told to wait.",
        "The mill gets a new list every six weeks.",
        "In the end HR took the five-year line out of the advert.",
    ],
)
def test_service_age_and_moments_are_no_horizon(text: str) -> None:
    assert told(text).horizon_days is None


@pytest.mark.parametrize(
    "text",
    [
        "The company sells tickets in four countries.",
        "The bank operates across six regions.",
        "Our insurer is active in five states.",
        "I offered a trial in three regions.",
        "We ran the pilot in two schools and waited.",
        "The shop is listed in nine countries.",
        "A new chip, which means recertifying with four states, takes six months.",
        "It would have cost us three hospitals.",
    ],
)
def test_where_something_is_sold_or_tried_out_is_no_reach(text: str) -> None:
    assert told(text).organisations is None


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("We rolled it out in four countries.", 4),
        ("It is sold in nine countries now.", 9),
        ("After the pilot we moved to it in six regions.", 6),
        ("Five states run it today.", 5),
    ],
)
def test_where_the_work_went_is_reach(text: str, organisations: float) -> None:
    assert values(told(text))["organisations"] == organisations


@pytest.mark.parametrize("text", ["We moved all five plants to it.", "Two schools used it in the pilot."])
def test_plants_and_schools_are_places_and_no_organisations(text: str) -> None:
    found = told(text)
    assert found.places is not None
    assert found.organisations is None
    assert found.spots == found.places


def test_a_customer_who_renews_for_years_is_an_outcome() -> None:
    assert values(told("In May the institute renewed with us for another five years."))["horizon_days"] == 1825


@given(st.text(max_size=300))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    document = parse(Story("story", text + " x"))
    found = reach(document, quantities(document.text, within=document.paragraphs), {})
    for name in MEASURES:
        measure = getattr(found, name)
        assert measure is None or 0 <= measure.span.start < measure.span.end <= len(document.text)


def test_time_grows_with_length_and_no_faster() -> None:
    text = "I led 22 engineers in three teams for two years and 4,000 users gained. "
    assert_even(lambda times: seconds(lambda: told(text * times)), 500, 4000)


def test_one_endless_sentence_is_read_in_linear_time() -> None:
    text = "and i had three teams with twenty people for two years "
    assert_even(lambda times: seconds(lambda: told(text * times)), 500, 2000)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The shift lost 2 people in 2021, and in 2022 one. By 2023 we had found why.", None),
        ("The 2022 harvest was poor. We began in 2023. We ended it in 2024 and it has held since.", None),
        ("The target of 2020 was to be met by 2022.", 730),
    ],
)
def test_years_of_data_and_of_what_has_held_since_are_no_plan(text: str, days: float | None) -> None:
    planned = told(text).planned_days
    assert (None if planned is None else planned.value) == (days if days is None else pytest.approx(days, abs=2))


def test_nurses_and_doctors_are_a_public_and_theatres_are_places_and_councils_organisations() -> None:
    found = told("By June 2,300 nurses were carrying the card. Fourteen theatres and 8 councils took it up.")
    assert (values(found)["people"], values(found)["organisations"], values(found)["places"]) == (2300, 8, 14)


@pytest.mark.parametrize(
    "text", ["The waiting room cost us roughly 1,900 buyers.", "We lost 4,000 customers that year."]
)
def test_people_lost_are_no_reach(text: str) -> None:
    assert told(text).people is None


def test_people_who_wanted_a_post_were_not_served() -> None:
    assert told("Of the 140 people who had applied for our last four openings, nine were women.").people is None
    served = told("The 140 people who had applied for a permit got it within a day.").people
    assert served is not None
    assert served.value == 140


@pytest.mark.parametrize(
    "text",
    [
        "They were my two best testers in Bergen, nine years in the firm each.",
        "They had been with the bank for nine years.",
        "The owner wanted to renew it for four more years.",
        "The maker asked us to sign for five more years, and I said no.",
    ],
)
def test_a_tenure_and_a_bond_that_was_only_thought_of_are_no_horizon(text: str) -> None:
    assert "horizon_days" not in values(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "It has been live in the firm for two years.",
        "The owner renewed for two years.",
        "She asked me whether I would like to sign; we signed for two years.",
        "He had wanted to leave, and then he renewed for two years.",
    ],
)
def test_what_has_held_in_a_firm_and_a_bond_entered_are_a_horizon(text: str) -> None:
    assert values(told(text))["horizon_days"] == 730


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("For three years our press had had a rule that nobody read.", None),
        ("Since three years the press was having a rule.", None),
        ("So this was three years ago, at a printer's.", None),
        ("For three years now no press has stood idle.", 1095),
        ("For three years we rebuilt the press.", 1095),
        ("That was three years ago, and it still runs.", 1095),
    ],
)
def test_what_had_long_been_so_and_when_it_happened_are_no_horizon(text: str, days: float | None) -> None:
    assert values(told(text)).get("horizon_days") == days


def test_whom_a_fault_hit_is_no_reach() -> None:
    for text in (
        "In May we merged 3,800 companies that were not the same.",
        "We lost nine banks that spring.",
        "I wrongly invoiced 3,800 companies.",
    ):
        assert "organisations" not in values(told(text))
    assert values(told("By May we had moved 3,800 companies to it."))["organisations"] == 3800


def test_what_came_in_the_first_year_is_told_over_a_year() -> None:
    assert values(told("We saved less: in the first year it was one point six million dollars."))["horizon_days"] == 365
    assert "horizon_days" not in values(told("In the first year of the war the mill burned."))
    assert "horizon_days" not in values(told("The first year was slow."))


@pytest.mark.parametrize(
    ("text", "engineers"),
    [
        ("I had four shift leads and about thirty technicians under them.", 34),
        ("There were three apprentices and two paid engineers reporting to me.", 5),
        ("I lead six engineers plus two contractors.", 8),
        ("She leads six engineers and two testers.", None),
        ("I lead twelve engineers, and four of those engineers test.", 12),
        ("I have 6 people, and in the whole department are 34 engineers.", 6),
        ("I lead five engineers. There are 300 managers with four forms each.", 5),
        ("There are 30 managers under me.", 30),
        ("There were 200 engineers at the yard. It became mine, with 2 teams and 16 people.", 16),
        ("There were forty engineers at the yard, and I had two leads.", 40),
        ("There were 12 engineers on the team.", 12),
        ("I inherited nine data teams. That was 84 people.", 84),
        ("Their nine data teams left. That was 84 people.", None),
        ("I lead five engineers. We rehearsed with sixty volunteers.", 5),
        ("I run a lifeboat station with sixty volunteers.", 60),
        ("I had asked 60 people for a favour.", None),
        ("I offered him two engineers.", None),
    ],
)
def test_groups_told_in_one_breath_are_one_and_whoever_is_there_is_not_led(text: str, engineers: float | None) -> None:
    assert values(told(text)).get("engineers") == engineers


def test_those_who_report_into_the_teller_are_led_and_those_of_once_are_not() -> None:
    assert values(told("Nineteen people report into me through two leads."))["engineers"] == 19
    assert values(told("I manage a team of six people. I wrote it back when we were nine people."))["engineers"] == 6


def test_what_a_price_is_reckoned_over_and_what_had_been_is_no_horizon() -> None:
    assert "horizon_days" not in values(told("The quote was 9.6 million over three years."))
    assert "horizon_days" not in values(told("They gave us the north, worth £2.4M a year over four years."))
    assert "horizon_days" not in values(told("They gave us the north, worth EUR 300k/year over 4 years."))
    assert values(told("We rebuilt it over three years."))["horizon_days"] == 1095
    assert values(told("We rebuilt 12 yards a year over three years."))["horizon_days"] == 1095
    went = "I took the yards over in 2021. All of them ran it in 2025. {}"
    assert values(told(went.format("They were wary, because we had let them down in 2015.")))["horizon_days"] < 2000
    for words in ("We let them down in 2015.", "We had one fire in 2015."):
        assert values(told(went.format(words)))["horizon_days"] > 3000


@pytest.mark.parametrize(
    "text",
    [
        "My predecessor had known for, I don't know, three years.",
        "The harbour master had known for, let me think, three years.",
        "The harbour master had known for, what was it, three years.",
        "He had known it for, let's say, three years.",
        "It saves about 1.7 million a year over fifty working weeks.",
        "Omar wanted to spend a week on tests and got a day.",
        "I've led the tram squad for two years and we look after the doors.",
        "So it's three years ago maybe, in spring.",
    ],
)
def test_tenure_wishes_and_what_one_only_recalls_are_no_horizon(text: str) -> None:
    assert told(text).horizon_days is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The move took, I don't know, three months.", 90),
        ("We spent a week on tests.", 7),
        ("We have run it for two years.", 730),
        ("It's three years ago now and it still runs.", 1095),
    ],
)
def test_what_the_work_took_and_how_long_it_has_held_are_a_horizon(text: str, days: float) -> None:
    found = told(text).horizon_days
    assert found is not None
    assert found.value == pytest.approx(days, rel=0.02)


def test_a_year_in_which_a_sister_site_took_it_up_is_no_end_of_the_work() -> None:
    text = "We began in March 2022 and were done in May 2023. The sister plant took over the list in 2025."
    found = told(text).planned_days
    assert found is not None
    assert found.value < 500


@pytest.mark.parametrize(
    "text",
    [
        "I went to three of the airlines myself. All three airlines renewed.",
        "Five agencies buy from it, and two agencies pay more.",
    ],
)
def test_customers_who_buy_or_renew_are_no_organisations_that_were_moved(text: str) -> None:
    assert told(text).organisations is None


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("So, I head imaging at a mapping firm, that's, let me think, six managers, eighty people.", 6),
        ("I ran voice at a phone firm, so that's seven managers and a hundred people.", 7),
        ("I head imaging at a mapping firm, that's, I think, six managers, eighty people.", 6),
    ],
)
def test_managers_that_what_is_run_comes_to_each_have_a_team(text: str, teams: float) -> None:
    assert values(told(text))["teams"] == teams


def test_managers_of_somebody_else_have_no_team_of_the_tellers() -> None:
    assert told("She heads imaging at a mapping firm, that's six managers.").teams is None


def test_firms_that_had_to_change_are_organisations_although_they_pay() -> None:
    found = told("I got nine airlines to change their tags, and 40 % of them paid for it.").organisations
    assert found is not None
    assert found.value == 9


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("I took it to four divisions. It is a guideline now which eleven firms use.", 4),
        ("It is a guideline now which eleven firms use.", 11),
        ("I took it to four divisions, and eleven firms sent us their people.", 11),
    ],
)
def test_firms_elsewhere_that_use_it_are_reached_only_where_no_others_are_told(text: str, organisations: float) -> None:
    found = told(text).organisations
    assert found is not None
    assert found.value == organisations


@pytest.mark.parametrize("said", ["all together", "altogether", "in all"])
def test_a_group_is_summed_up_by_a_number_that_the_teller_is_not_sure_of(said: str) -> None:
    told_of = f"Seven people report to me and the yard has its own team, so we are, I would guess, {{}} {said}."
    assert values(told(told_of.format("thirty-one, thirty-two")))["engineers"] == 32
    assert values(told(told_of.format("at the fair")))["engineers"] == 7


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("I run the ferries' ground systems with 44 crew on two boats.", None),
        ("I lead a yard of 12 crew.", None),
        ("I lead twelve crews.", 12.0),
        ("I lead four crew and a desk of planners.", 4.0),
    ],
)
def test_many_crew_are_people_and_crews_are_teams(text: str, teams: float | None) -> None:
    measure = told(text).teams
    assert (None if measure is None else measure.value) == teams


def test_what_somebody_left_undone_for_so_long_is_no_horizon() -> None:
    assert "horizon_days" not in values(told("I should have gone to see her. I didn't, for three months."))
    assert values(told("I went to see her every week, for three months."))["horizon_days"] == 90


def test_what_there_is_to_do_with_a_team_is_a_horizon_and_no_service() -> None:
    found = values(told("My job was to open the second ward in fourteen months with that team."))
    assert found["horizon_days"] == 420
    assert "horizon_days" not in values(told("She was the nurse with fourteen months in that team."))


def test_a_bare_number_of_things_that_people_write_leads_nobody() -> None:
    text = "I had six people. It turned out that of 260 reports they used forty and nobody had asked them."
    led = told(text).engineers
    assert led is not None
    assert led.value == 6
    grown = told("I had nine reports, and by spring fourteen reported to me.").engineers
    assert grown is None or grown.value in (9, 14)


def test_business_units_are_organizations_and_units_of_anything_else_are_none() -> None:
    units, shelves = (
        reach(parse(Story("s", text)), quantities(text), {}).organisations
        for text in ("I put three business units on one ledger.", "I put three shelf units in one cellar.")
    )
    assert units is not None
    assert units.value == 3
    assert shelves is None
