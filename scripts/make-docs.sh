#!/bin/sh
# Makes what the program itself knows: the man page (ArgumentParser's own generator, then the keys) and the keys in
# README.md, between the two marks.
#   make-docs.sh PROGRAM
set -eu
program=$1
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p docs/man
swift build --package-path .build/checkouts/swift-argument-parser --product generate-manual --scratch-path .build-tools \
    >/dev/null
{
    # Dated by the changelog, so that making it again on another day changes nothing.
    .build-tools/debug/generate-manual "$program" --output-directory - --authors "the assay maintainers" \
        --date "$(git log -1 --format=%cs -- CHANGELOG.md)" >"$work/assay.1"
    # A line that follows another has been broken on purpose: a paragraph is one line here. The keys stand before the authors.
    awk '/^\.Sh "?AUTHORS/ { exit } isText && /^[^.]/ { print ".br" } { print; isText = /^[^.]/ }' "$work/assay.1"
    "$program" key-list --format roff
    awk '/^\.Sh "?AUTHORS/ { found = 1 } found { print }' "$work/assay.1"
} >docs/man/assay.1
"$program" key-list --format markdown >"$work/keys.md"
awk -v keys="$work/keys.md" '
    /<!-- keys end -->/ { skip = 0 }
    !skip { print }
    /<!-- keys begin -->/ { skip = 1; while ((getline line < keys) > 0) print line }
' README.md >"$work/README.md"
cp "$work/README.md" README.md
