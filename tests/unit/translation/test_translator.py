from collections.abc import Callable, Sequence

import pytest

from polyglot_news.errors import InputError
from polyglot_news.model import Article, Translation, TranslationKind
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.translator import NoTranslator, ProvidedTranslator, Translator

MakeArticle = Callable[..., Article]


def provided_for(source: str, otherwise: Translator, lines: Sequence[str] = ("The cat is here.", "Yes.")) -> Translator:
    return ProvidedTranslator({source: ("lines.txt", lines)}, otherwise)


@pytest.fixture(params=["argos", "none", "provided", "provided and argos"])
def translator(request: pytest.FixtureRequest, store: PackageStore) -> Translator:
    """Each of the translators, as the main job sees them."""
    translators: dict[str, Translator] = {
        "argos": ArgosTranslator(store),
        "none": NoTranslator(),
        "provided": provided_for("ru.txt", NoTranslator()),
        "provided and argos": provided_for("uk.txt", ArgosTranslator(store)),
    }
    return translators[request.param]


def test_every_translator_keeps_editions_paragraphs_and_sentences(translator: Translator, article: MakeArticle) -> None:
    editions = [
        article("Кот тут.", "Да."),
        article("Київ тут. Так.", "Ні.", language="uk", source="uk.txt"),
        article("Дом там.", source="other.txt"),
    ]

    translations = translator.translate(editions, "en")

    assert len(translations) == len(editions)
    for edition, translation in zip(editions, translations, strict=True):
        assert translation.language == "en"
        originals = [tuple(s.original for s in paragraph.sentences) for paragraph in translation.paragraphs]
        assert originals == [paragraph.sentences for paragraph in edition.paragraphs]


def test_every_translator_signs_in_one_line(translator: Translator) -> None:
    assert translator.signature.isprintable()
    assert translator.signature


def kinds(translations: Sequence[Translation]) -> list[TranslationKind]:
    return [translation.kind for translation in translations]


def test_what_the_user_brings_goes_before_what_a_package_makes(store: PackageStore, article: MakeArticle) -> None:
    editions = [article("Кот тут.", source="a"), article("Кот тут.", "Да.", source="b"), article("Дом.", source="c")]

    translations = provided_for("b", ArgosTranslator(store)).translate(editions, "en")

    assert kinds(translations) == [TranslationKind.ARGOS, TranslationKind.PROVIDED, TranslationKind.ARGOS]
    assert [translation.paragraphs[0].text for translation in translations] == ["Kot tut.", "The cat is here.", "Dom."]


def test_where_the_user_brings_all_no_package_is_needed(empty_store: PackageStore, article: MakeArticle) -> None:
    translations = provided_for("ru.txt", ArgosTranslator(empty_store)).translate([article("Кот тут.", "Да.")], "en")

    assert kinds(translations) == [TranslationKind.PROVIDED]


def test_a_wrong_number_of_lines_names_the_file_they_come_from(article: MakeArticle) -> None:
    with pytest.raises(InputError, match=r"^lines\.txt: has 2 lines, but ru\.txt has 1 paragraphs$"):
        provided_for("ru.txt", NoTranslator()).translate([article("Кот тут.")], "en")


def test_what_is_not_translated_must_be_in_a_language_of_the_lexicon(article: MakeArticle) -> None:
    editions = [article("Кот тут."), article("Die Katze ist hier.", language="de", source="de.txt")]

    with pytest.raises(InputError, match=r"^de\.txt: is in German, for which there is no translation and no lexicon$"):
        NoTranslator().translate(editions, "en")
    with pytest.raises(InputError, match=r"^ru\.txt: is not translated into German, for which there is no lexicon$"):
        NoTranslator().translate(editions, "de")


def test_a_translation_that_the_user_brings_may_be_of_any_language(article: MakeArticle) -> None:
    editions = [article("Кот тут."), article("Die Katze ist hier.", "Ja.", language="de", source="de.txt")]

    translations = provided_for("de.txt", NoTranslator()).translate(editions, "en")

    assert kinds(translations) == [TranslationKind.NONE, TranslationKind.PROVIDED]


def test_a_translation_of_empty_lines_is_none(article: MakeArticle) -> None:
    edition = article("Die Katze ist hier.", "Ja.", language="de", source="de.txt")

    with pytest.raises(InputError, match=r"^de\.txt: is in German, for which there is no translation and no lexicon$"):
        provided_for("de.txt", NoTranslator(), ["", ""]).translate([edition], "en")
