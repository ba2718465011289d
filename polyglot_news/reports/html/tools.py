"""What the reader can turn: filters, texts, editions, colours; and the help for the keyboard. Needs the script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from polyglot_news.language import name_of
from polyglot_news.reports.html.columns import side_of
from polyglot_news.reports.html.markup import Html, element, show
from polyglot_news.reports.html.views import View
from polyglot_news.reports.html.words import sign, sign_of_kind
from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.words import KIND_NAMES, WORDS

_KEYS = (
    (("j", "→"), "next finding"),
    (("k", "←"), "finding before"),
    (("Enter",), "open the finding that has the focus"),
    (("Esc",), "close, back to the text"),
    (("Tab",), "from finding to finding through the page"),
    (("?",), "this help"),
)
_TEXTS = (("both", "Both"), ("original", "Original"), ("translation", "Translation"))


def write_tools(views: Sequence[View]) -> Html:
    """Write the bar above the texts."""
    groups = [_steps(), _kinds(views), _confidence(views)]
    if any(paragraph.text for view in views for paragraph in view.comparison.translation.paragraphs):
        groups.append(_texts())
    if len(views) > 1:
        groups.append(_editions(views))
    groups.append(_rest())
    return element("div", *groups, class_="tools", id="tools", role="region", aria_label="Filters and navigation")


def write_help() -> Html:
    """Write the window that explains the keys and the signs."""
    keys = [
        part
        for names, what in _KEYS
        for part in (element("dt", *(element("kbd", Html(one)) for one in names)), element("dd", Html(what)))
    ]
    letters = element("input", type="checkbox", id="letters", checked=True)
    return element(
        "dialog",
        element("h2", Html("Keyboard"), id="help-title"),
        element("dl", *keys),
        element("p", element("label", letters, Html(" keys that are single characters (j, k, ?) are on"))),
        element("form", element("button", Html("Close")), method="dialog"),
        id="help", aria_labelledby="help-title",
    )  # fmt: skip


def write_legend(*, filtered: bool) -> Html:
    """Explain signs and marks where the texts begin."""
    marks = (Mark.KEPT, Mark.CHANGED, Mark.MOVED, Mark.OMITTED, Mark.ADDED, *([Mark.UNASKED] if filtered else ()))
    shown = (element("li", sign(mark), _sample(mark)) for mark in marks)
    return element("ul", *shown, class_="legend", aria_label="Signs")


def _sample(mark: Mark) -> Html:
    word = WORDS[mark]
    in_text = mark in {Mark.CHANGED, Mark.OMITTED, Mark.ADDED}
    return element("mark", Html(word), class_=f"m {mark}") if in_text else element("span", Html(word))


def _steps() -> Html:
    before, after = "Finding before", "Next finding"
    return element(
        "div",
        element("button", Html("‹"), type="button", id="previous", aria_label=before, title=f"{before} (k)"),
        element("output", id="position"),
        element("button", Html("›"), type="button", id="next", aria_label=after, title=f"{after} (j)"),
        class_="steps",
        role="group",
        aria_label="Findings",
    )


def _kinds(views: Sequence[View]) -> Html:
    counts = Counter(finding.kind for view in views for finding in view.findings)
    chips = (_chip(kind, counts[kind]) for kind in KIND_NAMES if counts[kind])
    return element("fieldset", element("legend", Html("Kinds")), *chips, class_="kinds")


def _chip(kind: str, count: int) -> Html:
    return element(
        "label",
        element("input", type="checkbox", checked=True, value=kind, name="kind"),
        sign_of_kind(kind),
        Html(KIND_NAMES[kind]), element("b", Html(str(count)), data_count=kind),
        class_="chip",
    )  # fmt: skip


def _confidence(views: Sequence[View]) -> Html:
    found = [one.difference.confidence for view in views for one in view.findings if one.difference]
    lowest = int(min(found, default=0.0) * 20) / 20
    slider = element(
        "input", type="range", id="confidence", min=f"{lowest:.2f}", max="1", step="0.05", value=f"{lowest:.2f}"
    )
    label = element("label", Html("Confidence from"), for_="confidence")
    return element(
        "div", label, slider, element("output", Html(f"{lowest:.2f}"), for_="confidence"), class_="confidence"
    )


def _texts() -> Html:
    choices = (
        element("label", element("input", type="radio", name="texts", value=key, checked=key == "both"), Html(name))
        for key, name in _TEXTS
    )
    return element("fieldset", element("legend", Html("Text")), *choices, class_="choice")


def _editions(views: Sequence[View]) -> Html:
    buttons = (
        element(
            "button", show(view.edition.label), type="button", data_e=str(view.number),
            title=name_of(view.edition.article.language),
            aria_pressed="false" if side_of(view, len(views)) == "away" else "true",
        )
        for view in views
    )  # fmt: skip
    return element("div", *buttons, class_="choice editions", role="group", aria_label="Editions shown")


def _rest() -> Html:
    return element(
        "div",
        element("button", Html("◐"), type="button", id="theme", aria_label="Light or dark", title="Light or dark"),
        element("button", Html("?"), type="button", id="keys", aria_label="Keyboard help", title="Keyboard help (?)"),
        class_="rest",
    )  # fmt: skip
