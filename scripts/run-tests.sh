#!/bin/sh
# Builds and runs every test, then prints the coverage of the rooms that hold rules and records.
set -eu
build=${BUILD_DIR:-.build}
swift build --build-tests --enable-code-coverage --scratch-path "$build"
swift test --skip-build --enable-code-coverage --scratch-path "$build"
sh scripts/coverage.sh "$build"
