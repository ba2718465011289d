"""Markdown is read back by a parser: what comes out is the text, and nothing of it has become anything else."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from polyglot_news.model import (
    Alignment,
    Article,
    Comparison,
    Difference,
    DifferenceKind,
    Level,
    Link,
    Paragraph,
    Report,
    Role,
    Span,
    TranslatedParagraph,
    Translation,
    TranslationKind,
)
from polyglot_news.reports.controls import show_controls
from polyglot_news.reports.markdown import LONGEST, render
from polyglot_news.reports.markdown.text import BASE_SIGN, EDITION_SIGN, escape, escape_line, mark, passage, shorten
from polyglot_news.reports.options import ReportOptions

LINKED = re.compile(
    r"@\w|#\d|\bgh-\d|://|www\.|:[\w+-]+:|mailto:|xmpp:|\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}\b", re.IGNORECASE
)
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = [
    "**bold** _it_ ~~struck~~ `code` ~one~",
    "# heading", "#5 and org/repo#17, GH-12", "1. item", "1) item", "- item", "+ item", "=====", "---", "> quote",
    "[link](javascript:alert(1)) ![image](x.png) [ref][1] [^1] [!NOTE]",
    "<b>x</b> <script>alert(1)</script> <!-- x -->",
    "<https://a.example> https://a.example ftp://a.example www.a.example WWW.a.example", "write to a.b@c.example",
    "mailto:a@b.example xmpp:a@b.example/c", "@someone and @org/team", ":x: :+1: :rocket:", "a | b || c \\| d",
    "&amp; &lt;b&gt; &#64;someone", "back\\slash \\* \\", "$x^2$ and $$y$$ and 5$ or $6", "{{ page }} {% include x %}",
    "see 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567", "```\ncode\n```", "    indented", "line\nline\r\nline\u2028line",
    "null\x00 escape\x1b[31m delete\x7f bidi\u202e\u2066 half\udce9",
    "شروع \u200f(עברית) 👩\u200d👩\u200d👧 🏴 é e\u0301",
    "word" * 2500, "*", "~", "$", "|", "", " ", "\u200b", "\u00a0no-break\u00a0",
]  # fmt: skip
PIECES = [
    *"*_~`#$|<>[]()!&@:;.,-+=\\{}\"'“«% \n1aяé€😀",
    "\u0301",
    "www.",
    "://",
    ":x:",
    "#1",
    "@a",
    "GH-1",
    "abc1234",
]
nasty = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.sampled_from([text for text in HOSTILE if len(text) < 1000]),
)


def seen(text: str) -> str:
    """A text as a page shows it."""
    return re.sub("[ \n]+", " ", show_controls(text)).strip()


def tokens_of(markdown: str) -> Iterator[Token]:
    for token in GITHUB.parse(markdown):
        yield from token.children or (() if token.type == "inline" else (token,))


def texts_of(markdown: str) -> list[str]:
    """What a reader sees of each paragraph, heading and cell."""
    return [
        "".join(one.content for one in token.children or () if one.type in {"text", "code_inline"}).replace(
            "\u200b", ""
        )
        for token in GITHUB.parse(markdown)
        if token.type == "inline"
    ]


def assert_harmless(markdown: str) -> None:
    """Nothing is linked, pictured or HTML, by Markdown or by what GitHub does to the text afterwards."""
    for token in tokens_of(markdown):
        assert token.type not in {"link_open", "image", "html_block", "code_block", "fence", "hr", "hardbreak"}
        assert token.type != "html_inline" or token.content in {"<span>", "</span>"}
        if token.type == "text":
            assert LINKED.search(token.content) is None
            assert token.content.count("$") < 2 or re.search(r"\S\$", token.content) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_as_text(text: str) -> None:
    written = escape_line(text) if len(text) < 2000 else escape(text)

    assert "".join(texts_of(f"> {written}")) == seen(text)
    assert_harmless(f"> {written}")


@given(nasty)
def test_any_text_is_read_as_text(text: str) -> None:
    written = escape_line(text)

    assert "\n" not in written
    assert "".join(texts_of(f"> {written}")) == seen(text)
    assert "".join(texts_of(f"# {escape(text)}")) == seen(text)
    assert_harmless(written)


@given(nasty, nasty)
def test_any_text_stays_in_its_cell(one: str, two: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {escape(one)} | {escape(two)} |"

    assert texts_of(table) == ["a", "b", seen(one), seen(two)]


@given(nasty, st.data(), st.sampled_from([BASE_SIGN, EDITION_SIGN]))
def test_marks_are_marks_wherever_they_stand(text: str, data: st.DataObject, sign: str) -> None:
    ends = st.integers(0, len(text))
    spans = [Span(0, *sorted(data.draw(st.tuples(ends, ends)))) for _ in range(data.draw(st.integers(0, 3)))]

    written = f"> {escape('x')} {passage(text, (), spans, sign)}"

    assert "".join(texts_of(written)) == f"x {seen(text)}".strip()
    assert_harmless(written)


@pytest.mark.parametrize(
    ("text", "start", "end", "written"),
    [
        ("from 1.2% of it", 5, 9, "from **1.2%** of it"),
        ("its bow, he said", 7, 16, "its bow, **he said**"),
        ("unseaworthy", 2, 5, "un**sea**worthy"),
        ("(«слово»)", 1, 8, "(**«слово»**)"),
        ("a, b", 1, 2, "a, b"),
        ("no mark", 2, 3, "no mark"),
    ],
)
def test_a_sign_stands_where_it_is_one(text: str, start: int, end: int, written: str) -> None:
    assert passage(text, (), [Span(0, start, end)], EDITION_SIGN) == written
    assert "**" not in "".join(texts_of(written))


def test_spans_that_touch_are_one_mark() -> None:
    assert passage("abcd", (), [Span(0, 0, 2), Span(0, 2, 3), Span(0, 1, 2)], BASE_SIGN) == "~~abc~~d"


def test_only_the_sentences_in_question_are_quoted() -> None:
    text = "One. Two. Three. Four."
    one, two, three, four = Span(0, 0, 4), Span(0, 5, 9), Span(0, 10, 16), Span(0, 17, 22)

    assert passage(text, [two, three], [], BASE_SIGN) == "… Two. Three. …"
    assert passage(text, [one, four], [], BASE_SIGN) == "One. … Four."
    assert passage(text, [one], [Span(0, 5, 8)], BASE_SIGN) == "One. ~~Two~~. Three. Four."


def test_a_very_long_paragraph_says_how_much_of_it_is_missing() -> None:
    assert escape_line("x" * 10_000).endswith("x … (8,000 more characters)")


def test_a_text_is_cut_at_a_word() -> None:
    assert shorten("one two three", 9) == "one two…"
    assert shorten("onetwothree", 6) == "onetwo…"
    assert mark(shorten("one two, three", 9), BASE_SIGN) == "~~one two…~~"


def test_the_report_of_a_story(storm: Report) -> None:
    lines = render(storm, ReportOptions(min_confidence=0.5)).split("\n")

    assert lines[0] == "# Storm cuts power to the coast"
    assert lines[2].startswith("**Covered of the base: ru 86 %.** Whole paragraphs: 1 left out, 1 added, 1 moved.")
    assert "Inside linked ones: 2 differences (left out 1, number 1)." in lines[2]
    assert "| **ru** Russian, ru.txt | 86 % | 4 | 1 | 1 | 1 | 2 |" in lines
    assert any(line.endswith("Differences below a confidence of 0.50 are not shown.") for line in lines)
    leads = [line for line in lines if line.startswith("**") and "¶" in line]
    assert leads == [
        "**Told differently: en ¶2 → ru ¶3**", "**Added: ru ¶4**", "**Left out: en ¶4**", "**Moved: en ¶5 → ru ¶2**",
    ]  # fmt: skip
    assert "> *en ¶2* A storm cut power to ~~16\u00a0000~~ homes on Friday night. ~~No one was hurt.~~" in lines
    assert "> *ru ¶3, translated* On the night to Saturday **26\u00a0000** homes were left without light." in lines
    assert "> *ru ¶3* В ночь на субботу без света остались **26\u00a0000** домов." in lines
    assert "- number 0.93: ~~16\u00a0000~~ → **26\u00a0000**" in lines
    assert lines.index("> The mayor promised payments.") < lines.index("> Мэр обещал выплаты.")


@pytest.mark.parametrize(
    ("original", "note"),
    [(Span(0, 3, 8), "- changed 0.90: ~~ill~~ → **болен** (ill)"), (None, "- changed 0.90: **ill**")],
)
def test_a_changed_word_that_is_translated_as_the_base_has_it_is_seen_in_the_original(
    story: Callable[..., Report], original: Span | None, note: str
) -> None:
    change = Difference(DifferenceKind.OMISSION, Level.WORD, 0.9, 0, Span(0, 3, 6), original, Span(0, 3, 6), "")
    told = story(["Is ill"], ["Он болен"], [Link((0,), (0,), 0.9)], translated=["Is ill"], differences=[change])

    assert note in render(told, ReportOptions()).split("\n")


def test_only_what_was_asked_for_is_shown(storm: Report) -> None:
    markdown = render(storm, ReportOptions(only=frozenset({"number"})))

    assert "| edition | covered | linked | differences |" in markdown
    assert "Asked for: only number." in markdown
    assert "Left out" not in markdown
    assert "No one was hurt.~~" not in markdown


def test_what_tells_the_same_has_nothing_to_show(story: Callable[..., Report]) -> None:
    markdown = render(story(["A"], ["А"], [Link((0,), (0,), 1.0)]), ReportOptions())

    assert markdown.count("Nothing of what was asked for was found.") == 2
    assert "| **ru** Russian, ru.txt | 100 % | 1 | 0 | 0 | 0 | 0 |" in markdown


def test_a_report_on_nothing_can_be_written(story: Callable[..., Report]) -> None:
    nothing = story([], [], [])

    assert "| 0 % | 0 |" in render(nothing, ReportOptions())
    assert render(replace(nothing, comparisons=()), ReportOptions()).startswith("# en.txt\n")


def test_it_says_whose_translation_it_was(storm: Report) -> None:
    one = storm.comparisons[0]

    def told(kind: TranslationKind, *, starter: bool = False) -> str:
        made = replace(one.translation, kind=kind, is_starter=starter)
        return render(replace(storm, comparisons=(replace(one, translation=made),)), ReportOptions())

    assert "Translated by translate-ru\\_en-1\\_9" in told(TranslationKind.ARGOS)
    assert "Translated by the starter package" in told(TranslationKind.ARGOS, starter=True)
    assert "Translation provided" in told(TranslationKind.PROVIDED)
    assert "Not translated" in told(TranslationKind.NONE)


@given(title=nasty, ours=nasty, theirs=nasty, told=nasty)
def test_hostile_editions_are_read_as_they_are(title: str, ours: str, theirs: str, told: str) -> None:
    report = hostile(title, ours, theirs, told)
    markdown = render(report, ReportOptions())
    texts = texts_of(markdown)

    assert_harmless(markdown)
    assert seen(shorten(title or ours, 300)) in texts or not seen(title)
    for text in (ours, theirs, told):
        if 0 < len(text) < 2000:
            assert any(seen(text) in one for one in texts)
    assert len(markdown.encode("utf-16-le")) // 2 + markdown.count("\n") <= LONGEST


def hostile(title: str, ours: str, theirs: str, told: str) -> Report:
    """A report in which these texts are left out, added, and different all over."""
    at, there, read = (Span(0, 0, len(text)) for text in (ours, theirs, told))
    difference = Difference(DifferenceKind.NAME, Level.WORD, 0.9, 0, at, there, read, theirs)
    base, edition = (
        Article(text, language, 1.0, title, (Paragraph(text, Role.BODY, language, ()),) * 2)
        for text, language in ((ours, "en"), (theirs, "ru"))
    )
    translation = Translation(TranslationKind.ARGOS, "en", told, (TranslatedParagraph(told, ()),) * 2)
    alignment = Alignment(2, 2, (Link((0,), (0,), 0.9),))
    return Report(base, (Comparison(edition, translation, alignment, (difference,)),), "test")


def test_what_is_too_long_for_an_issue_is_counted_in_the_last_line() -> None:
    one = hostile("Title", "@a" * 5_000, "<b>" * 3_000, "a | b " * 2_000)
    many = replace(one, comparisons=one.comparisons * 20)

    markdown = render(many, ReportOptions())

    assert len(markdown.encode("utf-16-le")) // 2 + markdown.count("\n") <= LONGEST
    assert markdown.count("\n## ") == 20
    last = markdown.rstrip("\n").split("\n")[-1]
    assert re.match(r"\*\*Cut to fit an issue: \d+ of 60 findings missing \(ru1 3, .*ru19 3\)\.\*\* `--format", last)
    assert_harmless(markdown)


def test_what_one_edition_leaves_of_the_room_another_may_use() -> None:
    short, long = hostile("T", "a", "b", "c"), hostile("T", "a", "б" * 2_000, "c" * 2_000)
    one = long.comparisons[0]
    added = replace(one, alignment=Alignment(2, 20, ()), differences=(), edition=replace(
        one.edition, paragraphs=one.edition.paragraphs * 10
    ), translation=replace(one.translation, paragraphs=one.translation.paragraphs * 10))  # fmt: skip

    markdown = render(replace(short, comparisons=(short.comparisons[0], added)), ReportOptions())

    assert 14 <= markdown.count("**Added: ru2") < 20
    assert "3 of" not in markdown.split("**Cut to fit an issue: ")[1].split("(")[1]


def test_a_hundred_editions_fit() -> None:
    one = hostile("@a" * 1_000, "a|" * 1_000, "@b" * 1_000, "#1 " * 1_000)

    markdown = render(replace(one, comparisons=one.comparisons * 100), ReportOptions())

    assert len(markdown.encode("utf-16-le")) // 2 + markdown.count("\n") <= LONGEST
    assert "all of 75 editions more" in markdown


def test_a_story_fits(cup_final: Report) -> None:
    markdown = render(cup_final, ReportOptions())

    assert "Cut to fit" not in markdown
    assert_harmless(markdown)
    assert not any("~~" in text or "**" in text for text in texts_of(markdown))
