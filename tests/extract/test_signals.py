"""Signals: which finds count, and that the packaged lexicon is whole."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest

from starproof.core.document import LABELS, Document, Label, LabelledSentence, Story
from starproof.core.facts import SIGNALS
from starproof.errors import ConfigError
from starproof.extract.signals import compiled, lexicon, signals
from starproof.parse import parse
from tests.growth import assert_under


def read(text: str, label: Label = "action") -> tuple[Document, tuple[LabelledSentence, ...]]:
    document = parse(Story("case", text))
    return document, tuple(LabelledSentence(sentence.span, label, 1.0) for sentence in document.sentences)


def found(kind: str, text: str, label: Label = "action") -> list[str]:
    document, labels = read(text, label)
    return [document.quote(signal.span) for signal in signals(document, labels).get(kind, ())]


def test_every_kind_has_a_lexicon_and_every_lexicon_a_kind() -> None:
    assert set(lexicon().kinds) == set(SIGNALS)


def test_every_packaged_phrase_can_be_read() -> None:
    assert len([phrase.start for phrase in lexicon().phrases]) > 1_000


def test_every_lexicon_says_first_what_it_is_and_keeps_its_lines_short() -> None:
    for entry in (files("starproof.extract") / "lexicon").iterdir():
        lines = entry.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("# "), entry.name
        assert max(map(len, lines)) < 120, entry.name


def test_no_phrase_stands_twice_in_one_list() -> None:
    for entry in (files("starproof.extract") / "lexicon").iterdir():
        for name, values in tomllib.loads(entry.read_text(encoding="utf-8")).items():
            if isinstance(values, list):
                assert len(values) == len(set(values)), f"{entry.name}: {name}"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"phrases": ["we lost"], "also": []}, "E-LEX-002"),
        ({"not": ["we lost"]}, "E-LEX-002"),
        ({"phrases": ["we lost"], "labels": ["ending"]}, "E-LEX-002"),
        ({"phrases": ["we lost"], "negation": "maybe"}, "E-LEX-003"),
        ({"phrases": ["@nobody lost"]}, "E-LEX-001"),
        ({"phrases": ["we lost"], "view": "aloud"}, "E-LEX-004"),
    ],
)
def test_a_file_with_an_unknown_word_is_refused(entry: dict[str, object], code: str) -> None:
    with pytest.raises(ConfigError) as refused:
        compiled({"risk": entry}, classes={})
    assert refused.value.code == code


def test_a_file_of_no_kind_is_refused_by_its_name() -> None:
    with pytest.raises(ConfigError, match=r"bravery\.toml"):
        compiled({"bravery": {"phrases": ["we dared"]}}, classes={})


@pytest.mark.parametrize(
    ("kind", "text", "quote"),
    [
        ("accountability", "After some silence they made it mine.", "made it mine"),
        ("accountability", "The board gave me all of it.", "gave me all of it"),
        ("accountability", "Both yards were put under me.", "put under me"),
        ("accountability", "My title was director of locks.", "My title was"),
        ("external", "The lock makers' trade group has made our count its template.", "trade group"),
        ("managing", "Asked both leads to swap places.", "Asked"),
        ("decision", "In June I cancelled the export.", "I cancelled"),
        ("mistake", "That one is on me, I should have asked the ward.", "is on me"),
        ("setback", "The first trial made things worse.", "made things worse"),
        ("mistake", "Shd have rung the ward first.", "Shd have"),
        ("organisation", "The holding company runs it too.", "holding company"),
        ("disagreement", "Legal objected at once.", "objected"),
        ("fault-of-others", "The vendor dropped the ball, it was entirely their fault.", "dropped the ball"),
        ("fault-of-others", "We asked for bigger machines and got none, so that's on them really.", "that's on them"),
        ("control", "I approved every change that anybody made.", "I approved every change"),
        ("doing", "I rewrote the parser over a weekend.", "I rewrote the parser"),
        ("jargon", "It was a Kafka consumer group.", "Kafka"),
        ("spread", "Three other hospitals took it up.", "Three other hospitals"),
        ("spread", "Two other managers of ours started doing it too.", "other managers of ours started doing it"),
        ("spread", "Two other managers use it now.", "other managers use it now"),
        ("vague-amount", "It got a lot faster.", "a lot faster"),
        ("step", "First, I met the team.", "First"),
        ("disagreement", "We had a row about it, and she was cross with me.", "had a row"),
        ("disagreement", "The auditor was cross about the dates.", "was cross about"),
        ("disagreement", "The head of sales told me so in front of everyone.", "told me so in"),
        ("coordination", "I met the six plant managers and wrote down what each wanted.", "met the six plant managers"),
        ("coordination", "I visited every depot before we began.", "visited every depot"),
        ("coordination", "I agreed a date with each of them.", "agreed a date with each"),
        ("coordination", "We spent ten days with the four heads of nursing.", "spent ten days with the four heads"),
        ("coordination", "She trained 40 clerks across nine branches.", "trained 40 clerks across nine branches"),
        ("setback", "By March the money was gone.", "money was gone"),
        ("owned-part", "They sent us rubbish, but it was me.", "it was me"),
        ("fault-of-others", "The previous leadership had no vision.", "previous leadership had no"),
        ("fault-of-others", "My predecessor had ignored the alarms.", "My predecessor had ignored"),
        ("mistake", "I was too proud to ask.", "I was too proud"),
        ("mechanism", "We've done that on the last four tenders.", "We've done that on the last"),
        ("mechanism", "We have done that five times since.", "We have done that five times since"),
        ("mistake", "My miss: I cut the test of the pumps.", "My miss"),
        ("mistake", "My first fix broke the receipts for two days.", "My first fix broke"),
        ("mistake", "I told her that I'd set it up badly.", "I'd set it up badly"),
        ("challenge", "The pump broke down twice.", "broke down"),
        ("adoption", "It reached all depots by May.", "reached all"),
        ("adoption", "We moved 30 drivers to it by May.", "moved 30"),
        ("setback", "Three customers paid balancing fees because of it.", "paid balancing fees because of it"),
        ("mistake", "I did nothing for five months.", "I did nothing"),
        ("spread", "The ledger team copied the list of questions.", "team copied"),
        ("decision", "We agreed we'd run it in one region only.", "We agreed we'd"),
        ("unpopular", "The team weren't stoked.", "weren't stoked"),
        ("disagreement", "The skippers weren't overjoyed.", "weren't overjoyed"),
        ("disagreement", "The COO wanted to send an e-mail, and I said that nobody reads them.", "COO wanted to send"),
        ("trade-off", "The doors team gave up their new panel.", "gave up their"),
        ("lasted", "It has been under five for three years.", "has been under five for three years"),
        ("spread", "The port across the border has asked for the paper.", "has asked for"),
        ("mechanism", "So now I ask that first.", "now I ask that first"),
        ("risk", "I assumed the risk.", "assumed the risk"),
        ("risk", "That was a risk: had we been wrong we would have paid more.", "That was a risk"),
        ("disagreement", "The hardware people were very much against.", "were very much against"),
        ("disagreement", "The vet said she wouldn't have it in her clinic.", "wouldn't have it"),
        ("disagreement", "The grower refused at once.", "refused"),
        ("risk", "I said that I'd rather risk the summer than the team.", "rather risk the summer"),
        ("owned-part", "I do not think I handled those talks well.", "I do not think I handled those talks well"),
        ("owned-part", "The blame lay with us as well.", "with us as well"),
        ("peers", "The manager of the checkout team came along.", "checkout team"),
        ("mistake", "I'd never once asked what the test press lacked.", "I'd never once asked"),
        ("lesson", "I think we should have put it on another day.", "should have"),
        ("decision", "I did not want to put the machines in Asia.", "I did not want to put"),
        ("lasted", "Even if nobody asks, it has held since March.", "held since"),
        ("coordination", "I'd to go round the skippers with that, all eleven of them.", "go round the skippers with"),
        ("coordination", "I took it to the head of service.", "took it to the head"),
        ("external", "An article about it is in a medical journal.", "medical journal"),
    ],
)
def test_a_signal_quotes_the_words_that_show_it(kind: str, text: str, quote: str) -> None:
    label: Label = "result" if kind in ("spread", "vague-amount", "setback") else "action"
    assert any(quote in words or words in quote for words in found(kind, text, label)), found(kind, text, label)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("risk", "The risk department and its risk assessment came later."),
        ("conflict", "There was a merge conflict, and three nights in a row it came back."),
        ("fault-of-others", "It was not their fault, and nobody's fault."),
        ("fault-of-others", "How they test it is their choice, so it's on them to decide."),
        ("fault-of-others", "My predecessor had promised them a date."),
        ("fault-of-others", "My predecessor had dropped the topic and left it at that."),
        ("mistake", "I am proud of the team."),
        ("organisation", "I took over the group in the autumn."),
        ("mechanism", "I moved him off the on-call rota."),
        ("mechanism", "We have done that twice before."),
        ("mistake", "I don't think you are not ready."),
        ("challenge", "We broke down silos, and where there was resistance I leaned in."),
        ("disagreement", "Where there was resistance, I leaned in with empathy."),
        ("trade-off", "I made tough trade-offs along the way."),
        ("decision", "I made tough trade-offs along the way."),
        ("decision", "I went with her to the council."),
        ("decision", "I empowered the leads to make bold decisions."),
        ("adoption", "Engagement scores reached an all-time high."),
        ("adoption", "Satisfaction reached all our targets."),
        ("long-term", "I looked at eighteen months of orders."),
        ("peers", "My two teams met on Monday."),
        ("lesson", "We sold piano lessons to schools."),
        ("organisation", "It has been holding for two years, and I was holding the phone."),
        ("organisation", "Head office wanted a report on it."),
        ("organisation", "Other departments did not take it up."),
        ("disagreement", "It failed five nights in a row."),
        ("disagreement", "With a spare pump it would not have happened."),
        ("disagreement", "Without the alarm we would not have known."),
        ("disagreement", "Since then it has refused two hundred loads."),
        ("owned-part", "I do not think he handled those talks well."),
        ("owned-part", "The seat map was killing us as well."),
        ("peers", "I was the manager for the checkout team, five people."),
        ("lesson", "And product should have put the sale on another day."),
        ("disagreement", "Each row of the sheet was one patient, and I read it row by row."),
        ("disagreement", "I led a cross-functional squad on a cross-border payment."),
        ("disagreement", "The trains cross the river at noon."),
        ("conflict", "It was a product that I had argued for two years before."),
        ("conflict", "I argued for building it ourselves."),
        ("adoption", "One of my engineers ran the load tests."),
        ("adoption", "He told the four hundred people that I had done it alone."),
        ("spread", "I took the task over and did it myself."),
        ("spread", "At noon I simply took it over."),
        ("spread", "Two other managers started to complain."),
        ("spread", "Two other managers do it badly."),
        ("lasted", "I checked in with each engineer twice a day."),
        ("lesson", "I always believe in people."),
        ("lesson", "That is the one I always tell."),
        ("setback", "The paper forms are gone."),
        ("setback", "If we were wrong, the shops would have stood without money."),
        ("setback", "I wrote down who pays if it goes wrong."),
        ("external", "A competitor had changed its fares."),
        ("external", "I did not have any authority over them."),
        ("coordination", "I held a meeting with each engineer."),
        ("spread", "If the other teams had adopted it, we would have been done in May."),
        ("lasted", "Without it we would have held the line for years."),
        ("lasted", "We could have moved by then."),
        ("setback", "If we lost more than five percent, I would revert it."),
        ("setback", "The profit was higher in the second, and we lost none of them."),
        ("setback", "I took the forecast down that week."),
        ("setback", "So in the first month I wrote no plan at all."),
        ("mistake", "When I assumed the area of auctions I had three squads."),
        ("mistake", "I assumed the risk."),
        ("mistake", "I have been asked to repeat it."),
        ("mistake", "When you lose a parcel you don't get to say sorry."),
        ("mistake", "I never asked for a bigger team."),
        ("mistake", "I didn't ask him for more money."),
        ("mistake", "I never told them how to build it."),
        ("mistake", "I didn't see any reason to wait."),
        ("mistake", "I never thought of leaving."),
        ("mistake", "I did not plan to stay."),
        ("setback", "We broke down silos between the depots."),
        ("setback", "In May we broke even."),
        ("setback", "We broke the work into nine pieces."),
        ("setback", "We lost no time."),
        ("owned-part", "I was responsible for the cloud side."),
        ("lesson", "I did not give her a course."),
        ("lesson", "It is a language-learning app."),
        ("disagreement", "I was angry for an evening."),
        ("disagreement", "We did not buy the servers."),
        ("disagreement", "I put the split on the wall."),
        ("disagreement", "My team builds the card disputes page."),
        ("disagreement", "Velocity went through the roof."),
        ("disagreement", "The skipper has twenty minutes to say no."),
        ("decision", "The skippers said no."),
        ("decision", "The ministry threw away 61,000 doses."),
        ("decision", "Fitters switched their phones off."),
        ("conflict", "My team builds the card disputes page."),
        ("trade-off", "They had given up on it."),
        ("spread", "I'd have asked Sunil first."),
        ("spread", "The customer has since extended by two years."),
        ("adoption", "The fourteen teams had to stop waiting."),
        ("adoption", "I moved 4 of the 12 engineers to the plates."),
        ("adoption", "We had moved 310,000 prepaid subscribers by then."),
        ("adoption", "By May I had migrated 900 accounts."),
        ("external", "The payments go through a journal, so that none is lost."),
        ("fault-of-others", "I sat with 12 fitters."),
        ("decision", "Somebody else has decided for them."),
        ("accountability", "Executives came to me for advice."),
        ("accountability", "We sat down with 12 people."),
        ("accountability", "She gave me all the forms at once."),
        ("accountability", "His mistake became a rule."),
        ("managing", "Got no time for it."),
        ("doing", "I set up a dashboard."),
        ("coordination", "I was asked by the CTO to own it."),
        ("mechanism", "I sat beside her for the first three calls."),
        ("mechanism", "Since then I have been asked to repeat it."),
    ],
)
def test_what_only_looks_like_it_is_left_out(kind: str, text: str) -> None:
    assert found(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("mistake", "I never asked for a review of the plan."),
        ("mistake", "I didn't ask the drivers what they needed more than a new screen."),
        ("mistake", "I never told them that the date had moved."),
        ("mistake", "I didn't see the second alarm."),
        ("mistake", "I never thought of the night shift."),
        ("setback", "We broke the build of the depots."),
        ("setback", "We lost the wall of the dam."),
    ],
)
def test_what_is_told_of_the_teller_like_it_still_counts(kind: str, text: str) -> None:
    assert found(kind, text)


def test_what_is_denied_does_not_count_unless_its_kind_says_so() -> None:
    assert found("spread", "Nobody copied it.", "result") == []
    assert found("spread", "Two plants copied it.", "result")
    assert found("mistake", "I never asked the nurses.")


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("decision", "In June I cancelled the export.", "In June I, you know, canceled export."),
        ("disagreement", "The developers did not like it.", "Developers didnae like it."),
        ("decision", "I decided to throw it away.", "I decide to throw it away."),
        ("mistake", "I was wrong.", "I think I am wrong."),
        ("owned-part", "It turned out that they had a point.", "It turned out they were having a point."),
        ("accountability", "I had the payments team.", "I was having payments team."),
        ("trade-off", "The price was a late launch.", "Price was late launch."),
        ("decision", "We dropped the sync, so they waited.", "We drop the sync, so they waited."),
        ("mistake", "That was my doing.", "That was my doin'."),
        ("mistake", "I hadn't asked the nurses.", "I ain't asked the nurses."),
        ("accountability", "I was responsible for it.", "I was responsible of it."),
        ("managing", "I told her to stop.", "I said her to stop."),
        (
            "owned-part",
            "He had cut that, and I signed what he brought.",
            "He had cut that, and I sign what he brought.",
        ),
        ("trade-off", "The yeast was dead, and I had to choose.", "The yeast was dead, and I have to choose."),
        ("trade-off", "My chief heard it and he had to drop it.", "My chief heard it and he have to drop it."),
        ("peers", "The product director left.", "The product, kasi, director left."),
    ],
)
def test_who_tells_it_changes_no_signal(kind: str, one: str, other: str) -> None:
    assert found(kind, one)
    assert found(kind, other)


@pytest.mark.parametrize(
    "text",
    [
        "I drop what I do not need.",
        "They kept the loaves that we drop.",
        "Now we drop every second one, as she asked.",
        "We drop the sync if they asked.",
    ],
)
def test_a_present_of_what_one_always_does_is_no_past(text: str) -> None:
    assert found("decision", text) == []


def test_softening_words_are_heard_as_they_were_said() -> None:
    assert found("hedge", "I think it was, sort of, late.") == ["I think", "sort of"]


def test_what_never_happened_does_not_count_where_its_kind_says_so() -> None:
    assert found("lasted", "It would have lasted for years.", "result") == []
    assert found("mistake", "I should have asked the ward.")
    assert found("risk", "If it had failed, the clinic would have stood still, and that was the risk.")


@pytest.mark.parametrize("mark", [";", "!", ", and we"])
def test_words_that_run_over_into_the_next_clause_are_none(mark: str) -> None:
    assert found("setback", "We lost the buyer.", "result")
    assert found("setback", f"We came in second{mark} lost none of them.", "result") == []


def test_not_only_denies_nothing() -> None:
    assert found("spread", "Not only sales copied it.", "result")


def test_a_kind_with_labels_counts_only_in_these_sections() -> None:
    text = "Other teams adopted it."
    assert "situation" not in (lexicon().kinds["spread"].labels or LABELS)
    assert found("spread", text, "result")
    assert found("spread", text, "situation") == []


def test_what_the_outside_was_before_the_work_is_no_notice_of_it() -> None:
    for text in ("I worked at a chain of 23 newspapers.", "The consortium lends books.", "A paper ran the headline."):
        assert found("external", text, "situation") == []
    assert found("external", "The newspapers wrote about it.", "result")


def test_finds_of_one_kind_never_overlap_and_stand_in_text_order() -> None:
    text = "I asked Tom, and then I asked and told and hired and promoted and coached everyone, every single day. " * 5
    document, labels = read(text)
    for finds in signals(document, labels).values():
        for before, after in pairwise(finds):
            assert before.span.end <= after.span.start


def test_the_words_of_a_signal_lie_in_its_sentence() -> None:
    document, labels = read("We lost a customer. I should have called. My director wrote to me, uh, that night.")
    for finds in signals(document, labels).values():
        for signal in finds:
            assert document.sentences[signal.sentence].span.contains(signal.span)


def test_a_page_without_a_full_stop_takes_no_long_time() -> None:
    document, labels = read("and then i told him that every one of the team was wrong and we lost it again " * 400)
    assert_under(5, lambda: signals(document, labels))


@pytest.mark.parametrize(
    ("told", "spread"),
    [
        ("And then Gdansk took it as well.", True),
        ("Later the two northern depots, they took it also.", True),
        ("My manager took it as well as one can.", False),
        ("Then we took it as well.", False),
        ("The foreman took it also badly.", False),
    ],
)
def test_taking_it_as_well_is_uptake_by_others(told: str, spread: bool) -> None:
    assert bool(found("spread", told, "result")) is spread


def test_work_with_others_is_heard_wherever_the_also_stands() -> None:
    for words in ("I also work with the yard and with finance.", "I work also with the finance and with the yard."):
        assert found("coordination", words), words
    assert not found("coordination", "I work also at night.")


@pytest.mark.parametrize(
    "text",
    [
        "The two ledgers disagreed every night.",
        "We lost bookings when the calendars had disagreed for a day.",
    ],
)
def test_things_that_do_not_match_have_no_quarrel(text: str) -> None:
    assert not found("disagreement", text)


@pytest.mark.parametrize(
    "text", ["The two leads disagreed every night.", "Finance and the depot disagreed on the ledgers."]
)
def test_people_who_disagree_have_one(text: str) -> None:
    assert found("disagreement", text)


@pytest.mark.parametrize(
    ("text", "decides"),
    [
        ("I went with Farah from the depot to three shops.", False),
        ("We went with the drivers round the whole harbour to see it.", False),
        ("We went with the smaller supplier to save a month.", True),
        ("I went with the slower plan.", True),
    ],
)
def test_who_goes_somewhere_with_somebody_chooses_nothing(text: str, decides: bool) -> None:
    assert bool(found("decision", text)) is decides


@pytest.mark.parametrize(
    ("text", "owned"),
    [
        ("I had got that wrong as well.", True),
        ("I'd got the order wrong.", True),
        ("My call, I reversed it.", True),
        ("My decision, and I took it back.", True),
        ("My call, I stopped it.", False),
        ("He is happy and I am proud.", False),
        ("They had got that wrong as well.", False),
    ],
)
def test_what_is_taken_back_or_got_wrong_is_owned(text: str, owned: bool) -> None:
    assert bool(found("mistake", text)) is owned


def test_what_nobody_needs_to_do_for_nothing_is_no_setback() -> None:
    assert not found("setback", "She did not have to worry for nothing.")
    assert found("setback", "Two months of work were for nothing.")


def test_things_that_the_teller_got_wrong_are_a_mistake_and_those_of_others_are_none() -> None:
    assert found("mistake", "I got one thing wrong.") == ["I got one thing wrong"]
    assert found("mistake", "I had got a few things badly wrong.") == ["I had got a few things badly wrong"]
    assert found("mistake", "He got one thing wrong.") == []
    assert found("lesson", "I would do that the other way round now.", "reflection")
    assert not found("lesson", "They would do that the other way round now.", "reflection")


@pytest.mark.parametrize("firm", ["studio", "agency", "startup", "company"])
def test_a_firm_called_by_what_it_is_is_an_organization(firm: str) -> None:
    assert found("organisation", f"The four rules are now those of the whole {firm}, 85 people.", "result")
    assert not found("organisation", f"It began at a {firm} of 85 people.", "result")


def test_others_whose_name_has_two_words_took_it_up() -> None:
    assert found("spread", "Two other product lines prepare their data so.", "result")
    assert not found("spread", "Two other product managers prepare their data so.", "result")


def test_a_goal_is_what_was_to_be_cut_and_not_what_was() -> None:
    assert found("target", "My task was to find the leak and to cut the loss to a tenth.", "task")
    assert not found("target", "I turned the map round and cut out the middle.")


def test_a_mistake_in_notes_needs_no_subject() -> None:
    assert found("mistake", "built it, 5 weeks. Should have asked the drivers FIRST.")
    assert not found("mistake", "Good plan. Should have been enough for two years.")


def test_a_fault_of_ours_is_none_of_others() -> None:
    assert not found("fault-of-others", "A software fault of ours printed 90 tickets.")
    assert found("fault-of-others", "The wrong tickets were the fault of the printers' people.")


def test_who_stops_waiting_has_not_chosen_yet() -> None:
    assert not found("decision", "After that I stopped waiting.")
    assert found("decision", "After that I stopped the second line.")


def test_what_was_promised_by_a_number_is_a_goal() -> None:
    assert found("target", "And the promise was six hundred loaves an hour.", "situation")
    assert not found("target", "He broke his promise.", "situation")


def test_who_takes_on_a_trainee_takes_up_no_work_of_others() -> None:
    for hired in ("She has taken on a pupil for the summer.", "They have since taken on two new apprentices."):
        assert not found("spread", hired, "result")
    assert found("spread", "The northern depot has since taken on the rota.", "result")
    assert found("spread", "The northern depot has taken on a rota like ours.", "result")
