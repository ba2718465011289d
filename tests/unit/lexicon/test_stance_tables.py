from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest

from polyglot_news.lexicon.stance import StanceKind, find_stances
from polyglot_news.lexicon.stance_tables import EXACT, IDIOM, INFINITIVE, LANGUAGES, NUMBER, TABLES, Sense, keys, table

FORMS = files("polyglot_news") / "data" / "lexicon" / "stance.forms.tsv"
SEVERAL_GROUPS = {"loaded", "antonym"}  # a word may name several things, and have several opposites


def entries(language: str) -> Iterator[tuple[Sense, str]]:
    """Return every entry of a language with what it says, as the tables hold them."""
    for name in TABLES:
        for sense, cells in table(name):
            yield from ((sense, entry) for entry in cells[language])


def plain(entry: str) -> str:
    """Write an entry as a text would have it."""
    return entry.replace(EXACT, "").replace(INFINITIVE, "робити").replace(NUMBER, "500")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_found_again_in_its_plain_form(language: str) -> None:
    missed = [
        (sense, entry)
        for sense, entry in entries(language)
        if sense.kind != IDIOM
        and sense not in {(one.kind, one.value, one.group) for one in find_stances(plain(entry), language)}
    ]

    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_idiom_says_nothing_in_its_plain_form(language: str) -> None:
    kinds = {StanceKind.NEGATION, StanceKind.MODALITY, StanceKind.HEDGE, StanceKind.REPORTING, StanceKind.DEGREE}
    loud = [
        entry
        for sense, entry in entries(language)
        if sense.kind == IDIOM and any(one.kind in kinds for one in find_stances(entry, language))
    ]

    assert loud == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_stands_twice_where_once_is_enough(language: str) -> None:
    seen = Counter(
        (sense.kind, sense.group if sense.kind in SEVERAL_GROUPS else "", entry) for sense, entry in entries(language)
    )

    assert [one for one, count in seen.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_written_as_texts_are_read(language: str) -> None:
    odd = [
        entry for _, entry in entries(language) if entry != entry.strip() or "ё" in entry or "  " in entry or not entry
    ]

    assert odd == []


@pytest.mark.parametrize(("kind", "least"), [("loaded", 150), ("antonym", 150)])
def test_every_group_has_two_sides_and_three_languages(kind: str, least: int) -> None:
    values: dict[str, set[str]] = {}
    for name in TABLES:
        for sense, cells in table(name):
            if sense.kind == kind:
                values.setdefault(sense.group, set()).add(sense.value)
                assert all(cells[language] for language in LANGUAGES), sense

    assert len(values) >= least
    assert all(len(one) > 1 for one in values.values())


def test_every_row_is_of_a_known_kind_and_value() -> None:
    values: dict[str, set[str]] = {}
    for name in TABLES:
        for sense, _ in table(name):
            values.setdefault(sense.kind, set()).add(sense.value)

    assert set(values) == {*StanceKind, IDIOM}
    assert values["loaded"] == {"neutral", "hard", "soft"}
    assert values["antonym"] == {"first", "second"}


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_forms_lead_to_words_of_entries(language: str) -> None:
    known = {word for _, entry in entries(language) for word in entry.lower().split()}
    lines = FORMS.read_text("utf-8").splitlines()
    bases = {base for line in lines if line.startswith(language) for base in line.split("\t")[2].split("|")}

    assert bases - known == set()


@pytest.mark.parametrize(
    ("word", "language", "entry"),
    [
        ("denies", "en", "deny"), ("planned", "en", "plan"), ("Took", "en", "take"), ("refusing", "en", "refuse"),
        ("n’t", "en", "not"), ("обязаны", "ru", "обязан"), ("Шёл", "ru", "идти"), ("ДОЛЖНА", "ru", "должен"),
        ("зобовʼязаний", "uk", "зобов'язаний"), ("війни", "uk", "війна"), ("зросла", "uk", "зрости"),
    ],
)  # fmt: skip
def test_a_form_is_called_by_its_word(word: str, language: str, entry: str) -> None:
    assert entry in keys(word, language)


@pytest.mark.parametrize(
    ("word", "entry"),
    [("university", "universe"), ("note", "not"), ("notable", "note"), ("statement", "state"), ("planet", "plan"),
     ("ration", "rate"), ("banned", "banner"), ("mussed", "must")],
)  # fmt: skip
def test_other_words_of_the_same_beginning_are_not_its_forms(word: str, entry: str) -> None:
    assert entry not in keys(word, "en")
