import pytest

from polyglot_news.differences.kinds import is_attribution, kind_of_change, kind_of_passage, note_of
from polyglot_news.differences.reading import Word, read
from polyglot_news.model import DifferenceKind, Level


def _within(text: str, passage: str) -> list[Word]:
    """The words of a passage of a text; names are known by what stands before them."""
    start = text.index(passage)
    return [word for word in read(text, "en") if start <= word.start < start + len(passage)]


@pytest.mark.parametrize(
    ("base", "edition", "expected"),
    [
        ("26,000", "16 thousand", DifferenceKind.NUMBER),
        ("did not sign", "signed", DifferenceKind.NEGATION),
        ("Maria Kravets", "Irina Savchuk", DifferenceKind.NAME),
        ("said", "announced", DifferenceKind.ATTRIBUTION),
        ("may", "must", DifferenceKind.MODALITY),
        ("reportedly", "certainly", DifferenceKind.MODALITY),
        ("the harvest", "the weather", DifferenceKind.OMISSION),
    ],
)
def test_what_stands_in_each_others_place_has_the_kind_of_what_differs(
    base: str, edition: str, expected: DifferenceKind
) -> None:
    ours, theirs = (_within(f"Yesterday he {passage} there.", passage) for passage in (base, edition))

    assert kind_of_change(ours, theirs) is expected
    assert kind_of_change(theirs, ours) is expected


def test_numbers_that_say_the_same_are_no_difference_of_numbers() -> None:
    ours, theirs = _within("It took 90 minutes.", "90 minutes"), _within("It took 1.5 hours.", "1.5 hours")

    assert kind_of_change(ours, theirs) is not DifferenceKind.NUMBER


@pytest.mark.parametrize(
    ("text", "passage", "level", "expected"),
    [
        ("“We will never leave,” he said.", "“We will never leave,” he said.", Level.SENTENCE, DifferenceKind.QUOTE),
        ("He said “we will never leave” there.", "we will never", Level.WORD, DifferenceKind.QUOTE),
        ("The ship carried 26,000 of them.", "26,000", Level.WORD, DifferenceKind.NUMBER),
        ("He did not sign.", "not", Level.WORD, DifferenceKind.NEGATION),
        ("He may sign.", "may", Level.WORD, DifferenceKind.MODALITY),
        ("The ship sank, the minister said.", "the minister said", Level.WORD, DifferenceKind.ATTRIBUTION),
    ],
)
def test_a_passage_has_the_kind_of_what_it_tells(
    text: str, passage: str, level: Level, expected: DifferenceKind
) -> None:
    words = _within(text, passage)

    assert kind_of_passage(words, passage, level, of_base=True) is expected
    assert kind_of_passage(words, passage, level, of_base=False) is expected


@pytest.mark.parametrize("level", Level)
def test_a_passage_that_only_tells_something_is_left_out_or_added(level: Level) -> None:
    words = _within("The ship sank in the storm.", "sank in the storm")

    assert kind_of_passage(words, "sank in the storm", level, of_base=True) is DifferenceKind.OMISSION
    assert kind_of_passage(words, "sank in the storm", level, of_base=False) is DifferenceKind.ADDITION


def test_a_whole_sentence_with_a_reservation_is_an_omission() -> None:
    words = _within("It may.", "It may.")

    assert kind_of_passage(words, "It may.", Level.SENTENCE, of_base=True) is DifferenceKind.OMISSION


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("the minister said", True),
        ("according to the minister", True),
        ("he said", True),
        ("said", False),
        ("the minister of the port", False),
        ("the minister who said that the ship had left Odesa with wheat and coal on Friday", False),
    ],
)
def test_an_attribution_says_who_said_it_and_nothing_else(passage: str, *, expected: bool) -> None:
    assert is_attribution(_within(f"The ship sank, {passage}.", passage)) is expected


@pytest.mark.parametrize(
    ("base", "edition", "expected"),
    [
        ("26,000", "16 тысяч", "26,000 in the base, 16 тысяч in the edition"),
        ("26,000", None, "number in the base only"),
        (None, "16 тысяч", "number in the edition only"),
    ],
)
def test_a_note_says_what_both_sides_have(base: str | None, edition: str | None, expected: str) -> None:
    assert note_of(DifferenceKind.NUMBER, Level.WORD, base, edition) == expected


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("kind", DifferenceKind)
def test_a_note_of_what_one_side_lacks_names_the_other(kind: DifferenceKind, level: Level) -> None:
    assert note_of(kind, level, "text", None).endswith(" in the base only")
    assert note_of(kind, level, None, "text").endswith(" in the edition only")


def test_a_note_is_one_line_though_the_text_goes_over_two() -> None:
    assert "\n" not in note_of(DifferenceKind.NAME, Level.WORD, "Oksana\nDovhal", "Ирина\r\nСавчук")
