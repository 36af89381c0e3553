#!/usr/bin/env bash
# run.sh [NAME]... - runs every check of the sources (tests/lint/NAME.sh), or those named
#
# A check prints what is wrong, a line each with file and line number, and fails; it prints nothing
# if all is well. All are run, however many fail. Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

export BUILD=${BUILD:-$PWD/build}
export RCPTCHECK=${RCPTCHECK:-$BUILD/rcptcheck}
[ $# -gt 0 ] || set -- floors own sizes format headers symbols scripts manual docs cppcheck tidy

passed=0 failed=0
for name in "$@"; do
    if "tests/lint/$name.sh"; then
        passed=$((passed + 1))
        printf '  %-10s ok\n' "$name"
    else
        failed=$((failed + 1))
        printf '  %-10s FAILED\n' "$name"
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
