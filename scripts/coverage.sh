#!/bin/sh
# Line coverage of a room, from the last test run: every source file counts, tested or not.
set -eu
build=$1
profile=$(find "$build/" -name default.profdata -path '*codecov*' | head -n 1)
bundle=$(find "$build/" -name '*PackageTests.xctest' -type f | head -n 1)
tool=$(dirname "$(readlink -f "$(command -v swift)")")/llvm-cov
if [ -z "$profile" ] || [ -z "$bundle" ] || [ ! -x "$tool" ]; then
    echo "coverage: not measured (no profile of a test run, or no llvm-cov beside swift)"
    exit 0
fi
echo "coverage, lines:"
for room in Core Store Console; do
    "$tool" report "$bundle" -instr-profile "$profile" "Sources/$room" 2>/dev/null |
        awk -v room="$room" '$1 == "TOTAL" { printf "  %-8s %6d of %6d  %s\n", room, $8 - $9, $8, $10 }'
done
