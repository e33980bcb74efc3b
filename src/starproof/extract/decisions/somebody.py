"""Patterns for somebody who may have a view of their own: a role, a function, a name."""

from __future__ import annotations

from starproof.parse.words import CAPITAL, SMALL

SOMEBODY = (
    r"(?:(?:(?:(?:my|our|his|her|their|the|one|a|two|three|some|most|both)\s(?:of\s(?:my|our|the|his|her)\s)?|"
    r"(?:(?<=and\s)|(?<=but\s)|(?<=that\s)|(?<=,\s)|(?<=so\s))(?=[a-z][\w-]{1,14}\s(?:manager|boss|director|leads?|head|chief|owner|"
    r"president|board|foreman|supervisor|team|partner|client|supplier|vendor|planner|engineer|developer)s?\s))"
    r"(?:[a-z][\w-]{1,14}\s){0,2}"
    r"(?:manager|boss|director|lead|leads|head|chief|owner|president|chair(?:wo)?man|board|council|union|works council|"
    r"colleagues?|peers?|team|engineers?|developers?|architects?|designers?|planners?|managers|directors|seniors?|"
    r"foreman|supervisors?|captains?|drivers|nurses|teachers|operators|technicians|clerks|"
    r"[a-z]{2,12}(?:ger|ner|ler|ter|der|tor|sor|ist|ant|ian)s?|"
    r"partner|client|sponsor|vendor|supplier|regulator|auditors?|inspector|founder|vp|ceo|cto|cfo|coo|cio)"
    r"(?:\s(?:of|for)\s[\w-]{2,14}(?:\s[\w-]{2,14})?)?)|"
    r"(?:sales|finance|legal|marketing|procurement|product|operations|compliance|security|purchasing|hr|accounting|"
    r"engineering|support|design))"
)
NAMED = rf"(?-i:[{CAPITAL}][{SMALL}]{{1,14}}(?:-[{CAPITAL}{SMALL}]{{2,14}})?)"
NO_NAME = (
    r"(?!(?-i:The|They|This|That|These|Those|There|Then|Some|Most|Many|Nobody|Everybody|Everyone|Somebody|Someone|"
    r"Each|Both|All|Who|What|Which|Where|When|While|And|But|She|You|Our|His|Her|Their|People|None|Customers|Users|"
    r"Only|Neither|Even|Still|Also|Yet|So|We|It|He|One|Two|Three|Half|Others?|In|At|On|If|My|No|By|To|As|Of|Or|Is)\b)"
)
SUBJECT = rf"(?:\b{SOMEBODY}|\b{NO_NAME}{NAMED}(?:\s{NAMED})?)(?:,[^,;:.!?]{{2,40}},)?"
