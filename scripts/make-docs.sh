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
swift package --disable-sandbox plugin generate-manual --configuration debug >/dev/null
find .build/plugins -name assay.1 -path '*GenerateManual*' -exec cp {} "$work/assay.1" \;
{
    cat "$work/assay.1"
    "$program" key-list --format roff
} >docs/man/assay.1
"$program" key-list --format markdown >"$work/keys.md"
awk -v keys="$work/keys.md" '
    /<!-- keys end -->/ { skip = 0 }
    !skip { print }
    /<!-- keys begin -->/ { skip = 1; while ((getline line < keys) > 0) print line }
' README.md >"$work/README.md"
cp "$work/README.md" README.md
