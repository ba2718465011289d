#!/usr/bin/env bash
# Fetch the schemas of TMX and XLIFF from the Debian packages that ship them; nothing is installed.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq php-symfony-translation omegat
for package in *.deb; do dpkg-deb -x "$package" unpacked; done
cp unpacked/usr/share/php/Symfony/Component/Translation/Resources/schemas/*.xsd "$here"
python3 -m zipfile -e unpacked/usr/share/omegat/OmegaT.jar jar
cp jar/schemas/tmx14.dtd "$here"
