"""A bank against a plain dictionary: whatever is done in whatever order, both hold the same."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from starproof.bank import Bank, open_bank
from starproof.core.bank import Draft, Use
from starproof.errors import BankError
from tests.bank.store.making import Clock, WordJudge

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip())
)
TAGS = st.lists(st.sampled_from(["a", "b", "two words", "é"]), unique=True, max_size=3).map(tuple)


class Model(RuleBasedStateMachine):
    """The bank, and for each story the stack of what it was."""

    ids = Bundle("ids")

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="starproof-model-"))
        self.bank: Bank = open_bank(self.folder / "bank.db", now=Clock(), who="me", judge=WordJudge())
        self.now: dict[str, Draft] = {}
        self.undone: dict[str, list[Draft]] = {}
        self.before: dict[str, list[Draft]] = {}

    def teardown(self) -> None:
        self.bank.close()
        shutil.rmtree(self.folder)

    def change(self, id_: str, draft: Draft) -> None:
        if draft != self.now[id_]:
            self.before[id_].append(self.now[id_])
            self.undone[id_].clear()
            self.now[id_] = draft

    @rule(target=ids, text=TEXTS, title=st.none() | TEXTS, tags=TAGS)
    def add(self, text: str, title: str | None, tags: tuple[str, ...]) -> str:
        entry = self.bank.add(Draft(text, title=title, tags=tags))
        assert entry.id not in self.now
        self.now[entry.id] = Draft(text, id=entry.id, title=title, tags=tags)
        self.before[entry.id] = [replace(self.now[entry.id], archived=True)]
        self.undone[entry.id] = []
        return entry.id

    @rule(id_=ids, text=TEXTS)
    def edit(self, id_: str, text: str) -> None:
        self.change(id_, replace(self.now[id_], text=text))
        assert self.bank.edit(id_, text=text).draft == self.now[id_]

    @rule(id_=ids, tags=TAGS, notes=TEXTS)
    def note(self, id_: str, tags: tuple[str, ...], notes: str) -> None:
        self.change(id_, replace(self.now[id_], tags=tags, notes=notes))
        assert self.bank.edit(id_, tags=tags, notes=notes).draft == self.now[id_]

    @rule(id_=ids, minutes=st.sampled_from([2, 3, 4]), text=TEXTS)
    def put_version(self, id_: str, minutes: int, text: str) -> None:
        self.change(id_, replace(self.now[id_], versions={**self.now[id_].versions, minutes: text}))
        assert self.bank.put_version(id_, minutes, text).draft == self.now[id_]

    @rule(id_=ids, day=st.sampled_from(["2025-01-01", "2025-02-03"]))
    def tell(self, id_: str, day: str) -> None:
        self.change(id_, replace(self.now[id_], uses=(*self.now[id_].uses, Use(day))))
        assert self.bank.record_use(id_, Use(day)).draft == self.now[id_]

    @rule(id_=ids, away=st.booleans())
    def put_away(self, id_: str, away: bool) -> None:
        self.change(id_, replace(self.now[id_], archived=away))
        assert (self.bank.archive(id_) if away else self.bank.restore(id_)).draft == self.now[id_]

    @rule(id_=ids)
    def undo(self, id_: str) -> None:
        if not self.before[id_]:
            with pytest.raises(BankError, match="E-BNK-011"):
                self.bank.undo(id_)
            return
        self.undone[id_].append(self.now[id_])
        self.now[id_] = self.before[id_].pop()
        assert [entry.draft for entry in self.bank.undo(id_)] == [self.now[id_]]

    @rule(id_=ids)
    def redo(self, id_: str) -> None:
        if not self.undone[id_]:
            with pytest.raises(BankError, match="E-BNK-011"):
                self.bank.redo(id_)
            return
        self.before[id_].append(self.now[id_])
        self.now[id_] = self.undone[id_].pop()
        assert [entry.draft for entry in self.bank.redo(id_)] == [self.now[id_]]

    @invariant()
    def holds_the_same(self) -> None:
        if not hasattr(self, "bank"):
            return
        assert {entry.id: entry.draft for entry in self.bank.all(archived=None)} == self.now
        listed = {id_ for id_, draft in self.now.items() if not draft.archived}
        assert {line.id for line in self.bank.list(limit=1000).lines} == listed
        assert {banked.id: banked.tags for banked in self.bank.banked()} == {id_: self.now[id_].tags for id_ in listed}
        for tag in ("a", "é"):
            wanted = {id_ for id_ in listed if tag in self.now[id_].tags}
            assert {line.id for line in self.bank.list(tag=tag, limit=1000).lines} == wanted

    @invariant()
    def keeps_every_wording(self) -> None:
        for id_ in getattr(self, "now", {}):
            revisions = self.bank.revisions(id_)
            assert [revision.number for revision in revisions] == list(range(1, len(revisions) + 1))
            assert self.now[id_].text in {revision.text for revision in revisions}


TestModel = Model.TestCase
TestModel.settings = settings(
    max_examples=10,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
