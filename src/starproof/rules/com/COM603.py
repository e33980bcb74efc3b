"""COM603: technical detail crowds out the effect."""

from __future__ import annotations

from starproof.core.context import StoryContext
from starproof.rules.base import Verdict, red_flag
from starproof.rules.flagging import cleared, due, spoken, too_short


@red_flag("COM603", "jargon", severity="note")
def jargon(context: StoryContext) -> Verdict:
    """Somebody outside the speciality could not follow.

    Rationale:
    The interviewer may come from another field, and the bar raiser often does. What they need is what changed for
    whom; each term that they must look up costs a sentence of attention.

    Weak:
    Our parcel tracking was slow. I was responsible for two teams. We moved the event store to a partitioned Kafka
    topic with compaction, put RocksDB behind the Flink operators, replaced the ORM's N+1 selects by a CTE with a
    covering index, and tuned the GC pauses of the JVM with ZGC. I postponed the mobile app for it, which marketing
    minded. p99 went from 4 s to 300 ms.

    Stronger:
    Our parcel tracking was slow: a driver at the door waited four seconds for an address. I was responsible for two
    teams. They moved the events to a store that keeps only the latest state of each parcel. I postponed the mobile
    app for it, which marketing minded. The address now comes at once, and each driver delivers six parcels a day
    more.

    Limits:
    Terms are told by their look and by what was learned from other stories, so the slang of a new field may pass and a
    harmless product name may count.
    """
    short = too_short(context)
    if short is not None:
        return short
    if due(context, "jargon"):
        because = "Technical detail crowds out what changed for the business; an outsider could not follow this."
        return Verdict("raised", because, spoken(context, "jargon"))
    return cleared(context, "jargon", "An outsider can follow it.", "business-effect")
