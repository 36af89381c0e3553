#!/usr/bin/env bash
# order_test.sh - every scenario once more, its answers arriving early, late, in reverse, at random
#
# Records each case (run.sh --record), takes its recipients, its sender and its golden JSON, and lets
# order_test.c feed the recorded answers in 24 orders: the report must be the golden one each time.
# The case's resolver reads 127.0.0.1:PORT in recordings too, as it does in the golden text.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
export LC_ALL=C

BUILD=${BUILD:-$PWD/build}
read -ra wrap <<<"${WRAP:-}"
program=$BUILD/tests/scenario/order_test
worlds=$(mktemp -d)
trap 'rm -rf "$worlds"' EXIT

# section FILE NAME: the lines of a section of a case.
section() {
    awk -v name="$2" '/^== / { inside = ($0 == "== " name); next } inside' "$1"
}

# Writes WORLD.recipients, WORLD.options and WORLD.deadline from a case's arguments; false if it
# checks nobody. What only the output shows is passed over.
read_run() {
    local file=$1 world=$2 words word deadline=15000
    mapfile -d '' -t words < <(section "$file" run | xargs printf '%s\0')
    case ${words[0]} in dnsbl | resolver | explain | compare | catalog) return 1 ;; esac
    [ "${words[0]}" != check ] || words=("${words[@]:1}")
    : >"$world.recipients"
    : >"$world.options"
    while [ ${#words[@]} -gt 0 ]; do
        word=${words[0]}
        words=("${words[@]:1}")
        case $word in
        --deadline) deadline=${words[0]} words=("${words[@]:1}") ;;
        --resolver | --timeout | --tries) words=("${words[@]:1}") ;;
        --ip | --helo | --mail-from | --dnsbl)
            printf '%s %s\n' "${word#--}" "${words[0]}" >>"$world.options"
            words=("${words[@]:1}")
            ;;
        --no-dnsbl) echo no-dnsbl >>"$world.options" ;;
        -) section "$file" stdin | sed -e 's/^[ \t]*//' -e 's/[ \t\r]*$//' -e '/^$/d' ;;
        -q | -v | --quiet | --verbose) ;;
        -?*)
            printf '%s: the option %s is not known here\n' "$file" "$word" >&2
            exit 1
            ;;
        *) printf '%s\n' "$word" ;;
        esac >>"$world.recipients"
    done
    printf '%s\n' "$deadline" >"$world.deadline"
}

tests/scenario/run.sh --record "$worlds/recordings" >"$worlds/log" || {
    cat "$worlds/log"
    exit 1
}
mkdir "$worlds/worlds"
for file in tests/scenario/cases/*.case; do
    name=$(basename "$file" .case)
    world=$worlds/worlds/$name
    # A golden text of another c-ares (README).
    if grep -q '^== c-ares ' "$file" && "${PKG_CONFIG:-pkg-config}" --atleast-version=1.20.0 libcares; then
        continue
    fi
    read_run "$file" "$world" || continue
    section "$file" json >"$world.json"
    section "$file" config >"$world.config"
    sed 's/127\.0\.0\.1:[0-9][0-9]*/127.0.0.1:PORT/g' "$worlds/recordings/$name.jsonl" >"$world.jsonl"
done

# Each Check test is a process of its own, which valgrind would report once more.
[ ${#wrap[@]} -eq 0 ] || export CK_FORK=no
status=0
ORDER_WORLDS=$worlds/worlds "${wrap[@]}" "$program" >"$worlds/log" 2>&1 || status=$?
line=$(grep -E '^[0-9]+%: Checks: ' "$worlds/log")
if [[ $line =~ Checks:\ ([0-9]+),\ Failures:\ ([0-9]+),\ Errors:\ ([0-9]+) ]]; then
    failed=$((BASH_REMATCH[2] + BASH_REMATCH[3]))
    passed=$((BASH_REMATCH[1] - failed))
else
    passed=0 failed=1
fi
[ "$status" -eq 0 ] || cut -c 1-2000 "$worlds/log"
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
