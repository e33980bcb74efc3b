"""How long the app's pages take on a bank of 1,000 stories, how long a live review takes, and what pages weigh.

The app answers on a port of this machine; a time is what its client waits, of which the 95th percentile counts. The
weight of a page is that of its HTML and of every style and script that it loads, as sent. With --strict, a bar that is
missed ends with 1: 50 ms a page, 60 ms a live review, 300 kB.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn
from bench_bank import REVIEWED, Dealer, corpus, drafts
from options import parser

from starproof import api
from starproof.api.drafts import Drafts
from starproof.bank import Bank, open_bank
from starproof.core.bank import Draft
from starproof.core.document import Story
from starproof.web.app import create_app
from starproof.web.desk import Desk
from starproof.web.safety import Gate
from starproof.web.serving import LOCAL, listen

PAGE_MS, LIVE_MS, WEIGHT_KB = 50.0, 60.0, 300.0
LIVE_WORDS = 400
OTHERS = {
    "coverage": "/coverage",
    "loop": "/loop",
    "loop, choose a story": "/loop/hold?interviewer=Ana&principle=ownership",
    "questions": "/questions",
    "questions, match": "/questions/match?asked=When+did+you+stand+up+to+your+boss",
    "questions, after": "/questions/asked?question=Tell+me+about+a+failure",
    "progress": "/progress",
    "practice": "/practice",
    "practice, log": "/practice/log",
    "guide": "/guide",
    "guide, exemplar": "/guide/exemplars/CO-1",
    "guide, check": "/guide/check",
    "settings": "/settings",
    "api, coverage": "/api/v1/coverage",
}
"""Pages beside those of stories. What rests on all stories is worked out in the two requests that warm up."""
LOOP = {
    "name": ["Ana", "Bo", "Chidi", "Dana", "Eve"],
    "one": ["ownership", "dive-deep", "deliver-results", "customer-obsession", "earn-trust"],
    "two": ["customer-obsession", "hire-and-develop", "have-backbone", "ownership", "dive-deep"],
    "minutes": ["45", "45", "60", "45", "45"],
    "on": "2027-01-01",
}
_LINKED = re.compile(r'(?:href|src)="(/static/[^"]+)"')


@dataclass(frozen=True, slots=True)
class Measured:
    """One kind of request: milliseconds, and the page that came."""

    name: str
    bar: float
    times: tuple[float, ...]
    busy: float
    """Milliseconds of processor time a request, the client's among them: what counts where others use the machine."""
    page: str

    @property
    def p95(self) -> float:
        """What 95 of 100 requests do not exceed."""
        return sorted(self.times)[min(len(self.times) - 1, round(0.95 * len(self.times)))]


def about(words: int, texts: list[str]) -> str:
    """A text of the corpus of about so many words."""
    return min(texts, key=lambda text: abs(len(text.split()) - words))


def seeded(bank: Bank, stories: int) -> str:
    """Fill the bank; returns the id of a story of about 400 words."""
    told = corpus()
    bank.add_all(list(drafts(told, stories)))
    bank.refresh()
    return bank.add(Draft(about(LIVE_WORDS, [text for _, _, text in told]), id="measured", title="Measured")).id


@contextmanager
def served(desk: Desk) -> Iterator[httpx.Client]:
    """The app on a port of its own."""
    socket = listen("127.0.0.1", 0)
    port = socket.getsockname()[1]
    app = create_app(desk, Gate.at(LOCAL, port))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as client:
        yield client
    server.should_exit = True
    thread.join(10)


def requests(client: httpx.Client, bank: Bank, story: str) -> dict[str, tuple[float, Callable[[int], httpx.Response]]]:
    """What is measured, by name: its bar, and the request of a given turn."""
    text = bank.get(story).draft.text
    words = text.split(" ")
    chance = random.Random(7)
    other = bank.list(sort="title").next

    def get(path: str) -> Callable[[int], httpx.Response]:
        return lambda _: client.get(path, headers={"accept": "text/html"})

    def live(turn: int) -> httpx.Response:
        place = chance.randrange(len(words))
        typed = " ".join([*words[:place], f"then{turn}", *words[place:]])
        return client.post(f"/stories/{story}/live", data={"text": typed, "revision": "1"})

    def unchanged(_: int) -> httpx.Response:
        return client.post(f"/stories/{story}/live", data={"text": text, "revision": "1"})

    return {
        "today": (PAGE_MS, get("/")),
        "stories": (PAGE_MS, get("/stories")),
        "stories, next page": (PAGE_MS, get(f"/stories?sort=title&after={other}")),
        "stories, filtered": (PAGE_MS, get("/stories?principle=dive-deep&level=at&sort=title")),
        "stories, searched": (PAGE_MS, get("/stories?q=latency")),
        "sheet": (PAGE_MS, get(f"/stories/{story}")),
        "edit": (PAGE_MS, get(f"/stories/{story}/edit")),
        "about": (PAGE_MS, get(f"/stories/{story}/about")),
        "lengths": (PAGE_MS, get(f"/stories/{story}/versions")),
        "revisions": (PAGE_MS, get(f"/stories/{story}/revisions")),
        f"live review, {len(words)} words": (LIVE_MS, live),
        "live review, unchanged": (LIVE_MS, unchanged),
        "api, list": (PAGE_MS, get("/api/v1/stories")),
        **{name: (PAGE_MS, get(path)) for name, path in OTHERS.items()},
    }


def measured(name: str, bar: float, ask: Callable[[int], httpx.Response], times: int) -> Measured:
    """Ask so often, after two that warm up."""
    found: list[float] = []
    page = ""
    busy = 0.0
    for turn in range(times + 2):
        if turn == 2:
            busy = time.process_time()
        started = time.perf_counter()
        answer = ask(turn)
        found.append((time.perf_counter() - started) * 1000)
        answer.raise_for_status()
        page = answer.text
    return Measured(name, bar, tuple(found[2:]), (time.process_time() - busy) * 1000 / times, page)


def weight(client: httpx.Client, page: str) -> float:
    """Kilobytes of a page with all that it loads."""
    linked = set(_LINKED.findall(page.replace("&amp;", "&")))
    return (len(page.encode()) + sum(len(client.get(path).content) for path in linked)) / 1000


def main() -> int:
    """Measure, and print."""
    asked = parser(__doc__)
    asked.add_argument("--stories", type=int, default=1_000)
    asked.add_argument("--times", type=int, default=40)
    asked.add_argument("--only", default="", help="measure what has this word in its name")
    asked.add_argument("--strict", action="store_true")
    given = asked.parse_args()
    told = corpus()
    reviewer = api.make_reviewer()
    judge = Dealer([Story(f"s{n}", text, title, question) for n, (title, question, text) in enumerate(told[:REVIEWED])])
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with open_bank(home / "bank.db", now=api.moment, who="bench", judge=judge) as bank:
            story = seeded(bank, given.stories)
            desk = Desk(bank, reviewer, api.moment, Drafts(home / "unsaved"), home)
            with served(desk) as client:
                client.post("/loop", data=LOOP)
                for name, (bar, ask) in requests(client, bank, story).items():
                    if given.only in name:
                        slow += shown(client, measured(name, bar, ask, given.times))
    return 1 if slow and given.strict else 0


def shown(client: httpx.Client, one: Measured) -> bool:
    """Print a line; returns whether a bar is missed."""
    kilobytes = weight(client, one.page)
    missed = one.p95 > one.bar or kilobytes > WEIGHT_KB
    print(
        f"  {one.name:26} median {statistics.median(one.times):6.1f} ms  p95 {one.p95:6.1f} ms  "
        f"busy {one.busy:5.1f} ms  {kilobytes:6.1f} kB{'  missed' if missed else ''}",
        flush=True,
    )
    return missed


if __name__ == "__main__":
    sys.exit(main())
