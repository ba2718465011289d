"""The packages at hand: those in the folder of Argos Translate, and the starter that polyglot-news brings along."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from polyglot_news.errors import InputError, PackageDamagedError, PackageError, PackageMissingError, cause_of
from polyglot_news.paths import bundled_folder, packages_folder
from polyglot_news.translation.engine import try_out
from polyglot_news.translation.installing import move_in, require_file, staging_beside, unpack
from polyglot_news.translation.packages import (
    ENGLISH,
    METADATA,
    TRANSLATE,
    Package,
    kind_of,
    read_metadata,
    read_package,
)


@dataclass(frozen=True, slots=True)
class PackageStore:
    """Folders of packages. Nothing is remembered: what is on the disk when it is asked counts."""

    folder: Path = field(default_factory=packages_folder)  # shared with Argos Translate; it may not exist
    starter_folder: Path = field(default_factory=lambda: bundled_folder("starter"))

    def installed(self) -> tuple[Package, ...]:
        """Return the whole packages that translate, by name; other folders and kinds of packages are passed over."""
        return tuple(found for found in self._read() if isinstance(found, Package))

    def damaged(self) -> tuple[PackageDamagedError, ...]:
        """Return what is wrong with each damaged package, by name; the message begins with the name."""
        return tuple(found for found in self._read() if isinstance(found, PackageDamagedError))

    def starters(self) -> tuple[Package, ...]:
        """Return the packages that polyglot-news brings along; none where they were left out.

        Raises:
            PackageDamagedError: one of them is damaged.
        """
        folders = (path.parent for path in self.starter_folder.glob(f"*/{METADATA}"))
        return tuple(read_package(folder, is_starter=True) for folder in sorted(folders))

    def find(self, from_code: str, to_code: str) -> Package:
        """Return the newest installed package of a pair of languages, else the starter.

        Raises:
            PackageMissingError: there is neither.
        """
        for packages in (self.installed(), self.starters()):
            if fitting := [
                package for package in packages if (package.from_code, package.to_code) == (from_code, to_code)
            ]:
                return max(fitting, key=lambda package: (package.version_key, package.name))
        wanted = from_code if to_code == ENGLISH else f"{from_code}:{to_code}"
        hint = f"pn models install {wanted} fetches one; pn models install FILE takes one from a file"
        if names := [
            error.message.partition(":")[0] for error in self.damaged() if f"{from_code}_{to_code}" in error.message
        ]:
            hint = f"{names[0]} is installed but damaged, pn doctor says how; else {hint}"
        raise PackageMissingError(f"no package translates {from_code} into {to_code}", hint=hint)

    def install(self, file: Path) -> Package:
        """Install a .argosmodel file; a package of the same name is replaced.

        The package is unpacked, checked and tried out before it is seen in the folder.

        Args:
            file: as the user typed it.

        Raises:
            InputError: there is no such file.
            PackageDamagedError: it is truncated, incomplete or tries to do harm.
            PackageError: it would replace what is no package of the same languages, or there is no room.
        """
        with self.prepared(file) as package:
            return self.place(package)

    @contextmanager
    def prepared(self, file: Path, *, shown: str = "") -> Iterator[Package]:
        """Unpack a .argosmodel file beside the folder, check it and try it out; gone at the end of `with`.

        Args:
            file: as the user typed it.
            shown: what errors call it, where that is not its path.

        Raises:
            InputError: there is no such file.
            PackageDamagedError: it is truncated, incomplete or tries to do harm.
            PackageError: it would replace what is no package of the same languages, or there is no room.
        """
        require_file(file)
        shown = shown or str(file)
        with self._explained(), staging_beside(self.folder) as staging:
            package = read_package(unpack(file, staging, shown=shown), shown=shown)
            try_out(package, shown=shown)
            self._require_replaceable(self.folder / package.name, package, shown)
            yield package

    def place(self, prepared: Package) -> Package:
        """Move a package that is prepared into the folder; one of the same name is replaced.

        Raises:
            PackageError: the folder cannot be written.
        """
        target = self.folder / prepared.name
        with self._explained():
            move_in(prepared.folder, target, prepared.folder.parent)
        model, tokenizer = (
            target / part.relative_to(prepared.folder) for part in (prepared.model_folder, prepared.tokenizer_file)
        )
        # Not read again: another install may be replacing it already.
        return replace(prepared, folder=target, model_folder=model, tokenizer_file=tokenizer)

    def remove(self, name: str) -> Path:
        """Remove an installed package, whole or damaged, and return the folder that is gone.

        Raises:
            InputError: no package of this name is installed, or it is the starter.
        """
        bundled = {folder.name for folder in self.starter_folder.glob("*") if (folder / METADATA).exists()}
        if name in bundled and not (self.folder / name).exists():
            hint = "an installed package of the same languages is used before it"
            raise InputError(f"{name}: comes with polyglot-news and is not removed", hint=hint)
        known = [
            *(package.name for package in self.installed()),
            *(error.message.partition(":")[0] for error in self.damaged()),
        ]
        if name not in known:
            raise InputError(f"{name}: no such package is installed", hint="pn models list shows the names")
        target = self.folder / name
        if target.is_symlink():
            target.unlink()
        else:
            with staging_beside(self.folder) as staging:  # out of sight at once, even if removing takes long
                target.rename(staging / "removed")
                shutil.rmtree(staging / "removed")
        return target

    def _read(self) -> Iterable[Package | PackageDamagedError]:
        for folder in self._folders():
            if not (folder / METADATA).exists() and not folder.name.startswith(TRANSLATE):
                continue  # somebody's own folder
            try:
                if kind_of(read_metadata(folder, folder.name)) == TRANSLATE:
                    yield read_package(folder)
            except PackageDamagedError as error:
                yield error

    def _folders(self) -> list[Path]:
        try:
            return sorted(path for path in self.folder.iterdir() if path.is_dir() and not path.name.startswith("."))
        except FileNotFoundError:
            return []
        except OSError as reason:
            what = cause_of(reason)
            raise PackageError(f"{self.folder}: cannot be read: {what}", hint="check ARGOS_PACKAGES_DIR") from None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as reason:
            what = cause_of(reason)
            hint = "check its permissions, or choose another folder by ARGOS_PACKAGES_DIR"
            raise PackageError(f"{self.folder}: cannot be written: {what}", hint=hint) from None

    def _require_replaceable(self, target: Path, package: Package, shown: str) -> None:
        """Let a package replace nothing but another state of itself: its name comes from a file of unknown origin."""
        if not target.exists():
            return
        try:
            old = read_metadata(target, target.name)
        except PackageDamagedError:
            old = {}
        is_same = (old.get("from_code"), old.get("to_code")) == (package.from_code, package.to_code)
        if not is_same and not (target.name.startswith(TRANSLATE) and not old):
            raise PackageError(
                f"{shown}: would replace {target}, which is something else", hint=f"move {target} away first"
            )
