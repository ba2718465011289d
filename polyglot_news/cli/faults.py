"""Where the details of a fault of ours are kept, so that the user sees one line and can still send the rest."""

from __future__ import annotations

import platform
import tempfile
import traceback
from pathlib import Path

from polyglot_news.version import __version__


def keep_details(error: BaseException) -> Path | None:
    """Write the traceback and what it ran on into a temporary file.

    Returns:
        Its path; None where no file can be written.
    """
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="polyglot-news-fault-", suffix=".txt", delete=False, encoding="utf-8", errors="replace"
        ) as file:
            file.write(f"polyglot-news {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n")
            file.write("".join(traceback.format_exception(error)))
    except OSError:
        return None
    return Path(file.name)
