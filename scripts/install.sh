#!/bin/sh
# Puts bin/assay (stripped), share/assay, the man page and completions under a prefix.
#   install.sh PROGRAM PREFIX
set -eu
program=$1
prefix=$2
here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$prefix/bin" "$prefix/share/assay" "$prefix/share/man/man1" \
    "$prefix/share/bash-completion/completions" "$prefix/share/zsh/site-functions" \
    "$prefix/share/fish/vendor_completions.d"
# A new name first, then a rename: a program that is running is never overwritten.
strip -o "$prefix/bin/.assay.new" "$program"
mv -f "$prefix/bin/.assay.new" "$prefix/bin/assay"
for data in themes templates sample-data; do
    rm -rf "$prefix/share/assay/$data"
    cp -R "$here/$data" "$prefix/share/assay/$data"
done
install -m 644 "$here/docs/man/assay.1" "$prefix/share/man/man1/assay.1"
"$prefix/bin/assay" --generate-completion-script bash >"$prefix/share/bash-completion/completions/assay"
"$prefix/bin/assay" --generate-completion-script zsh >"$prefix/share/zsh/site-functions/_assay"
"$prefix/bin/assay" --generate-completion-script fish >"$prefix/share/fish/vendor_completions.d/assay.fish"
echo "assay: installed $prefix/bin/assay"
