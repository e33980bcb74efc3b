"""People of another team who take part are found by their place there, and nobody of the own team is."""

from __future__ import annotations

import pytest

from starproof.extract.people.counterparts import counterparts, others_who_move
from tests.level.telling import hear

SCENE = "I manage five clerks at a harbour office and the slips were late. I was to end that by June. "
END = " Slips now leave within the hour, where it took a day, and I learned to ask the gate sooner."


def found(middle: str) -> list[str]:
    context = hear(SCENE + middle + END)
    return [context.document.quote(span) for span in counterparts(context)]


@pytest.mark.parametrize(
    ("middle", "quote"),
    [
        (
            "The pilot team under Solveig hated the idea. I spent a week on their boat. Solveig said okay to a trial.",
            "Solveig said okay",
        ),
        ("Their manager, Teodor, wanted his own list. In the end Teodor agreed to ours.", "Teodor agreed"),
        ("Nuno, who ran the customs desk, refused at first. I wrote the form together with Nuno.", "with Nuno"),
        ("I asked Ilse from finance what she needed. Ilse and I check the slips at noon.", "Ilse and I"),
        ("The crane people had nobody free. I lent them two of mine for a month.", "two of mine"),
        ("She was against it, and gave two of her clerks to sit with us.", "two of her clerks"),
        ("His drivers carried the slips with ours from May on.", "with ours"),
        ("The customs manager and I read the late slips aloud.", "The customs manager and I"),
        ("I sat with Ravindra in legal twice. He cut his list from thirty questions to nine.", "He cut his list"),
        ("Marisol in sales kept the rules. I went to see her, and we agreed on one form.", "we agreed on one form"),
        ("I asked Ines from finance what she looked for. Ines tried them for a month and let them run.", "Ines tried"),
        (
            "Yusuf in operations doubted it. I showed him a week, and he moved his shift change to six.",
            "moved his shift",
        ),
        ("I sat with Ravindra in legal twice. He drop his list of thirty questions.", "He drop his list"),
        (
            "I asked Sanne, who has the crane team, and Radu, who has the gate papers, for a clerk. Radu lent me one.",
            "Radu lent me one",
        ),
        ("Sanne, who runs dispatch, doubted it. We ran the trial with Sanne's people.", "We ran the trial"),
        ("Sanne, who runs dispatch, doubted it. I check it every month with Sanne.", "every month with Sanne"),
        ("Aino in procurement heard me out. Her team now send the slips before noon.", "Her team now send"),
    ],
)
def test_who_belongs_to_another_team_and_takes_part_is_found(middle: str, quote: str) -> None:
    assert any(quote in words for words in found(middle)), found(middle)


@pytest.mark.parametrize(
    "middle",
    [
        "The pilot team under Solveig hated the idea. Solveig said no, and that was that.",
        "My lead, Teodor, wanted his own list. In the end Teodor agreed to mine.",
        "I gave two of the slips to the gate.",
        "I asked Radu, who has the gate papers in his head, for a day. Radu lent me his notes.",
        "The tech lead and I read the late slips aloud.",
        "I moved one of my clerks to the morning.",
        "Nuno agreed to come in at six, and wrote the form.",
        "She was ill, and two of her slips were lost.",
        "Ines from finance blocked it. She sent her complaint to my boss.",
        "Marisol in sales was furious. I told her so, and she put her foot down.",
        "Ravindra in legal said no. My deputy Tariq moved his desk to the gate, and he cut his list in half.",
        "Tomas in security gave us hell. He let it lie.",
    ],
)
def test_who_refuses_or_is_of_the_own_team_takes_no_part_for_another(middle: str) -> None:
    assert found(middle) == []


def test_a_name_in_small_letters_is_known_by_its_place_as_well() -> None:
    text = (
        "so i had five clerks at the harbour office and the slips were late and the warehouse team under tess hated my "
        "plan and tess said no twice so i packed with them for two days and then tess said okay to a trial and "
        "slips now leave within the hour"
    )
    context = hear(text)
    assert any("tess said okay" in context.document.quote(span) for span in counterparts(context))


def test_others_who_move_are_told_in_text_order() -> None:
    middle = "I lent them two of mine. The customs department agreed to drop the second stamp."
    context = hear(SCENE + middle + END)
    quotes = [context.document.quote(span) for span in others_who_move(context)]
    assert len(quotes) == 2
    assert "two of mine" in quotes[0]
