"""Whether people are a whole firm, which says where the teller works and not whom they lead."""

from __future__ import annotations

import re
from itertools import dropwhile, pairwise

from starproof.extract.text.counted import Counted
from starproof.extract.text.words import words

_HAS = frozenset(["has", "had", "have", "employs", "employed", "counts"])
_SORTS = frozenset("saas ecommerce e-commerce marketplace insurer retailer scaleup scale-up start-up telco".split())
_TRADES = "tech"
"""Behind the trade of a firm: "fintech", "insurtech", "medtech"."""
_WITH = frozenset("with about around roughly some approx circa ca at".split())
"""Words between a firm and its size."""
_ANYBODY = frozenset("person people ppl employee staff fte headcount".split())
"""Who is counted in a firm; those of a trade, "a startup, eight engineers", may be the teller's."""
_HEADED = frozenset("ran run running founded lead led leading manage managed managing head headed own my our".split())
_TO_ME = frozenset(["me", "us"])
_SUPPLIER = (
    r"(?:couriers?|carriers?|suppliers?|vendors?|(?:sub)?contractors?|haulers?|hauliers?|agents|resellers?|installers?|"
    r"caterers?|cleaners?|movers?|printers?|manufacturers?|subcontracting|outsourcers?)"
)
_HIRING = re.compile(
    r"\b(?:hir(?:e|ed|ing)|contracted|subcontracted|engag(?:e|ed|ing)|commissioned|outsourced\sto|tendered\sto|"
    r"contracts?\s(?:with|to|from)|paid|paying|bought\s(?:it\s|them\s)?from|rented\s(?:it\s|them\s)?from|quotes?\sfrom|"
    r"offers?\sfrom|bids?\sfrom)\s(?:(?:the|all|up|to|only|about|some|our|these|those|another|other)\s){0,2}$",
    re.IGNORECASE,
)
_AS_SUPPLIER = re.compile(
    rf"(?:\s[\w’'-]+){{0,3}}?\s(?:as\s(?:our\s|the\s|its\s)?(?:\w+\s)?{_SUPPLIER}|(?:that|who|which)\s(?:\w+\s)?(?:deliver|supply|"
    rf"supplied|bid|quoted|competed)|(?:we|i)\s(?:had\s|have\s)?(?:hired|contracted|paid|engaged|commissioned))\b",
    re.IGNORECASE,
)


def is_firm(count: Counted) -> bool:
    """The firm and not the speaker's people: "a company of 200 people", "a 40-person startup", "fintech, ~400 ppl"."""
    firm = words("led", "firm")
    last = count.near(3)
    of_firm = bool(set(last) & firm) and bool({"of", *_HAS} & set(last)) and not _we_had(count)
    return of_firm or bool(set(count.next(2)) & firm) or _behind_firm(count)


def _we_had(count: Counted) -> bool:
    """Whether one who runs something says whom they had: "I was running the belts at a company we had six people"."""
    last = count.near(3)
    ours = any(one in ("we", "i") and two in _HAS for one, two in pairwise(last))
    return ours and not _HEADED.isdisjoint(count.before)


def _behind_firm(count: Counted) -> bool:
    """Whether the size of a firm stands straight behind it: "at a bank, 900 people", "a startup with 120 people"."""
    if count.noun not in _ANYBODY or not _TO_ME.isdisjoint(count.next(4)):
        return False
    back = tuple(dropwhile(_WITH.__contains__, reversed(count.near(6))))
    return bool(back) and _names_firm(back[0]) and _HEADED.isdisjoint(back[1:4])


def _names_firm(word: str) -> bool:
    if word in ("organisation", "organization"):  # which is the teller's own as often
        return False
    firms = words("led", "firm") | _SORTS | {"bank", "agency", "airline", "utility", "subsidiary"}
    return word in firms or (word.endswith(_TRADES) and len(word) > len(_TRADES))


def is_hired(before: str, after: str) -> bool:
    """Whether firms, by the words around them, do for pay what they are told: "hired five firms as couriers"."""
    return _HIRING.search(before) is not None or _AS_SUPPLIER.match(after) is not None
