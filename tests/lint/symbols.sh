#!/usr/bin/env bash
# symbols.sh - both libraries show the functions of the public headers, and nothing else
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
build=${BUILD:-build}

declared=$(tests/lint/functions.sh)
bad=0
for library in "$build/librcptcheck.so" "$build/librcptcheck.a"; do
    case $library in
    *.so) shown=$(nm -D --defined-only "$library") ;;
    *) shown=$(nm -g --defined-only "$library") ;;
    esac
    shown=$(awk 'NF == 3 { print $3 }' <<<"$shown" | sort -u)
    if [ "$shown" != "$declared" ]; then
        printf '%s: declared (<) and shown (>) differ\n' "${library##*/}"
        diff <(printf '%s\n' "$declared") <(printf '%s\n' "$shown") | grep '^[<>]'
        bad=1
    fi
done
soname=$(objdump -p "$build/librcptcheck.so" | awk '$1 == "SONAME" { print $2 }')
version=$(sed -n 's/^#define RCPTCHECK_VERSION "\([0-9]*\).*/\1/p' include/rcptcheck.h)
if [ "$soname" != "librcptcheck.so.$version" ]; then
    printf 'librcptcheck.so: its soname is "%s"\n' "$soname"
    bad=1
fi
exit "$bad"
