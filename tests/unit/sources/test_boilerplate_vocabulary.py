from pathlib import Path

from polyglot_news.lexicon.vocabulary import Rows
from polyglot_news.sources.boilerplate_scorer import shipped
from polyglot_news.sources.boilerplate_vocabulary import LEARNED, keys_of, known_of, weigh

WRITTEN = Path(__file__).parents[3] / "training" / "boilerplate" / "written"


def test_words_of_sites_weigh_more_than_words_of_the_news() -> None:
    of_sites = ["Unsubscribe with one click", "Отписаться одним нажатием", "Відписатися одним натисканням"]
    of_news = ["Troops crossed the river", "Президент посетил город", "Війська захопили місто"]

    known = known_of(map(keys_of, of_sites + of_news), shipped().vocabulary)

    for site, news in zip(of_sites, of_news, strict=True):
        assert weigh(keys_of(site), known)[0] > 0 > weigh(keys_of(news), known)[0]


def test_keys_are_looked_up_in_tenths_and_unknown_ones_left_out() -> None:
    stored = Rows([b"0\t-3", b"one\t12", b"\xd0\xbe\xd0\xb4\xd0\xb8\xd0\xbd\t0"])

    assert known_of([(["one", "on"], [], ["0"]), (["один"], ["=one"], [])], stored) == {
        "one": 1.2,
        "0": -0.3,
        "один": 0,
    }


def test_an_unknown_word_says_nothing() -> None:
    measured = dict(zip(LEARNED, weigh(keys_of("Qwxzyk"), {}), strict=True))

    assert measured.pop("stems, unknown") == 1
    assert set(measured.values()) == {0}


def test_words_in_quotation_marks_and_numbers_as_such_do_not_count() -> None:
    assert keys_of("“Subscribe”, he said 41 times") == keys_of("he said 7 times")


def test_a_paragraph_without_words_has_no_keys() -> None:
    assert keys_of("— … —") == ([], [], [])
    assert len(weigh(([], [], []), {})) == len(LEARNED)


def test_no_line_that_is_measured_on_was_fitted_on() -> None:
    fitted, measured = (
        {line for path in WRITTEN.glob(some) for line in path.read_text("utf-8").splitlines()}
        for some in ("*.tsv", "apart/*.tsv")
    )

    assert len(measured) > 1000
    assert not fitted & measured
