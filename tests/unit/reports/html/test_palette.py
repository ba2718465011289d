import re

import pytest

from polyglot_news.paths import bundled_folder

COLOURS = {
    name: pair
    for name, *pair in re.findall(
        r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", (bundled_folder("html") / "report.css").read_text("utf-8")
    )
}
MARKS = ("omitted", "added", "changed", "moved", "kept")
ON = [
    *(("ink", ground) for ground in ("paper", "sheet", *(f"{mark}-tint" for mark in MARKS))),
    *(("quiet", ground) for ground in ("paper", "sheet", "kept-tint")),
    *((mark, ground) for mark in MARKS for ground in ("paper", "sheet", f"{mark}-tint", "kept-tint")),
    *(("paper", mark) for mark in MARKS),  # a mark under the pointer is turned round
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("writing", "ground"), ON, ids="-on-".join)
def test_writing_stands_out_as_wcag_asks(writing: str, ground: str, scheme: int) -> None:
    assert contrast(COLOURS[writing][scheme], COLOURS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("line", ["strong-rule", "focus"])
def test_lines_that_mean_something_stand_out_as_wcag_asks(line: str, scheme: int) -> None:
    assert contrast(COLOURS[line][scheme], COLOURS["paper"][scheme]) >= 3


def contrast(one: str, other: str) -> float:
    """Source: WCAG 2.2, relative luminance and contrast ratio."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
