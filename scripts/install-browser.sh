#!/bin/sh
# Installs Chromium on Debian where it is missing: a test opens the report and a letter in it. Needs root or sudo then.
set -eu
command -v chromium >/dev/null 2>&1 && exit 0
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "assay: need root or sudo to install chromium" >&2
        exit 1
    }
    as_root=sudo
fi
echo "assay: installing chromium"
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
