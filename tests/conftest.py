"""Options of the test run, and real small packages, run by the real CTranslate2.

Their model's weights are written by hand, token for token: every token of the input becomes one token of the output.
The decoder's place attends to the same place of the input (places are one-hot vectors), and the value found there is
the token it stands for. So the outputs can be foretold.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings

from polyglot_news.translation.packages import Package, read_package

# A busy machine is no failure; and the same examples for everybody.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")

_SPECIAL = ("<unk>", "<s>", "</s>")
_PLACES = 160
_LATIN = "a b v h d e io zh z y i k l m n o p r s t u f kh ts ch sh shch </s> y q e iu ia i yi ye g"
LETTERS = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ", _LATIN.split(), strict=True))
# What goes wrong on purpose: "ъ" ends the output, "ѣ" stays, "ѫ" loops, "ѧ" runs away.
FAULTS = {"ѣ": "ѣѣ", "ѫ": "la▁la▁la▁la▁la", "ѧ": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 2}
ESCAPED = ("&quot;", "&apos;", "&amp;")
SAME = [*"▁.,!?:;-—«»()0123456789", *"abcdefghijklmnopqrstuvwxyz", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
CHARACTERS: Mapping[str, str] = {
    **LETTERS,
    **{letter.upper(): latin if latin == "</s>" else latin.capitalize() for letter, latin in LETTERS.items()},
    **FAULTS,
    **{character: character for character in SAME},
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew; read the diff in review")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has a folder for translations of its own, and the user's is never written to."""
    folder = tmp_path_factory.mktemp("cache", numbered=True)
    monkeypatch.setenv("POLYGLOT_NEWS_CACHE", str(folder))
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file of tests/golden/, or write the file with --update-golden."""

    def compare(name: str, text: str) -> None:
        file = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, "utf-8")
        assert text == file.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def packages_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as Argos keeps it: Russian with SentencePiece, Ukrainian with byte pairs. Not to be written to."""
    folder = tmp_path_factory.mktemp("argos") / "packages"
    write_package(folder / "translate-ru_en-1_9", {})
    write_package(folder / "translate-uk_en-1_9", {"from_code": "uk", "from_name": "Ukrainian"}, bpe=True)
    return folder


@pytest.fixture(scope="session")
def starter_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter as polyglot-news brings it along: two packages that share a model. Not to be written to."""
    folder = tmp_path_factory.mktemp("data") / "starter"
    for code, name in (("ru", "Russian"), ("uk", "Ukrainian")):
        metadata = {
            "from_code": code,
            "from_name": name,
            "package_version": "0.1",
            "shares": "..",
            "longest_tokens": 100,
        }
        write_metadata(folder / f"translate-{code}_en-0_1", metadata)
    write_parts(folder)
    return folder


@pytest.fixture(scope="session")
def prefixed(tmp_path_factory: pytest.TempPathFactory) -> Package:
    """A package whose model wants the language of the output as a first token."""
    folder = tmp_path_factory.mktemp("prefixed") / "translate-be_en-1_9"
    return write_package(folder, {"from_code": "be", "target_prefix": "__en__"}, shift=1)


@pytest.fixture(scope="session")
def pack() -> Callable[..., Path]:
    """Pack a package into a file, with contents put in place of its own; None takes one out."""

    def pack(package: Package, file: Path, changes: Mapping[str, bytes | None] | None = None) -> Path:
        contents: dict[str, bytes | None] = {
            f"{package.name}/{path.relative_to(package.folder).as_posix()}": path.read_bytes()
            for path in sorted(package.folder.rglob("*"))
            if path.is_file()
        }
        contents.update(changes or {})
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in contents.items():
                # Weights of real models do not shrink; these, nearly all of them zero, would like a bomb.
                kind = zipfile.ZIP_STORED if name.endswith("model.bin") else zipfile.ZIP_DEFLATED
                if content is not None:
                    archive.writestr(name, content, kind)
        return file

    return pack


def write_model(folder: Path, tokens: Mapping[str, str], *, shift: int = 0) -> None:
    """Write a CTranslate2 model that puts one token for another.

    Args:
        folder: to write to; made here.
        tokens: input -> output.
        shift: by how many places the output is behind the input: 1 where a prefix comes first.
    """
    from ctranslate2.specs import TransformerSpec  # noqa: PLC0415  # heavy

    vocabulary = list(dict.fromkeys([*_SPECIAL, *tokens, *tokens.values()]))
    n, width = len(vocabulary), len(vocabulary) + _PLACES
    place_of = {token: i for i, token in enumerate(vocabulary)}
    places = _zeros(_PLACES, width)
    places[:, n:] = np.eye(_PLACES)
    spec = TransformerSpec.from_config(1, 1, no_final_norm=True)
    spec.config.add_source_eos = True

    embedding = _zeros(n, width)
    embedding[:, :n] = np.eye(n) / np.sqrt(width)  # CTranslate2 multiplies by the root
    spec.encoder.embeddings[0].weight = embedding
    spec.encoder.position_encodings.encodings = np.roll(places, -shift, axis=0)
    spec.decoder.embeddings.weight = _zeros(n, width)
    spec.decoder.position_encodings.encodings = places
    spec.decoder.projection.weight = np.pad(np.eye(n, dtype=np.float32), ((0, 0), (0, _PLACES))) * 30

    query, key, value = _zeros(width, width), _zeros(width, width), _zeros(width, width)
    query[n:, n:] = np.eye(_PLACES) * 60
    key[n:, n:] = np.eye(_PLACES)
    key[n:, place_of["</s>"]] = 0.5  # beyond the end of the input there is only its end
    for token in vocabulary:
        value[place_of[tokens.get(token, token)], place_of[token]] = 1
    cross = spec.decoder.layer[0].attention
    cross.linear[0].weight = query
    cross.linear[1].weight = np.concatenate([key, value])
    cross.linear[2].weight = np.eye(width, dtype=np.float32)
    for layer in (spec.encoder.layer[0], spec.decoder.layer[0]):
        layer.self_attention.linear[0].weight = _zeros(3 * width, width)
        layer.self_attention.linear[1].weight = _zeros(width, width)
        layer.ffn.linear_0.weight, layer.ffn.linear_1.weight = _zeros(8, width), _zeros(width, 8)
        for norm in (layer.self_attention.layer_norm, layer.ffn.layer_norm):
            norm.gamma, norm.beta = np.ones(width, dtype=np.float32), _zeros(width)
    cross.layer_norm.gamma, cross.layer_norm.beta = np.ones(width, dtype=np.float32), _zeros(width)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    folder.mkdir(parents=True)
    spec.save(str(folder))


def _zeros(*shape: int) -> np.typing.NDArray[np.float32]:
    return np.zeros(shape, dtype=np.float32)


def write_package(folder: Path, metadata: Mapping[str, object], *, bpe: bool = False, shift: int = 0) -> Package:
    """Write a whole package, its tokens single characters."""
    write_metadata(folder, metadata)
    write_parts(folder, bpe=bpe, shift=shift)
    return read_package(folder)


def write_metadata(folder: Path, metadata: Mapping[str, object]) -> None:
    folder.mkdir(parents=True)
    names = {"from_code": "ru", "from_name": "Russian", "to_code": "en", "to_name": "English", "argos_version": "1.9"}
    (folder / "metadata.json").write_text(json.dumps({**names, "package_version": "1.9", **metadata}), "utf-8")


def write_parts(folder: Path, *, bpe: bool = False, shift: int = 0) -> None:
    prefix = {"__en__": "__en__"} if shift else {}
    if not bpe:
        write_model(folder / "model", {**CHARACTERS, **prefix}, shift=shift)
        train_pieces(folder / "sentencepiece.model")
        return
    inner = {letter + "@@": latin + "@@" for letter, latin in CHARACTERS.items() if latin != "</s>"}
    merged = {"ко@@": "ko@@", "кот": "cat", "Ки@@": "Ky@@", "їв": "iv", **{word: word for word in ESCAPED}}
    write_model(folder / "model", {**CHARACTERS, **inner, **merged})
    merges = ["#version: 0.2", "к о", "ко т</w>", "К и", "ї в</w>", "к о"]
    for word in ESCAPED:  # as Moses writes marks that mean something to it
        merges += [f"{word[:i]} {word[i]}" for i in range(1, len(word) - 1)] + [f"{word[:-1]} {word[-1]}</w>"]
    (folder / "bpe.model").write_text("\n".join(merges) + "\n", "utf-8")


def train_pieces(file: Path) -> None:
    from sentencepiece import SentencePieceTrainer  # noqa: PLC0415  # heavy

    text = " ".join(character for character in CHARACTERS if character != "▁")
    SentencePieceTrainer.train(
        sentence_iterator=iter([text]), model_prefix=str(file.with_suffix("")), model_type="char", vocab_size=400,
        hard_vocab_limit=False, character_coverage=1.0, minloglevel=2,
    )  # fmt: skip
    file.with_suffix(".vocab").unlink()
