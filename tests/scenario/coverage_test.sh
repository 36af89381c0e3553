#!/usr/bin/env bash
# coverage_test.sh - every rule, problem, address defect and status stands in some golden JSON
#
# Rules come from the program's own catalog, mx.status and the verdicts from the contract, the rest
# from the tables in the source. What no scenario shows is named. Needs no network and no world.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
export LC_ALL=C

rcptcheck=${RCPTCHECK:-${BUILD:-build}/rcptcheck}
goldens=$(mktemp)
trap 'rm -f "$goldens"' EXIT
for file in tests/scenario/cases/*.case; do
    awk '/^== / { inside = ($2 == "json"); next } inside' "$file"
done >"$goldens"

passed=0 failed=0
# expect KIND TEXT ID...: the goldens have TEXT for each ID, where TEXT has % in place of the ID.
expect() {
    local kind=$1 text=$2 id
    shift 2
    if [ $# -eq 0 ]; then
        printf 'no %s was found to look for\n' "$kind"
        failed=$((failed + 1))
    fi
    for id in "$@"; do
        if grep -qF -e "${text//%/"$id"}" "$goldens"; then
            passed=$((passed + 1))
        else
            printf 'no scenario shows %s %s\n' "$kind" "$id"
            failed=$((failed + 1))
        fi
    done
}

# rows FILE START: the first text of each row of the table that begins with START.
rows() {
    awk -v start="$2" 'index($0, start) { inside = 1 } /^};/ { inside = 0 } inside' "$1" |
        sed -n 's/^ *\[[A-Z0-9_]*\] = {*"\([a-z0-9_-][a-z0-9_-]*\)".*/\1/p'
}

mapfile -t rules < <("$rcptcheck" --json catalog rules | grep -oE '"rule":"[a-z0-9-]+"' | cut -d '"' -f 4)
mapfile -t problems < <(
    sed -n 's/^ *ROW(PROBLEM_[A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' src/evaluate/problem.c
    sed -n 's/.*\.id = "\([a-z0-9-]*\)".*/\1/p' src/address/mailbox_problem.c
)
mapfile -t defects < <(rows src/address/mailbox_defect.c 'rows[MAILBOX_DEFECTS]')
mapfile -t hosts < <(sed 's/, \[/\n[/g' src/session/result.c | rows /dev/stdin 'host_statuses[]')

expect rule '"rule":"%"' "${rules[@]}"
expect problem '"id":"%"' "${problems[@]}"
expect defect '"error":{"id":"%"' "${defects[@]}"
expect mx.status '"mx":{"status":"%"' ok null implicit none invalid nxdomain servfail refused \
    timeout malformed
expect host.status ',"status":"%","addresses"' "${hosts[@]}"
expect verdict '"verdict":"%","predictions"' accept defer reject unknown
expect certainty '"certainty":"%"' certain likely possible

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
