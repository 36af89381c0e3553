#!/usr/bin/env bash
# run-unit.sh [NAME]... - runs the unit test programs and sums up their single checks
#
# BUILD (default build) holds the programs; NAME picks those whose path has it. WRAP goes before each
# program ("valgrind ..."). Prints a line a program, the whole output of one that fails, and at the
# end "N passed, N failed" of single checks. A program that ends without Check's line is a failure.
# Under WRAP, which makes them slow, as many run at a time as there are processors (JOBS).
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

build=${BUILD:-build}
read -ra wrap <<<"${WRAP:-}"
export FAULTD=${FAULTD:-$build/tests/tools/faultd}
# Each Check test is a process of its own, which valgrind would report once more.
jobs=1
if [ ${#wrap[@]} -gt 0 ]; then
    export CK_FORK=no
    jobs=${JOBS:-$(nproc)}
fi

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

# Runs a program in a folder of its own, which holds its output and exit status.
run_program() {
    local status=0
    "${wrap[@]}" "$1" >"$2/out" 2>&1 || status=$?
    printf '%s\n' "$status" >"$2/status"
}

count_program() {
    local title=$1 folder=$2 status line checks=0 failures errors bad=0
    status=$(cat "$folder/status")
    # "100%: Checks: 12, Failures: 0, Errors: 0"
    line=$(grep -aE '^[0-9]+%: Checks: [0-9]+, Failures: [0-9]+, Errors: [0-9]+$' "$folder/out" | tail -n 1)
    if [[ $line =~ Checks:\ ([0-9]+),\ Failures:\ ([0-9]+),\ Errors:\ ([0-9]+) ]]; then
        checks=${BASH_REMATCH[1]} failures=${BASH_REMATCH[2]} errors=${BASH_REMATCH[3]}
        bad=$((failures + errors))
        passed=$((passed + checks - bad))
    fi
    if [ "$checks" -eq 0 ] || { [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; }; then
        bad=1
    fi
    failed=$((failed + bad))
    if [ "$bad" -eq 0 ]; then
        printf '  %-34s %5d checks\n' "$title" "$checks"
    else
        printf '  %-34s %5d checks, %d failed (exit status %d)\n' "$title" "$checks" "$bad" "$status"
        sed 's/^/    | /' "$folder/out"
    fi
}

shopt -s nullglob
titles=()
running=0
for source in tests/unit/*/*_test.c tests/*/*_test.c; do
    title=${source#tests/}
    title=${title%.c}
    wanted "$title" "$@" || continue
    folder=$scratch/${title//\//.}
    program=$build/${source%.c}
    mkdir "$folder"
    titles+=("$title")
    if [ ! -x "$program" ]; then
        printf 'not built\n' >"$folder/out"
        printf '127\n' >"$folder/status"
        continue
    fi
    if [ "$running" -ge "$jobs" ]; then
        wait -n
        running=$((running - 1))
    fi
    run_program "$program" "$folder" &
    running=$((running + 1))
done
wait
for title in "${titles[@]}"; do
    count_program "$title" "$scratch/${title//\//.}"
done

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
