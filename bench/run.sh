#!/bin/sh
# Builds what the bench needs, makes its stores, measures, and prints the table of docs/PERFORMANCE.md on standard output.
# Needs what `make deps` installs, a C compiler and sqlite3; nothing else.
#
#   BENCH_ROWS         submissions of the large store (1000000)
#   BENCH_SMALL_ROWS   of the small one (10000)
#   BENCH_HUGE         1: one of ten million as well; it takes a while and some 25 GB
#   BENCH_ROUNDS       starts of each program (21); the other counts follow from it
#   BENCH_IMPORT_ROWS  lines of the import measured (100000; with fewer its memory is still growing into SQLite's cache)
#   BENCH_SIGNINGS     items signed in a batch session (10000), and as many bare decisions
#   BENCH_RT           1, as root: other processes wait for the programs measured
set -eu
cd "$(dirname "$0")/.."

build=${BUILD_DIR:-.build}
# The Makefile knows how what people run is linked.
[ -n "${RELEASE:-}" ] || exec make -s bench
BENCH_DIR=${TMPDIR:-/tmp}/assay-bench
BENCH_ROWS=${BENCH_ROWS:-1000000}
BENCH_SMALL_ROWS=${BENCH_SMALL_ROWS:-10000}
BENCH_HUGE_ROWS=0
[ "${BENCH_HUGE:-0}" = 1 ] && BENCH_HUGE_ROWS=${BENCH_HUGE_ROWS_OVERRIDE:-10000000}
BENCH_ASSAY=$BENCH_DIR/installed/bin/assay
BENCH_LIST=$BENCH_DIR/list
export BENCH_DIR BENCH_ROWS BENCH_SMALL_ROWS BENCH_HUGE_ROWS BENCH_ASSAY BENCH_LIST
mkdir -p "$BENCH_DIR"

say() { echo "$@" >&2; }

# Linked as `make build` links what people run, and stripped as `make install` leaves it.
for product in assay assay-bench; do
    say "building $product"
    # shellcheck disable=SC2086 # a list of words
    ${SWIFT:-swift} build $RELEASE --product "$product" >&2
done
mkdir -p "$BENCH_DIR/installed/bin" "$BENCH_DIR/installed/share/assay"
# strip writes in strokes so long that the file lies in memory in large pieces, and a program then holds all of a piece
# that it touches; a copy lies there as it does when it was read from the disk.
strip -o "$BENCH_DIR/stripped" "$build/release/assay"
cp "$BENCH_DIR/stripped" "$BENCH_ASSAY"
rm -rf "$BENCH_DIR/installed/share/assay/themes"
cp -R themes "$BENCH_DIR/installed/share/assay/themes"
${CC:-cc} -O2 -o "$BENCH_LIST" bench/reference/list.c -lncursesw

say "stores in $BENCH_DIR"
for rows in "$BENCH_SMALL_ROWS" "$BENCH_ROWS" "$BENCH_HUGE_ROWS"; do
    [ "$rows" = 0 ] || "$build/release/assay-bench" fill "$BENCH_DIR/store-$rows.db" "$rows"
done

say "measuring"
table=$("$build/release/assay-bench" measure)
cat bench/about.md
printf '%s\n\n' "$table"
cat bench/remarks.md
