"""Everything that polyglot-news raises on purpose, in one family.

PolyglotNewsError            70  a fault of ours, unless a child says otherwise
├── InputError                2  what the user gave cannot be used: a file, an option, a language
└── PackageError              3  an Argos package or a part of the installation is missing or damaged
    ├── PackageMissingError   3  no installed package translates this pair of languages
    └── PackageDamagedError   3  a package is truncated, incomplete or hostile
"""

from __future__ import annotations


class PolyglotNewsError(Exception):
    """One line for the user, a hint what to do, and the exit code of the command line."""

    exit_code = 70

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep the two lines.

        Args:
            message: what is wrong and where, in one line, names as the user typed them.
            hint: what to do about it, in one line; empty where nothing can be advised.
        """
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(PolyglotNewsError):
    """What the user gave cannot be used."""

    exit_code = 2


class PackageError(PolyglotNewsError):
    """An Argos package, or a part of the installation, is missing or damaged."""

    exit_code = 3


class PackageMissingError(PackageError):
    """No installed package translates this pair of languages."""


class PackageDamagedError(PackageError):
    """A package is truncated, incomplete or tries to do harm."""


def cause_of(reason: OSError) -> str:
    """Return in a few words, to end a message with, what the system says went wrong."""
    return (reason.strerror or "unknown reason").lower()
