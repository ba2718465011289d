"""Signs, colours and brackets: each says the same, so that the report reads without colour and by every eye."""

from __future__ import annotations

from rich.style import Style

from polyglot_news.reports.sequence import Mark

# Of the 256 fixed colours, because the first 16 are what each terminal makes of them. All have a contrast of 3.5 or
# more on black and on white. Orange, blue and purple are told apart by all common kinds of colour blindness, which see
# teal as grey; it stands for "moved" alone, which no text is coloured with.
COLOURS = {Mark.OMITTED: 166, Mark.ADDED: 32, Mark.CHANGED: 133, Mark.MOVED: 30}
QUIET_COLOUR = 244

SIGNS = {
    Mark.KEPT: "=",
    Mark.CHANGED: "~",
    Mark.MOVED: "↕",
    Mark.OMITTED: "−",
    Mark.ADDED: "+",
    Mark.UNASKED: "·",
}
WORDS = {
    Mark.KEPT: "kept",
    Mark.CHANGED: "told differently",
    Mark.MOVED: "moved",
    Mark.OMITTED: "left out",
    Mark.ADDED: "added",
    Mark.UNASKED: "not asked for",
}
BRACKETS = {Mark.OMITTED: ("[−", "−]"), Mark.ADDED: ("{+", "+}"), Mark.CHANGED: ("‹", "›")}

QUIET = Style(color=f"color({QUIET_COLOUR})")
HEADING = Style(bold=True)


def sign_style(mark: Mark) -> Style:
    """Return the style of a mark's sign and words."""
    return Style(color=f"color({COLOURS[mark]})") if mark in COLOURS else QUIET


def span_style(mark: Mark) -> Style:
    """Return the style of a difference inside a text: never colour alone."""
    return sign_style(mark) + Style(bold=mark is not Mark.OMITTED, underline=mark is not Mark.ADDED)
