#!/bin/sh
# Fills a folder with the archives of the C libraries that assay opens, and nothing else: a linker that looks there first
# takes them into the program. Finding, mapping and binding the shared ones at every start takes a fifth of the time to the
# first screen. The C library itself stays shared: name lookups load modules that must match it.
#   static-libraries.sh FOLDER
set -eu
folder=$1
mkdir -p "$folder"
# Any compiler driver knows where the archives are; the Swift toolchain brings clang.
driver=""
for candidate in "${CC:-cc}" gcc clang "$(dirname "$(readlink -f "$(command -v swift)")")/clang"; do
    command -v "$candidate" >/dev/null 2>&1 && driver=$candidate && break
done
if [ -z "$driver" ]; then
    echo "assay: no compiler driver to ask for archives; shared libraries are linked" >&2
    exit 0
fi
for library in sqlite3 ncursesw tinfo cmark-gfm cmark-gfm-extensions stdc++; do
    archive=$("$driver" -print-file-name="lib$library.a")
    # Where there is no archive the name comes back as it was given, and the shared library is linked.
    case $archive in
    /*) ln -sf "$archive" "$folder/lib$library.a" ;;
    *) echo "assay: no archive of $library; the shared library is linked" >&2 ;;
    esac
done
