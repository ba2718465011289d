import pytest

from polyglot_news.alignment.evidence import Unit, bags, evidence


def test_a_name_in_cyrillic_is_the_name_of_the_base() -> None:
    found = bags([Unit("Zelensky flew to Kharkiv.", "en")], [Unit("Зеленский прилетел в Харьков.", "ru")], "en")

    assert {"zelenski", "kharkiv"} & set(found.base[0]) <= set(found.original[0])
    assert len(set(found.base[0]) & set(found.original[0])) >= 2


def test_a_number_is_the_same_however_it_is_written() -> None:
    found = bags([Unit("About 26,500 tonnes.", "en")], [Unit("Около 26,5 тыс. тонн.", "ru")], "en")

    assert "=26500" in found.base[0]
    assert "=26500" in found.original[0]


def test_the_lexicon_names_words_as_the_base_names_them() -> None:
    found = bags([Unit("The war divided the country.", "en")], [Unit("Війна розділила країну.", "uk")], "en")

    assert {"war", "countri"} <= set(found.original[0]) & set(found.base[0])


def test_an_original_in_the_language_of_the_base_is_no_second_witness() -> None:
    found = bags([Unit("The war.", "en")], [Unit("The war.", "en", "The war.")], "en")

    assert found.translated == found.base
    assert not any(found.original)
    assert len(evidence(found, found.weights(1.0))) == 1


def test_without_words_there_is_no_evidence() -> None:
    found = bags([Unit("", "en")], [Unit("", "ru")], "en")

    assert evidence(found, found.weights(1.0)) == ()


def test_a_sentence_of_mere_stopwords_is_like_itself_and_nothing_else() -> None:
    base = [Unit("She was there.", "en"), Unit("It was.", "en")]
    found = bags(base, [Unit("Она была там.", "ru", "She was there.")], "en")

    ((translated, _),) = evidence(found, found.weights(1.0))

    assert translated.similarity(1, 1)[:, 0].tolist() == pytest.approx([1.0, 0.0])


def test_the_less_a_translation_is_trusted_the_more_the_original_says() -> None:
    found = bags([Unit("The war.", "en")], [Unit("Война.", "ru", "The fish.")], "en")

    trusted, doubted = evidence(found, found.weights(1.0)), evidence(found, found.weights(0.1))

    assert trusted[0][1] > doubted[0][1] > 0
    assert trusted[1][1] == doubted[1][1]
