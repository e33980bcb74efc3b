"""What is said is on the disk within two seconds, whatever dies; it goes on from there and ends as words to correct."""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from starproof.api.recordings import Recordings
from starproof.speech.decoding import RATE, decode
from tests.browser import ARGUMENTS, CHROMIUM, chromium
from tests.speech.sounds import read_aloud, sox
from tests.waiting import PATIENCE, until
from tests.web.axe import WIDTHS, runs_off, violations
from tests.web.browser import Process, serve
from tests.web.speaking import START

pytestmark = pytest.mark.waits
KILLS = int(os.environ.get("STARPROOF_KILLS", "2"))
"""More of them, such as 10, take a minute."""
TOKEN = "a-token-that-nobody-guesses"
HEARING = 180_000
"""Milliseconds in which the slowest machine writes down what is said here."""
LOST = 2.0
"""Seconds of speech that a crash may take."""
WORDS = "I moved two engineers to the tills and told our director. Sales came back in May. "
ALLOWED = "--use-fake-ui-for-media-stream"
"""A browser without windows has nowhere to ask whether a page may hear; it says yes, or no with ``REFUSED``."""
REFUSED = f"{ALLOWED}=deny"
FAKE = ("--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required", ALLOWED)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the microphone hears, over and over."""
    folder = tmp_path_factory.mktemp("sound")
    read_aloud(WORDS, folder / "read.wav")
    sox(folder / "read.wav", "-r", "48000", "-c", "1", "-b", "16", folder / "said.wav")
    return folder / "said.wav"


@pytest.fixture(scope="module")
def browser(sound: Path) -> Iterator[Any]:
    with chromium(*FAKE, f"--use-file-for-fake-audio-capture={sound}") as found:
        yield found


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Process]:
    started = serve(tmp_path, start=START)
    yield started
    started.kill()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    """One that nobody kills."""
    started = serve(tmp_path_factory.mktemp("app"), start=START)
    yield started
    started.kill()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(permissions=["microphone"])
    yield context.new_page()
    context.close()


def with_model(home: Path, model: Path) -> None:
    (home / "models").mkdir()
    (home / "models" / "tiny.en").symlink_to(model, target_is_directory=True)


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def stands(page: Any, words: str) -> None:
    """Wait until what the recorder says begins so."""
    expect(page.locator("[data-piece=state]")).to_have_text(re.compile(f"^{re.escape(words)}"))


def record(page: Any, url: str) -> None:
    page.goto(url)
    press(page, "Record")
    stands(page, "Kept up to")


def elapsed(page: Any) -> float:
    """Seconds that the recorder has recorded."""
    return float(page.evaluate("document.querySelector('sp-recorder').elapsed"))


def said_for(page: Any, seconds: float) -> None:
    """Wait until the recorder has recorded so much."""
    until(lambda: elapsed(page) >= seconds)


def on_disk(home: Path, id_: str) -> float:
    """Seconds of sound that can be decoded from what is on the disk."""
    (folder,) = (home / "recordings").iterdir()
    return len(decode(Recordings(folder).join(id_, as_far=True))) / RATE


def again(process: Process) -> Process:
    """The same app, started anew where it was."""
    return serve(process.home, port=int(process.url.rpartition(":")[2]), start=START)


def tell(what: str, lost: list[float]) -> None:
    """The figures, for whoever runs this with ``-s``."""
    sys.stdout.write(f"\nseconds lost at {len(lost)} kills of {what}: {', '.join(f'{one:.2f}' for one in lost)}\n")


def test_killed_at_any_moment_all_but_the_last_two_seconds_are_on_disk(page: Any, tmp_path: Path) -> None:
    chance = random.Random(7)
    process = serve(tmp_path, start=START)
    lost = []
    try:
        record(page, f"{process.url}/speak/killed")
        for _ in range(KILLS):
            until(lambda: page.evaluate("document.querySelector('sp-recorder').box.empty"))  # all of before is sent
            page.wait_for_timeout(chance.uniform(1000, 3000))
            spoken = elapsed(page)
            process.kill()
            lost.append(spoken - on_disk(tmp_path, "killed"))
            process = again(process)
            stands(page, "Kept up to")
        press(page, "Stop")
        page.locator("sp-recorder[data-state=stopped]").wait_for()
        whole = on_disk(tmp_path, "killed")
        tell("the app", lost)
        assert max(lost) < LOST
        assert abs(whole - elapsed(page)) < 0.3, "what was lost for the moment was sent later"
    finally:
        process.kill()


def living(profile: Path) -> list[int]:
    """The processes of the browser with this profile."""
    found = []
    for one in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if str(profile).encode() in one.read_bytes():
                found.append(int(one.parent.name))
        except OSError:
            continue
    return found


def test_a_browser_that_dies_loses_two_seconds_at_the_most_and_goes_on(
    browser: Any, process: Process, sound: Path, tmp_path: Path
) -> None:
    chance, lost = random.Random(11), []
    profile = tmp_path / "profile"
    for _ in range(max(2, KILLS // 3)):
        context = _opened(browser, profile, sound)
        page = context.pages[0]
        page.goto(f"{process.url}/speak/died")
        page.locator("[data-do=record]:visible, [data-do=go_on]:visible").click()
        stands(page, "Kept up to")
        page.wait_for_timeout(chance.uniform(1500, 3000))
        spoken = elapsed(page)
        for one in living(profile):
            with suppress(ProcessLookupError):  # it went with one that was killed before it
                os.kill(one, signal.SIGKILL)
        lost.append(spoken - on_disk(process.home, "died"))
    assert max(lost) < LOST
    tell("the browser", lost)


def _opened(browser: Any, profile: Path, sound: Path) -> Any:
    (profile / "SingletonLock").unlink(missing_ok=True)
    return browser.browser_type.launch_persistent_context(
        str(profile),
        executable_path=CHROMIUM,
        args=[*ARGUMENTS, *FAKE, f"--use-file-for-fake-audio-capture={sound}"],
        permissions=["microphone"],
    )


def test_a_closed_tab_sends_the_rest_later_and_what_is_there_can_be_used(page: Any, process: Process) -> None:
    context = page.context
    record(page, f"{process.url}/speak/closed")
    process.kill()
    stands(page, "The app is not answering")
    page.wait_for_timeout(2200)
    spoken = elapsed(page)
    page.close(run_before_unload=False)
    running = again(process)
    try:
        page = context.new_page()
        page.goto(f"{running.url}/speak/closed")
        stands(page, "A recording of about 0:0")
        page.evaluate("document.querySelector('sp-recorder').box.settled()")
        assert spoken - on_disk(process.home, "closed") < LOST
        other = context.new_page()
        other.goto(f"{running.url}/speak/closed")
        stands(other, "This answer is open in another tab.")
        page.close(run_before_unload=False)
        press(other, "Use what is there")
        other.locator("sp-recorder[data-state=stopped]").wait_for()
        other.locator("speech-model", has_text="fetched once from").wait_for()  # there is no model here
        other.on("dialog", lambda asked: asked.accept())
        press(other, "Throw it away and record anew")
        stands(other, "Not recording.")
        assert not list((process.home / "recordings").glob("*/closed"))
    finally:
        running.kill()


def test_a_microphone_that_goes_away_is_told_and_another_goes_on(page: Any, app: Process) -> None:
    record(page, f"{app.url}/speak/gone")
    page.evaluate("document.querySelector('sp-recorder').microphone.stream.getTracks().forEach(track => track.stop())")
    page.get_by_role("heading", name="The microphone went away").wait_for()
    before = elapsed(page)
    press(page, "Go on")
    said_for(page, before + 1.5)
    press(page, "Stop")
    page.locator("sp-recorder[data-state=stopped]").wait_for()
    assert abs(on_disk(app.home, "gone") - elapsed(page)) < 0.4, "both parts are in one recording"
    heard = (
        "sound => sound.readyState || "
        "new Promise(done => { sound.onloadedmetadata = () => done(1); sound.onerror = () => done(0) })"
    )
    parts = page.locator("audio")
    expect(parts).to_have_count(2)
    for part in range(2):
        expect(parts.nth(part)).to_have_attribute("aria-label", f"Part {part + 1} of 2 of the recording")
    assert all(parts.nth(part).evaluate(heard) >= 1 for part in range(2)), "each can be listened to"


@pytest.mark.parametrize("how", ["pause", "stop"])
def test_a_page_that_is_held_up_counts_no_time_after_the_end(page: Any, app: Process, how: str) -> None:
    record(page, f"{app.url}/speak/held-up-{how}")
    held_up = """how => {
      const recorder = document.querySelector("sp-recorder");
      recorder[how]();
      const at = recorder.elapsed;
      for (const end = performance.now() + 1500; performance.now() < end; );
      return at;
    }"""
    at = page.evaluate(held_up, how)
    page.locator(f"sp-recorder[data-state={'paused' if how == 'pause' else 'stopped'}]").wait_for()
    until(lambda: page.evaluate("document.querySelector('sp-recorder').tape?.since ?? 0") == 0)
    assert elapsed(page) == pytest.approx(at)


def test_a_page_that_is_held_up_at_the_start_counts_all_that_it_records(page: Any, app: Process) -> None:
    page.add_init_script("""
      const start = MediaRecorder.prototype.start;
      MediaRecorder.prototype.start = function (piece) {
        start.call(this, piece);
        queueMicrotask(() => { for (const end = performance.now() + 3000; performance.now() < end; ); });
      };
    """)
    record(page, f"{app.url}/speak/held-up-start")
    press(page, "Stop")
    page.locator("sp-recorder[data-state=stopped]").wait_for()
    assert abs(on_disk(app.home, "held-up-start") - elapsed(page)) < 1.5


def test_how_loud_it_is_is_shown_while_the_microphone_is_on(page: Any, app: Process) -> None:
    page.goto(f"{app.url}/speak/loud")
    press(page, "Try the microphone")
    expect(page.locator("[data-piece=meter]")).to_be_visible()
    expect(page.locator("[data-piece=heard]")).to_have_text(re.compile("heard|loud", re.IGNORECASE))
    press(page, "Switch the microphone off")
    expect(page.locator("[data-piece=meter]")).to_be_hidden()
    stands(page, "Not recording.")


def test_a_piece_that_was_under_way_is_thrown_away_with_the_others(page: Any, app: Process) -> None:
    answers: list[tuple[Any, Any]] = []
    page.on("dialog", lambda asked: asked.accept())
    record(page, f"{app.url}/speak/away")
    page.route("**/chunks/*", lambda route: answers.append((route, route.fetch())))  # the app has it; nobody knows
    until(lambda: page.evaluate("document.querySelector('sp-recorder').box.queue.length") and answers)
    page.evaluate("document.querySelector('sp-recorder').microphone.stream.getTracks().forEach(track => track.stop())")
    page.get_by_role("heading", name="The microphone went away").wait_for()
    press(page, "Throw it away and record anew")
    page.wait_for_timeout(300)
    route, answer = answers[0]
    route.fulfill(response=answer)
    stands(page, "Not recording.")
    assert page.evaluate("document.querySelector('sp-recorder').box.remembered()") is None
    assert page.evaluate("document.querySelector('sp-recorder').box.kept") == 0
    page.unroute("**/chunks/*")


def test_words_that_were_typed_are_never_replaced_unasked(page: Any, tmp_path: Path, tiny: Path) -> None:
    with_model(tmp_path, tiny)
    process = serve(tmp_path, start=START)
    try:
        record(page, f"{process.url}/speak/typed")
        said_for(page, 2.5)
        page.fill("#words", "My own words.")
        press(page, "Stop")
        page.get_by_text("what was heard stands apart").wait_for(timeout=HEARING)
        expect(page.locator("#words")).to_have_value("My own words.")
        heard = page.locator("[data-piece=beside]").inner_text()
        press(page, "Add it below my words")
        expect(page.locator("#words")).to_have_value(f"My own words.\n\n{heard}")
    finally:
        process.kill()


def test_an_answer_that_is_sent_while_it_is_spoken_is_sent_whole(page: Any, app: Process) -> None:
    record(page, f"{app.url}/speak/sent")
    page.fill("#words", "Typed meanwhile.")
    with page.expect_response("**/spoken") as answer:
        press(page, "That is my answer")
    said = answer.value.json()
    assert said["recording"] == "sent"
    assert said["seconds"] == pytest.approx(on_disk(app.home, "sent"), abs=0.3)


def test_it_is_recorded_paused_and_stopped_by_keyboard_alone(page: Any, app: Process) -> None:
    page.goto(f"{app.url}/speak/keys")
    page.get_by_role("button", name="Record").focus()
    page.keyboard.press("Enter")
    stands(page, "Kept up to")
    expect(page.locator(":focus")).to_have_text("Pause")
    page.keyboard.press("Space")
    stands(page, "Paused.")
    expect(page.locator("#said")).to_have_text(re.compile(r"^Paused at \d:\d\d"))
    until(lambda: page.evaluate("document.querySelector('sp-recorder').tape.since === 0"))
    paused = elapsed(page)
    page.wait_for_timeout(300)
    assert elapsed(page) == paused, "the clock stands still"
    expect(page.locator(":focus")).to_have_text("Go on")
    page.keyboard.press("Enter")
    stands(page, "Kept up to")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Stop")
    page.keyboard.press("Enter")
    page.locator("sp-recorder[data-state=stopped]").wait_for()
    expect(page.locator(":focus"), "there is no model here").to_have_text(re.compile("^Fetch it"))


REFUSALS = {
    "NotReadableError": "The microphone is in use",
    "NotFoundError": "No microphone was found",
    "OverconstrainedError": "No microphone was found",
    "SecurityError": "The microphone is blocked for this page",
}


@contextmanager
def another(browser: Any, *more: str, permissions: tuple[str, ...]) -> Iterator[Any]:
    """A page with these permissions and no others, in a browser of its own that was begun otherwise."""
    begun = browser.browser_type.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *more])
    page = begun.new_page(permissions=permissions)
    page.set_default_timeout(1000 * PATIENCE)
    yield page
    begun.close()


def test_each_thing_in_the_way_has_its_own_words_and_typing_is_offered(browser: Any, app: Process) -> None:
    with another(browser, "--use-fake-device-for-media-stream", REFUSED, permissions=()) as page:
        page.goto(f"{app.url}/speak/denied")
        press(page, "Record")
        page.get_by_role("heading", name="The microphone is blocked for this page").wait_for()
        stands(page, "Not recording.")
        for error, title in REFUSALS.items():
            page.evaluate(
                "name => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name)) }",
                error,
            )
            press(page, "Record")
            page.get_by_role("heading", name=title).wait_for()
            expect(page.locator("[data-piece=todo]")).to_contain_text("Or type your answer")


def test_a_machine_without_a_microphone_is_told(browser: Any, app: Process) -> None:
    with another(browser, ALLOWED, permissions=("microphone",)) as page:
        page.goto(f"{app.url}/speak/none")
        press(page, "Record")
        page.get_by_role("heading", name="No microphone was found").wait_for()


def far_address() -> str:
    """An address of this machine that is not loopback."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))  # sends nothing; only chooses the way
        except OSError:
            pytest.skip("this machine has no address beside loopback")
        return str(asked.getsockname()[0])


def test_an_address_that_may_not_use_the_microphone_says_which_may(browser: Any, tmp_path: Path) -> None:
    address = far_address()
    process = serve(tmp_path, "--host", address, "--token", TOKEN, start=START)
    context = browser.new_context()
    try:
        port = process.url.split(":")[2].split("/")[0]
        page = context.new_page()
        page.goto(f"http://{address}:{port}/speak/far?token={TOKEN}")
        page.get_by_role("heading", name="This address may not use the microphone").wait_for()
        expect(page.locator("[data-piece=todo]")).to_contain_text(f"http://localhost:{port}")
        page.fill("#words", "I typed it.")
        with page.expect_response("**/spoken") as answer:
            press(page, "That is my answer")
        assert answer.value.json() == {"text": "I typed it.", "recording": "", "seconds": 0.0}
    finally:
        context.close()
        process.kill()


def test_without_javascript_the_answer_is_typed(browser: Any, app: Process) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{app.url}/speak/plain")
    expect(page.get_by_text("To record, the page needs JavaScript.")).to_be_visible()
    expect(page.get_by_text("Not recording.")).to_be_hidden()
    page.fill("#words", "I typed it.")
    press(page, "That is my answer")
    page.wait_for_url("**/spoken")
    expect(page.locator("body")).to_contain_text("I typed it.")
    context.close()


@pytest.mark.parametrize(("theme", "width"), [("light", "phone"), ("dark", "desktop")])
def test_everybody_can_use_it_in_every_state(browser: Any, app: Process, theme: str, width: str) -> None:
    context = browser.new_context(
        color_scheme=theme, viewport=WIDTHS[width], bypass_csp=True, permissions=["microphone"], reduced_motion="reduce"
    )
    page = context.new_page()

    def look() -> None:
        assert violations(page) == []
        assert runs_off(page) == 0
        small = (
            "[...document.querySelectorAll('sp-recorder :is(button, select, textarea, label.keep)')]"
            ".filter(one => one.checkVisibility() && one.offsetHeight < 24).map(one => one.outerHTML)"
        )
        assert page.evaluate(small) == []

    record(page, f"{app.url}/speak/{theme}-{width}")
    look()
    press(page, "Pause")
    stands(page, "Paused.")
    look()
    press(page, "Stop")
    page.locator("sp-recorder[data-state=stopped]").wait_for()
    look()
    words = [{"text": one, "start": 0, "end": 1, "sure": sure} for one, sure in (("We", 0.9), ("paid", 0.2))]
    transcript = {"text": "We paid", "seconds": 2, "words": words}
    page.evaluate("found => document.querySelector('sp-recorder').writing.wrote({transcript: found})", transcript)
    page.locator("sp-recorder[data-state=heard]").wait_for()
    look()
    page.emulate_media(media="print")
    expect(page.locator(".told-words")).to_be_visible()
    expect(page.locator(".deck")).to_be_hidden()
    context.close()
