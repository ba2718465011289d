"""Run every check of the project, in order; stop at the first that fails. `python tests/check.py`."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_SCRIPTS = Path(sysconfig.get_path("scripts"))
_CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "--cov", "--cov-report=term:skip-covered", "-q"),
)


def main() -> int:
    """Return the exit code of the first check that fails, else 0."""
    for name, *arguments in _CHECKS:
        print(f"== {name} {' '.join(arguments)}", flush=True)
        code = subprocess.run([_SCRIPTS / name, *arguments], cwd=_ROOT, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
