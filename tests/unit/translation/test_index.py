import json
from collections.abc import Mapping

import pytest

from polyglot_news.errors import InputError, PackageError
from polyglot_news.translation.index import Offer, choose, index_address, newest, read_index

# As https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json has them.
RUSSIAN = {
    "package_version": "1.9",
    "argos_version": "1.9",
    "from_code": "ru",
    "from_name": "Russian",
    "to_code": "en",
    "to_name": "English",
    "links": ["https://argos-net.com/v1/translate-ru_en-1_9.argosmodel", "ipfs://QmV5bmf8iqKpoGoyuTzEppaSWdceuW6z"],
    "code": "translate-ru_en",
}


def entry(from_code: str, to_code: str, version: str = "1.0", **more: object) -> Mapping[str, object]:
    return {**RUSSIAN, "from_code": from_code, "to_code": to_code, "package_version": version, **more}


def read(*entries: object) -> tuple[Offer, ...]:
    return read_index(json.dumps(entries).encode(), "index.json")


SOME = read(
    RUSSIAN, entry("uk", "en"), entry("uk", "en", "1.10"), entry("uk", "en", "1.9"), entry("de", "en"),
    entry("en", "ru"), entry("pt_br", "en"), entry("ja", "en", argos_version="2.0"),
)  # fmt: skip


def test_an_entry_of_argos_is_an_offer() -> None:
    (offer,) = read(RUSSIAN)

    assert (offer.name, offer.from_name, offer.to_name) == ("translate-ru_en 1.9", "Russian", "English")
    assert offer.links == tuple(RUSSIAN["links"])
    assert (offer.size_bytes, offer.sha256) == (None, "")


def test_size_and_hash_are_honoured_where_an_index_has_them() -> None:
    (offer,) = read({**RUSSIAN, "size": 205_000_000, "sha256": "AB" * 32})

    assert (offer.size_bytes, offer.sha256) == (205_000_000, "ab" * 32)


@pytest.mark.parametrize(
    "hostile",
    [
        "text", None, 3, [], {},
        {**RUSSIAN, "type": "sbd"},
        {**RUSSIAN, "type": []},
        {**RUSSIAN, "from_code": "../../etc"},
        {**RUSSIAN, "from_code": "ru\x1b[2J"},
        {**RUSSIAN, "from_code": ["ru"]},
        {**RUSSIAN, "to_code": None},
        {**RUSSIAN, "package_version": "1.9/../../evil"},
        {**RUSSIAN, "package_version": "9" * 5000},
        {**RUSSIAN, "package_version": 1.9},
        {**RUSSIAN, "argos_version": ""},
        {**RUSSIAN, "links": "https://argos.example/"},
        {**RUSSIAN, "links": {"a": 1}},
    ],
    ids=repr,
)  # fmt: skip
def test_an_entry_that_makes_no_sense_is_passed_over_and_the_others_stay(hostile: object) -> None:
    assert [offer.name for offer in read(hostile, RUSSIAN)] == ["translate-ru_en 1.9"]


def test_what_makes_no_sense_inside_an_entry_is_not_there() -> None:
    names = {"from_name": "Rus\x1bsian", "to_name": "e" * 101}
    (offer,) = read({**RUSSIAN, **names, "links": [1, None, "a" * 9000, "https://a/"], "size": True, "sha256": "short"})

    assert (offer.from_name, offer.to_name, offer.links) == ("", "", ("https://a/",))
    assert (offer.size_bytes, offer.sha256) == (None, "")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"<html>sign in</html>", "is not an index"),
        (b"\xff\xfe", "is not an index"),
        (b"{}", "is not an index"),
        (b"[" * 100_000, "is not an index"),
        (b"[" + b"1," * 20_000 + b"1]", "is not an index"),
        (b"[]", "offers no package that translates"),
        (b'[{"type": "sbd"}]', "offers no package that translates"),
    ],
    ids=["html", "bytes", "object", "deep", "long", "empty", "other kinds"],
)
def test_what_is_no_index_is_told_apart(raw: bytes, said: str) -> None:
    with pytest.raises(PackageError, match=said) as caught:
        read_index(raw, "https://argos.example/index.json")

    assert caught.value.message.startswith("https://argos.example/index.json: ")
    assert "--index" in caught.value.hint


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("ru", "translate-ru_en 1.9"),
        ("RU", "translate-ru_en 1.9"),
        ("uk", "translate-uk_en 1.10"),
        ("en_ru", "translate-en_ru 1.0"),
        ("en:ru", "translate-en_ru 1.0"),
        ("translate-de_en", "translate-de_en 1.0"),
        ("pt_br", "translate-pt_br_en 1.0"),
        ("pt_br_en", "translate-pt_br_en 1.0"),
        ("pt_br:en", "translate-pt_br_en 1.0"),
    ],
)
def test_a_language_is_one_into_english_and_a_pair_is_a_pair(wanted: str, name: str) -> None:
    assert [offer.name for offer in choose(SOME, [wanted])] == [name]


def test_each_is_chosen_once_in_the_order_asked_for() -> None:
    assert [offer.code for offer in choose(SOME, ["uk", "ru", "uk_en"])] == ["translate-uk_en", "translate-ru_en"]


@pytest.mark.parametrize(
    ("wanted", "said", "hint"),
    [
        ("ka", "ka: the index has no package that translates ka into en", "into en it has de, ja, pt_br, ru, uk"),
        ("ru:de", "translates ru into de", "from ru it has packages into en"),
        ("ka:de", "translates ka into de", "pn models list --available"),
        ("en", "en into en is no translation", "ru_de"),
        ("russian", "is neither a language, nor a pair of them, nor a file", "ru:de"),
        ("./ru", "is neither a language", "ru:de"),
        ("ru:", "is neither a language", "ru:de"),
        ("", "is neither a language", "ru:de"),
    ],
)
def test_a_language_that_there_is_none_for_is_bad_input_that_says_what_there_is(
    wanted: str, said: str, hint: str
) -> None:
    with pytest.raises(InputError) as caught:
        choose(SOME, ["ru", wanted])

    assert said in caught.value.message
    assert hint in caught.value.hint


def test_a_package_for_a_later_argos_is_not_chosen() -> None:
    with pytest.raises(PackageError, match=r"translate-ja_en 1\.0 is for Argos Translate 2\.0"):
        choose(SOME, ["ja"])

    older = read(entry("ja", "en", "1.1"), entry("ja", "en", "3.0", argos_version="2.0"))
    assert [offer.version for offer in choose(older, ["ja"])] == ["1.1"]
    assert [offer.version for offer in newest(older)] == ["1.1"]


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://a/main", "https://a/main/index.json"),
        ("https://a/main/", "https://a/main/index.json"),
        ("https://a/own.json", "https://a/own.json"),
        ("https://a/own.json?key=1", "https://a/own.json?key=1"),
    ],
)
def test_an_index_is_a_file_or_the_folder_of_index_json_as_argos_has_it(given: str, address: str) -> None:
    assert index_address(given) == address
