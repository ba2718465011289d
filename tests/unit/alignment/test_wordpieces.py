import gzip
from pathlib import Path

import pytest

import polyglot_news
from polyglot_news.alignment.wordpieces import numbered

DATA = Path(polyglot_news.__path__[0]) / "data" / "alignment"
PIECES = gzip.decompress((DATA / "wordpieces.txt.gz").read_bytes()).decode().split("\n")


def cut(text: str, longest: int = 128) -> str:
    first, *pieces, last = (PIECES[number] for number in numbered(text, longest))
    assert (first, last) == ("[CLS]", "[SEP]")
    return " ".join(pieces)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The Mayor of Kyiv", "the mayor of kyiv"),
        ("Zaporizhzhia, rebuilt.", "za ##por ##iz ##h ##zhi ##a , rebuilt ."),
        ("naïve São", "naive sao"),
        ("$25m", "$ 25 ##m"),
        ("Путин", "п ##у ##т ##и ##н"),
        ("東京", "東 京"),
        ("a\u00adb\u0000c\ufffd", "abc"),
        ("x" * 101, "[UNK]"),
        ("🦔", "[UNK]"),
        ("[SEP] [MASK]", "[ sep ] [ mask ]"),
        ("", ""),
        (" \n\t", ""),
    ],
)
def test_a_text_is_cut_into_known_pieces(text: str, pieces: str) -> None:
    assert cut(text) == pieces


def test_what_is_behind_the_longest_is_not_read() -> None:
    assert cut("one two three", longest=4) == "one two"
    assert len(numbered("word " * 1_000_000, 128)) == 128


def test_the_licence_of_the_pieces_stands_beside_them() -> None:
    assert "Apache License" in (DATA / "wordpieces.LICENSE.txt").read_text("utf-8")
