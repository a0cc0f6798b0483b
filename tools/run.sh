#!/bin/sh
# Open the program; without a display, render the sample consultation's report instead.
set -eu
cd "$(dirname "$0")/.."
case $(uname -s) in
Linux)
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        out=${OUT:-out}
        mkdir -p "$out"
        rm -f "$out/coresia.spfa"
        echo "No display here: building the sample consultation and its reports." >&2
        .venv/bin/spf-assess sample "$out/coresia.spfa"
        for language in en fr; do
            .venv/bin/spf-assess report "$out/coresia.spfa" --lang "$language" -o "$out/coresia.$language.pdf"
        done
        echo "The reports are here:"
        echo "  $PWD/$out/coresia.en.pdf"
        echo "  $PWD/$out/coresia.fr.pdf"
        exit 0
    fi
    ;;
esac
exec .venv/bin/python -m spf_assess
