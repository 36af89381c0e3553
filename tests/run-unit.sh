#!/usr/bin/env bash
# run-unit.sh [NAME]... - runs the unit test programs and sums up their single checks
#
# BUILD (default build) holds the programs; NAME picks those whose path has it. WRAP goes before each
# program ("valgrind ..."). Prints a line a program, the whole output of one that fails, and at the
# end "N passed, N failed" of single checks. A program that ends without Check's line is a failure.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

build=${BUILD:-build}
read -ra wrap <<<"${WRAP:-}"
export FAULTD=${FAULTD:-$build/tests/tools/faultd}
# Each Check test is a process of its own, which valgrind would report once more.
[ ${#wrap[@]} -eq 0 ] || export CK_FORK=no

passed=0 failed=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

wanted() {
    local program=$1 name
    shift
    [ $# -eq 0 ] && return 0
    for name in "$@"; do
        case $program in *"$name"*) return 0 ;; esac
    done
    return 1
}

run_program() {
    local program=$1 title=$2 status=0 line checks failures errors bad
    "${wrap[@]}" "$program" >"$scratch/out" 2>&1 || status=$?
    # "100%: Checks: 12, Failures: 0, Errors: 0"
    line=$(grep -aE '^[0-9]+%: Checks: [0-9]+, Failures: [0-9]+, Errors: [0-9]+$' "$scratch/out" | tail -n 1)
    if [[ $line =~ Checks:\ ([0-9]+),\ Failures:\ ([0-9]+),\ Errors:\ ([0-9]+) ]]; then
        checks=${BASH_REMATCH[1]} failures=${BASH_REMATCH[2]} errors=${BASH_REMATCH[3]}
        bad=$((failures + errors))
        passed=$((passed + checks - bad))
    else
        checks=0 bad=0
    fi
    if [ "$checks" -eq 0 ] || { [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; }; then
        bad=1
    fi
    failed=$((failed + bad))
    if [ "$bad" -eq 0 ]; then
        printf '  %-34s %5d checks\n' "$title" "$checks"
    else
        printf '  %-34s %5d checks, %d failed (exit status %d)\n' "$title" "$checks" "$bad" "$status"
        sed 's/^/    | /' "$scratch/out"
    fi
}

shopt -s nullglob
for source in tests/unit/*/*_test.c tests/*/*_test.c; do
    title=${source#tests/}
    title=${title%.c}
    wanted "$title" "$@" || continue
    program=$build/${source%.c}
    if [ ! -x "$program" ]; then
        printf '  %-34s not built\n' "$title"
        failed=$((failed + 1))
        continue
    fi
    run_program "$program" "$title"
done

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
