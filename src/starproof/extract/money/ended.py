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

_PAID = Seldom(
    r" (?:paid|pays?|paying|costs?|costing|invoices?|bills?|billed|fees?|licen[cs]es?|rent|rented|contract|"
    r"contractors?|agency|"
    r"agencies|outsourced|standing order|subscription|premium|overtime|retainer|budget|lease|maintenance|upkeep|"
    r"renewed|used to (?:leave|go|spend|pay|cost)|went out|fines?|fined|penalt(?:y|ies)|surcharges?) "
)
"""In the sentence of an amount that recurs, these make it what somebody pays."""
_THREATENED = Seldom(
    r" (?:would have (?:cost|meant|been)|would (?:cost|mean|be)|could (?:fine|cost|charge|be)|hanging over|was due|"
    r"were due|"
    r"due in|threatened|announced|faced|facing|on any|if (?:we|it|they|i|that|one)|unless|"
    r"(?:plan|idea|proposal) (?:\S+ ){0,5}?was to) "
)
"""In the sentence of an amount that comes once, these make it what would have to be paid."""
_DEMAND = Seldom(
    r" (?:fines?|fine[ds]|penalt(?:y|ies)|surcharges?|damages|compensation|refunds?|levy|clawback|fee|fees|deposit|"
    r"hire|"
    r"rent|buy|lease|upgrade|extension|claims?|settlement) "
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
_ENDS = Seldom(
    r" (?:last|final) (?:invoice|bill|payment|cheque|check|instal?ment) (?:came|was|arrived|went|is)|"
    r" (?:we|i|they|and|regulator|ministry|city|insurer|customer|client|director|finance) "
    r"(?:then |have |has |had )?(?:cancell?ed|terminated|dropped|waived|scrapped|withdrew|lifted|gave notice (?:on|to)|"
    r"did not renew|never renewed|switched off|closed) |"
    r" (?:let|letting) (?:[a-z'-]+ ){1,4}(?:lapse|expire|run out|go) |"
    rf" (?:never|not) (?:[a-z]+ )?(?:came|fell due|arrived|levied|imposed|charged|due|hired|bought|rented|ordered|"
    rf"posted|issued) |"
    rf" {_WAS} (?:[a-z]+ )?(?:not|never) (?:[a-z]+ )?(?:levied|imposed|charged|due|hired|bought|rented|paid|issued|"
    rf"renewed) |"
    rf" (?:{_WAS} |has |have )(?:now |since |all |been |then )*{_STOPPED} |"
    r" (?:reads?|is|are|stands at|shows) (?:now |at )?(?:zero|nil|nothing|empty) |"
    rf" not (?:a|one) (?:single )?{_COIN} (?:of|has|was|fell|went)|"
    r" there (?:was|were|has been|have been) (?:no|never a|not one) |"
    r" no longer (?:gets?|receives?|sends?|bills?|charges?|invoices?|goes|exists?) |"
    r" (?:have|has|had) (?:not|never) (?:had|paid|seen|received|sent|got|written) (?:one|any|it|them|that|anything|"
    r"another)(?: [a-z]+)? since "
)
"""In a later sentence, these say that something ended, or never came."""
_UNREAL = Seldom(r" (?:if|unless|would|could|might|should|whether|wanted|planned|until|asked|plan|will|threatened) ")
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

    def ended(self, figure: Figure) -> bool:
        """Whether a later sentence tells that what an amount is paid for came to an end."""
        if not 0 <= figure.sentence < len(self.story.sentences):
            return False
        key = (figure.sentence, bool(period(figure.quantity)), self._goes_back(figure))
        if key not in self.read:
            self.read[key] = self._about(*key)
        about = self.read[key]
        return bool(about) and any(self._ends().get(word, -1) > figure.sentence for word in about)

    def _about(self, sentence: int, recurs: bool, goes_back: bool) -> frozenset[str]:
        """The words that may name what is paid for; none where no sentence says that it is, or may have to be."""
        row = (self._row(sentence - 1) if goes_back else " ") + self._row(sentence)
        due = _PAID.search(row) if recurs else _THREATENED.search(row) and _DEMAND.search(row)
        return things_in(row.split()) if due else frozenset()

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
            self.last = {word: at for at, row in rows if _tells_an_end(row) for word in things_in(row.split())}
        return self.last

    def _row(self, sentence: int) -> str:
        span = self.story.sentences[sentence]
        return spaced(words_of(self.story.text[span.start : span.end]))


def _tells_an_end(row: str) -> bool:
    return bool(_ENDS.search(row)) and not (_UNREAL.search(row) or _AGAIN.search(row))
