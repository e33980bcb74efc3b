"""Words by which it is told that something was said: a reason, a date, where a figure comes from."""

from __future__ import annotations

import re

from starproof.core.months import IN_FULL, MONTHS


def words(pattern: str) -> re.Pattern[str]:
    """Whole words, in capitals or not."""
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


FROM_TO = re.compile(r"\bfrom\s[^.;!?\n]{1,60}?\s(?:down |up |all the way )?to\s", re.IGNORECASE)
BEFORE = words(
    r"before|originally|used to|previously|formerly|at the start|started (?:at|from|out)|had been|it was|they were|"
    r"we were at|up from|down from|instead of|baseline|beforehand|at first|the year earlier|until then|against|versus|"
    r"compared (?:to|with)|earlier|prior"
)
NUMERAL = words(
    r"\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|thousand|million|half|a third|a quarter|zero|none|dozen|double|twice"
)
WHEN = words(
    rf"{IN_FULL}|"
    r"q[1-4]|(?:19|20)\d\d|spring|summer|autumn|winter|christmas|easter|new year|"
    r"(?:day|week|month|quarter|year|sprint|season)s?|annual(?:ly)?|yearly|monthly|weekly|daily|overnight|"
    r"yesterday|today|weekend|so far|in total|altogether|once|one[- ]off|ever since|a time"
)
DATE = words(
    rf"{'|'.join(month for month in MONTHS if month != 'may')}|"
    r"(?:in|by|since|last|this|until) may|q[1-4]|(?:19|20)\d\d|spring|summer|autumn|winter|christmas|easter|"
    r"yesterday|today|(?:last|this|next|following|first|second|third|fourth) (?:week|month|quarter|year)|"
    r"(?:days?|weeks?|months?|quarters?|years?) (?:ago|later|after|afterwards|on|before|earlier|since)|"
    r"(?:twenty|nineteen) (?:twenty|nineteen|eighteen|seventeen|sixteen|fifteen|ten|ninety|\w+teen)|"
    r"(?:took|within|after|over|for|lasted) (?:\w+ ){1,3}(?:days?|weeks?|months?|quarters?|years?)"
)
SOURCE = words(
    r"measured|counted|calculated|tracked|audit\w*|finance|controllers?|controlling|accounting|accountants?|analy\w+|actuar\w+|figured|"
    r"data (?:team|scien\w+|warehouse)|surveys?|dashboards?|telemetry|logs?|logged|ledgers?|monitoring|metrics?|"
    r"according to|reckoned|estimate[ds]?|confirmed|verified|reported|came from|comes from|based on|"
    r"numbers? (?:is|are|was|were) from|figures? (?:is|are|was|were) from|spreadsheet|statistics|"
    r"tool(?:s|ing)?|system (?:said|says|shows?|showed)|benchmarks?|invoices?|signed off|checked|"
    r"looked (?:it )?up|pulled|quer(?:y|ied)|records?|recorded|sampl\w+|trial|experiment|a/b"
)
ELSE = words(
    r"control group|a/b|nothing else|everything else|anything else|something else|other (?:things|factors|changes|"
    r"causes|reasons|teams)|partly|in part|part of (?:it|that|the)|share of|some of (?:it|that|the)|helped|"
    r"year[- ]over[- ]year|like[- ]for[- ]like|seasonal\w*|season|same (?:week|month|quarter|season|period)|"
    r"coinciden\w*|also changed|at the same time|without (?:us|it|that|me|my|the)|anyway|on its own|attribut\w+|"
    r"due to|thanks to|confound\w*|would have|isolat\w+"
)
_DEED = (
    r"(?:'ve|'d| have| had)? (?:then |also |just |personally |myself |even |first |finally |really |actually |never |"
    r"only |immediately |simply |deliberately |quickly |always ){0,2}(?!(?:needed|wanted|learned|learnt|realised|"
    r"realized|noticed|loved|hoped|expected|believed|joined|used|liked|tried|felt|received|inherited|worked|supported|"
    r"helped|agreed|worried|remembered|managed|enjoyed|mentioned|participated|attended|assumed|feared)\b)"
    r"(?:[a-z]{2,20}ed|wrote|drew|told|went|took|made|put|cut|set|sat|ran|brought|built|chose|gave|got|found|held|led|"
    r"sent|met|spoke|split|said|shut|began|rang|read|redid|rewrote|spent|stood|taught|withdrew|kept|let|left|bought|"
    r"sold|dug|did|won|threw|paid)"
)
"""What follows on "I" where somebody did something, and did not merely want or feel it."""
SELF = words(rf"(?<!as )(?<!like )i{_DEED}")
OWN = words(
    rf"{SELF.pattern}|my (?:call|decision|part was|own part|job was|idea|contribution|role was)|"
    r"i was the one|i myself|(?:was|were|by|from) me|mine was"
)
MINE = words("i|my|me")
WOULD = words("would|could|should|will|can|must|might")
SLIGHT = (" got", " left", " had", " said")
"""Ends of deeds that are too slight to ask what would have been without them."""
DONE = words(rf"(?:i|we|they|he|she){_DEED}")
REASON = words(
    r"because|since|so that|in order to|otherwise|as long as|which meant|rather than|instead of|why|reason\w*|"
    r"given that|meant that|that way|due to|to (?:avoid|keep|protect|make sure|save|get|stop|prevent|show|win|"
    r"reduce|free|give)|if (?:we|i|they|it|nobody|you)|cause|as (?:it|we|they|the|i) (?:was|were|had|would|could)|"
    r"would have|thought|believed|figured|felt|knew|saw that|"
    r"wanted|needed|could not|couldn't|too (?:\w+) to|so (?:we|i|the|it|they)|therefore|hence|for the sake"
)
OTHER_WAY = words(  # of a refusal, what was refused is the other way
    r"instead|rather than|options?|alternatives?|could have|other (?:way|choice|option|possibility|candidate|plan|"
    r"approach|route)|either|or (?:we|to|i|buy|build|keep|wait)|considered|weighed|versus|compared|"
    r"choice (?:was|between)|"
    r"between|plan b|on the table|ruled out|rejected|looked at|otherwise|the other|"
    r"(?:said|told (?:him|her|them)) no|declined|turned (?:it|that|him|her|them) down"
)
COST = words(
    r"cost(?:s|ing)?|gave up|give up|giving up|given up|lost|losing|at the expense|sacrific\w+|paid (?:for|with|by)|"
    r"the price|delay\w*|dropped|postpon\w+|cancel\w+|trade|trade-off|tradeoff|in exchange|"
    r"meant (?:that|no|not|less|accepting|losing|fewer)|accepted (?:that|the)|angry|unhappy|disappoint\w+|upset|hurt|"
    r"painful|had to (?:wait|stop|accept|go|live|do without)|missed|unpopular|complain\w*|pushed back|"
    r"(?:weeks?|months?|days?) (?:later|late)|fewer|slower|for free|nobody liked|did without"
)
RESOLVED = words(
    r"agreed|agree|agreement|in the end|eventually|finally|settled|resolved|came (?:round|around|to)|convinced|"
    r"persuaded|"
    r"compromis\w+|accepted|signed|backed down|gave in|gave way|relented|we (?:decided|landed)|decided|overruled|"
    r"disagree and commit|committed|escalated|won (?:him|her|them)|understood|changed (?:his|her|their|my) mind|"
    r"on board|approved|afterwards|thanked|apologi[sz]ed|made up|shook hands|now (?:he|she|they)|"
    r"(?:he|she|they) (?:said|told|took|let|left|gave|still|stayed|withdrew|joined|wrote|asked)|offered|deal|bargain|"
    r"trial|pilot|experiment|showed (?:him|her|them)|listened|sat down|talked|went (?:with|to|back)|conceded|dropped|"
    r"let (?:him|her|them|it|me|us)|met (?:with|him|her|them)?|asked|invited|took|brought|proposed|promised|told"
)
LESSON = words(
    r"learn\w*|lesson\w*|next time|differently|would (?:now|have) |in hindsight|looking back|should(?: have|[’']ve)|"
    r"shouldn't have|"
    r"could have|regret\w*|mistake\w*|since then|ever since|from then on|these days|now i|i now|nowadays|today i|"
    r"taught me|i stopped|i no longer|i'd (?:do|start|ask|have|go)|i would (?:do|start|ask|go|not)|underestimated|"
    r"changed how i|wish i|takeaway|took away|realised|realized|i always|i never"
)
STAKES = words(
    r"otherwise|at stake|at risk|risk\w*|threaten\w*|los(?:e|ing|s|t)|deadline|penalt\w+|fines?|matter\w*|important|"
    r"would have|would (?:lose|cost|miss|leave|mean)|cost\w*|complain\w*|churn\w*|revenue|customers?|pressure|"
    r"urgent\w*|"
    r"pay|paid|compensation|refund\w*|expensive|wast\w*|angry|furious|late|delay\w*|suffer\w*|outage\w*|incident\w*|"
    r"critical|depend\w*|worst|danger\w*|fail\w*|crisis|money|could not|couldn't|danger|waiting|unhappy|broke\w*"
)
PEOPLE = words(
    r"customers?|users?|clients?|patients?|merchants?|drivers?|teams?|engineers?|colleagues?|people|staff|"
    r"department\w*|"
    r"partners?|nurses?|doctors?|agents?|analysts?|developers?|managers?|sales|finance|support|operations|legal|"
    r"operators?|dispatchers?|students?|teachers?|families|passengers?|everyone|everybody|company|organi[sz]ation"
)
SCOPE = words(
    r"team of|engineers?|reports?|people|squads?|teams|budget|responsible|owned|in charge|i (?:ran|run|led|lead|"
    r"managed|"
    r"manage|headed|head)|my (?:team|group|department|org|squad|people|manager)|director|head of|developers?|"
    r"testers?|analysts?|headcount|staff"
)
SIGNS = words(
    r"should(?: have|[’']ve) (?:seen|known|told|noticed|asked|checked)|sign\w*|warning\w*|warned|noticed|ignored|"
    r"overlooked|missed|"
    r"could have seen|told me|nobody (?:saw|told|asked)|never (?:saw|asked|checked)|assumed"
)
ARGUMENT = words(
    r"argument|argued|(?:his|her|their) (?:point|concern|worry|fear|view|reason\w*|case|side)|because (?:he|she|"
    r"they|it)|"
    r"(?:was|were) right|fair point|had a point|afraid|feared|worried|believed|thought|reason\w*|he (?:said|felt)|"
    r"she (?:said|felt)|they (?:said|felt)|objection was|insisted"
)
HELD = words(
    r"still|since|to this day|these days|ever since|since then|today|holds?|held|stayed|remains?|remained|lasted|"
    r"years? (?:on|later|after)|months? (?:on|later|after)|a year|until now|came back|standard|went back|kept"
)
USED = words(
    r"since then|ever since|last (?:week|month|year|quarter|spring|summer|autumn|winter)|this (?:week|month|"
    r"year|quarter)|"
    r"now i|i now|again|next project|after that|from then on|every (?:\w+ )?(?:time|project|quarter|week|month)|"
    r"these days|nowadays|recently|always|twice|later"
)
DOUBT = words(
    r"error|margin|noise|noisy|sampl\w+|caveat|double[- ]count\w*|rough\w*|estimate\w*|approximat\w*|could be|might be|"
    r"may be|not exact\w*|uncertain\w*|confidence|bias\w*|checked|verified|audit\w*|about right|order of magnitude|"
    r"cross-check\w*|reconcil\w*"
)
CORRECTED = words(
    r"right|correct\w*|misspoke|sorry|mistake|mixed up|actually|i meant|meant to say|should be|it is|it's|it was|"
    r"round\w*|wrong|both|different|includes?|excluding|exactly"
)
