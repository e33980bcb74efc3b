import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starproof.core import keeping
from starproof.core.keeping import KEPT, LONGEST, Ledger, kept
from starproof.parse.plain import plain
from starproof.parse.words import fluently, said


def counting():
    read = []

    @kept
    def shout(text, *, marks=1):
        read.append(text)
        return text.upper() + "!" * marks

    return shout, read


def counting_alone():
    read = []

    @kept
    def shout(text):
        read.append(text)
        return text.upper() + "!"

    return shout, read


def test_the_same_words_are_read_once():
    shout, read = counting()
    assert [shout("we won"), shout("we won"), shout("we won", marks=2)] == ["WE WON!", "WE WON!", "WE WON!!"]
    assert read == ["we won", "we won"]


@pytest.mark.parametrize("counted", [counting, counting_alone])
def test_of_texts_that_are_no_sentences_only_the_last_is_kept(counted):
    shout, read = counted()
    one, other = "x" * (LONGEST + 1), "y" * (LONGEST + 1)
    before = keeping.held()
    for text in (one, one, other, one):
        assert shout(text) == text.upper() + "!"
    assert read == [one, other, one]
    assert keeping.held() - before == 1


def test_no_more_texts_are_kept_than_said():
    shout, _ = counting()
    before = keeping.held()
    for number in range(2 * KEPT):
        shout(str(number))
    assert keeping.held() - before == KEPT


def test_what_was_kept_can_be_dropped():
    shout, read = counting()
    shout("we won")
    keeping.forget()
    assert keeping.held() == 0
    shout("we won")
    assert read == ["we won", "we won"]


def test_a_ledger_reads_a_word_once_and_never_holds_more_than_it_may():
    read = []
    ledger = Ledger(lambda word: read.append(word) or len(word), most=2)
    before = keeping.held()
    assert list(map(ledger.__getitem__, ["we", "won", "we", "three"])) == [2, 3, 2, 5]
    assert read == ["we", "won", "three"]
    assert keeping.held() - before == 1
    keeping.forget()
    assert not ledger


def test_threads_that_read_at_once_read_the_same():
    found = []
    texts = [f"we, um, we did number {number}" for number in range(50)] * 4
    alone = [plain(text) for text in texts]
    keeping.forget()
    threads = [threading.Thread(target=lambda: found.append([plain(text) for text in texts])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [alone] * 4


@given(st.text(max_size=60))
def test_what_is_kept_is_what_would_be_read(text):
    assert said(text) == said.__wrapped__(text)
    assert fluently(text) == fluently.__wrapped__(text)
    assert plain(text) == plain.__wrapped__(text)


def test_a_reading_of_a_text_and_nothing_else_is_kept_by_the_same_limits():
    read = []

    @kept
    def size(text):
        read.append(text)
        return len(text)

    long, longer = "x" * (LONGEST + 1), "y" * (LONGEST + 2)
    before = keeping.held()
    assert [size(text) for text in ("we won", "we won", long, long, longer, long)] == [
        6,
        6,
        *[len(long)] * 2,
        LONGEST + 2,
        len(long),
    ]
    assert read == ["we won", long, longer, long]
    assert keeping.held() - before == 2


def test_the_texts_read_last_are_kept_when_room_is_made():
    shout, read = counting_alone()
    for number in range(KEPT + 1):
        shout(str(number))
    assert shout(str(KEPT)) == f"{KEPT}!"
    assert shout("0") == "0!"
    assert read.count(str(KEPT)) == 1
    assert read.count("0") == 2
