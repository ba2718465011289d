"""The index of Argos packages: what is offered for which languages, read as if an enemy had written it.

The index is a JSON list of objects like a package's metadata.json, with "links". Argos gives neither sizes nor hashes;
"size" (bytes) and "sha256" are honoured where an index of one's own has them. An entry that makes no sense is passed
over: one bad entry must not take the others from the user.

Source: argostranslate.settings (1.11): ARGOS_PACKAGE_INDEX, a folder of the web that holds index.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polyglot_news.errors import InputError, PackageError
from polyglot_news.translation.packages import ENGLISH, TRANSLATE

DEFAULT_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main"
LARGEST_INDEX_BYTES = 5_000_000  # that of Argos has 40 KB
_MOST_ENTRIES, _MOST_LINKS = 10_000, 20
_LARGEST_PACKAGE_BYTES = 8_000_000_000
_LONGEST_TEXT_CHARS, _LONGEST_LINK_CHARS = 100, 2_000
_NEWEST_ARGOS = 1  # packages for Argos Translate 1.x; what a 2.x will put into one is not known
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,3}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PAIR_HINT = "a language such as ru (into English), or a pair such as ru_de or ru:de"


@dataclass(frozen=True, slots=True)
class Offer:
    """One package that an index offers."""

    from_code: str
    to_code: str
    from_name: str
    to_name: str
    version: str
    argos_version: str
    links: tuple[str, ...]  # as they stand there, whatever their scheme
    size_bytes: int | None = None  # None: the index does not say
    sha256: str = ""  # of the file; "": the index does not say

    @property
    def code(self) -> str:
        """What Argos calls the package, whatever its version."""
        return f"{TRANSLATE}-{self.from_code}_{self.to_code}"

    @property
    def name(self) -> str:
        """The package and its version, for people and as the key of its hashes."""
        return f"{self.code} {self.version}"

    @property
    def version_key(self) -> tuple[int, ...]:
        """The version in an order in which 1.10 comes after 1.9."""
        return tuple(map(int, self.version.split(".")))

    @property
    def can_run(self) -> bool:
        """Whether it was made for an Argos Translate whose packages are known here."""
        return int(self.argos_version.partition(".")[0]) <= _NEWEST_ARGOS


def index_address(given: str) -> str:
    """Return the address of the index itself: a folder of the web, as Argos gives it, holds it as index.json."""
    path = given.partition("?")[0]
    return given if path.endswith(".json") else f"{given.rstrip('/')}/index.json"


def read_index(raw: bytes, shown: str) -> tuple[Offer, ...]:
    """Read an index.

    Args:
        raw: JSON.
        shown: where it comes from, for messages.

    Returns:
        The packages that translate, by languages, the newest version of each pair first.

    Raises:
        PackageError: it is no index, or offers nothing that translates.
    """
    try:
        entries = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):  # ValueError: of JSON and of UTF-8
        entries = None
    if not isinstance(entries, list) or len(entries) > _MOST_ENTRIES:
        hint = "check --index and ARGOS_PACKAGE_INDEX; a network that wants a sign-in first also answers so"
        raise PackageError(f"{shown}: is not an index of Argos packages", hint=hint)
    offers = {offer for entry in entries if isinstance(entry, dict) and (offer := _offer(entry))}
    if not offers:
        raise PackageError(f"{shown}: offers no package that translates", hint="check --index and ARGOS_PACKAGE_INDEX")
    newest_first = sorted(offers, key=lambda offer: (offer.version_key, offer.links), reverse=True)
    return tuple(sorted(newest_first, key=lambda offer: (offer.from_code, offer.to_code)))


def newest(offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """Return the newest version of each pair that can be run here; offers newest first."""
    by_pair: dict[str, Offer] = {}
    for offer in offers:
        if offer.can_run:
            by_pair.setdefault(offer.code, offer)
    return tuple(by_pair.values())


def choose(offers: Sequence[Offer], wanted: Sequence[str]) -> tuple[Offer, ...]:
    """Return what is asked for, each package once, in the order in which it is asked for.

    Args:
        offers: of an index.
        wanted: "ru" (into English), "ru_de", "ru:de" or "translate-ru_de", in small or large letters.

    Raises:
        InputError: one of them is no language, or the index has nothing for it.
        PackageError: there is something, but nothing that can be run here.
    """
    return tuple(dict.fromkeys(_chosen(offers, one) for one in wanted))


def _chosen(offers: Sequence[Offer], wanted: str) -> Offer:
    text = wanted.strip().removeprefix(f"{TRANSLATE}-")
    pairs = _pairs(text)
    if not pairs:
        raise InputError(f"{wanted}: is neither a language, nor a pair of them, nor a file", hint=_PAIR_HINT)
    for from_code, to_code in pairs:
        fitting = [one for one in offers if (one.from_code.lower(), one.to_code.lower()) == (from_code, to_code)]
        if runnable := next((one for one in fitting if one.can_run), None):
            return runnable
        if fitting:
            said = f"{fitting[0].name} is for Argos Translate {fitting[0].argos_version}, which is not known here"
            raise PackageError(f"{wanted}: {said}", hint="update polyglot-news")
    raise _unknown(offers, wanted, pairs)


def _pairs(text: str) -> list[tuple[str, str]]:
    """What the text may mean, the likelier first: pt_br may be a language, or Portuguese into Breton."""
    lower = text.lower()
    if ":" in lower:
        from_code, _, to_code = lower.partition(":")
        found = [(from_code, to_code)]
    else:
        cuts = [at for at, letter in enumerate(lower) if letter == "_"]
        found = [(lower, ENGLISH), *((lower[:at], lower[at + 1 :]) for at in cuts)]
    return [pair for pair in found if all(map(_CODE.fullmatch, pair))]


def _unknown(offers: Sequence[Offer], wanted: str, pairs: Sequence[tuple[str, str]]) -> InputError:
    known = {offer.from_code.lower() for offer in offers}
    from_code, to_code = next((pair for pair in pairs if pair[0] in known), pairs[0])
    if from_code == to_code:
        return InputError(f"{wanted}: {from_code} into {to_code} is no translation", hint=_PAIR_HINT)
    said = f"{wanted}: the index has no package that translates {from_code} into {to_code}"
    if from_code in known:
        into = sorted({offer.to_code for offer in offers if offer.from_code.lower() == from_code})
        return InputError(said, hint=f"from {from_code} it has packages into {', '.join(into)}")
    available = sorted({offer.from_code for offer in offers if offer.to_code.lower() == to_code})
    if not available:
        return InputError(said, hint="pn models list --available shows what it has")
    return InputError(said, hint=f"into {to_code} it has {', '.join(available)}")


def _offer(entry: Mapping[str, object]) -> Offer | None:
    texts = {key: _text(entry.get(key)) for key in ("from_code", "to_code", "package_version", "argos_version")}
    is_whole = all(_CODE.fullmatch(texts[key]) for key in ("from_code", "to_code"))
    is_whole = is_whole and all(_VERSION.fullmatch(texts[key]) for key in ("package_version", "argos_version"))
    links, size, sha256 = entry.get("links"), entry.get("size"), entry.get("sha256")
    if not is_whole or entry.get("type", TRANSLATE) != TRANSLATE or not isinstance(links, list):
        return None
    is_size = isinstance(size, int) and not isinstance(size, bool) and 0 < size <= _LARGEST_PACKAGE_BYTES
    return Offer(
        texts["from_code"],
        texts["to_code"],
        _text(entry.get("from_name")),
        _text(entry.get("to_name")),
        texts["package_version"],
        texts["argos_version"],
        tuple(link for link in links[:_MOST_LINKS] if isinstance(link, str) and len(link) <= _LONGEST_LINK_CHARS),
        size if isinstance(size, int) and is_size else None,
        sha256.lower() if isinstance(sha256, str) and _SHA256.fullmatch(sha256.lower()) else "",
    )


def _text(value: object) -> str:
    """A text for a screen; "" for anything else."""
    return value if isinstance(value, str) and len(value) <= _LONGEST_TEXT_CHARS and value.isprintable() else ""
