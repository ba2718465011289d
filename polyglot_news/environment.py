"""The environment: the one module that reads it. What else depends on it is handed `VARIABLES`, or asks here.

Every function takes the variables as an argument, so that it can be tested, and asked about another environment.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from shutil import which

VARIABLES: Mapping[str, str] = os.environ  # looked at when a function is called, never at import

# Terminals that have links, by what they say of themselves. Source: npm's supports-hyperlinks, and the list of
# github.com/Alhadis/OSC8-Adoption.
_WITH_LINKS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"})
_TERMS_WITH_LINKS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour", "wezterm")
_FIRST_VTE_WITH_LINKS = 5000  # 0.50, of GNOME Terminal and its kin
_NO_PAGER = ("", "cat")


def colour_preference(variables: Mapping[str, str] = VARIABLES) -> bool | None:
    """Return whether the environment asks for colour: NO_COLOR, TERM=dumb, FORCE_COLOR; None where it says nothing."""
    if variables.get("NO_COLOR") or variables.get("TERM") == "dumb":
        return False
    forced = variables.get("FORCE_COLOR")
    if forced:
        return forced not in {"0", "false"}
    return None


def screen_columns(variables: Mapping[str, str] = VARIABLES) -> int | None:
    """Return the width that the environment asks for by COLUMNS; None where it says nothing sensible."""
    columns = variables.get("COLUMNS", "")
    return int(columns) if columns.isdecimal() and int(columns) > 0 else None


def link_preference(variables: Mapping[str, str] = VARIABLES) -> bool | None:
    """Return whether the environment asks for links by FORCE_HYPERLINK; None where it says nothing."""
    forced = variables.get("FORCE_HYPERLINK")
    return None if forced is None else forced not in {"", "0", "false"}


def terminal_has_links(variables: Mapping[str, str] = VARIABLES) -> bool:
    """Return whether the terminal is one that is known to have links, OSC 8."""
    term = variables.get("TERM", "")
    if term in {"", "dumb", "linux"} or (term.startswith("screen") and "TMUX" not in variables):
        return False
    vte = variables.get("VTE_VERSION", "")
    return (
        (vte.isdecimal() and int(vte) >= _FIRST_VTE_WITH_LINKS)
        or variables.get("TERM_PROGRAM", "") in _WITH_LINKS
        or term.startswith(_TERMS_WITH_LINKS)
        or any(variables.get(name) for name in ("KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION"))
    )


def wanted_pager(variables: Mapping[str, str] = VARIABLES) -> str:
    """Return the pager that PN_PAGER or PAGER names, a command for the shell, else less; "" for none.

    Nobody has asked for less, so it is not started where it is missing or could not move on the screen.
    """
    for name in ("PN_PAGER", "PAGER"):
        if name in variables:
            return "" if variables[name].strip() in _NO_PAGER else variables[name]
    is_able = variables.get("TERM", "dumb") not in {"", "dumb"} and which("less", path=variables.get("PATH"))
    return "less" if is_able else ""


def pager_variables(variables: Mapping[str, str] = VARIABLES) -> dict[str, str]:
    """Return the environment of a pager: the user's own settings, else those that git gives to less and lv.

    Only that less shows colours is not left to the user, who has asked us for colours.
    """
    less = variables.get("LESS", "FRX")
    shows_colours = "R" in less or "r" in less
    ours = {"LV": "-c", "LESSCHARSET": "utf-8"}
    return {**ours, **variables, "LESS": less if shows_colours else f"-R {less}"}


def native_settings(variables: Mapping[str, str] = VARIABLES) -> tuple[str, ...]:
    """Return the variables by which the native libraries under CTranslate2 choose how to reckon, "NAME=value" each."""
    prefixes = ("CT2_", "DNNL_", "MKL_", "ONEDNN_")
    return tuple(sorted(f"{name}={value}" for name, value in variables.items() if name.startswith(prefixes)))
