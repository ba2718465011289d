"""Edited pairs with exact gold, for training the model that finds what one edition tells and the other does not."""

import json
import random
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "training" / "differences"


def module(name: str) -> ModuleType:
    if str(FOLDER) not in sys.path:
        sys.path.insert(0, str(FOLDER))
    return import_module(name)


def pair(en: str, mt: str | None = None, name: str = "a") -> Any:  # noqa: ANN401  # imported by path
    return module("rows").Pair(name, "uk", f"doc {name}", "mid", "", mt or en, en)


STORIES = (
    "President Vladimir Putin arrived in Moscow on Tuesday. Putin said that 300 soldiers were killed in the attack.",
    "The ministry did not sign it. According to the report, fighting goes on near Kharkiv, which has been under fire.",
    'Angela Merkel told reporters in Berlin: "We support Ukraine, and we will help." The German leader has since left.',
    "Prices rose sharply in 2021, by 15% in March. Poland, Hungary and Slovakia asked the European Commission for aid.",
)


def stories() -> list[Any]:
    return [pair(text, name=str(k)) for k, text in enumerate(STORIES)]


def possible(kind: str, en: str, mt: str | None = None) -> list[tuple[str, list[str], list[str]]]:
    """What a kind of edit makes of a paragraph in forty tries: the text, what each side tells alone."""
    one = pair(en, mt)
    made = []
    ready = module("scene").scene(one, module("material").gather([*stories(), one]))
    for seed in range(40):
        edit = module("edits").one_edit(ready, kind, random.Random(seed))  # noqa: S311  # seeded on purpose
        if edit:
            row = module("rows").edited(one, [edit], "a.1")
            told = [row.en[start:end] for start, end in row.gold_en]
            made.append((row.en, told, [one.mt[start:end] for start, end in row.gold_mt]))
    return made


TAKEN_OUT = [
    ("del_sentence", "He left. The bank closed its office in Riga.", "He left.", "The bank closed its office in Riga."),
    ("del_sentence", "Rain fell. Roads were closed.", "Roads were closed.", "Rain fell."),
    ("del_sentence", "The mayor resigned. Police searched the office.", "The mayor resigned.",
     "Police searched the office."),
    ("del_clause", "The plant, which employs 400 people, will close.", "The plant will close.",
     "which employs 400 people"),
    ("del_clause", "The flight was cancelled because the crew refused work.", "The flight was cancelled.",
     "because the crew refused work"),
    ("del_clause", "If the court agrees, the trial will begin.", "The trial will begin.", "If the court agrees"),
    ("del_aside", "The mine (one of the largest in Europe) flooded.", "The mine flooded.",
     "one of the largest in Europe"),
    ("del_aside", "Ivan Petrov, the head of the union, resigned.", "Ivan Petrov resigned.", "the head of the union"),
    ("del_aside", "The bridge – built by German engineers – collapsed.", "The bridge collapsed.",
     "built by German engineers"),
    ("del_phrase", "Residents protested against the new tax.", "Residents protested.", "against the new tax"),
    ("del_phrase", "The museum bought paintings without public funding.", "The museum bought paintings.",
     "without public funding"),
    ("del_phrase", "Volunteers delivered bread during the siege.", "Volunteers delivered bread.", "during the siege"),
    ("del_time", "The court fined the company on Tuesday.", "The court fined the company.", "on Tuesday"),
    ("del_time", "The bridge opened in 2014.", "The bridge opened.", "in 2014"),
    ("del_time", "The strike began two weeks ago.", "The strike began.", "two weeks ago"),
    ("del_place", "Fighting continued near Kharkiv.", "Fighting continued.", "near Kharkiv"),
    ("del_place", "Farmers blocked roads in Poland.", "Farmers blocked roads.", "in Poland"),
    ("del_place", "He opened a restaurant in Tbilisi.", "He opened a restaurant.", "in Tbilisi"),
    ("del_attribution", "Two drones were shot down, the governor said.", "Two drones were shot down.",
     "the governor said"),
    ("del_attribution", "According to the union, wages fell.", "Wages fell.", "According to the union"),
    ("del_attribution", "The minister said that exports fell.", "Exports fell.", "The minister said"),
    ("del_item", "They grow wheat, barley, and corn.", "They grow wheat and corn.", "barley"),
    ("del_item", "Soldiers, doctors, and teachers protested.", "Soldiers and teachers protested.", "doctors"),
    ("del_item", "The ban covers wine, cheese and fruit.", "The ban covers wine and fruit.", "cheese"),
    ("del_number", "About 300 soldiers surrendered.", "soldiers surrendered.", "About 300"),
    ("del_number", "The army lost 30 tanks.", "The army lost tanks.", "30"),
    ("del_number", "The storm damaged more than 40 houses.", "The storm damaged houses.", "more than 40"),
    ("del_adjective", "They signed a historic agreement.", "They signed an agreement.", "historic"),
    ("del_adjective", "The heavy shelling continued.", "The shelling continued.", "heavy"),
    ("del_adjective", "Police found an illegal weapon.", "Police found a weapon.", "illegal"),
    ("del_adverb", "Prices rose sharply.", "Prices rose.", "sharply"),
    ("del_adverb", "The village was completely destroyed.", "The village was destroyed.", "completely"),
    ("del_adverb", "He has already resigned.", "He has resigned.", "already"),
    ("del_hedge", "He allegedly took bribes.", "He took bribes.", "allegedly"),
    ("del_hedge", "The so-called referendum was held.", "The referendum was held.", "so-called"),
    ("del_hedge", "The blast killed at least 12 people.", "The blast killed 12 people.", "at least"),
    ("del_negation", "The ministry did not sign the contract.", "The ministry signed the contract.", "not"),
    ("del_negation", "The army cannot hold the town.", "The army can hold the town.", "cannot"),
    ("del_negation", "The deal is not final.", "The deal is final.", "not"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "en", "left", "lost"), TAKEN_OUT)
def test_what_is_taken_out_is_still_told_by_the_translation(kind: str, en: str, left: str, lost: str) -> None:
    found = [(text[:1].lower() + text[1:], told, gone) for text, told, gone in possible(kind, en)]

    assert (left[:1].lower() + left[1:], [], [lost]) in found


SAID = {"claimed", "alleged", "admitted", "insisted", "boasted", "complained", "conceded", "denied", "warned", "lied"}
CHANGED = [
    ("swap_antonym", "Exports rose by a fifth.", {"fell", "dropped"}, "rose"),
    ("swap_antonym", "The meeting was held before the election.", {"after"}, "before"),
    ("swap_antonym", "Parliament approved the budget.", {"rejected"}, "approved"),
    ("swap_loaded", "The leader addressed the nation.", {"dictator", "strongman", "tyrant", "autocrat"}, "leader"),
    ("swap_loaded", "They recognized the annexation of the peninsula.", {"reunification", "accession", "seizure"},
     "annexation"),
    ("swap_loaded", "The terrorists left the town.", {"fighters", "militants", "rebels", "separatists"}, "terrorists"),
    ("swap_reporting", "The mayor said that the water was clean.", SAID, "said"),
    ("swap_reporting", "The general confirmed the losses.", {"denied", "disputed", "questioned"}, "confirmed"),
    ("swap_reporting", "The company explained the delay.", {"claimed", "admitted", "complained", "insisted"},
     "explained"),
    ("swap_modality", "The bank may raise rates.", {"will", "must"}, "may"),
    ("swap_modality", "Ministers should resign.", {"must", "may"}, "should"),
    ("swap_modality", "The firm plans to hire engineers.", {"will", "refuses"}, "plans"),
    ("swap_negation", "The army was unable to advance.", {"able"}, "unable"),
    ("swap_negation", "They left without documents.", {"with"}, "without"),
    ("swap_negation", "The talks failed to bring peace.", {"managed"}, "failed"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "en", "put_in", "lost"), CHANGED)
def test_a_change_is_told_on_both_sides(kind: str, en: str, put_in: set[str], lost: str) -> None:
    found = [(told[0], gone) for _, told, gone in possible(kind, en) if told]

    assert {told for told, _ in found} & put_in
    assert any(told in put_in and gone and gone[0].startswith(lost) for told, gone in found)


@pytest.mark.parametrize(
    ("kind", "en", "lost"),
    [
        ("swap_name", "The prime minister of Hungary visited the plant.", "Hungary"),
        ("swap_name", "Negotiations were held in Istanbul.", "Istanbul"),
        ("swap_name", "The speech of Oleksandr Bondar lasted an hour.", "Oleksandr Bondar"),
        ("swap_speaker", "The road is safe, Oleksandr Bondar said.", "Oleksandr Bondar"),
        ("swap_speaker", "Anna Novak said the road is safe.", "Anna Novak"),
        ("swap_speaker", "Ivan Petrov told reporters the road is safe.", "Ivan Petrov"),
        ("swap_number", "The fire killed 12 people.", "12"),
        ("swap_number", "Inflation reached 7.5% this year.", "7.5"),
        ("swap_number", "The loan is worth 3 billion euros.", "billion"),
    ],
)  # fmt: skip
def test_another_name_or_number_stands_for_the_one_that_the_translation_has(kind: str, en: str, lost: str) -> None:
    found = possible(kind, en)

    assert any(gone == [lost] for _, _, gone in found)
    assert all(told and told[0] not in en for _, told, _ in found)


PUT_IN = [
    ("ins_sentence", "The mayor resigned."),
    ("ins_sentence", "Police searched the office. Nobody was hurt."),
    ("ins_sentence", "The factory was sold to investors."),
    ("ins_clause", "The mayor resigned after the vote."),
    ("ins_clause", "Police searched the office of the party."),
    ("ins_clause", "The factory was sold to investors."),
    ("ins_aside", "Talks in Istanbul continued."),
    ("ins_aside", "The budget of Hungary is large."),
    ("ins_aside", "Oleksandr Bondar said the road is safe."),
    ("ins_phrase", "The mayor resigned after the vote."),
    ("ins_phrase", "Police searched the office."),
    ("ins_phrase", "The factory was sold to investors."),
    ("ins_time", "The mayor resigned after the vote."),
    ("ins_time", "Police searched the office."),
    ("ins_time", "The factory was sold to investors."),
    ("ins_place", "The mayor resigned after the vote."),
    ("ins_place", "Police searched the office."),
    ("ins_place", "The factory was sold to investors."),
    ("ins_attribution", "The mayor resigned after the vote."),
    ("ins_attribution", "Police searched the office."),
    ("ins_attribution", "The factory was sold to investors."),
    ("ins_item", "Estonia, Latvia and Lithuania closed the border."),
    ("ins_item", "Delegates from Estonia and Latvia met."),
    ("ins_item", "They sell grain to Egypt, Syria and Libya."),
    ("ins_adjective", "The government lost the election."),
    ("ins_adjective", "The explosion destroyed a bridge."),
    ("ins_adjective", "An official met the delegation."),
    ("ins_adverb", "The house was destroyed."),
    ("ins_adverb", "He criticized the court."),
    ("ins_adverb", "The task is important."),
    ("ins_hedge", "The house was destroyed by soldiers."),
    ("ins_hedge", "The blast killed 12 people and damaged the annexation."),
    ("ins_hedge", "The attack was a crime."),
    ("ins_negation", "The house was destroyed."),
    ("ins_negation", "She signed the contract."),
    ("ins_negation", "The army can hold the town."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "en"), PUT_IN)
def test_what_is_put_in_is_told_by_the_base_alone(kind: str, en: str) -> None:
    found = possible(kind, en)

    assert found
    for text, told, gone in found:
        assert gone == []
        assert len(told) == 1
        assert len(text) > len(en)
        assert told[0] in text
        assert told[0] not in en


@pytest.mark.parametrize(
    ("kind", "en", "lost"),
    [
        ("cut_quotation", 'He said: "We want peace, but we need weapons."', "but we need weapons"),
        ("cut_quotation", '"Schools will open, and buses will run," the mayor said.', "and buses will run"),
        ("cut_quotation", '"The road is safe, because soldiers guard it," he said.', "because soldiers guard it"),
        ("del_quotation", '"The road is safe again," Ivan Petrov said.', '"The road is safe again,"'),
        ("del_quotation", 'The mayor said: "Schools will open tomorrow."', '"Schools will open tomorrow."'),
        ("del_quotation", "“Wages are too low,” Anna Novak noted.", "“Wages are too low,”"),
    ],
)
def test_a_quotation_is_shortened_or_taken_out(kind: str, en: str, lost: str) -> None:
    assert any(gone == [lost] and told == [] for _, told, gone in possible(kind, en))


def test_an_edit_is_refused_where_the_translation_does_not_tell_what_is_taken_out() -> None:
    assert possible("del_adjective", "They signed a historic agreement.", "They signed the agreement.") == []
    assert possible("swap_number", "The fire killed 12 people.", "The fire killed many people.") == []


def test_the_counterpart_is_found_in_other_words_and_another_order() -> None:
    en = "The court fined the company on Tuesday."
    mt = "On Tuesday, the company was fined by the tribunal."

    assert {tuple(gone) for _, _, gone in possible("del_time", en, mt)} == {("On Tuesday",)}


WORDINGS = [
    ("contraction", "They do not agree.", "They don't agree."),
    ("percent", "Prices rose by 15%.", "Prices rose by 15 percent."),
    ("number", "The army lost three tanks.", "The army lost 3 tanks."),
    ("date", "He died on July 26.", "He died on 26 July."),
    ("speaker_order", '"It is safe," said Petrov.', '"It is safe," Petrov said.'),
    ("spelling", "The theatre was closed.", "The theater was closed."),
    ("synonym", "The firm assisted the victims.", "The firm helped the victims."),
    ("nation", "The budget of Russia's army grew.", "The budget of the Russian army grew."),
    ("short_name", "Ivan Petrov resigned. Ivan Petrov is ill.", "Ivan Petrov resigned. Petrov is ill."),
    ("generic", "He came to Riga. He died in Riga.", "He came to Riga. He died in the city."),
    ("moved_adverbial", "On Tuesday, he arrived home.", "He arrived home on Tuesday."),
    ("moved_attribution", "According to the bank, prices fell.", "Prices fell, according to the bank."),
    ("articles", "He wrote to the Ministry of Health.", "He wrote to Ministry of Health."),
]


@pytest.mark.parametrize(("wording", "en", "other"), WORDINGS)
def test_other_words_for_the_same_are_no_difference(wording: str, en: str, other: str) -> None:
    one = pair(en)
    ready = module("scene").scene(one, module("material").gather([one]))
    made = set()
    for seed in range(20):
        for edit in getattr(module("paraphrases"), wording)(ready, random.Random(seed)):  # noqa: S311  # seeded on purpose
            row = module("rows").edited(one, [edit], "a.1")
            assert (row.type, row.gold_en, row.gold_mt) == ("clean", (), ())
            made.add(row.en)

    assert other in made


def rows(seed: int) -> list[Any]:
    edits = module("edits")
    pairs = stories()
    return list(edits.all_rows(pairs, module("material").gather(pairs), edits.Settings(n_edited=30, n_clean=4), seed))


def test_gold_spans_are_whole_words_inside_the_text_and_apart() -> None:
    made = rows(1)

    assert len(made) > 80
    for row in made:
        for text, spans in ((row.en, row.gold_en), (row.pair.mt, row.gold_mt)):
            ends = [0]
            for start, end in spans:
                assert ends[-1] <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip(" ,;")
                assert not text[max(0, start - 1) : start].isalnum()
                assert not text[end : end + 1].isalnum()
                ends.append(end)


def test_a_row_has_a_span_for_each_of_its_edits_and_a_clean_one_none() -> None:
    for row in rows(2):
        kinds = [] if row.type == "clean" else row.type.split("+")
        assert len(kinds) <= 3
        assert max(len(row.gold_en), len(row.gold_mt)) <= len(kinds) <= len(row.gold_en) + len(row.gold_mt)


def test_text_is_tidy_after_editing() -> None:
    for row in rows(3):
        assert "  " not in row.en
        assert " ." not in row.en
        assert ",," not in row.en
        assert ",." not in row.en


def test_the_same_seed_makes_the_same_rows_and_another_one_others() -> None:
    assert rows(4) == rows(4)
    assert rows(4) != rows(5)


def test_the_command_reads_clean_rows_and_writes_edited_ones(tmp_path: Path) -> None:
    source, output = tmp_path / "pairs.jsonl", tmp_path / "edits.jsonl"
    read = [{"id": str(k), "type": "clean", "lang": "ru", "doc": str(k), "tier": "mid", "src": "Привет.", "mt": text,
             "en": text} for k, text in enumerate(STORIES)]  # fmt: skip
    read.append({**read[0], "id": "other", "type": "del_sent"})
    source.write_text("".join(json.dumps(row) + "\n" for row in read), "utf-8")
    command = [sys.executable, str(FOLDER / "edits.py"), "--pairs", str(source), "--output", str(output)]
    done = subprocess.run([*command, "--per-pair", "5", "--seed", "3"], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr

    written = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert {row["id"].split(".")[0] for row in written} == {"0", "1", "2", "3"}
    assert list(written[0]) == ["id", "type", "lang", "doc", "tier", "src", "mt", "en", "gold_en", "gold_mt"]
    assert any(row["type"] == "clean" and row["gold_en"] == [] for row in written)
    assert any(row["gold_en"] or row["gold_mt"] for row in written)
    assert all(row["mt"] == STORIES[int(row["doc"])] and row["src"] == "Привет." for row in written)
