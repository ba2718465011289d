import pytest

from polyglot_news.lexicon.vocabulary import equivalents, is_known, rarity, rows


@pytest.mark.parametrize(
    ("word", "language", "english"),
    [
        ("президента", "ru", "presid"),
        ("ВОЙНА", "ru", "war"),
        ("санкциями", "ru", "sanction"),
        ("президента", "uk", "presid"),
        ("війни", "uk", "war"),
        ("міністрові", "uk", "minist"),
    ],
)
def test_a_word_in_any_form_has_its_english_stem(word: str, language: str, english: str) -> None:
    assert next(iter(equivalents(word, language))) == english


@pytest.mark.parametrize("word", ["президента", "война", "санкции", "страна", "дом"])
def test_equivalents_come_best_first_as_probabilities(word: str) -> None:
    shares = [*equivalents(word, "ru").values()]

    assert shares == sorted(shares, reverse=True)
    assert all(0 < share <= 1 for share in shares)


@pytest.mark.parametrize(("word", "language"), [("ъъъ", "ru"), ("", "uk"), ("wojna", "pl"), ("слово", "xx")])
def test_unknown_words_and_languages_have_no_equivalents(word: str, language: str) -> None:
    assert equivalents(word, language) == {}


def test_english_words_have_no_equivalents() -> None:
    """An English edition is held against a base in another language."""
    assert equivalents("war", "en") == {}


def test_a_stem_is_the_rarer_the_less_common_it_is() -> None:
    assert 0 < rarity("say") < rarity("presid") < rarity("harbour") < rarity("qqqq")


def test_the_languages_that_the_lexicon_knows_can_be_asked_for() -> None:
    assert [language for language in ("en", "ru", "uk", "de", "be", "und") if is_known(language)] == ["en", "ru", "uk"]


@pytest.mark.parametrize("table", ["ru.tsv", "uk.tsv", "en.similar.tsv"])
def test_the_lines_of_a_table_are_in_order_so_that_each_is_found(table: str) -> None:
    lines = [line.decode() for line in rows(table).lines]
    pairs = [line.split("\t") for line in lines]

    assert lines == sorted(lines)
    assert len({key for key, _ in pairs}) == len(pairs)
    assert all(rows_of.get(key) == row for rows_of in [rows(table)] for key, row in pairs[:: len(pairs) // 500])
    assert [rows(table).get(key) for key in ("", "\t", "\uffff", "\ud800", pairs[0][0] + "\t")] == [None] * 5


def test_the_counts_of_stems_are_in_order_so_that_each_is_found() -> None:
    counts = [line.split(b"\t")[0] for line in rows("en.tsv").lines[1:]]  # the first is the number of sentences

    assert counts == sorted(counts)
