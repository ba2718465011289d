from pathlib import Path

import pytest

from polyglot_news.errors import PackageDamagedError
from polyglot_news.sources.boilerplate_features import FEATURES, REASONS, measure
from polyglot_news.sources.boilerplate_scorer import WEIGHTS, read_scorer, score, shipped

NEWS = "The dam above the town broke on Monday morning, the ministry said."


def test_each_paragraph_has_a_probability_and_a_reason() -> None:
    scores, reasons = score([NEWS, "Subscribe to our newsletter", NEWS], shipped())

    assert all(0 <= likely <= 1 for likely in scores)
    assert scores[1] > scores[0]
    assert set(reasons) <= set(REASONS)


def test_no_paragraphs_no_scores() -> None:
    assert score([], shipped()) == ([], [])


@pytest.mark.parametrize("text", ["", " ", "—", "©", "\u200b", "a" * 5000, "« « «", "123"])
def test_anything_can_be_measured(text: str) -> None:
    assert {len(row) for row in measure([text, text])} == {len(FEATURES)}


def test_words_in_quotation_marks_do_not_speak_for_the_site() -> None:
    words = FEATURES.index("site words")
    said, meant = measure(["“Subscribe to our newsletter”, he said.", "Subscribe to our newsletter, he said."])

    assert said[words] < meant[words]


@pytest.mark.parametrize(
    ("old", "new"), [('"features"', '"featured"'), ("{", "["), ("words: newsletter", "words: letters")]
)
def test_weights_of_another_version_are_refused(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "weights.json"
    path.write_text(WEIGHTS.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(PackageDamagedError, match=r"weights\.json"):
        read_scorer(path)
