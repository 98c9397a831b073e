#!/bin/sh
# Installs what is missing on Debian: the C libraries that the C doors open, and what the tests drive. Needs root or sudo
# only where something is missing.
set -eu
command -v swift >/dev/null 2>&1 || {
    echo "assay: the Swift toolchain (6.1 or newer) is not on PATH; see https://www.swift.org/install/linux/" >&2
    exit 1
}
missing=""
for package in libncurses-dev libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev ncurses-base sqlite3 tmux; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "assay: installing$missing"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "assay: need root or sudo to install:$missing" >&2
        exit 1
    }
    as_root=sudo
fi
$as_root apt-get update -q
# shellcheck disable=SC2086 # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
