#!/bin/sh
# Make a checkout ready: Debian libraries, virtual environment, pinned packages.
# Usage: tools/setup.sh run|test|headless       (idempotent; does nothing when all is there)
set -eu
kind=${1:-run}
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

# WeasyPrint needs Pango and HarfBuzz, a window needs the xcb libraries; fonts are bundled.
wanted="python3-venv ca-certificates fontconfig-config libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
case $kind in
headless) ;;
*) wanted="$wanted libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-render-util0 libxcb-image0
    libxcb-xinerama0 libxcb-randr0 libxcb-xkb1 libglib2.0-0" ;;
esac
[ "$kind" != test ] || wanted="$wanted poppler-utils git"

if command -v apt-get >/dev/null 2>&1; then
    missing=
    for package in $wanted; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
            missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        as_root=
        if [ "$(id -u)" -ne 0 ]; then
            if command -v sudo >/dev/null 2>&1; then
                as_root=sudo
            else
                say "These Debian packages are missing:$missing"
                say "Install them as root (apt-get install$missing), then run make again."
                exit 1
            fi
        fi
        say "Installing from Debian:$missing"
        $as_root apt-get update -qq
        # shellcheck disable=SC2086 # the list is meant to be split
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends $missing >/dev/null
    fi
else
    say "This is not Debian: install Pango 1.44 or later yourself if the report fails to render."
fi

python=${PYTHON:-}
if [ -z "$python" ]; then
    for candidate in python3.11 python3.12 python3.13 python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$candidate
            break
        fi
    done
fi
[ -n "$python" ] || {
    say "Python 3.11 or later is needed and was not found."
    exit 1
}

stamp=.venv/.ready-$kind
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c pass 2>/dev/null; then
    say "Making the virtual environment .venv with $python"
    "$python" -m venv --clear .venv
fi
if [ ! -f "$stamp" ] || [ "requirements/$kind.txt" -nt "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
    say "Installing the pinned packages (a few minutes the first time)"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
        --only-binary :all: -r "requirements/$kind.txt"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
        --no-build-isolation --editable .
    touch "$stamp"
fi
