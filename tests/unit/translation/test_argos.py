import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polyglot_news.errors import PackageMissingError
from polyglot_news.model import Article, Paragraph, Role, Span, TranslatedParagraph, Translation, TranslationKind
from polyglot_news.sentences import split
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.attempts import Explanation
from polyglot_news.translation.cache import TranslationCache
from polyglot_news.translation.decoding import EngineSettings
from polyglot_news.translation.store import PackageStore

MakeArticle = Callable[..., Article]


@pytest.fixture(scope="module")
def translator(store: PackageStore) -> Iterator[ArgosTranslator]:
    with ArgosTranslator(store) as translator:
        yield translator


def sentences_of(edition: Article, translation: Translation) -> list[tuple[str, str, str]]:
    """(original, translation, doubt) of every sentence, as the spans quote them."""
    return [
        (
            edition.text_of(sentence.original),
            translation.paragraphs[sentence.translation.paragraph].text[
                sentence.translation.start : sentence.translation.end
            ],
            sentence.doubt,
        )
        for paragraph in translation.paragraphs
        for sentence in paragraph.sentences
    ]


def test_an_edition_comes_back_paragraph_by_paragraph_and_sentence_by_sentence(
    translator: ArgosTranslator, article: MakeArticle
) -> None:
    edition = article("Кот спит", "Дом стоит.  Он пуст!", "Да.")

    [translation] = translator.translate([edition], "en")

    assert [paragraph.text for paragraph in translation.paragraphs] == ["Kot spyt", "Dom stoyt. On pust!", "Da."]
    assert sentences_of(edition, translation) == [
        ("Кот спит", "Kot spyt", ""),
        ("Дом стоит.", "Dom stoyt.", ""),
        ("Он пуст!", "On pust!", ""),
        ("Да.", "Da.", ""),
    ]
    assert (translation.kind, translation.language, translation.package) == (
        TranslationKind.ARGOS,
        "en",
        "translate-ru_en-1_9",
    )
    assert (translation.sentences, translation.cached, translation.is_starter) == (4, 0, False)
    assert translation.seconds > 0


def test_editions_in_several_languages_are_translated_together(
    translator: ArgosTranslator, article: MakeArticle
) -> None:
    russian, ukrainian = article("Кот тут."), article("Київ тут.", language="uk")

    ours, theirs = translator.translate([russian, ukrainian], "en")

    assert (ours.package, ours.paragraphs[0].text) == ("translate-ru_en-1_9", "Kot tut.")
    assert (theirs.package, theirs.paragraphs[0].text) == ("translate-uk_en-1_9", "Kyiv tut.")


def test_what_already_is_in_the_language_of_the_base_stays_as_it_is(
    translator: ArgosTranslator, article: MakeArticle
) -> None:
    quotation = "He said:  “No.” Then he left."
    edition = article("Кот тут.", quotation, other={1: "en"})

    [translation] = translator.translate([edition], "en")

    assert translation.paragraphs[1].text == quotation
    assert sentences_of(edition, translation)[1:] == [
        ("He said:  “No.”", "He said:  “No.”", ""),
        ("Then he left.", "Then he left.", ""),
    ]
    assert translation.sentences == 1


def test_an_edition_wholly_in_the_language_of_the_base_needs_no_package(
    empty_store: PackageStore, article: MakeArticle
) -> None:
    edition = article("The cat sleeps.", "Кот спит.", language="en", other={1: "ru"})

    [translation] = ArgosTranslator(empty_store).translate([edition], "en")

    assert (translation.kind, translation.package, translation.sentences) == (TranslationKind.NONE, None, 0)
    assert [paragraph.text for paragraph in translation.paragraphs] == ["The cat sleeps.", "Кот спит."]


def test_a_paragraph_in_another_language_goes_through_the_package_of_its_own(
    translator: ArgosTranslator, article: MakeArticle
) -> None:
    edition = article("Київ тут.", "Київ тут.", language="ru", other={1: "uk"})

    [translation] = translator.translate([edition], "en")

    assert [paragraph.text for paragraph in translation.paragraphs] == ["Kyyiv tut.", "Kyiv tut."]
    assert translation.package == "translate-ru_en-1_9, translate-uk_en-1_9"


@pytest.mark.parametrize("language", ["ka", "und"])
def test_a_paragraph_in_a_language_without_package_goes_through_that_of_the_edition(
    translator: ArgosTranslator, article: MakeArticle, language: str
) -> None:
    edition = article("Кот тут.", "Дом там.", other={1: language})

    [translation] = translator.translate([edition], "en")

    assert translation.paragraphs[1].text == "Dom tam."
    assert translation.package == "translate-ru_en-1_9"


def test_an_edition_in_a_language_without_package_is_an_error_that_names_it_and_the_pair(
    translator: ArgosTranslator, article: MakeArticle
) -> None:
    editions = [article("Кот тут."), article("Кот тут.", "კატა", language="ka", source="ka.txt", other={0: "ru"})]

    with pytest.raises(
        PackageMissingError, match=r"^ka\.txt: is in Georgian, and no package translates ka into en$"
    ) as caught:
        translator.translate(editions, "en")

    assert "pn models install" in caught.value.hint


def test_numbers_and_latin_names_are_not_shown_to_the_model(translator: ArgosTranslator, article: MakeArticle) -> None:
    edition = article("25 000 %", "***", "BBC News", "Кот ъ.")

    [translation] = translator.translate([edition], "en")

    assert [paragraph.text for paragraph in translation.paragraphs[:3]] == ["25 000 %", "***", "BBC News"]
    assert translation.sentences == 1


@pytest.mark.parametrize(
    ("sentence", "doubt"),
    [
        ("Кот сидел и ѣ тут вот.", "untranslated"),
        ("Кот сидел ѫ на большом диване у окна.", "repetition"),
        ("Кот сидел ѧ тут.", "too long"),
        ("Кот сидел на диване.", ""),
    ],
)
def test_a_sentence_whose_output_is_in_doubt_is_marked_with_the_reason(
    translator: ArgosTranslator, article: MakeArticle, sentence: str, doubt: str
) -> None:
    edition = article(f"Да. {sentence} Нет.")

    [translation] = translator.translate([edition], "en")

    assert [mark for _, _, mark in sentences_of(edition, translation)] == ["", doubt, ""]


def test_a_doubtful_output_is_replaced_by_a_better_one(store: PackageStore, article: MakeArticle) -> None:
    edition = article("Кот ъ спит на диване.")  # the model ends at the hard sign unless it is asked for more
    careless = EngineSettings(retry=None)

    [first] = ArgosTranslator(store, careless).translate([edition], "en")
    [better] = ArgosTranslator(store).translate([edition], "en")

    assert (first.paragraphs[0].text, first.paragraphs[0].sentences[0].doubt) == ("Kot", "too short")
    assert len(better.paragraphs[0].text) > len("Kot")
    assert better.paragraphs[0].sentences[0].doubt == ""


def test_a_sentence_that_comes_to_nothing_has_an_empty_span(store: PackageStore, article: MakeArticle) -> None:
    edition = article("Кот. Ъ! Дом.")

    [translation] = ArgosTranslator(store, EngineSettings(retry=None)).translate([edition], "en")

    assert translation.paragraphs[0].text == "Kot. Dom."
    assert sentences_of(edition, translation)[1] == ("Ъ!", "", "too short")


def test_the_starter_is_named_and_its_two_languages_share_one_model(
    starter_folder: Path, tmp_path: Path, article: MakeArticle
) -> None:
    steps: list[tuple[int, int]] = []
    editions = [article("Кот тут."), article("Кот тут.", "Київ.", language="uk")]

    with ArgosTranslator(
        PackageStore(tmp_path, starter_folder), progress=lambda *step: steps.append(step)
    ) as translator:
        ours, theirs = translator.translate(editions, "en")

    assert (ours.package, theirs.package) == ("translate-ru_en-0_1", "translate-uk_en-0_1")
    assert ours.is_starter
    assert theirs.is_starter
    assert steps[-1] == (2, 2)  # the sentence that both editions have goes through the one model once


def test_progress_ends_at_the_number_of_distinct_sentences(store: PackageStore, article: MakeArticle) -> None:
    steps: list[tuple[int, int]] = []
    editions = [article("Кот тут. Дом там. Кот тут."), article("Київ тут. 25.", language="uk")]

    with ArgosTranslator(store, progress=lambda *step: steps.append(step)) as translator:
        translator.translate(editions, "en")

    assert steps == sorted(steps)
    assert steps[-1] == (3, 3)


def test_no_editions_have_no_translations(empty_store: PackageStore) -> None:
    assert ArgosTranslator(empty_store).translate([], "en") == ()


def test_the_signature_tells_settings_apart(store: PackageStore) -> None:
    assert ArgosTranslator(store).signature == "argos, beam 4, length penalty 1.0, retry beam 4"
    assert ArgosTranslator(store, EngineSettings(retry=None)).signature.endswith("retry none")


PARAGRAPHS = st.lists(st.text("абвъѣѫ АБВ. .!?—«»\u00a0\n\x1b[]🙂xyz09", max_size=40), max_size=4)
EDITIONS = st.lists(st.tuples(PARAGRAPHS, st.sampled_from(["ru", "uk", "en"])), max_size=4)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(EDITIONS, st.randoms(use_true_random=False))
def test_spans_quote_their_texts_and_no_order_of_editions_changes_anything(
    translator: ArgosTranslator, drawn: list[tuple[list[str], str]], random: Random
) -> None:
    editions = [edition_of(texts, language, str(i)) for i, (texts, language) in enumerate(drawn)]
    order = list(range(len(editions)))
    random.shuffle(order)

    translations = translator.translate(editions, "en")
    again = translator.translate([editions[i] for i in order], "en")

    for place, i in enumerate(order):
        assert dataclasses.replace(again[place], seconds=0) == dataclasses.replace(translations[i], seconds=0)
    for edition, translation in zip(editions, translations, strict=True):
        assert len(translation.paragraphs) == len(edition.paragraphs)
        for k, (original, paragraph) in enumerate(zip(edition.paragraphs, translation.paragraphs, strict=True)):
            assert tuple(sentence.original for sentence in paragraph.sentences) == original.sentences
            spans = [sentence.translation for sentence in paragraph.sentences]
            if edition.language != "en":
                assert paragraph.text == " ".join(filter(None, (paragraph.text[s.start : s.end] for s in spans)))
                assert paragraph.text.isprintable()
            assert all(span.paragraph == k and 0 <= span.start <= span.end <= len(paragraph.text) for span in spans)


def edition_of(texts: list[str], language: str, source: str) -> Article:
    paragraphs = tuple(
        Paragraph(text, Role.BODY, language, tuple(Span(k, start, end) for start, end in split(text, language)))
        for k, text in enumerate(texts)
    )
    return Article(source, language, 1.0, "", paragraphs)


def test_an_interrupt_passes_through_and_what_is_translated_afterwards_is_whole(
    store: PackageStore, article: MakeArticle
) -> None:
    def interrupt(_done: int, total: int) -> None:
        if total == 1:
            raise KeyboardInterrupt

    translator = ArgosTranslator(store, progress=interrupt)
    with pytest.raises(KeyboardInterrupt), translator:
        translator.translate([article("Кот тут.")], "en")

    [translation] = translator.translate([article("Кот тут.", "Да.")], "en")
    assert [paragraph.text for paragraph in translation.paragraphs] == ["Kot tut.", "Da."]


def test_paragraphs_are_handed_on_in_order_and_the_first_before_the_last_is_begun(
    store: PackageStore, article: MakeArticle
) -> None:
    edition = article("Кот ѫ тут.", "He said.", *(f"Дом {k}. Кот спит {k}." for k in range(200)), other={1: "en"})
    known: list[int] = []
    handed_on: list[tuple[int, str]] = []

    def ready(paragraph: TranslatedParagraph) -> None:
        handed_on.append((known[-1], paragraph.text))

    with ArgosTranslator(store, progress=lambda done, _total: known.append(done)) as translator:
        [translation] = translator.translate([edition], "en", ready=ready)

    assert [text for _, text in handed_on] == [paragraph.text for paragraph in translation.paragraphs]
    assert handed_on[0][0] < handed_on[-1][0] == 401


def test_what_needs_no_model_is_handed_on_at_once(store: PackageStore, article: MakeArticle) -> None:
    class Stop(Exception):  # noqa: N818  # no error
        pass

    def stop(_done: int, _total: int) -> None:
        raise Stop

    handed_on: list[str] = []
    translator = ArgosTranslator(store, progress=stop)
    with pytest.raises(Stop):
        translator.translate([article("25 %", "Кот.")], "en", ready=lambda paragraph: handed_on.append(paragraph.text))

    assert handed_on == ["25 %"]


def test_an_explanation_tells_pieces_attempts_and_what_stands(store: PackageStore, article: MakeArticle) -> None:
    edition = article("Кот ъ спит на диване. 25 %", "He said.", other={1: "en"})

    with ArgosTranslator(store) as translator:
        translation, [doubted, number, quotation] = translator.explain(edition, "en")
        [plain] = translator.translate([edition], "en")

    assert dataclasses.replace(translation, seconds=0) == dataclasses.replace(plain, seconds=0)
    assert [edition.text_of(one.original) for one in (doubted, number, quotation)] == [
        "Кот ъ спит на диване.",
        "25 %",
        "He said.",
    ]
    [part] = doubted.parts
    assert (doubted.package, "".join(part.pieces), part.padded) == ("translate-ru_en-1_9", "▁Кот▁ъ▁спит▁на▁диване.", 29)
    first, second = doubted.attempts
    assert (first.text, first.doubt, first.beam_size) == ("Kot", "too short", 4)
    assert (second.doubt, second.beam_size, doubted.kept) == ("", 4, 1)
    assert first.score <= 0
    assert 0 < first.n_tokens < second.n_tokens
    for one in (number, quotation):
        assert (one.package, one.parts, one.attempts) == (None, (), ())


def test_an_explanation_tells_what_is_from_the_cache(
    store: PackageStore, article: MakeArticle, own_cache: Path
) -> None:
    edition = article("Кот тут.")
    told: list[Explanation] = []
    for _ in range(2):
        with TranslationCache(own_cache) as cache, ArgosTranslator(store, cache=cache) as translator:
            told += translator.explain(edition, "en")[1]

    assert [one.attempts[0].cached for one in told] == [False, True]
    assert told[0].parts == told[1].parts


def test_how_it_translates_is_told_where_it_is_not_the_default(store: PackageStore) -> None:
    usual = "argos, beam 4, length penalty 1.0, retry beam 4"

    assert ArgosTranslator(store).signature == usual
    assert ArgosTranslator(store, EngineSettings(compute_type="float32")).signature == f"{usual}, float32 on cpu"
