"""A real Chromium, driven over the pipe of its DevTools protocol: no driver to match, no library to install.

Source: https://chromedevtools.github.io/devtools-protocol/; messages are JSON, each ended by a zero byte.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from polyglot_news.model import (
    Alignment,
    Article,
    Boilerplate,
    Comparison,
    Difference,
    DifferenceKind,
    Evidence,
    Level,
    Link,
    Paragraph,
    Report,
    Role,
    Span,
    TranslatedParagraph,
    Translation,
    TranslationKind,
)
from polyglot_news.reports.html import render
from polyglot_news.reports.options import ReportOptions

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--hide-scrollbars", "--remote-debugging-pipe",
    "about:blank",
)  # fmt: skip
_HIGH = 64  # file descriptors from here on are out of the way of 3 and 4, which Chromium reads from and writes to
_PATIENCE_SECONDS = 60


def find_chromium() -> str | None:
    """Return the path of an installed Chromium; None where there is none."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


class Chromium:
    """One browser; closed by `with`."""

    def __init__(self, program: str, profile: Path) -> None:
        """Start it with an empty profile."""
        commands, self._write = os.pipe()
        self._read, answers = os.pipe()
        commands, answers = (fcntl.fcntl(one, fcntl.F_DUPFD_CLOEXEC, _HIGH) for one in (commands, answers))
        silent = os.open(os.devnull, os.O_RDWR)
        moves = [(os.POSIX_SPAWN_DUP2, silent, 1), (os.POSIX_SPAWN_DUP2, silent, 2)]
        moves += [(os.POSIX_SPAWN_DUP2, commands, 3), (os.POSIX_SPAWN_DUP2, answers, 4)]
        arguments = [program, *_OPTIONS[:-1], f"--user-data-dir={profile}", _OPTIONS[-1]]
        self._process = os.posix_spawn(program, arguments, os.environ, file_actions=moves)
        for one in (commands, answers, silent):
            os.close(one)
        self._sent = 0
        self._rest = b""
        self._events: deque[dict[str, Any]] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.call("Browser.close")
        finally:
            os.close(self._write)
            os.close(self._read)
            os.waitpid(self._process, 0)

    def call(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
        """Send one command and return its result."""
        self._sent += 1
        number = self._sent
        message = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result
            if "method" in answer:
                self._events.append(answer)

    def events(self) -> deque[dict[str, Any]]:
        """Return what has happened, and not been taken from here."""
        return self._events

    def wait_for(self, method: str, session: str) -> None:
        """Wait until something happens in a tab."""
        while not any(one["method"] == method and one.get("sessionId") == session for one in self._events):
            self._events.append(self._receive())

    def _receive(self) -> dict[str, Any]:
        until = time.monotonic() + _PATIENCE_SECONDS
        while b"\0" not in self._rest:
            ready, *_ = select.select([self._read], [], [], max(until - time.monotonic(), 0))
            part = os.read(self._read, 1 << 20) if ready else b""
            if not part:
                os.kill(self._process, signal.SIGKILL)
                raise TimeoutError("Chromium does not answer")
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        received: dict[str, Any] = json.loads(message)
        return received


class Tab:
    """One page in a window of a given size, and everything it asks for, says and fails at."""

    def __init__(self, browser: Chromium, *, width: int = 1400, height: int = 900, **features: str) -> None:
        """Open an empty tab; features are those of CSS media queries, their hyphens as underscores."""
        self._browser = browser
        self._target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        attached = browser.call("Target.attachToTarget", targetId=self._target, flatten=True)
        self._session = attached["sessionId"]
        self._runs_scripts = True
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)  # keys arrive whatever window is in front
        self.resize(width, height)
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", features=named)

    def close(self) -> None:
        """Close the tab."""
        self._browser.call("Target.closeTarget", targetId=self._target)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
        """Send a command to this tab."""
        return self._browser.call(method, self._session, **parameters)

    def resize(self, width: int, height: int) -> None:
        """Make the window as large as this, in CSS pixels; below 600 it is a phone."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )

    def forbid_scripts(self) -> None:
        """Run no script of the page."""
        self.call("Emulation.setScriptExecutionDisabled", value=True)
        self._runs_scripts = False

    def open(self, file: Path, fragment: str = "") -> None:
        """Load a file, and wait until it stands."""
        self.call("Page.navigate", url="about:blank")
        self._browser.events().clear()
        self.call("Page.navigate", url=file.as_uri() + fragment)
        self._browser.wait_for("Page.loadEventFired", self._session)
        self.settle()

    def settle(self) -> None:
        """Wait until what has been asked for is drawn."""
        if not self._runs_scripts:
            self.picture()
            return
        self.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))")

    def value(self, expression: str) -> Any:  # noqa: ANN401  # JSON
        """Return the value of an expression of JavaScript, its promise kept."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press and release a key, named as in KeyboardEvent.key."""
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        codes = {"Enter": 13, "Escape": 27, "Tab": 9, "ArrowRight": 39, "ArrowLeft": 37, "End": 35}
        said: Mapping[str, Any] = {
            "key": key, "code": key, "windowsVirtualKeyCode": codes.get(key, 0), "modifiers": 8 if shift else 0,
        }  # fmt: skip
        self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **said)
        self.call("Input.dispatchKeyEvent", type="keyUp", **said)
        self.settle()

    def point(self, selector: str) -> tuple[float, float]:
        """Scroll to the first element that a selector finds, and move the mouse on it."""
        x, y = self.value(
            f"(() => {{ const one = document.querySelector({json.dumps(selector)});"
            "one.scrollIntoView({block: 'center'}); const box = one.getClientRects()[0];"
            "return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        return x, y

    def click(self, selector: str) -> None:
        """Click on the first element that a selector finds."""
        x, y = self.point(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.settle()

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since the page was opened."""
        return [one["params"]["request"]["url"] for one in self._mine() if one["method"] == "Network.requestWillBeSent"]

    def complaints(self) -> list[str]:
        """Return what the console was told since the page was opened: errors, warnings, breaches of the policy."""
        self.settle()
        said = []
        for one in self._mine():
            if one["method"] == "Runtime.exceptionThrown":
                said.append(json.dumps(one["params"]["exceptionDetails"]))
            elif one["method"] in {"Log.entryAdded", "Runtime.consoleAPICalled"}:
                said.append(json.dumps(one["params"]))
        return said

    def picture(self, *, full: bool = False) -> bytes:
        """Return a PNG of the window, or of the whole page."""
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"clip": {**size, "scale": 1}} if full else {}
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=full, **clip)
        return base64.b64decode(shot["data"])

    def paper(self) -> bytes:
        """Return the page as a PDF."""
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"])

    def _mine(self) -> list[dict[str, Any]]:
        return [one for one in self._browser.events() if one.get("sessionId") == self._session]


BASE = (
    "Storm cuts power to the coast",
    "A storm cut power to 16\u00a0000 homes on Friday night. No one was hurt.",
    "Repairs will take two days, the utility said.",
    "Schools stay closed on Monday.",
    "“We saw the roof go,” said Anna Hale, a teacher.",
)
RUSSIAN = (
    "Шторм оставил побережье без света",
    "Рассказывает учительница Анна Хейл: «Мы видели, как сорвало крышу».",
    "В ночь на субботу без света остались 26\u00a0000 домов.",
    "Мэр обещал выплаты.",
    "Ремонт займёт два дня, сообщили энергетики.",
)
RUSSIAN_IN_ENGLISH = (
    "Storm left the coast without light",
    "The teacher Anna Hale tells: “We saw how the roof was torn off.”",
    "On the night to Saturday 26\u00a0000 homes were left without light.",
    "The mayor promised payments.",
    "Repairs will take two days, power engineers said.",
)
UKRAINIAN = (
    "Шторм знеструмив узбережжя",
    "Буря знеструмила 16\u00a0000 осель у ніч на суботу. Ніхто не постраждав.",
    "Школи в понеділок зачинені.",
)


def article(texts: Sequence[str], language: str) -> Article:
    """An article whose first paragraph is its title."""
    paragraphs = tuple(
        Paragraph(text, Role.TITLE if i == 0 else Role.BODY, language, (Span(i, 0, len(text)),))
        for i, text in enumerate(texts)
    )
    return Article(f"{language}.txt", language, 0.99, texts[0], paragraphs, (Boilerplate("Subscribe!", "newsletter"),))


def compare(
    edition: Article, translated: Sequence[str], alignment: Alignment, differences: Sequence[Difference] = ()
) -> Comparison:
    kind = TranslationKind.PROVIDED if any(translated) else TranslationKind.NONE
    paragraphs = tuple(TranslatedParagraph(text, ()) for text in translated)
    return Comparison(edition, Translation(kind, "en", None, paragraphs), alignment, tuple(differences))


def find(texts: Sequence[str], paragraph: int, words: str) -> Span:
    start = texts[paragraph].index(words)
    return Span(paragraph, start, start + len(words))


@pytest.fixture(scope="session")
def storm() -> Report:
    """Two editions with a bit of everything; spans of one difference lie inside those of another."""
    russian = (
        Difference(
            DifferenceKind.NUMBER, Level.WORD, 0.93, 1,
            find(BASE, 1, "16\u00a0000"), find(RUSSIAN, 2, "26\u00a0000"), find(RUSSIAN_IN_ENGLISH, 2, "26\u00a0000"),
            "ten thousand more", (Evidence("values_differ", 0.9, "two numbers that cannot be one"),),
        ),
        Difference(
            DifferenceKind.NAME, Level.CLAUSE, 0.62, 1,
            find(BASE, 1, "power to 16\u00a0000 homes"), find(RUSSIAN, 2, "без света"), None, "",
        ),
        Difference(
            DifferenceKind.OMISSION, Level.SENTENCE, 0.71, 1, find(BASE, 1, "No one was hurt."), None, None, "",
        ),
    )  # fmt: skip
    links = (Link((0,), (0,), 0.8), Link((1,), (2,), 0.7), Link((2,), (4,), 0.9), Link((4,), (1,), 0.6, moved=True))
    ukrainian = (Link((0,), (0,), 0.8), Link((1,), (1,), 0.9), Link((3,), (2,), 0.9))
    return Report(
        article(BASE, "en"),
        (
            compare(article(RUSSIAN, "ru"), RUSSIAN_IN_ENGLISH, Alignment(5, 5, links), russian),
            compare(article(UKRAINIAN, "uk"), [""] * 3, Alignment(5, 3, ukrainian)),
        ),
        "polyglot-news:test|translator:provided",
    )


@pytest.fixture(scope="session")
def hostile() -> Report:
    """Texts that try to break out of the page, out of their line and out of their direction."""
    texts = (
        "</title><script>window.broken = 1</script> & \"quotes\" 'too'",
        "<img src=x onerror='window.broken = 2'></style><style>*{display:none}</style>--><!--",
        "\u202egnp.exe \u2066isolated\u2069 \x00\x1b[31m\x7f\x85 \ud800 \ufdd0",
        "x" * 10_000,
        "שלום Anna 👩\u200d👩\u200d👧 🇺🇦 مرحبا" + "\u0301" * 200,
    )
    edition = tuple(f"{text}." for text in texts)
    same = tuple(Link((i,), (i,), 0.9) for i in range(len(texts)))
    whole = Difference(
        DifferenceKind.QUOTE, Level.WORD, 0.9, 1, Span(1, 0, 60), Span(1, 4, 70), Span(1, 2, 50), "<script>n</script>",
        (Evidence("<b>rule</b>", 0.5, "</details><script>window.broken = 3</script>"),),
    )  # fmt: skip
    bad = Article("../\udcff<x>.txt", "<e n>", 0.5, texts[0], article(texts, "ru").paragraphs)
    one = compare(bad, edition, Alignment(5, 5, same), (whole,))
    return Report(article(texts, "en"), (one,), "a|<script>b</script>")


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """The browser that is installed here."""
    if not (program := find_chromium()):
        pytest.skip("no Chromium is installed")
    with Chromium(program, tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def open_page(chromium: Chromium, tmp_path: Path) -> Iterator[Callable[..., Tab]]:
    """Render a report, and open it in a tab of its own."""
    tabs = []

    def open_page(report: Report, fragment: str = "", *, scripts: bool = True, **window: Any) -> Tab:  # noqa: ANN401  # Tab's own
        file = tmp_path / "report.html"
        file.write_text(render(report, ReportOptions()), "utf-8")
        tabs.append(tab := Tab(chromium, **window))
        if not scripts:
            tab.forbid_scripts()
        tab.open(file, fragment)
        return tab

    yield open_page
    for tab in tabs:
        tab.close()
