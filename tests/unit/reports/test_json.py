import json
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # ships no types

from polyglot_news.model import Difference, DifferenceKind, Level, Link, Report, Span, TranslationKind
from polyglot_news.reports.json import render
from polyglot_news.reports.options import ReportOptions


@pytest.fixture(scope="module")
def schema() -> Any:  # noqa: ANN401  # a validator without types
    schema = json.loads((resources.files("polyglot_news") / "data/schema/comparison-1.0.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def document(report: Report, options: ReportOptions | None = None) -> Any:  # noqa: ANN401  # JSON
    return json.loads(render(report, options or ReportOptions()))


def test_a_real_report_keeps_the_schema(cup_final: Report, schema: Any) -> None:  # noqa: ANN401
    schema.validate(document(cup_final))


def test_a_translated_report_keeps_the_schema(storm: Report, schema: Any) -> None:  # noqa: ANN401
    schema.validate(document(storm))


@pytest.mark.parametrize("only", ["moved", "omission", "number", "framing"])
def test_a_filtered_report_keeps_the_schema(only: str, storm: Report, schema: Any) -> None:  # noqa: ANN401
    schema.validate(document(storm, ReportOptions(only=frozenset({only}))))


def test_a_provided_translation_keeps_the_schema(storm: Report, schema: Any) -> None:  # noqa: ANN401
    one = storm.comparisons[0]
    provided = replace(one.translation, kind=TranslationKind.PROVIDED, package=None)

    schema.validate(document(replace(storm, comparisons=(replace(one, translation=provided),))))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema_version",), "2.0"),
        (("more",), 1),
        (("base", "language_confidence"), 1.5),
        (("base", "paragraphs", 0, "role"), "lead"),
        (("editions", 0, "translation", "kind"), "google"),
        (("editions", 0, "translation", "package"), None),
        (("editions", 0, "paragraphs", 0, "translation"), ""),
        (("editions", 0, "links", 0, "base"), []),
        (("editions", 0, "links", 0, "score"), 2),
        (("editions", 0, "links", 1, "differences", 0, "kind"), "moved"),
        (("editions", 0, "links", 1, "differences", 0, "evidence"), []),
        (("editions", 0, "links", 1, "differences", 1, "base"), None),
        (("editions", 0, "omitted"), [3, 3]),
        (("editions", 0, "summary", "base_coverage"), -0.1),
    ],
)
def test_the_schema_is_strict(path: tuple[Any, ...], value: object, storm: Report, schema: Any) -> None:  # noqa: ANN401
    damaged = document(storm)
    place = damaged
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    assert not schema.is_valid(damaged)


def test_every_place_quotes_its_paragraph(cup_final: Report, storm: Report) -> None:
    for found in (document(cup_final), document(storm)):
        for edition in found["editions"]:
            texts = {
                "base": [one["text"] for one in found["base"]["paragraphs"]],
                "edition": [one["text"] for one in edition["paragraphs"]],
                "translation": [one["translation"] for one in edition["paragraphs"]],
            }
            for link in edition["links"]:
                for difference in link["differences"]:
                    for side, paragraphs in texts.items():
                        if place := difference[side]:
                            text = paragraphs[place["paragraph"]]
                            assert text[place["start"] : place["end"]] == place["text"] != ""


@pytest.mark.parametrize("kind", DifferenceKind)
def test_a_change_has_all_places_and_what_one_side_has_is_null_on_the_other(
    kind: DifferenceKind,
    story: Callable[..., Report],
    schema: Any,  # noqa: ANN401
) -> None:
    base, edition, translation = Span(0, 4, 12), Span(0, 0, 5), Span(0, 4, 10)
    places = [(base, edition, translation), (base, None, None), (None, edition, translation), (None, None, translation)]
    inside = [Difference(kind, Level.WORD, 0.8, 0, *spans, "note") for spans in places]
    told = story(
        ["The dictator spoke."], ["Лидер сказал."], [Link((0,), (0,), 0.9)], translated=["The leader spoke."],
        differences=inside,
    )  # fmt: skip

    found = document(told)

    schema.validate(found)
    differences = found["editions"][0]["links"][0]["differences"]
    assert {one["kind"] for one in differences} == {kind.value}
    assert [
        [one[side] and one[side]["text"] for side in ("base", "edition", "translation")] for one in differences
    ] == [
        ["dictator", "Лидер", "leader"],
        ["dictator", None, None],
        [None, "Лидер", "leader"],
        [None, None, "leader"],
    ]


def test_the_summary_counts_what_is_there(cup_final: Report) -> None:
    for edition in document(cup_final)["editions"]:
        summary = edition["summary"]
        assert summary["linked"] == len(edition["links"])
        assert summary["moved"] == sum(link["moved"] for link in edition["links"])
        assert summary["omitted"] == len(edition["omitted"])
        assert summary["added"] == len(edition["added"])
        assert summary["differences"] == sum(len(link["differences"]) for link in edition["links"])


def test_a_filter_leaves_links_and_moves_as_they_are(storm: Report) -> None:
    whole = document(storm)["editions"][0]
    filtered = document(storm, ReportOptions(only=frozenset({"number"})))["editions"][0]

    assert [link["moved"] for link in filtered["links"]] == [link["moved"] for link in whole["links"]]
    assert filtered["summary"] == whole["summary"] | {"omitted": 0, "added": 0, "differences": 1}
    assert filtered["omitted"] == filtered["added"] == []


def test_keys_come_in_the_order_of_the_contract(storm: Report) -> None:
    found = document(storm)
    edition = found["editions"][0]

    assert list(found) == ["schema_version", "tool", "base", "editions"]
    assert list(found["base"]) == ["source", "language", "language_confidence", "title", "paragraphs", "boilerplate"]
    assert list(edition) == [
        "source", "language", "language_confidence", "title", "translation", "paragraphs", "boilerplate", "links",
        "omitted", "added", "summary",
    ]  # fmt: skip
    assert list(edition["links"][0]) == ["base", "edition", "score", "moved", "differences"]
    assert list(edition["links"][1]["differences"][0]) == [
        "kind", "level", "confidence", "base", "edition", "translation", "note",
    ]  # fmt: skip


def test_what_was_not_translated_is_null(cup_final: Report) -> None:
    edition = document(cup_final)["editions"][0]

    assert {paragraph["translation"] for paragraph in edition["paragraphs"]} == {None}
    assert edition["translation"]["package"] is None


def test_letters_are_not_escaped(storm: Report) -> None:
    assert "Шторм оставил" in render(storm, ReportOptions())


@pytest.mark.parametrize("name", ["a\x1b[31mb", "a\x9b31mb", "a\u202eb", "caf\udce9", "a\u2028b"])
def test_a_hostile_file_name_is_harmless_and_not_lost(name: str, storm: Report) -> None:
    text = render(replace(storm, base=replace(storm.base, source=name)), ReportOptions())

    assert all(character.isprintable() or character in "\n\u00a0" for character in text)
    assert json.loads(text)["base"]["source"] == name
    text.encode("utf-8")


def test_an_edition_without_links_is_all_omitted_and_added(story: Callable[..., Report], schema: Any) -> None:  # noqa: ANN401
    found = document(story(["a", "b"], ["x"], []))

    schema.validate(found)
    assert (found["editions"][0]["omitted"], found["editions"][0]["added"]) == ([0, 1], [0])


def test_a_report_without_editions_or_paragraphs_keeps_the_schema(story: Callable[..., Report], schema: Any) -> None:  # noqa: ANN401
    empty = story([], [], [])

    schema.validate(document(empty))
    schema.validate(document(replace(empty, comparisons=())))


def test_links_stay_as_they_are(story: Callable[..., Report]) -> None:
    link = document(story(["a", "b"], ["x", "y"], [Link((0, 1), (0, 1), 0.123456)]))["editions"][0]["links"][0]

    assert (link["base"], link["edition"], link["score"]) == ([0, 1], [0, 1], 0.1235)


def test_the_json_of_the_story_is_the_golden_one(storm: Report, golden: Callable[[str, str], None]) -> None:
    text = render(storm, ReportOptions())
    version = json.loads(text)["tool"]["version"]

    golden("storm.json", text.replace(f'"version": "{version}"', '"version": "0.0"'))
