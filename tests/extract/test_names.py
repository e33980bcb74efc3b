from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core.document import Story
from starproof.extract.people.names import names
from starproof.parse.story import parse


def people(text: str) -> list[str]:
    document = parse(Story("s", text))
    return [document.quote(name.span) for name in names(document) if name.kind == "person"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I put two of my seniors, Ilka and Ravn, on the ledger.", ["Ilka", "Ravn"]),
        ("I asked Ilka to look at it. Later I put Ravn and Ilka on the ledger.", ["Ilka", "Ravn"]),
        ("It stood still because Ilka, the manager there, had gone home.", ["Ilka"]),
        ("Then we gave Ravn (a tester) the ledger.", ["Ravn"]),
        ("And then Ilka who'd only come in May rewrote it.", ["Ilka"]),
        ("When she has a doubt she tells Ilka.", ["Ilka"]),
        ("I took one junior, Ilka.", ["Ilka"]),
        ("Ilka on my team was sure that we would drown.", ["Ilka"]),
        ("Nothing moved under Ravn-san until May.", ["Ravn-san"]),
        ("I had eight people and the two whom Ilka lent me.", ["Ilka"]),
        ("Leipzig on the plan was a depot. Oslo lent the yard two cranes.", []),
        ("Hello Ilka, you asked for the story of the ledger.", ["Ilka"]),
        ("The ledger was carried by Frau Ravn from floor to floor.", ["Frau Ravn"]),
        ("One of the four team leads was Ilka. Nothing left her team.", ["Ilka"]),
        ("Since May Ilka is now a lead herself.", ["Ilka"]),
        ("I asked two of the older testers, Ilka and Ravn, to try it.", ["Ilka", "Ravn"]),
        ("The owner was Swedish. My lead is Ravn.", ["Ravn"]),
        ("Professor Ravn, who ran the ledger, said no.", ["Professor Ravn"]),
        ("Ilka was the senior of the seniors. Ilka could read a ledger from the door.", ["Ilka"]),
        ("Ilka, who led the ledger, said no. Ilka was right about nine.", ["Ilka"]),
        ("We opened late, because Ilka had never seen the ledger.", ["Ilka"]),
        ("The first I spoke with Ilka about it was in May.", ["Ilka"]),
        ("The thing about Ilka was that nothing left her desk.", ["Ilka"]),
        ("In May, Ravn took five weeks off, the first time in his life.", ["Ravn"]),
        ("He said, Mrs. Director, I said nine.", []),
        ("We ran the pilot in spring from two depots, Ilka and Ravn, and Ilka asked for more.", []),
        ("Two other groups, Ilka and Ravn, now use it. In May Ilka and Ravn agreed on the ledger.", []),
        ("I was director of tools, Ilka + Ravn. In May I let Ilka & Ravn keep the ledger.", []),
        ("Since nine the Ilka team was against it. In May Ilka agreed.", []),
        ("The objection was Ravn's turn. I offered that Ravn would keep its own ledger. In May Ravn refused.", []),
        ("I asked my two leads, Ilka and Ravn, to keep it.", ["Ilka", "Ravn"]),
        ("In May Ilka told the board that its ledger was late.", ["Ilka"]),
        ("The ledger belonged to Ilka's team.", ["Ilka"]),
        ("Ilka didn’t speak to me for a month. But Ilka’s notebook helped.", ["Ilka"]),
        ("One of my leads, I'll call him Ravn, had been there for years.", ["Ravn"]),
        ("One of hers, Ilka, would sit with us, and one of mine, Ravn, with them.", ["Ilka", "Ravn"]),
        ("I got one from billing, one from my team, Ravn, and two days.", ["Ravn"]),
        ("Today Ilka + Ravn agreed on the ledger.", ["Ilka", "Ravn"]),
        ("In May Ilka & Ravn wrote the ledger.", ["Ilka", "Ravn"]),
        ("In the spring Ilka was made senior.", ["Ilka"]),
        ("Since May Ravn wasn't happy.", ["Ravn"]),
        ("I should have had Ilka do it with me.", ["Ilka"]),
        ("If she goes, only Ravn knows the ledger.", ["Ravn"]),
        ("And Ilka from payments had the ledger. With Ravn from HR I wrote a plan.", ["Ilka", "Ravn"]),
        ("It was eleven, and Ilka on my team had counted.", ["Ilka"]),
        ("I put Ilka in charge and pulled Ravn off the ledger.", ["Ilka", "Ravn"]),
        ("I agreed w/ Ravn (gateway mgr) on a ledger.", ["Ravn"]),
        ("I pushed it over Ilka's objection.", ["Ilka"]),
        ("It had a cost. Ilka, who had wanted it for a year, said no.", ["Ilka"]),
        ("I met the delegate, Ravn, in May.", ["Ravn"]),
    ],
)
def test_a_person_is_told_by_the_words_around_a_name(text: str, named: list[str]) -> None:
    assert people(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "A captain from Ravnsborg asked me where his runway had gone.",
        "The last train to Ravnsborg left at one.",
        "I asked Ravnsborg to do the same. In Ravnsborg they had a ledger of their own.",
        "I directed ten teams (128 engineers, Ravnsborg and Ilkaby) for two years.",
        "This is Ravnsborg, a mobile operator, and I ran their ledger.",
        "We moved to Santos, Ravnsborg and Ilkaby, which cost me two leads.",
        "She worked at a supplier near Ravnsborg, one hundred engineers in all.",
        "It was a choice of one vendor - Did not choose; wrote a standard.",
        "Nurses, who had no ledger, said no. Nurses wanted paper.",
        "Procurement, who had the ledger, said no. Procurement wanted paper. I asked procurement again.",
        "Candidate: And she said no. Candidate: And he said that it was fine.",
        "The best vendor was Ravnsborg, and the cheapest was Ilkaby.",
        "We chose Ilkaby, and my lead said that she would run it.",
        "She wanted Ilkaby for her desk, and he wanted Ravnsborg for his.",
        "In Ravnsborg she ran the ledger. From Ravnsborg he took it with him.",
        "Our old ledger, Ilkaby, had stopped twice. Ilkaby is now a cloud product.",
        "I manage Comparison, Partner Feeds and Reporting (23 engineers).",
        "The ledger ran on Ilkaby's cloud.",
        "One of the sites, Ravnsborg, had a ledger of its own.",
        "The new Ilkaby was made in May and didn't work.",
        "We had Ravnsborg in the plan.",
        "We joined Ravnsborg + Ilkaby in one ledger.",
        "We moved Ravnsborg from paper to a ledger.",
        "And Ravnsborg and Ilkaby took over the ledger this spring.",
        "It was a rental chain, six devs, Ravnsborg.",
        "Management, who had the ledger, said no.",
        "Which, who knows, was right.",
    ],
)
def test_a_place_or_a_heading_is_no_person(text: str) -> None:
    assert people(text) == []


@given(st.lists(st.sampled_from(["Ilka", "Ravn", "and", ",", "the", "lead", "(", ")", "-", "–", "who", "asked", ". "])))
def test_whatever_stands_around_them_names_are_words_of_the_text_in_order_and_once(words: list[str]) -> None:
    document = parse(Story("s", "I " + " ".join(words)))
    spans = [name.span for name in names(document)]
    assert spans == sorted(set(spans))
    assert all(document.quote(span)[0].isupper() for span in spans)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Vojta had been with us nine years.", ["Vojta"]),
        ("Vojta had been with the claims desk longer than anyone.", ["Vojta"]),
        ("Twice, a nurse had asked for it.", []),
        ("In May I told Vojta so.", ["Vojta"]),
        ("Brno and Ostrava took over our layout.", []),
        ("Brno took it over in spring.", []),
        ("Parsers had been slow for us.", []),
    ],
)
def test_who_served_is_somebody_and_what_takes_a_thing_over_need_not_be(text: str, who: list[str]) -> None:
    document = parse(Story("s", text))
    assert [document.quote(name.span) for name in names(document)] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("My father-in-law, Vojta, had done it by hand.", ["Vojta"]),
        ("Two teams shipped it, mine and Billing under Vojta, each in its own way.", ["Vojta"]),
        ("The Lagos group reports to me through Vojta.", ["Vojta"]),
        ("In spring I put Vojta over pricing though two others wanted it.", ["Vojta"]),
        ("We were three, since Vojta was on leave.", ["Vojta"]),
        ("In May Vojta and the two newer engineers showed it.", ["Vojta"]),
        ("In the end Vojta was against it, and with reason, since he'd lose ten people.", ["Vojta"]),
        ("Vojta was the best welder I have had. He saw it all. And what of Vojta? Vojta teaches.", []),
        ("Vojta was the best welder I have had. He saw it all. And Vojta? He teaches.", ["Vojta"]),
        ("We stood under Vojta's roof. It was 3 mm under Vojta.", []),
        ("The load was under Rp 250,000.", []),
        ("I put Brno over the target.", []),
        ("Brno was a fine town. Brno grew. She left it there.", []),
        ("We joined Brno and the two ledgers.", []),
    ],
)
def test_whoever_others_are_tied_to_is_somebody(text: str, who: list[str]) -> None:
    assert people(text) == who


def test_a_country_or_a_site_that_goes_live_is_nobody() -> None:
    assert people("It would never be believed by Norway. Then Norway went live in May, and Norway agreed.") == []
    assert people("Ilkavik went live in May. The depot is small.") == []
    assert people("In May Ilka went home. I told Ilka.") == ["Ilka"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("I manage billing in a telecom operator, Ankara. In May Elif told me no.", ["Elif"]),
        ("I ran the counters of a bank, Gdynia. In May Elif told me no.", ["Elif"]),
        ("The deans of Medicine and Law opposed it. I gave Law the first slot. In May Elif told me no.", ["Elif"]),
        ("I asked our press operator, Ruben. Ruben refused.", ["Ruben"]),
    ],
)
def test_where_a_firm_sits_and_what_a_school_teaches_is_nobody(text: str, who: list[str]) -> None:
    assert people(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Claims agreed to a trial, but Legal refused until Billing had checked it. I asked Claims first.",
        "Support complained that nobody told them. Ops has run it for a year. Later Ops told us so.",
        "I asked Customer Care first. Customer Care refused.",
        "The heads of Rates and Cards refused. Rates said that it was late. I told Cards so.",
        "Underwriting told me no. In May Underwriting agreed.",
        "I asked Radiology twice and Radiology said no.",
    ],
)
def test_departments_that_do_what_people_do_are_nobodys_names(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Later Mr Field, my lead, refused.", ["Field"]),
        ("Ilka in Claims refused. Ilka said that Claims was late.", ["Ilka"]),
        ("Underwriting and Ilka agreed. Ilka said Underwriting was late.", ["Ilka"]),
        ("The head of Rates, Ilka, refused. I told Ilka so.", ["Ilka"]),
    ],
)
def test_people_beside_departments_are_named(text: str, named: list[str]) -> None:
    assert people(text)[: len(named)] == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The harder part was Ilka, the lead everybody feared to lose.", ["Ilka"]),
        ("I spent three afternoons beside Ilka at the desk, watching her fill in the form.", ["Ilka"]),
        ("The harder part was Ilka, the tool everybody feared to lose.", []),
        ("I spent three afternoons beside Leipzig at the border, watching the trucks.", []),
    ],
)
def test_a_role_behind_which_it_is_told_who_thinks_of_it_is_a_persons(text: str, named: list[str]) -> None:
    assert people(text) == named
