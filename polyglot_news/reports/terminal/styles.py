"""Signs, colours and brackets: each says the same, so that the report reads without colour and by every eye."""

from __future__ import annotations

from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.terminal.line import PLAIN, Style

# Of the 256 fixed colours, because the first 16 are what each terminal makes of them. Chosen by search among those with
# a contrast of 3 or more on 15 backgrounds that terminals come with, 3.5 on black and on white: red, blue and rose, in
# which passages are coloured, are 51 or more apart by CIE 1976 for all eyes, red-, green- and blue-blind ones included
# (simulated as by Machado et al., 2009); nearly no other three are farther. Purple, for signs alone, is 27 from each.
COLOURS = {Mark.OMITTED: 196, Mark.ADDED: 33, Mark.CHANGED: 168, Mark.MOVED: 133}
QUIET_COLOUR = 244

BRACKETS = {Mark.OMITTED: ("[−", "−]"), Mark.ADDED: ("{+", "+}"), Mark.CHANGED: ("‹", "›")}

QUIET = Style(QUIET_COLOUR)
HEADING = Style(bold=True)
_SIGN_STYLES = {mark: Style(COLOURS[mark]) if mark in COLOURS else QUIET for mark in Mark}
_SPAN_STYLES = {
    mark: Style(COLOURS[mark], bold=mark is not Mark.OMITTED, underline=mark is not Mark.ADDED) for mark in BRACKETS
}


def sign_style(mark: Mark) -> Style:
    """Return the style of a mark's sign and words."""
    return _SIGN_STYLES[mark]


def span_style(mark: Mark) -> Style:
    """Return the style of a difference inside a text: never colour alone."""
    return _SPAN_STYLES.get(mark, PLAIN)
