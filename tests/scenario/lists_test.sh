#!/usr/bin/env bash
# lists_test.sh - DNSxL against rbldnsd behind Unbound: what is listed, and everything that must not look so
#
# The lists have the names of real ones and data of our own; the world has its own root, so nothing leaves the machine. Each
# row asks one list about one subject and compares what JSON says of it.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
# shellcheck source=tests/scenario/world.sh
. tests/scenario/world.sh

RCPTCHECK=${RCPTCHECK:-${BUILD:-build}/rcptcheck}
KEY=Zq7Key4Test
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    printf 'FAIL %s\n' "$1"
}

# equals NAME A B: the two are the same.
equals() {
    if [ "$2" = "$3" ]; then pass; else fail "$1: $2, not $3"; fi
}

# holds NAME TEXT FILE: the file has the text.
holds() {
    if grep -qF -- "$2" "$3"; then
        pass
    else
        fail "$1: no '$2' in:"
        cut -c 1-600 "$3"
    fi
}

# ---- the lists ----

# good ZONE: the entries of RFC 5782 section 5, listed and not.
good4() { printf ':127.0.0.2:https://bl.example/?ip=$\n127.0.0.2\n'; }
good_name() { printf ':127.0.1.2:test\n.%s\n' "$1"; }

make_lists() {
    { good4; printf '192.0.2.1 :127.0.0.2:SBL entry\n192.0.2.3 :127.0.0.9:DROP\n192.0.2.4 :127.0.0.1:\n192.0.2.5 :127.0.0.53:\n'; } | world_add_list zen.spamhaus.org ip4set
    printf '127.0.0.2 :127.0.0.4:\n192.0.2.1 :127.0.0.4:XBL entry\n' | world_add_list zen.spamhaus.org ip4set
    printf '2001:db8::1 :127.0.0.3:CSS entry\n' | world_add_list zen.spamhaus.org ip6trie
    { good4; printf '192.0.2.1\n'; } | world_add_list sbl.spamhaus.org ip4set
    { good_name dbltest.com; printf '.bad.lab :127.0.1.4:phish\n'; } | world_add_list dbl.spamhaus.org dnset
    printf ':127.0.0.254:\n.test.surbl.org\n.bad.lab :127.0.0.72:ph and abuse\n.refused.lab :127.0.0.1:\n' |
        world_add_list multi.surbl.org dnset
    { good4; printf '192.0.2.1 :127.0.5.2:network\n'; } | world_add_list list.dnswl.org ip4set
    printf '127.0.0.2 :127.0.0.2:\n192.0.2.1 :127.255.255.254:https://bl.example/refused\n' | world_add_list bl.spamcop.net ip4set
    printf '0.0.0.0/0 :127.0.0.2:everything\n' | world_add_list psbl.surriel.com ip4set
    printf '192.0.2.77 :127.0.0.2:\n' | world_add_list b.barracudacentral.org ip4set
    printf '127.0.0.2 :127.0.0.2:\n192.0.2.1 :198.51.100.7:parked\n' | world_add_list dnsbl-1.uceprotect.net ip4set
    { good4; printf '192.0.2.1\n'; } | world_add_list slow.lists.lab ip4set
    { good4; printf '192.0.2.1\n'; } | world_add_list "${KEY,,}.zen.dq.spamhaus.net" ip4set
    printf '2.0.0.127 A 127.0.0.2\n1.2.0.192 A 127.0.0.3\n1.2.0.192 TXT generic entry\n' |
        world_add_list generic.lists.lab generic
    { good4; printf '192.0.2.1\n'; } | world_add_list rewritten.lists.lab ip4set
    printf ':127.0.0.2:spammer address\n%s\n' "$(printf 'bob@example.org' | sha1sum | cut -d' ' -f1)" |
        world_add_list ebl.msbl.org dnset
}

# ---- rows: name | arguments | status of the listing | more of its JSON ----

rows() {
    cat <<'END'
listed, several codes|--dnsbl zen.spamhaus.org 192.0.2.1|listed|"codes":["127.0.0.2","127.0.0.4"]
meaning of the codes|--dnsbl zen.spamhaus.org 192.0.2.1|listed|"SBL
text of the list|--dnsbl zen.spamhaus.org 192.0.2.1|listed|SBL entry
not listed|--dnsbl zen.spamhaus.org 192.0.2.2|not_listed|"codes":[]
IPv6|--dnsbl zen.spamhaus.org 2001:db8::1|listed|"codes":["127.0.0.3"]
IPv6, not listed|--dnsbl zen.spamhaus.org 2001:db8::2|not_listed|"codes":[]
domain|--dnsbl dbl.spamhaus.org bad.lab|listed|"codes":["127.0.1.4"]
domain, not listed|--dnsbl dbl.spamhaus.org good.lab|not_listed|"codes":[]
bit mask, two bits|--dnsbl multi.surbl.org bad.lab|listed|"codes":["127.0.0.72"]
refused with 127.0.0.1|--dnsbl multi.surbl.org refused.lab|refused|"codes":["127.0.0.1"]
refused with 127.255.255.254|--dnsbl bl.spamcop.net 192.0.2.1|refused|"codes":["127.255.255.254"]
127.0.0.1 is no listing|--dnsbl zen.spamhaus.org 192.0.2.4|refused|"codes":["127.0.0.1"]
a code that nobody documents|--dnsbl zen.spamhaus.org 192.0.2.5|error|"codes":["127.0.0.53"]
allow list|--dnsbl list.dnswl.org 192.0.2.1|allowed|"codes":["127.0.5.2"]
lists everything|--dnsbl psbl.surriel.com 192.0.2.1|unusable|"severity"
emptied|--dnsbl b.barracudacentral.org 192.0.2.1|unusable|"severity"
emptied, though it has an entry|--dnsbl b.barracudacentral.org 192.0.2.77|unusable|"severity"
answer outside 127/8|--dnsbl dnsbl-1.uceprotect.net 192.0.2.1|rewritten|198.51.100.7
gone, without an entry that must be listed|--dnsbl bogons.cymru.com 192.0.2.1|unusable|the zone does not exist
silent|--timeout 300 --tries 1 --dnsbl zen.spamhaus.org --dnsbl slow.lists.lab 192.0.2.9|timeout|"severity"
generic data|--dnsbl generic.lists.lab 192.0.2.1|listed|"codes":["127.0.0.3"]
answers rewritten on the way|--dnsbl rewritten.lists.lab 192.0.2.1|rewritten|198.51.100.9
hashed address|--dnsbl ebl.msbl.org bob@example.org|listed|"codes":["127.0.0.2"]
hashed address, upper case|--dnsbl ebl.msbl.org BOB@Example.ORG|listed|"codes":["127.0.0.2"]
END
}

# dnsbl NAME ARGUMENTS: runs the command; sets status.
dnsbl() {
    local words
    read -ra words <<<"$2"
    "$RCPTCHECK" dnsbl --json --config "$WORLD_DIR/empty" --resolver "$WORLD_RESOLVER" "${words[@]}" \
        >"$WORLD_DIR/out" 2>"$WORLD_DIR/err"
    status=$?
    [ ! -s "$WORLD_DIR/err" ] || fail "$1: $(cat "$WORLD_DIR/err")"
}

run_rows() {
    local name arguments want more
    while IFS='|' read -r name arguments want more; do
        dnsbl "$name" "$arguments"
        holds "$name" "\"status\":\"$want\"" "$WORLD_DIR/out"
        holds "$name" "$more" "$WORLD_DIR/out"
        case $want in
        listed) equals "$name, exit status" "$status" 1 ;;
        not_listed | allowed) equals "$name, exit status" "$status" 0 ;;
        *) equals "$name, exit status" "$status" 75 ;;
        esac
    done < <(rows)
}

# A list inside another is told and not counted; the rest of the sender's section stands beside each recipient.
run_nested() {
    dnsbl nested '--dnsbl zen.spamhaus.org --dnsbl sbl.spamhaus.org 192.0.2.1'
    holds 'nested: the whole' '"independent":true' "$WORLD_DIR/out"
    holds 'nested: the part' '"independent":false' "$WORLD_DIR/out"
}

# ---- questions at the server ----

run_counts() {
    local i questions
    : >"$WORLD_DIR/lists.log"
    for ((i = 0; i < 1000; i++)); do
        printf '203.0.%d.%d\n' $((113 + i / 256)) $((i % 256))
    done >"$WORLD_DIR/subjects"
    "$RCPTCHECK" dnsbl --json --config "$WORLD_DIR/fast" --resolver "$WORLD_RESOLVER" "${many[@]}" - \
        <"$WORLD_DIR/subjects" >"$WORLD_DIR/out"
    equals '1000 subjects, answers' "$(wc -l <"$WORLD_DIR/out")" 1000
    equals '1000 subjects, listings' "$(grep -o '"status":"not_listed"' "$WORLD_DIR/out" | wc -l)" 20000
    # 1,000 subjects and 3 test questions for each of 20 lists, each once.
    questions=$(grep -c ' A IN: ' "$WORLD_DIR/lists.log")
    equals 'questions at the server' "$questions" $((20 * 1003))
    equals 'questions asked twice' \
        "$(awk '/ A IN: / { print $3 }' "$WORLD_DIR/lists.log" | sort | uniq -d | wc -l)" 0
}

# ---- keys ----

run_keys() {
    local out=$WORLD_DIR/keyed
    printf '[{key}.zen.dq.spamhaus.net]\nkey = %s\n' "$KEY" >"$WORLD_DIR/keys.conf"
    for format in text json nagios prometheus; do
        "$RCPTCHECK" dnsbl --format "$format" -v --config "$WORLD_DIR/keys.conf" --resolver "$WORLD_RESOLVER" \
            --dnsbl '{key}.zen.dq.spamhaus.net' --record "$WORLD_DIR/keyed.jsonl" 192.0.2.1 >"$out.$format" 2>"$out.err"
        if grep -qi "$KEY" "$out.$format" "$out.err" "$WORLD_DIR/keyed.jsonl"; then
            fail "the key is in the $format output, an error, or the recording"
        else
            pass
        fi
    done
    holds 'keyed list' '"status":"listed"' "$out.json"
    "$RCPTCHECK" dnsbl --json --replay "$WORLD_DIR/keyed.jsonl" --config "$WORLD_DIR/keys.conf" \
        --dnsbl '{key}.zen.dq.spamhaus.net' 192.0.2.1 >"$out.replay" 2>&1
    equals 'replay of a keyed list' "$(cat "$out.replay")" "$(cat "$out.json")"
    "$RCPTCHECK" check --json --ip 192.0.2.1 --config "$WORLD_DIR/keys.conf" --resolver "$WORLD_RESOLVER" \
        --dnsbl '{key}.zen.dq.spamhaus.net' --record "$WORLD_DIR/keyed.jsonl" someone@good.lab >"$out.check" 2>"$out.err"
    if grep -qi "$KEY" "$out.check" "$out.err" "$WORLD_DIR/keyed.jsonl"; then
        fail 'the key is in the output of check'
    else
        pass
    fi
    holds 'check with a keyed list' '"rule":"ip-listed-high"' "$out.check"
}

# The unit tests parse the text form strictly; promtool, where it is installed, has the last word.
run_prometheus() {
    command -v promtool >/dev/null || return 0
    "$RCPTCHECK" dnsbl --format prometheus --config "$WORLD_DIR/empty" --resolver "$WORLD_RESOLVER" 192.0.2.0/30 \
        >"$WORLD_DIR/metrics" 2>&1
    promtool check metrics <"$WORLD_DIR/metrics" >"$WORLD_DIR/out" 2>&1
    equals 'promtool' "$? $(cat "$WORLD_DIR/out")" '0 '
}

trap world_stop EXIT
world_init
make_lists
many=()
for i in $(seq 20); do
    good4 | world_add_list "many$i.lists.lab" ip4set
    many+=(--dnsbl "many$i.lists.lab")
    printf '[many%d.lists.lab]\nrate = 100000\n' "$i"
done >"$WORLD_DIR/fast"
printf 'good.lab. MX 10 mx.good.lab.\nmx.good.lab. A 192.31.196.1\n' | world_add_zone lab
: >"$WORLD_DIR/empty"
world_start
printf 'slow.lists.lab silent\nrewritten.lists.lab answer 198.51.100.9\n' >"$WORLD_DIR/rules"
world_faultd "$WORLD_DIR" "$WORLD_DIR/rules"

run_rows
run_nested
run_counts
run_keys
run_prometheus
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
