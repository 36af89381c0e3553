#!/usr/bin/env bash
# run.sh [SUITE]... - runs the test suites and sums them up
#
# A suite is a script that ends its output with "N passed, N failed": the unit tests (unit), the
# scenarios (scenario), and every tests/FOLDER/NAME_test.sh (FOLDER/NAME). Without arguments all are
# run. The last line is the sum of all.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

export BUILD=${BUILD:-$PWD/build}
export RCPTCHECK=${RCPTCHECK:-$BUILD/rcptcheck}

passed=0 failed=0
output=$(mktemp)
trap 'rm -f "$output"' EXIT

run_suite() {
    local name=$1 status line
    shift
    printf '== %s\n' "$name"
    "$@" 2>&1 | tee "$output"
    status=${PIPESTATUS[0]}
    line=$(tail -n 1 "$output")
    if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
        passed=$((passed + BASH_REMATCH[1]))
        failed=$((failed + BASH_REMATCH[2]))
        # A suite that says all is well and ends otherwise has not said all.
        if [ "$status" -ne 0 ] && [ "${BASH_REMATCH[2]}" -eq 0 ]; then
            printf '%s: exit status %d\n' "$name" "$status"
            failed=$((failed + 1))
        fi
    else
        printf '%s: ended without its closing line (exit status %d)\n' "$name" "$status"
        failed=$((failed + 1))
    fi
}

shopt -s nullglob
declare -A suites=([unit]=tests/run-unit.sh [scenario]=tests/scenario/run.sh)
order=(unit)
for script in tests/*/*_test.sh; do
    name=${script#tests/}
    name=${name%_test.sh}
    suites[$name]=$script
    order+=("$name")
done
order+=(scenario)

[ $# -eq 0 ] || order=("$@")
for name in "${order[@]}"; do
    if [ -z "${suites[$name]:-}" ]; then
        printf 'run.sh: no suite %s; there are: %s\n' "$name" "${!suites[*]}" >&2
        exit 64
    fi
    run_suite "$name" "${suites[$name]}"
done

printf '== all suites\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
