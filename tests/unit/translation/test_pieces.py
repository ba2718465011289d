from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.translation.pieces import cut


def at_most(n_chars: int) -> Callable[[str], bool]:
    return lambda piece: len(piece) <= n_chars


@pytest.mark.parametrize(
    ("sentence", "n_chars", "pieces"),
    [
        ("Короткое.", 9, ("Короткое.",)),
        ("он пришёл; она, как видно, ушла", 25, ("он пришёл;", "она, как видно, ушла")),
        ("он пришёл, она ушла — и всё", 20, ("он пришёл, она ушла", "— и всё")),
        ("он пришёл, и она ушла", 15, ("он пришёл,", "и она ушла")),
        ("ни одной запятой тут нет", 15, ("ни одной", "запятой тут нет")),
        ("безединогопробела", 9, ("безедино", "гопробела")),
        ("", 9, ()),
    ],
)
def test_a_sentence_is_cut_where_a_reader_would_pause(sentence: str, n_chars: int, pieces: tuple[str, ...]) -> None:
    assert cut(sentence, at_most(n_chars)) == pieces


def test_a_mark_too_near_the_end_does_not_make_a_crumb() -> None:
    assert cut("Да; это было очень длинное предложение", at_most(30)) == ("Да; это было очень", "длинное предложение")


@given(st.text(), st.integers(1, 50))
def test_every_piece_fits_and_nothing_but_space_is_lost(sentence: str, n_chars: int) -> None:
    pieces = cut(sentence, at_most(n_chars))

    assert all(len(piece) <= n_chars for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(sentence.split())
