import pytest

from polyglot_news.translation.guards import doubt, has_script_of, severity

LONG = "Президент заявил, что страна не будет участвовать в переговорах, пока не выполнят все её условия."
GOOD = "The president said that the country will not take part in talks until all of its conditions are met."


@pytest.mark.parametrize(
    ("source", "output"),
    [
        (LONG, GOOD),
        ("Да.", "Yes."),
        ("ВОЗ", "World Health Organization"),
        ("Как сообщает ТАСС", "TASS reports"),
        ("Он шёл, шёл, шёл и шёл.", "He walked, walked, walked and walked."),
        ("Очень, очень, очень важно.", "Very, very, very important."),
        ("Ха-ха-ха-ха-ха-ха-ха!", "Ha-ha-ha-ha-ha-ha-ha!"),
        ("Группа «Ё» выступит в Москве вечером", "The group “Ё” will perform in Moscow tonight"),
        ("— 25 000 —", "25,000"),
        ("***", "***"),
        ("...", ""),
    ],
)
def test_a_sound_translation_is_not_doubted(source: str, output: str) -> None:
    assert doubt(source, output) == ""


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ("The president said that переговорах will not take part in the talks until all is met", "untranslated"),
        (LONG, "untranslated"),
        ("The president said that he said that he said that he said that he will not take part in talks", "repetition"),
        ("The country of the country, the president of the the the the talks will not take part in them", "repetition"),
        ("The president will not take part in talks until the president will not take part in talks.", ""),
        ("He said: we will not take part. We will not take part. We will not take part in these talks.", "repetition"),
        ("The president of the U.S.S.S.S.S.S.S.S.S.S. will not take part in talks about his conditions.", "repetition"),
        (GOOD + " Much more could be told about this here, for whoever likes to read what nobody wrote: of ships, "
         "of shoes, of cabbages, of kings, and why the sea is boiling hot.", "too long"),
        ("The president said.", "too short"),
        ("", "too short"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_called_by_its_name(output: str, name: str) -> None:
    assert doubt(LONG, output) == name


def test_a_copy_is_untranslated_in_whatever_script() -> None:
    german = "Der Präsident will nicht verhandeln."

    assert doubt(german, german) == "untranslated"
    assert doubt("Angela Merkel", "Angela Merkel") == ""


def test_cyrillic_is_no_fault_where_the_base_is_written_in_it() -> None:
    assert doubt("Президент не приехал в Киев.", "Президент не приїхав до Києва.", into="uk") == ""


def test_what_a_reader_can_use_least_is_most_severe() -> None:
    names = ["", "too short", "too long", "repetition", "untranslated"]

    assert sorted(names, key=severity) == names


@pytest.mark.parametrize(
    ("language", "text", "can_be"),
    [("ru", "Кот", True), ("ru", "BBC News", False), ("ru", "25 %", False), ("de", "BBC", True), ("de", "25", False)],
)
def test_the_letters_alone_say_whether_a_text_can_be_in_a_language(language: str, text: str, can_be: bool) -> None:  # noqa: FBT001
    assert has_script_of(language, text) is can_be
