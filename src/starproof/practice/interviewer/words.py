"""Words by which it is told whether a choice, an objection, a setback or an outcome is one to be asked about."""

from __future__ import annotations

import re

OURS = re.compile(r"(?:i|we)\b", re.IGNORECASE)
CHOSE = re.compile(
    r"\s*(?:(?:and|so|but|then|well|um|uh|okay|yeah|now|first|also|anyway) ){0,3}(?:i|we)\b", re.IGNORECASE
)
UNDER = re.compile(
    r"\b(?:when|if|that|which|what|before|after|because|than|whether|once|until|as|since|who|where|how)\s*$",
    re.IGNORECASE,
)
"""Words after which a choice is told in passing."""
ASKED = re.compile(
    r"\b(?:do|did|should|shall|can|could|would|whether|if|had) (?:i|we)\b|\b(?:i|we) would\b|\bwould be\b|\?",
    re.IGNORECASE,
)
"""Words that weigh a choice and do not make it."""
OBJECTED = re.compile(
    r"\b(?:against|object\w*|oppos\w*|refus(?:ed|es|ing)|disagree\w*|push(?:ed)? ?back|resist\w*|reluctan\w*|"
    r"s[ck]eptic\w*|"
    r"said no|insist\w*|protest\w*|hated|vetoed|did(?:n't| not) (?:want|like|agree))\b",
    re.IGNORECASE,
)
"""Words of somebody who stood against it and will have had a reason."""
FOUGHT = re.compile(
    r"\b(?:conflict\w*|argued|arguing|arguments?|fight|fought|shouted|shouting|threatened|complained|escalated|tension|"
    r"quarrel\w*|clashed|blamed|walked out|disputed?|crying|cried|not speaking|stopped speaking)\b",
    re.IGNORECASE,
)
"""Words of a fight."""
BROKE = re.compile(
    r"\b(?:fail\w*|wrong|broke\w*|crash\w*|lost|worse|roll(?:ed)? back|rollback|went down|miss(?:ed|es)|late|"
    r"mess|disaster\w*|"
    r"disappoint\w*|nothing (?:happened|worked|moved)|backfire\w*|flop\w*|outages?|bugs?|quit|resigned|collapsed?|died|"
    r"slipped|rejected|stuck|blew|too (?:slow|late)|setbacks?|corrupt\w*|leak\w*|terrible|badly|awful|"
    r"fell (?:apart|over))\b",
    re.IGNORECASE,
)
"""Words of something that went wrong."""
ERRED = re.compile(
    r"\b(?:mistakes?|wrong|should(?:n't)? have|failed|missed|forgot\w*|underestimat\w+|overestimat\w+|"
    r"overlooked|(?:had|have) ?n(?:o|')t (?:checked|tested|asked)|never (?:checked|asked|tested)|misjudged|"
    r"misread|too late|error)\b",
    re.IGNORECASE,
)
"""Words of an error that is owned."""
SOMEBODY = re.compile(r"\b(?:he|she|they|him|her|them|his|their|nobody|everybody|everyone)\b", re.IGNORECASE)
DENIED = re.compile(r"\b(?:no|never|without|not|hardly any|always|usually)\b|n't\b", re.IGNORECASE)
"""Words by which nothing went wrong."""
SUPPOSED = re.compile(r"\b(?:if|whether|unless)\b", re.IGNORECASE)
"""Words of an error that may not be one."""
ALONG = re.compile(r"\bwent with (?:\d|one|two|three|four|my|our|him|her|them|a few)\b", re.IGNORECASE)
"""Going somewhere with somebody, which is no choice."""
NOBODY = re.compile(
    r"\b(?:nobody|no one|none|anybody|anyone|never|without|(?:customers|users) hated|i (?:did|do)(?:n't| not)|"
    r"(?:did|does) (?:any\w*|some\w*|he|she|they|you|it))\b|\?",
    re.IGNORECASE,
)
"""Words of an objection that was asked after, or that nobody made."""
MOVED = re.compile(
    r"\b(?:down|up|fell|rose|dropped|grew|cut|reduced|increased|improved|saved|faster|slower|fewer|less|more|better|"
    r"higher|lower|went|halved|doubled|gained|lost|shrank|decreased|reduction|increase|improvement|savings?|growth)\b",
    re.IGNORECASE,
)
"""Words of something that moved, for the better or not."""
