#!/bin/sh
# Makes the pictures of README.md from the sample data, with the program itself.
#   make-pictures.sh PROGRAM
set -eu
program=$1
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
store=$work/demo.db
"$program" --store "$store" demo </dev/null >/dev/null
mkdir -p "$here/docs/pictures"
first=$("$program" --store "$store" queue --limit 1 --tsv | tail -n 1 | cut -f 1)
"$program" --store "$store" screen queue --size 80x24 --format svg >"$here/docs/pictures/queue.svg"
"$program" --store "$store" claim "$first" >/dev/null
"$program" --store "$store" screen review --id "$first" --size 80x24 --keys '2J2J3' --format svg \
    >"$here/docs/pictures/review-80x24.svg"
"$program" --store "$store" screen review --id "$first" --size 120x40 --format svg \
    >"$here/docs/pictures/review-120x40.svg"
"$program" --store "$store" screen help --size 100x30 --format svg >"$here/docs/pictures/help.svg"
ls -l "$here/docs/pictures"
