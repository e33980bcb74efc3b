"""What others do who take part: they give way, change what is theirs, give something, or do it along with the teller.

Words alone do not tell: "put her foot down" and "sent her complaint" begin as "put her best clerk on it" does. What is
given or changed has to be theirs, or to go to the teller's side.
"""

from __future__ import annotations

SOON = r"(?:then\s|also\s|even\s|finally\s|soon\s|later\s|duly\s|at\slast\s|himself\s|herself\s|both\s)?"
"""What may stand between somebody and the deed."""
_CHANGED = (
    r"(?:changed?|cut|drop(?:ped)?|gave(?:\sup)?|moved?|rewrote|loosen(?:ed)?|adapt(?:ed)?|reversed?|scrap(?:ped)?|"
    r"halved?|trim(?:med)?|shorten(?:ed)?|shift(?:ed)?|lift(?:ed)?|open(?:ed)?|switch(?:ed)?|merged?|stop(?:ped)?|"
    r"retired?|rebuilt|redrew|relax(?:ed)?|waived?|swap(?:ped)?|hand(?:ed)?|shared?|split|reorder(?:ed)?|tore\sup|"
    r"threw\s(?:out|away)|took\sdown|put|sent|brought|lent|freed?|train(?:ed)?|let\sgo\sof)"
)
"""In the past, or with its ending lost."""
_NO_GIFT = (
    r"(?!foot|feet|temper|voice|badge|notice|resignation|complaint|objection|doubt|boss|director|job|desk|coat|face|"
    r"reasons?\b|name\b|excuse|refusal|anger|money\b|car\b)"
)
_OF_OWN = rf"{_CHANGED}\s(?:up\s|out\s|off\s)?(?:his|her|their|its)\s(?:own\s)?{_NO_GIFT}"
"""Somebody changes or gives what is theirs: "cut his list from thirty to nine"."""
_GRIEF = (
    r"(?![^.;:!?]{0,50}\b(?:late|wrong|useless)\b)"
    r"(?!\s(?:the\s)?(?:cold|hell|grief|no|none|nothing|trouble|down|up|off|wait|an?\s(?:lecture|list\sof|hard\stime|cold|"
    r"angry|cross|long\smail|look)))"
)
_FOR_US = (
    r"(?:sat|tested|planned|checked|ran|tried|reviewed|rehearsed|practised|practiced|trained)\s(?:\w+\s){0,3}?"
    r"(?:with|beside|against|for)\s(?:us|me|ours|mine|my|our)\b|"
    rf"(?:showed|taught|helped|sent|gave|lent|let|brought|opened)\s(?:us|me|my|our|ours)\b{_GRIEF}|"
    r"let\s(?:it|them)\s(?:run|pass|through|go\sahead|in)\b|"
    r"(?:tried|tested|adopted|copied)\s(?:it|them|ours)\b|"
    r"(?:was|were)\s(?:won\sover|persuaded|convinced|on\sboard)\b|(?:has|have)\s(?:since\s)?(?:taken|adopted|copied)\b"
)
_GIVES = (
    r"said\s(?:ok|okay|yes|fine|all\sright|alright|we\scould\stry)|agreed?|accept(?:ed)?|came\s(?:round|along|with)|"
    r"(?:cut|dropped|changed|moved|rewrote|opened|reversed|stopped)\s(?:it|that|this|the|one|two)\b|"
    r"(?:gave|lent|sent|freed|put)\s(?:two|three|one|four|five|half|an?\s(?!stop|halt|end|lecture|list|hard|cold|angry|"
    r"cross|long|mail|veto|no\b|block))|took\s(?:it|this|that|on|over)\b(?!\s(?:badly|hard|ill|personally|as\san))|"
    r"signed|joined|backed|helped|built|wrote\s(?!to\b)|now\s(?!had|was|said|wanted)[a-z]+s\b"
)
TAKES_PART = rf"(?:{_OF_OWN}|{_FOR_US}|{_GIVES})"
"""The deeds of one who takes part, straight behind who it is; matched without regard to case."""
