"""pn models cache: the sentences that were translated in earlier runs."""

from __future__ import annotations

import typer

from polyglot_news.cli.console import Console, defused
from polyglot_news.cli.forms import Form, FormOption
from polyglot_news.cli.help import Command, Group
from polyglot_news.cli.output import STDOUT, write_result
from polyglot_news.errors import InputError
from polyglot_news.paths import cache_folder
from polyglot_news.reports.json_text import json_text
from polyglot_news.translation.cache import LARGEST_BYTES, TranslationCache

app = typer.Typer(
    cls=Group,
    help="Translated sentences of earlier runs: how many, where, and away with them.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@app.command("info", cls=Command)
def tell(*, form: FormOption = Form.TEXT) -> None:
    """Say how many sentences are kept, where, and how much room they take and may take."""
    with _cache() as cache:
        contents, trouble = cache.contents(), cache.trouble
    if form is Form.JSON:
        document = {
            "path": str(cache.path),
            "exists": cache.path.exists(),
            "sentences": contents.n_entries,
            "bytes": contents.n_bytes,
            "largest_bytes": LARGEST_BYTES,
            "trouble": trouble or None,
        }
        write_result(json_text(document), STDOUT)
        return
    lines = [
        f"sentences  {contents.n_entries}",
        f"size       {contents.n_bytes / 1e6:.1f} MB of at most {LARGEST_BYTES / 1e6:.0f} MB",
        f"file       {cache.path}{'' if cache.path.exists() else ' (none yet)'}",
        *([f"trouble    {trouble}"] if trouble else []),
    ]
    write_result("".join(f"{defused(line)}\n" for line in lines), STDOUT)


@app.command(cls=Command)
def clear(context: typer.Context) -> None:
    """Forget all of them."""
    console: Console = context.obj
    with _cache() as cache:
        n_entries = cache.clear()
        if cache.trouble:
            raise InputError(f"cannot be cleared: {cache.trouble}", hint="delete the file")
    console.say(f"forgot {n_entries} translated sentences")


@app.command(cls=Command)
def path(*, form: FormOption = Form.TEXT) -> None:
    """Print the file that they are in."""
    file = _cache().path
    document = {"path": str(file), "exists": file.exists()}
    write_result(json_text(document) if form is Form.JSON else f"{file}\n", STDOUT)


def _cache() -> TranslationCache:
    folder = cache_folder()
    if folder is None:
        raise InputError("translations are not cached", hint="POLYGLOT_NEWS_CACHE switches the cache off: unset it")
    return TranslationCache(folder)
