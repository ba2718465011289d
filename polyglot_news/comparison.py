"""The main job, readable at a glance: editions in, Report out. Knows no file and no screen."""

from __future__ import annotations

from dataclasses import dataclass, field

from polyglot_news.alignment.aligner import align
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.differences.finding import find_differences
from polyglot_news.differences.settings import DifferenceSettings
from polyglot_news.errors import InputError
from polyglot_news.model import Article, Comparison, Report, Translation
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.translator import Translator
from polyglot_news.version import __version__


@dataclass(frozen=True, slots=True)
class ComparisonSettings:
    """How editions are compared."""

    alignment: AlignmentSettings = field(default_factory=AlignmentSettings)
    differences: DifferenceSettings = field(default_factory=DifferenceSettings)


def compare(
    base: Article,
    *editions: Article,
    translator: Translator | None = None,
    settings: ComparisonSettings | None = None,
) -> Report:
    """Hold each edition against the base: what was added, left out, moved or told differently.

    Args:
        base: the edition that the others are held against.
        editions: the others, in any languages; that of the base too.
        translator: None for the installed Argos packages, else the starter package.
        settings: None for the measured defaults.

    Returns:
        One comparison for each edition, in their order.

    Raises:
        InputError: there is no edition, or one text is given twice.
        PackageMissingError: no package translates the language of an edition into that of the base.
    """
    _require_texts_differ(base, *editions)
    if translator is None:
        with ArgosTranslator(PackageStore()) as own:
            return compare(base, *editions, translator=own, settings=settings)
    settings = settings or ComparisonSettings()
    translations = translator.translate(editions, base.language)
    comparisons = tuple(
        compare_edition(base, edition, translation, settings)
        for edition, translation in zip(editions, translations, strict=True)
    )
    return Report(base, comparisons, _signature(translator, translations, settings))


def compare_edition(
    base: Article, edition: Article, translation: Translation, settings: ComparisonSettings
) -> Comparison:
    """Align one translated edition with the base, and find what is different inside the links."""
    alignment = align(base, edition, translation, settings.alignment)
    differences = find_differences(base, edition, translation, alignment, settings.differences)
    return Comparison(edition, translation, alignment, differences)


def _require_texts_differ(base: Article, *editions: Article) -> None:
    """Two editions may be in one language, but a text given twice is a slip."""
    if not editions:
        raise InputError("no edition to compare with the base", hint="give one or more editions after the base")
    seen = {tuple(paragraph.text for paragraph in base.paragraphs): base.source}
    for edition in editions:
        text = tuple(paragraph.text for paragraph in edition.paragraphs)
        if text in seen:
            raise InputError(
                f"{edition.source}: is the same text as {seen[text]}",
                hint="give the base first, then each other edition once",
            )
        seen[text] = edition.source


def _signature(translator: Translator, translations: tuple[Translation, ...], settings: ComparisonSettings) -> str:
    """Say how the result was made, after the signatures of sacrebleu: the same signature, the same result."""
    packages = "+".join(dict.fromkeys(one.package for one in translations if one.package)) or "none"
    parts = [f"polyglot-news:{__version__}", f"translator:{translator.signature}", f"packages:{packages}"]
    if settings.alignment.semantic:
        parts.append("alignment:semantic")
    if model := settings.differences.signature:
        parts.append(f"differences:{model}")
    return "|".join(parts)
