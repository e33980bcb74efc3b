"""Sums as polished answers tell them in passing, and figures beside them that are none; see ``test_sums_told.py``."""

from __future__ import annotations

WRONG = {
    "shared out, by the name of those who get it": (
        "We packed 84,000 labels in six crates, about 16,000 a crate. Nobody complained.", "16,000", 14_000.0
    ),
    "shared out per person": (
        "Triage desk, notes.\n\n30 clerks handle 4,500 forms a week = 170 per person. Errors: 6%.", "170", 150.0
    ),
    "the same again by another stretch of time": (
        "The clinic turned away 360 callers a quarter, so 100 a month, and nobody had counted them.",
        "100 a month", 120.0,
    ),
    "a fraction right behind what was and what is": (
        "A loan went from 20 days to three, a quarter. The branches noticed.", "a quarter", 15.0
    ),
    "a month in place of another": (
        "The scanner came in September instead of May, five months later.", "five months", 10_368_000.0
    ),
    "a month sooner than another": (
        "The wards had it in February, six months sooner than June.", "six months", 10_368_000.0
    ),
    "both months in full": (
        "The audit kept us from the start of March to the end of June, three months.", "three months", 10_368_000.0
    ),
    "a part of the original number": (
        "Of the original 480 tickets, printing alone had made up 120, forty percent; the rest was old.",
        "forty percent", 25.0,
    ),
    "what is told in place of another": (
        "The text asks the tenant to look it up, and only 42 days later, instead of 21, a letter would go out. "
        "Five weeks more for the tenant, and in most cases no letter at all.",
        "Five weeks", 1_814_400.0,
    ),
    "a price named again without its thousands": (
        "A tram costs four hundred and eighty thousand a year. We said no to that. We looked at the doors. It helped. "
        "They had wanted eleven of them, so eleven times four "
        "eighty, that's six point two million a year.",
        "six point two million a year", 5_280_000.0,
    ),
    "what went, out of all there were": (
        "We got rid of 300 manual counts a week out of 400, that is 85% fewer.", "85%", 75.0
    ),
    "what is told of each, for all of them": (
        "A scan used to take nine minutes and took four, so five minutes less. On 24,000 scans that is 1,700 hours.",
        "1,700 hours", 7_200_000.0,
    ),
    "a part is so many percent": (
        "Delivery was on time in five towns. Five of eight is 75 percent, a good year.", "75 percent", 62.5
    ),
    "an amount over some years": (
        "The lease came to $4.8 million over three years, so $2.1 million a year.", "$2.1 million a year", 1_600_000.0
    ),
    "what stayed of a part": (
        "She shut 17 of the 21 lanes, three stayed because the mayor asked for them.", "three", 4.0
    ),
}  # fmt: skip
RIGHT = {
    "shared out, by the name of those who get it": (
        "We packed 84,000 labels in six crates, 14,000 a crate. Nobody complained.", "14,000"
    ),
    "groups of so many": ("I had 24 drivers in three crews of 8 each, and one van too few.", "8"),
    "the same again by the month": (
        "The clinic turned away 360 callers a quarter, 120 a month, and nobody had counted them.", "120 a month"
    ),
    "what comes once a year, by the month": (
        "There were 36,000 badges, renewed every year, so 3,000 a month, and each took an hour.", "3,000 a month"
    ),
    "a fraction right behind what was and what is": (
        "A loan went from 20 days to five, a quarter. The branches noticed.", "a quarter"
    ),
    "a month in place of another": ("The scanner came in September instead of May, four months later.", "four months"),
    "a month when it was promised": (
        "It was not there until October, when it had been promised for August, two months later.", "two months"
    ),
    "what is told of each, for all of them": (
        "A form costs us eleven minutes. Across 30,000 forms that is 5,500 hours.", "5,500 hours"
    ),
    "an amount over some years": (
        "The lease came to $4.8 million over three years and was up for renewal. $1.6 million a year was too much.",
        "$1.6 million a year",
    ),
    "a number by the month at a price": (
        "We were replacing thirty four thousand a month, each shop has nine thousand, and one is about two dollars "
        "ten, so that's seventy one thousand dollars a month.",
        "seventy one thousand dollars a month",
    ),
    "late by the date that was given": (
        "She gave me until the first of July. We began on 4 February, with ten people. We were done on 17 June, "
        "two weeks early.",
        "two weeks",
    ),
    "both months in full": (
        "The audit kept us from the start of March to the end of June, four months.", "four months"
    ),
    "what is left of a part of ten": (
        "The merger cost me three nurses of ten, so I worked with seven. Some left later.", "seven"
    ),
    "the rest, behind a percent": (
        "There were 60 calls, of which 54 were answered in time, 90%. The remaining six went to the officer.", "six"
    ),
    "so many in each": (
        "We chose five depots, and weighed 300 boxes in each on Fridays. 1,500 weighings a week.", "1,500 weighings"
    ),
    "so many apiece behind an amount": (
        "In the first year the 4,000 desks we rented out brought €640,000, or €160 apiece; the plan had said €190.",
        "€160",
    ),
    "a part in a whole": (
        "the faults went from three hundred in six thousand so that's five percent down to almost none", "five percent"
    ),
}  # fmt: skip
SILENT = {
    "a goal of one unit": (
        "a refund had to be there within the minute. we measured it, at twenty seconds a scan took forty six seconds, "
        "it was twenty nine before, so fourteen seconds inside the minute"
    ),
    "a number divided by the next": (
        "we closed twelve hundred a day and the pile went down by four hundred a day and so eight thousand over four "
        "hundred you'd think twenty days and it was more"
    ),
    "people beside amounts": (
        "A member who leaves spends $12 a month and not $30, $18 less every month, and 15 percent more people "
        "would stay."
    ),
    "half as much again": "It is €3,000 for the new vans and used to be €4,500, half as much again.",
    "put right at once": "Returns were at 44 percent and then at 39. So five percent lower, or points, to be exact.",
    "what all of them are worth": (
        "Of the 120 tenants, 114 stayed and 6 left; those six were worth $90,000 a year. Against that we save $480,000 "
        "a year."
    ),
    "a price that became another": (
        "A hire cost us $14,000, and now it's $9,500. Across 24 people that is $108,000, or so I told the board."
    ),
    "others that came since": "41 of the 44 are planners today.\n\n2 more ports have joined since.",
}
