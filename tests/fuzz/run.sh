#!/usr/bin/env bash
# run.sh BUILD LIBFUZZER-OPTION... - runs every fuzz target once, from its seeds
#
# Seeds are in tests/fuzz/corpus/NAME and are not written to; what libFuzzer keeps goes to
# BUILD/found/NAME, and an input that fails to BUILD/NAME-crash-*. Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

build=${1:?the build folder is missing}
shift
passed=0 failed=0
shopt -s nullglob
for source in tests/fuzz/*_fuzz.c; do
    name=$(basename "$source" _fuzz.c)
    found=$build/found/$name
    # With a fixed seed and an empty folder the same inputs come each time.
    rm -rf "$found"
    mkdir -p "$found"
    folders=("$found")
    [ ! -d "tests/fuzz/corpus/$name" ] || folders+=("tests/fuzz/corpus/$name")
    if "$build/tests/fuzz/${name}_fuzz" -max_len=4096 -timeout=10 -print_final_stats=0 -verbosity=0 \
        -artifact_prefix="$build/$name-" "$@" "${folders[@]}" >"$build/$name.log" 2>&1; then
        passed=$((passed + 1))
        printf '  %-20s no failure\n' "$name"
    else
        failed=$((failed + 1))
        printf '  %-20s FAILED\n' "$name"
        tail -n 40 "$build/$name.log" | sed 's/^/    | /'
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
