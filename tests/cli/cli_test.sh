#!/usr/bin/env bash
# cli_test.sh - the built command as a user meets it: usage, exit status, files, streams
#
# No network is used: recipients are answered from small recordings written here, or from a closed
# port of the loopback address. Environment: RCPTCHECK, the command. Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

rcptcheck=${RCPTCHECK:-$PWD/build/rcptcheck}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset COLUMNS NO_COLOR POSIXLY_CORRECT
passed=0 failed=0
world=$scratch/world.jsonl

pass() {
    passed=$((passed + 1))
}

fail() {
    failed=$((failed + 1))
    printf '  FAILED %s\n' "$*"
    sed 's/^/    out | /' "$scratch/out"
    sed 's/^/    err | /' "$scratch/err"
}

# run STATUS TITLE ARG...: runs the command, keeps what it says, checks its exit status.
run() {
    local wanted=$1 title=$2 status=0
    shift 2
    "$rcptcheck" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
    if [ "$status" -eq "$wanted" ]; then
        pass
    else
        fail "$title: exit $status, not $wanted"
    fi
}

# says TITLE STREAM TEXT: out or err of the last run holds the text.
says() {
    if grep -qF -- "$3" "$scratch/$2"; then
        pass
    else
        fail "$1: std$2 does not say: $3"
    fi
}

# silent TITLE STREAM
silent() {
    if [ -s "$scratch/$2" ]; then
        fail "$1: std$2 is not empty"
    else
        pass
    fi
}

# lines TITLE STREAM NUMBER
lines() {
    if [ "$(wc -l <"$scratch/$2")" -eq "$3" ]; then
        pass
    else
        fail "$1: std$2 has not $3 lines"
    fi
}

# same TITLE TEXT: standard output of the last run, exactly.
same() {
    if [ "$(cat "$scratch/out")" = "$2" ]; then
        pass
    else
        fail "$1: another output"
    fi
}

# ---- a world -------------------------------------------------------------------------------------
answer() {
    printf '{"name":"%s","type":"%s","status":"%s","ttl":300,"ad":false,"aliases":[],"records":[%s],' \
        "$1" "$2" "$3" "${4:-}"
    printf '"extended_error":null,"reason":""}\n'
}
{
    echo '# a small world'
    answer good.lab MX noerror '"10 mx.good.lab."'
    answer mx.good.lab A noerror '"192.31.196.1"'
    answer mx.good.lab AAAA nodata
    answer null.lab MX noerror '"0 ."'
    answer slow.lab MX servfail
} >"$world"

# ---- usage errors: exit 64, one line on standard error, nothing on standard output ---------------
# usage SAYS ARG...
usage() {
    local text=$1
    shift
    run 64 "usage: $*" "$@"
    silent "usage: $*" out
    lines "usage: $*" err 1
    says "usage: $*" err "$text"
}
usage "'foo' is neither a command nor an address" foo
usage "'rcptcheck check foo'" foo
usage "did you mean 'explain'?" exlpain 554
usage "'list' is neither" list people.csv
usage "unknown or ambiguous option '--nonsense'" --nonsense a@good.lab
usage "did you mean '--replay'?" --reply x a@good.lab
usage "--timeout takes a number of milliseconds from 1 to 60000, not '0'" --timeout 0 a@good.lab
usage "--tries takes a number from 1 to 10, not 'x'" --tries=x a@good.lab
usage '--format takes text, json, nagios or prometheus' --format csv a@good.lab
usage '--color takes auto, always or never' --color maybe a@good.lab
usage '--record needs an argument: FILE' a@good.lab --record
usage 'exclude each other' -q -v a@good.lab
usage "--replay is not for 'explain'" explain 554 --replay x
usage 'check needs an address' check
usage 'explain needs a code' explain
usage 'compare takes two codes, not 1' compare 554
usage 'compare takes two codes, not 3' compare 554 550 551
usage 'catalog takes the name of one table' catalog
usage "there is no table 'nothing'" catalog nothing
usage '--resolver no.address: ' --resolver no.address a@good.lab
usage '--ip 192.0.2.300: ' --ip 192.0.2.300 a@good.lab
usage "--ip is not for 'dnsbl'" dnsbl --ip 192.0.2.1 192.0.2.1
usage "--no-dnsbl is not for 'dnsbl'" dnsbl --no-dnsbl 192.0.2.1
usage "--dnsbl is not for 'resolver'" resolver --dnsbl bl.lab
usage 'exclude each other' --dnsbl bl.lab --no-dnsbl a@good.lab
usage '--dnsbl not..a.name: ' dnsbl --dnsbl not..a.name 192.0.2.1
usage '--dnsbl dnsbl.sorbs.net: ' dnsbl --dnsbl dnsbl.sorbs.net 192.0.2.1
usage "--format nagios is not for 'check', which prints text, json" --format nagios a@good.lab
usage "--format prometheus is not for 'resolver'" resolver --format prometheus
usage 'dnsbl needs an IP address' dnsbl
usage 'resolver takes no argument; name a resolver with --resolver 192.0.2.53' resolver 192.0.2.53
run 64 'no argument at all'
silent 'no argument at all' out
says 'no argument at all' err 'rcptcheck explain CODE|BOUNCE...'
printf -v escape '\033[31m'
run 64 'escape sequences' "--$escape"
if grep -qF "$escape" "$scratch/err"; then fail 'escape sequence on standard error'; else pass; fi

# ---- help, version, completion ------------------------------------------------------------------
for command in '' check dnsbl resolver explain compare catalog; do
    # shellcheck disable=SC2086
    run 0 "help $command" $command --help
    silent "help $command" err
    says "help $command" out 'Options:'
    if awk 'length > 80 { exit 1 }' "$scratch/out"; then pass; else fail "help $command: too wide"; fi
    # shellcheck disable=SC2086
    run 0 "help $command, -h" $command -h
done
for status in 0 1 64 65 66 69 73 74 75 78; do
    run 0 'help' --help
    if grep -qE "^ +$status  " "$scratch/out"; then pass; else fail "help: no exit status $status"; fi
done
run 0 version --version
version=$(sed -n 's/^#define RCPTCHECK_VERSION "\(.*\)"/\1/p' include/rcptcheck.h)
says version out "rcptcheck $version"
run 0 'version, -V' -V
run 0 'bash completion' --completion bash
if bash -n "$scratch/out"; then pass; else fail 'bash -n'; fi
cp "$scratch/out" "$scratch/completion.bash"
run 0 'zsh completion' --completion=zsh
if head -n 1 "$scratch/out" | grep -qx '#compdef rcptcheck'; then pass; else fail 'zsh: #compdef'; fi
if command -v zsh >/dev/null; then
    if zsh -n "$scratch/out"; then pass; else fail 'zsh -n'; fi
fi

# completes WANTED WORD...: what bash would offer for the last word.
completes() {
    local wanted=$1 got
    shift
    got=$(
        # shellcheck disable=SC1091
        . "$scratch/completion.bash"
        # shellcheck disable=SC2317
        compopt() { :; }
        # read by the function just sourced
        # shellcheck disable=SC2034
        COMP_WORDS=(rcptcheck "$@") COMP_CWORD=$#
        _rcptcheck
        printf '%s ' "${COMPREPLY[@]}"
    )
    if [ "${got% }" = "$wanted" ]; then pass; else fail "completion of '$*': $got"; fi
}
completes 'check dnsbl resolver explain compare catalog' ''
completes 'explain' ex
completes 'codes dnsbl providers rules' catalog ''
completes 'text json nagios prometheus' dnsbl --format ''
completes 'json' --format = j
completes 'auto always never' --color = ''
completes '--timeout --tries' check --t
completes '' explain --t
completes 'zen.spamhaus.org' dnsbl --dnsbl zen.
completes '' dnsbl --dnsbl '{key'
completes '--dnsbl' dnsbl --dn
completes "$scratch/world.jsonl" check --replay "$scratch/wor"

# ---- exit statuses ------------------------------------------------------------------------------
run 0 'accept' --replay "$world" a@good.lab
says 'accept' out 'a@good.lab: ACCEPT'
silent 'accept' err
run 0 'a bare domain' --replay "$world" good.lab
run 1 'reject' --replay "$world" a@null.lab
says 'reject' out 'a@null.lab: REJECT  556 5.1.10'
run 75 'defer' --replay "$world" a@slow.lab
says 'defer' out 'a@slow.lab: DEFER'
run 75 'not in the recording' --replay "$world" a@unknown.lab
run 1 'reject before defer' --replay "$world" a@slow.lab a@null.lab a@good.lab
run 75 'defer before accept' --replay "$world" a@slow.lab a@good.lab
run 1 'a bad address is a result' --replay "$world" x@@y.lab
says 'a bad address' out 'x@@y.lab: REJECT  501'
silent 'a bad address' err
run 1 'a word after check is a domain' check --replay "$world" -- null.lab localhost
run 1 'empty recipient' check --replay "$world" ''
run 66 'no recording' --replay "$scratch/none" a@good.lab
lines 'no recording' err 1
says 'no recording' err "--replay $scratch/none: "
echo 'no JSON' >"$scratch/bad.jsonl"
run 65 'bad recording' --replay "$scratch/bad.jsonl" a@good.lab
lines 'bad recording' err 1
run 73 'recording that cannot be made' --record "$scratch/none/file" --replay "$world" a@good.lab
lines 'recording that cannot be made' err 1
run 69 'no resolver' --resolver 127.0.0.1:1 --timeout 200 --tries 1 --deadline 2000 a@good.lab
says 'no resolver' err 'no resolver answers (127.0.0.1:1)'
lines 'no resolver' err 1
run 65 'no code' explain 5.7.x
says 'no code' err "octet 5 ('x')"
silent 'no code' out
run 65 'a code that ends early' explain 5.7.
run 65 'one of two' explain nonsense 554
says 'one of two' out 'Transaction Failed'
run 65 'no code to compare' compare 554 nonsense
run 0 'explain' explain 554 5.7.1 550-5.7.26
run 0 'an unknown code' explain 599
says 'an unknown code' out '5xx'
run 0 'compare' compare 252 554
run 0 'codes' catalog codes
run 0 'rules' catalog rules
run 0 'rules in JSON' catalog rules --json
for table in dnsbl providers; do
    run 0 "catalog $table" catalog "$table"
    if awk 'length > 80 { exit 1 }' "$scratch/out"; then pass; else fail "$table: too wide"; fi
    run 0 "catalog $table, verbose" catalog "$table" -v
    says "catalog $table, verbose" out 'source'
    run 0 "catalog $table in JSON" catalog "$table" --json
    if grep -qv '^{"schema":1,' "$scratch/out"; then fail "$table: JSON"; else pass; fi
done

# ---- providers and bounces ----------------------------------------------------------------------
run 0 'a provider' explain --provider gmail 5.7.27
says 'a provider' out 'Gmail: 5.7.27'
says 'a provider' out 'SPF did not pass'
says 'a provider' out 'The registry means something else by 5.7.27'
run 0 'a provider by another name' explain --provider 'Office 365' 550-5.1.10
says 'a provider by another name' out 'Exchange Online: 550 5.1.10'
says 'a provider by another name' out 'The recipient is unknown'
run 0 'a reply in two words' explain --provider exchange 550 5.1.10
says 'a reply in two words' out 'Exchange Online: 550 5.1.10'
run 0 'a code of several causes' explain --provider=google 550-5.7.26
says 'a code of several causes' out '"hard fail policy": The SPF record'
run 0 'a provider in JSON' explain --json --provider gmail 5.7.27 5.7.26
lines 'a provider in JSON' out 2
says 'a provider in JSON' out '{"schema":1,"input":"5.7.27","provider":"Gmail","provider_reply":{'
run 0 'a bounce line' explain 'host mx00.emig.gmx.net[212.227.15.9] said: 554-gmx.net (mxgmx115)
    Nemesis ESMTP Service not available 554-IP address is block listed.'
says 'a bounce line' out 'UnitedInternet: 554'
says 'a bounce line' out '554 Transaction Failed'
silent 'a bounce line' err
run 0 'a bounce line without spaces' explain '#5.7.1'
says 'a bounce line without spaces' out '5.7.1 Refused by policy'
run 0 'a bounce line of nobody' explain "said: 554 no"
says 'a bounce line of nobody' out 'does not show which provider'
run 0 'a provider before that of the line' explain --provider yahoo '550 5.7.9 policy reasons gsmtp'
says 'a provider before that of the line' out 'Yahoo: 550 5.7.9'
run 65 'a line with nothing in it' explain 'nothing at all'
lines 'a line with nothing in it' err 1
says 'a line with nothing in it' err 'no code and no provider'
silent 'a line with nothing in it' out
run 65 'a line with nothing in it, and a code' explain 'nothing at all' 554
says 'a line with nothing in it, and a code' out '554 Transaction Failed'
usage "did you mean 'gmail'?" explain --provider gmial 554
usage "'rcptcheck catalog providers' lists them" explain --provider nobody-at-all 554
usage "--provider is not for 'compare'" compare --provider gmail 554 550
completes 'gmail google gmx' explain --provider g

# ---- standard input, order, formats -------------------------------------------------------------
feed() {
    local wanted=$1 title=$2 status=0
    shift 2
    "$rcptcheck" --replay "$world" "$@" >"$scratch/out" 2>"$scratch/err" || status=$?
    if [ "$status" -eq "$wanted" ]; then pass; else fail "$title: exit $status, not $wanted"; fi
}
names() {
    cut -d: -f1 "$scratch/out" | tr '\n' ' ' | sed 's/ $//'
}
printf 'a@good.lab\r\n\n  b@null.lab\t\nc@good.lab' | feed 1 'lines' -q first@good.lab - last@good.lab
if [ "$(names)" = 'first@good.lab a@good.lab b@null.lab c@good.lab last@good.lab' ]; then
    pass
else
    fail "lines: $(names)"
fi
feed 0 'nothing to read' - </dev/null
silent 'nothing to read' out
printf 'a\0b@good.lab\nc@good.lab\n' | feed 1 'NUL octet' -q -
lines 'NUL octet' out 2
{
    head -c 100000 /dev/zero | tr '\0' a
    printf '\nc@good.lab\n'
} | feed 1 'long line' -q -
lines 'long line' out 2
feed 66 'standard input that is a folder' -q a@good.lab - b@good.lab <"$scratch"
lines 'standard input that is a folder' out 2
seq -f 'user%g@good.lab' 2500 | feed 0 'more than a window' -q -
lines 'more than a window' out 2500
if [ "$(names)" = "$(seq -f 'user%g@good.lab' 2500 | tr '\n' ' ' | sed 's/ $//')" ]; then
    pass
else
    fail 'more than a window: another order'
fi
run 1 'JSON lines' --json --replay "$world" a@good.lab x@@y a@null.lab
lines 'JSON lines' out 3
if grep -qv '^{"schema":1,"input":' "$scratch/out"; then fail 'JSON lines: the start'; else pass; fi
run 0 'text' --replay "$world" a@good.lab b@good.lab
if [ "$(grep -c '^$' "$scratch/out")" -eq 1 ]; then pass; else fail 'one empty line between two'; fi
run 0 'quiet' -q --replay "$world" a@good.lab b@good.lab
lines 'quiet' out 2
run 0 'colour' --color always --replay "$world" a@good.lab
if grep -q "$(printf '\033')" "$scratch/out"; then pass; else fail 'colour: none'; fi
run 0 'no colour in a file' --replay "$world" a@good.lab
if grep -q "$(printf '\033')" "$scratch/out"; then fail 'no colour: some'; else pass; fi
COLUMNS=50 run 0 'narrow' --replay "$world" good.lab
if awk 'length > 50 { exit 1 }' "$scratch/out"; then pass; else fail 'narrow: too wide'; fi
run 0 'a recording of a replay' --replay "$world" --record "$scratch/again.jsonl" a@good.lab
cp "$scratch/out" "$scratch/once"
run 0 'the recording again' --replay "$scratch/again.jsonl" a@good.lab
same 'the recording again' "$(cat "$scratch/once")"

# ---- lists: no list is asked but those of the recording ------------------------------------------
printf '[bl.lab]\nname = A list\nkind = ip4, domain\nseverity = high\ncode.127.0.0.2 = spam source\n' \
    >"$scratch/config"
printf 'delist = https://bl.lab/remove\n[low.lab]\nseverity = low\n[no.lab]\n' >>"$scratch/config"
printf 'error.127.0.0.254 = too many queries\n[{key}.keyed.lab]\nkind = ip4\nkey = s3cretkey\n' \
    >>"$scratch/config"
lists=$scratch/lists.jsonl
{
    echo '{"nonce":"n0nce"}'
    for zone in bl low '{key}.keyed'; do
        answer "2.0.0.127.$zone.lab" A noerror '"127.0.0.2"'
        answer "1.0.0.127.$zone.lab" A nxdomain
        answer "n0nce.$zone.lab" A nxdomain
    done
    answer test.bl.lab A noerror '"127.0.0.2"'
    answer invalid.bl.lab A nxdomain
    answer 1.113.0.203.bl.lab A noerror '"127.0.0.2"'
    answer 1.113.0.203.bl.lab TXT noerror '"\"see https://bl.lab/?203.0.113.1\""'
    answer 1.113.0.203.low.lab A nxdomain
    answer '1.113.0.203.{key}.keyed.lab' A noerror '"127.0.0.2"'
    answer '1.113.0.203.{key}.keyed.lab' TXT nodata
    for last in 0 2 3; do
        answer "$last.113.0.203.bl.lab" A nxdomain
    done
    answer 2.113.0.203.low.lab A nxdomain
    answer 3.113.0.203.low.lab A noerror '"127.0.0.2"'
    answer 3.113.0.203.low.lab TXT nodata
    answer good.lab.bl.lab A nxdomain
    for entry in 2.0.0.127 1.0.0.127 n0nce 2.113.0.203; do
        answer "$entry.no.lab" A noerror '"127.0.0.254"'
    done
    answer good.lab MX noerror '"10 mx.good.lab."'
    answer mx.good.lab A noerror '"192.31.196.1"'
    answer mx.good.lab AAAA nodata
    answer 1.113.0.203.in-addr.arpa PTR noerror '"mx.good.lab."'
} >"$lists"
# listed STATUS TITLE ARG...
listed() {
    local wanted=$1 title=$2
    shift 2
    run "$wanted" "$title" dnsbl --config "$scratch/config" --replay "$lists" "$@"
}
listed 1 'listed' --dnsbl bl.lab --dnsbl low.lab 203.0.113.1
says 'listed' out '203.0.113.1: LISTED on 1 of 2 lists'
says 'listed' out 'https://bl.lab/remove'
says 'listed' out 'see https://bl.lab/?203.0.113.1'
silent 'listed' err
listed 0 'not listed' --dnsbl bl.lab --dnsbl low.lab 203.0.113.2
same 'not listed' '203.0.113.2: not listed on 2 lists'
listed 75 'refused' --dnsbl bl.lab --dnsbl no.lab 203.0.113.2
says 'refused' out '203.0.113.2: not listed on 1 list, 1 could not be asked'
says 'refused' out 'answered 127.0.0.254 for 2.0.0.127.no.lab: too'
if grep -q 'LISTED' "$scratch/out"; then fail 'refused: listed'; else pass; fi
listed 65 'a bad subject, and others' -q --dnsbl bl.lab 'x@@y' 203.0.113.1
lines 'a bad subject, and others' out 2
says 'a bad subject, and others' out 'x@@y: ERROR'
says 'a bad subject, and others' out '203.0.113.1: LISTED'
listed 1 'a range' -q --dnsbl bl.lab 203.0.113.0/30
lines 'a range' out 4
listed 0 'a domain' --dnsbl bl.lab good.lab
listed 75 'a domain, and lists of addresses only' --dnsbl '{key}.keyed.lab' good.lab
says 'a domain, and lists of addresses only' out 'good.lab: UNKNOWN: no list takes it'
printf '203.0.113.1\n203.0.113.2\n' >"$scratch/subjects"
status=0
"$rcptcheck" dnsbl -q --config "$scratch/config" --replay "$lists" --dnsbl bl.lab - 203.0.113.3 \
    <"$scratch/subjects" >"$scratch/out" 2>"$scratch/err" || status=$?
if [ "$status" -eq 1 ]; then pass; else fail "subjects from standard input: exit $status"; fi
if [ "$(names)" = '203.0.113.1 203.0.113.2 203.0.113.3' ]; then pass; else fail "order: $(names)"; fi
listed 1 'JSON' --json --dnsbl bl.lab 203.0.113.1 203.0.113.2
lines 'JSON' out 2
says 'JSON' out '"verdict":"reject","error":null,"dnsbl":[{"zone":"bl.lab","subject":"203.0.113.1","status":"listed","codes":["127.0.0.2"],"meaning":["spam source"]'
listed 2 'nagios, critical' --format nagios --dnsbl bl.lab 203.0.113.1
says 'nagios, critical' out 'DNSBL CRITICAL - 203.0.113.1 listed on bl.lab (high) | listed=1;'
listed 1 'nagios, warning' --format nagios --dnsbl low.lab 203.0.113.3
says 'nagios, warning' out 'DNSBL WARNING - '
listed 0 'nagios, ok' --format nagios --dnsbl bl.lab 203.0.113.2
says 'nagios, ok' out 'DNSBL OK - '
listed 3 'nagios, unknown' --format nagios --dnsbl no.lab 203.0.113.2
says 'nagios, unknown' out 'DNSBL UNKNOWN - '
listed 3 'nagios, a bad subject' --format nagios --dnsbl bl.lab 'x@@y'
run 3 'nagios, no resolver' dnsbl --format nagios --dnsbl bl.lab --resolver 127.0.0.1:1 --timeout 200 \
    --tries 1 --deadline 2000 203.0.113.2
says 'nagios, no resolver' out 'DNSBL UNKNOWN - '
run 69 'lists, no resolver' dnsbl --dnsbl bl.lab --resolver 127.0.0.1:1 --timeout 200 --tries 1 \
    --deadline 2000 203.0.113.2
says 'lists, no resolver' out 'none could be asked'
listed 1 'prometheus' --format prometheus --dnsbl bl.lab --dnsbl low.lab 203.0.113.1 203.0.113.2
says 'prometheus' out 'rcptcheck_dnsbl_listed{zone="bl.lab"} 1'
says 'prometheus' out 'rcptcheck_dnsbl_listed{zone="low.lab"} 0'
if command -v promtool >/dev/null; then
    if promtool check metrics <"$scratch/out" >/dev/null 2>&1; then pass; else fail 'promtool'; fi
fi
listed 1 'a key is never told' -v --dnsbl '{key}.keyed.lab' --record "$scratch/keyed.jsonl" 203.0.113.1
says 'a key is never told' out '{key}.keyed.lab'
if grep -qi s3cretkey "$scratch/out" "$scratch/err" "$scratch/keyed.jsonl"; then
    fail 'a key is told'
else
    pass
fi
listed 1 'a recording of lists' --dnsbl bl.lab --record "$scratch/relists.jsonl" 203.0.113.1
cp "$scratch/out" "$scratch/once"
run 1 'a recording of lists again' dnsbl --config "$scratch/config" --dnsbl bl.lab \
    --replay "$scratch/relists.jsonl" 203.0.113.1
same 'a recording of lists again' "$(cat "$scratch/once")"

# ---- configuration -------------------------------------------------------------------------------
run 66 'no configuration' dnsbl --config "$scratch/none" --replay "$lists" 203.0.113.1
lines 'no configuration' err 1
printf '[bl.lab]\nseverity = enormous\n' >"$scratch/bad.config"
run 78 'bad configuration' dnsbl --config "$scratch/bad.config" --replay "$lists" 203.0.113.1
lines 'bad configuration' err 1
says 'bad configuration' err "$scratch/bad.config: line 2: "
silent 'bad configuration' out
run 78 'bad configuration, check' --config "$scratch/bad.config" --replay "$lists" a@good.lab
run 78 'bad configuration, resolver' resolver --config "$scratch/bad.config" --replay "$lists"
says 'bad configuration, resolver' err "$scratch/bad.config: line 2: "
mkdir -p "$scratch/xdg/rcptcheck"
cp "$scratch/bad.config" "$scratch/xdg/rcptcheck/config"
XDG_CONFIG_HOME=$scratch/xdg run 78 'configuration of the user' dnsbl --replay "$lists" 203.0.113.1
says 'configuration of the user' err "$scratch/xdg/rcptcheck/config: line 2: "
XDG_CONFIG_HOME=$scratch/xdg run 0 'configuration that is not needed' --replay "$world" a@good.lab
cp "$scratch/config" "$scratch/xdg/rcptcheck/config"
XDG_CONFIG_HOME=$scratch/xdg run 1 'configuration that is found' dnsbl --dnsbl bl.lab --replay \
    "$lists" 203.0.113.1
says 'configuration that is found' out 'https://bl.lab/remove'

# ---- the sending side ----------------------------------------------------------------------------
# sent STATUS TITLE ARG...
sent() {
    local wanted=$1 title=$2
    shift 2
    run "$wanted" "$title" --config "$scratch/config" --replay "$lists" --dnsbl bl.lab "$@" a@good.lab
}
sent 1 'a listed sender' --ip 203.0.113.1
says 'a listed sender' out 'a@good.lab: REJECT  554 5.7.1'
says 'a listed sender' out '203.0.113.1: LISTED on 1 of 1 list'
says 'a listed sender' out 'not looked at: '
says 'a listed sender' out '(--helo)'
sent 1 'a listed sender, JSON' --json --ip 203.0.113.1
says 'a listed sender, JSON' out '"rdns":{"ip":"203.0.113.1","status":"mismatch","ptr":["mx.good.lab"]'
says 'a listed sender, JSON' out '"not_looked_at":[{"what":'
run 0 'a null reverse-path' --replay "$world" --no-dnsbl --mail-from '' a@good.lab
says 'a null reverse-path' out '  mail from <>: '
run 0 'no sender' --replay "$world" a@good.lab
if grep -qE '^  (rdns|helo|lists)' "$scratch/out"; then fail 'no sender: told'; else pass; fi
says 'no sender' out '  unseen    not looked at: the sending side (--ip, --helo, --mail-from)'

# ---- resolver ------------------------------------------------------------------------------------
run 1 'a resolver that is down' resolver --resolver 127.0.0.1:1 --timeout 200 --tries 1
says 'a resolver that is down' out '127.0.0.1:1: UNFIT'
silent 'a resolver that is down' err
run 1 'a resolver that is down, JSON' resolver --json --resolver 127.0.0.1:1 --timeout 200 --tries 1
says 'a resolver that is down, JSON' out '{"schema":1,"resolver":"127.0.0.1:1","fit":false,"latency_ms":null,"traits":['
run 64 'a resolver that is none' resolver --resolver no.address
lines 'a resolver that is none' err 1
run 66 'resolver, no recording' resolver --replay "$scratch/none"
lines 'resolver, no recording' err 1

# ---- output that cannot be written --------------------------------------------------------------
# broken STATUS TITLE COMMAND: a shell command line with $1 for the program, $2 for the world.
broken() {
    local status=0
    bash -c "$3" bash "$rcptcheck" "$world" >"$scratch/out" 2>"$scratch/err" || status=$?
    if [ "$status" -eq "$1" ]; then pass; else fail "$2: exit $status, not $1"; fi
}
# shellcheck disable=SC2016
{
    broken 74 'full disk' '"$1" --replay "$2" a@good.lab >/dev/full'
    lines 'full disk' err 1
    broken 74 'full disk, help' '"$1" --help >/dev/full'
    broken 74 'full disk, catalog' '"$1" catalog codes >/dev/full'
    lines 'full disk, catalog' err 1
    broken 74 'full disk beside a bad code' '"$1" explain 554 nonsense >/dev/full'
    broken 74 'closed' '"$1" --replay "$2" a@good.lab >&-'
    lines 'closed' err 1
    broken 74 'closed pipe' \
        'seq -f "u%g@good.lab" 5000 | "$1" --replay "$2" - | true; exit "${PIPESTATUS[1]}"'
    silent 'closed pipe' err
    broken 0 'all streams closed but one' '"$1" --replay "$2" a@good.lab <&- 2>&-'
}

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
