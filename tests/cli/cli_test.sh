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
usage '--format takes text or json' --format csv a@good.lab
usage '--color takes auto, always or never' --color maybe a@good.lab
usage '--record needs an argument: FILE' a@good.lab --record
usage 'exclude each other' -q -v a@good.lab
usage "--replay is not for 'explain'" explain 554 --replay x
usage 'check needs an address' check
usage 'explain needs a code' explain
usage 'compare takes two codes, not 1' compare 554
usage 'compare takes two codes, not 3' compare 554 550 551
usage 'catalog takes the name of one table' catalog
usage "there is no table 'dnsbl'" catalog dnsbl
usage '--resolver no.address: ' --resolver no.address a@good.lab
run 64 'no argument at all'
silent 'no argument at all' out
says 'no argument at all' err 'rcptcheck explain CODE...'
printf -v escape '\033[31m'
run 64 'escape sequences' "--$escape"
if grep -qF "$escape" "$scratch/err"; then fail 'escape sequence on standard error'; else pass; fi

# ---- help, version, completion ------------------------------------------------------------------
for command in '' check explain compare catalog; do
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
completes 'check explain compare catalog' ''
completes 'explain' ex
completes 'codes rules' catalog ''
completes 'text json' check --format ''
completes 'json' --format = j
completes 'auto always never' --color = ''
completes '--timeout --tries' check --t
completes '' explain --t
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
