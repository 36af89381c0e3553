#!/usr/bin/env bash
# many_test.sh - 1, 10 and 1,000 recipients at once: in order, each question asked once, in a few rounds
#
# A world of 1,000 domains on 20 mail hosts behind a proxy that holds every query back for ROUND ms. What a run
# takes is counted in such rounds: one after the other, the 1,000 would take over 2,000 of them, and a
# bound of 60 tells the two apart on any machine.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
# shellcheck source=tests/scenario/world.sh
. tests/scenario/world.sh

RCPTCHECK=${RCPTCHECK:-${BUILD:-build}/rcptcheck}
ROUND=200
passed=0 failed=0

check() {
    if test "$2" "$3" "$4"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAIL %s: not %s %s %s\n' "$1" "$2" "$3" "$4"
    fi
}

many_zone() {
    local i
    for i in $(seq 0 19); do
        printf 'mx%d.many.lab. A 192.31.196.%d\n' "$i" "$i"
    done
    for i in $(seq 1000); do
        printf 'd%d.many.lab. MX 10 mx%d.many.lab.\n' "$i" $((i % 20))
        printf 'd%d.many.lab. MX 20 mx%d.many.lab.\n' "$i" $(((i + 1) % 20))
    done
}

# many COUNT RESOLVER: checks that many recipients; sets rounds.
many() {
    local began
    seq "$1" | sed 's/.*/user@d&.many.lab/' >"$WORLD_DIR/recipients"
    began=$(date +%s%N)
    "$RCPTCHECK" -q --resolver "$2" --record "$WORLD_DIR/recording" - \
        <"$WORLD_DIR/recipients" >"$WORLD_DIR/report"
    check "$1 recipients, exit status" $? -eq 0
    rounds=$((($(date +%s%N) - began) / 1000000 / ROUND))
    cut -d: -f1 "$WORLD_DIR/report" >"$WORLD_DIR/order"
    cmp -s "$WORLD_DIR/order" "$WORLD_DIR/recipients"
    check "$1 recipients, in the order given" $? -eq 0
    check "$1 recipients, accepted" "$(grep -c ': ACCEPT ' "$WORLD_DIR/report")" -eq "$1"
}

trap world_stop EXIT
world_init
many_zone | world_add_zone lab
world_start
printf '* delay %d\n' "$ROUND" >"$WORLD_DIR/slow"
world_faultd "$WORLD_DIR" "$WORLD_DIR/slow"

many 1 "$WORLD_RESOLVER"
check '1 recipient, rounds' "$rounds" -le 4
many 10 "$WORLD_RESOLVER"
check '10 recipients, rounds' "$rounds" -le 4
many 1000 "$WORLD_RESOLVER"
check '1000 recipients, rounds' "$rounds" -le 60
printf '1000 recipients: %d rounds of %d ms\n' "$rounds" "$ROUND"
check '1000 recipients, questions' "$(grep -c '"name"' "$WORLD_DIR/recording")" -eq 1040
check '1000 recipients, questions asked twice' \
    "$(grep -o '"name":"[^"]*","type":"[A-Z]*"' "$WORLD_DIR/recording" | sort | uniq -d | wc -l)" -eq 0

# A reader that pauses takes no time from recipients that wait for their turn.
seq 300 | sed 's/.*/user@d&.many.lab/' >"$WORLD_DIR/recipients"
"$RCPTCHECK" --resolver "$WORLD_RESOLVER" --deadline 2000 - <"$WORLD_DIR/recipients" |
    { sleep 4; grep -c ': ACCEPT '; } >"$WORLD_DIR/accepted"
check '300 recipients, a reader that pauses' "$(cat "$WORLD_DIR/accepted")" -eq 300

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
