import math
from itertools import combinations

import pytest
from rich.color import Color

from polyglot_news.reports.sequence import Mark
from polyglot_news.reports.terminal.line import Style
from polyglot_news.reports.terminal.styles import BRACKETS, COLOURS, QUIET_COLOUR, span_style
from polyglot_news.reports.words import SIGNS, WORDS

LEAST_CONTRAST = 3  # WCAG asks for it of large text and of signs
BACKGROUNDS = {
    "black": "000000",
    "white": "ffffff",
    "campbell": "0c0c0c",
    "catppuccin": "1e1e2e",
    "dracula": "282a36",
    "gruvbox dark": "282828",
    "gruvbox light": "fbf1c7",
    "monokai": "272822",
    "nord": "2e3440",
    "one dark": "282c34",
    "solarized dark": "002b36",
    "solarized light": "fdf6e3",
    "tomorrow night": "1d1f21",
    "ubuntu": "300a24",
    "vs code dark": "1e1e1e",
}
# How linear light looks without one kind of cones. Source: Machado, Oliveira & Fernandes (2009), severity 1.
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "red-blind": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "green-blind": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "blue-blind": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
Light = tuple[float, ...]


def light(colour: int | str) -> Light:
    """Linear light of one of the 256 colours, or of rrggbb."""
    ansi = Color.from_ansi(colour) if isinstance(colour, int) else Color.parse(f"#{colour}")
    channels = (value / 255 for value in ansi.get_truecolor())
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def luminance(seen: Light) -> float:
    return sum(weight * channel for weight, channel in zip((0.2126, 0.7152, 0.0722), seen, strict=True))


def lab(seen: Light) -> Light:
    red, green, blue = seen
    white = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        luminance(seen),
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in white)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: Mark, other: Mark, eyes: str) -> float:
    """How far apart two marks look, by CIE 1976; 10 is seen at a glance."""
    points = []
    for mark in (one, other):
        colour = light(COLOURS[mark])
        seen = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in EYES[eyes])
        points.append(lab(tuple(min(max(channel, 0), 1) for channel in seen)))
    return math.dist(*points)


@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("colour", [*COLOURS.values(), QUIET_COLOUR])
def test_every_colour_reads_on_light_and_on_dark_terminals(colour: int, background: str) -> None:
    dark, light_ = sorted((luminance(light(colour)), luminance(light(BACKGROUNDS[background]))))

    assert (light_ + 0.05) / (dark + 0.05) >= LEAST_CONTRAST


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(("one", "other"), [*combinations(COLOURS, 2)])
def test_every_eye_tells_the_colours_apart(one: Mark, other: Mark, eyes: str) -> None:
    assert distance(one, other, eyes) >= (50 if {one, other} <= set(BRACKETS) else 25)


def test_no_two_marks_share_a_sign_a_word_or_brackets() -> None:
    for names in (SIGNS, WORDS, BRACKETS):
        assert len(set(names.values())) == len(names)
    assert set(SIGNS) == set(WORDS) == set(Mark)


def test_passages_differ_by_more_than_colour() -> None:
    weights = {(span_style(mark).bold, span_style(mark).underline) for mark in BRACKETS}

    assert len(weights) == len(BRACKETS)
    assert (False, False) not in weights


@pytest.mark.parametrize(
    ("style", "painted"),
    [
        (Style(), "x"),
        (Style(33, bold=True), "\x1b[1;38;5;33mx\x1b[0m"),
        (Style(underline=True), "\x1b[4mx\x1b[0m"),
        (Style(link="https://a.example"), "\x1b]8;;https://a.example\x1b\\x\x1b]8;;\x1b\\"),
    ],
)
def test_a_style_is_painted_by_ansi_codes_and_a_link_by_osc_8(style: Style, painted: str) -> None:
    assert style.paint("x") == painted
