"""Bills that came to an end: what sentences after an amount tell of the thing that it is paid for.

"We were paying him £180,000 a month. ... His last invoice came in March" tells of a saving, and no word of the amount's
own sentence says so. Only what is paid again and again, or threatened, can end; a loss that is past cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from starproof.core.seeking import Seldom
from starproof.extract.money.things import things_in
from starproof.extract.sums.story.figures import Figure, Telling
from starproof.extract.sums.story.rows import spaced, words_of
from starproof.extract.sums.story.scales import period
from starproof.extract.text.words import singular

_PAID = Seldom(
    r" (?:paid|pays?|paying|costs?|costing|charged|invoices?|bills?|billed|fees?|licen[cs]es?|rent|rented|lease|"
    r"contract with|contractors?|agency|agencies|outsourced|standing order|subscription|premium|overtime|retainer|"
    r"renewed|line in (?:the|our|my) budget|maintenance|upkeep|used to (?:leave|go|spend|pay|cost)|went out|"
    r"fines?|fined|penalt(?:y|ies)|surcharges?) "
)
"""In the sentence of an amount that recurs, these make it what somebody pays."""
_COMES_IN = Seldom(
    r" (?:(?:pays?|paid|paying|bills?|brings?|brought|owed?) us|to us|with us|our (?:[a-z]+ )?(?:module|product|"
    r"service)|"
    r"customers?|clients?|subscribers?|advertisers?|tenants?|members?|revenues?|sales|income|earns?|earned|brought in) "
)
"""And these, what comes in."""
_THREATENED = Seldom(
    r" (?:would have (?:cost|meant|been)|would (?:cost|mean|be)|could (?:fine|cost|charge|be)|hanging over|was due|"
    r"were due|due in|threatened|announced|(?:contract|law|rules?) (?:sets?|names?|named|carried|carries)|foresaw|"
    r"foresees|provided for|stipulated|faced|facing|on any|should the|"
    r"if (?:we|it|they|i|that|one)|unless|(?:plan|idea|proposal) (?:\S+ ){0,5}?was to) "
)
"""In the sentence of an amount that comes once, these make it what would have to be paid."""
_DEMAND = Seldom(
    r" (?:fines?|fine[ds]|penalt(?:y|ies)|surcharges?|deductions?|damages|compensation|refunds?|levy|clawback|fees?|"
    r"deposit|hire|rent|buy|lease|upgrade|extension|claims?|settlement) "
)
"""And these name it."""
_NEAR = 8
"""Words before an amount in which a pronoun is looked for."""
_BACKWARDS = re.compile(r" (?:it|that|this|they) (?:had )?(?:stood|was|were|came|cost|ran|comes|runs|costs) ")
"""An amount of which a pronoun tells belongs to the thing in the sentence before."""
_COIN = r"(?:cent|penny|euro|dollar|pound|rupee|krona|krone|z[lł]oty|real|rand|yen|franc|peso)"
_WAS = r"(?:was|were|is|are|been)"
_STOPPED = (
    r"(?:cancell?ed|ended|dropped|waived|withdrawn|lifted|scrapped|closed|terminated|stopped|discontinued|switched off)"
)
_DEMANDED = r"(?:levied|imposed|charged|made|due|hired|bought|rented|ordered|paid|sent|posted|issued|renewed)"
_ENDS = Seldom(
    r" (?:last|final) (?:invoice|bill|payment|cheque|check|instal?ment) (?:came|was|arrived|went|is) |"
    r" (?:we|i|they|and|regulator|ministry|city|insurer|director|finance) (?:then |have |has |had )?"
    r"(?:cancell?ed|terminated|dropped|waived|scrapped|withdrew|lifted|gave notice (?:on|to)|did not renew|"
    r"never renewed|switched off|closed) |"
    r" (?:let|letting) (?:[a-z'-]+ ){1,4}(?:lapse|expire|run out|go) |"
    r" (?:ran out|run out|expired|lapsed|ceased|came to an end|never came|never fell due|never arrived|never "
    r"followed) |"
    rf" {_WAS} (?:[a-z]+ )?(?:not|never) (?:[a-z]+ )?{_DEMANDED} |"
    rf" (?:no|not one|not a single) (?:[a-z'-]+ ){{1,3}}?(?:(?:{_WAS}|has been|have been) {_DEMANDED}|came|followed) |"
    rf" (?:{_WAS} |has |have )(?:now |since |all |been |then )*{_STOPPED} |"
    r" (?:reads?|is|are|stands at|shows) (?:now |at )?(?:zero|nil|nothing|empty) |"
    rf" not (?:a|one) (?:single )?{_COIN} (?:of|has|was|fell|went) |"
    r" there (?:was|were|has been|have been) (?:no|never a|not one) |"
    r" no longer (?:gets?|receives?|sends?|bills?|charges?|invoices?|goes|exists?) |"
    r" (?:have|has|had) (?:not|never) (?:had|paid|seen|received|sent|got|written) (?:one|any|it|them|that|anything|"
    r"another)(?: [a-z]+)? since "
)
"""In a later sentence, these say that something ended, or never came."""
_UNREAL = Seldom(r" (?:if|unless|would|could|might|should|whether|wanted|planned|until|plan|will|threatened) ")
_AGAIN = Seldom(r" (?:but|then|until|later|soon) (?:it|they|he|she|that) (?:came|started|returned|was) (?:back|again) ")


@dataclass(slots=True)
class Ends:
    """The sentences of a story that tell of an end, by the words that may name what ended; each is read once."""

    story: Telling
    last: dict[str, int] | None = None
    """The last sentence that tells the end of what a word may name."""
    opened: frozenset[int] | None = None
    """The sentences that begin with a figure, and so name nothing before it."""
    read: dict[tuple[int, bool, bool], frozenset[str]] = field(default_factory=dict)
    """The words that may name what a sentence, or it and the one before, says may have to be paid."""

    def ended(self, figure: Figure) -> bool:
        """Whether a later sentence tells that what an amount is paid for came to an end."""
        if not 0 <= figure.sentence < len(self.story.sentences):
            return False
        back, recurs = self._goes_back(figure), bool(period(figure.quantity))
        if recurs and not _PAID.search(_own(figure) + (self._row(figure.sentence - 1) if back else "")):
            return False
        return any(self._ends().get(word, -1) > figure.sentence for word in self._about(figure.sentence, back, recurs))

    def _about(self, sentence: int, back: bool, recurs: bool) -> frozenset[str]:
        """The words that may name what is paid for; none where money comes in, or nobody has to pay a single sum."""
        key = (sentence, back, recurs)
        if key not in self.read:
            row = (self._row(sentence - 1) if back else " ") + self._row(sentence)
            due = recurs or (_THREATENED.search(row) and _DEMAND.search(row))
            self.read[key] = _named(row) if due and not _COMES_IN.search(row) else frozenset()
        return self.read[key]

    def _goes_back(self, figure: Figure) -> bool:
        """Whether an amount is told of by a pronoun, or its sentence begins with a figure and names nothing."""
        if self.opened is None:
            starts = {span.start: at for at, span in enumerate(self.story.sentences)}
            self.opened = frozenset(starts[one.start] for one in self.story.figures if one.start in starts)
        told = figure.sentence in self.opened or _BACKWARDS.search(spaced(figure.lead.split()[-_NEAR:]))
        return figure.sentence > 0 and bool(told)

    def _ends(self) -> dict[str, int]:
        if self.last is None:
            rows = ((at, self._row(at)) for at in range(len(self.story.sentences)))
            self.last = {word: at for at, row in rows if _tells_an_end(row) for word in _named(row)}
        return self.last

    def _row(self, sentence: int) -> str:
        span = self.story.sentences[sentence]
        return spaced(words_of(self.story.text[span.start : span.end]))


def _named(row: str) -> frozenset[str]:
    """The words of a sentence that may name a thing, of several as of one."""
    return frozenset(map(singular, things_in(row.split())))


def _own(figure: Figure) -> str:
    """The words of a sentence from the figure before to the one behind."""
    return spaced(figure.before).rpartition(" . ")[2] + " " + spaced(figure.after).partition(" . ")[0]


def _tells_an_end(row: str) -> bool:
    return bool(_ENDS.search(row)) and not (_UNREAL.search(row) or _AGAIN.search(row))
