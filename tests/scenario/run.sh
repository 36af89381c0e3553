#!/usr/bin/env bash
# run.sh [OPTION]... - runs the scenario cases: zone text in, report out, through the real program
#
#   --only NAME    this case alone (a glob; may be repeated)
#   --update       write what the program prints into the case files; read the difference before a commit
#   --record DIR   keep a recording of each case in DIR/NAME.jsonl
#   --keep         leave the world's folder and say where it is
#
# A case is a file cases/NAME.case; its sections are described in tests/scenario/README. Environment:
# RCPTCHECK and FAULTD (programs), WRAP (goes before the program: "valgrind ..."), JOBS (at a time).
# What differs from run to run is made stable: the address of the resolver reads 127.0.0.1:PORT.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

BUILD=${BUILD:-$PWD/build}
RCPTCHECK=${RCPTCHECK:-$BUILD/rcptcheck}
# shellcheck source=tests/scenario/world.sh
. tests/scenario/world.sh
read -ra wrap <<<"${WRAP:-}"
jobs=${JOBS:-4}
only=() update='' record='' keep=''

usage() {
    sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
    exit 64
}

while [ $# -gt 0 ]; do
    case $1 in
    --only) only+=("${2:?--only needs a name}") && shift ;;
    --update) update=yes ;;
    --record) record=${2:?--record needs a folder} && shift ;;
    --keep) keep=yes ;;
    *) usage ;;
    esac
    shift
done

newer_cares=''
"${PKG_CONFIG:-pkg-config}" --atleast-version=1.20.0 libcares && newer_cares=yes

finish() {
    if [ -n "$keep" ]; then
        printf 'kept: %s\n' "$WORLD_DIR"
        keep=$WORLD_DIR WORLD_DIR=''
    fi
    world_stop
}

chosen() {
    local pattern
    [ ${#only[@]} -gt 0 ] || return 0
    for pattern in "${only[@]}"; do
        # shellcheck disable=SC2053 # a glob is meant
        [[ $1 == $pattern ]] && return 0
    done
    return 1
}

# Splits a case into one file a section, named as the section is; "== exit N" becomes the file exit.
split_case() {
    awk -v folder="$2" '
        /^== / {
            file = folder "/want." $2
            if ($2 == "exit") print $3 > file
            else printf "" > file
            next
        }
        file != "" { print > file }' "$1"
}

# The arguments of the run section, in the way of a shell: words, quotes, backslashes.
read_arguments() {
    local line
    line=$(sed "s/@RESOLVER@/$WORLD_RESOLVER/g" "$1/want.run")
    arguments=()
    while IFS= read -r -d '' word; do
        arguments+=("$word")
    done < <(printf '%s' "$line" | xargs printf '%s\0')
}

# Runs the program once: run_program DIR OUTPUT OPTION... Leaves OUTPUT, OUTPUT.err, OUTPUT.exit.
run_program() {
    local folder=$1 name=$2 status=0 options input=/dev/null
    shift 2
    options=("$@")
    case " ${arguments[*]} " in
    *' --resolver '* | *' --replay '*) ;;
    *) case ${arguments[0]} in
        explain | compare | catalog) ;;
        *) options+=(--resolver "$WORLD_RESOLVER") ;;
        esac ;;
    esac
    [ ! -e "$folder/want.stdin" ] || input=$folder/want.stdin
    case ${arguments[0]} in
    check | dnsbl | resolver | explain | compare | catalog) set -- "${arguments[0]}" "${options[@]}" "${arguments[@]:1}" ;;
    *) set -- "${options[@]}" "${arguments[@]}" ;;
    esac
    env -u COLUMNS -u NO_COLOR LC_ALL=C.UTF-8 TERM=dumb XDG_CONFIG_HOME="$folder/home" \
        "${wrap[@]}" "$RCPTCHECK" "$@" \
        <"$input" >"$folder/raw" 2>"$folder/raw.err" 9<&- || status=$?
    printf '%s\n' "$status" >"$folder/$name.exit"
    sed "s/${WORLD_RESOLVER//./\\.}/127.0.0.1:PORT/g" "$folder/raw" >"$folder/$name"
    sed "s/${WORLD_RESOLVER//./\\.}/127.0.0.1:PORT/g" "$folder/raw.err" >"$folder/$name.err"
}

# compare TITLE WANTED GOT: prints a difference, if there is one. Blank lines at the end do not count,
# and JSON is shown a field a line.
compare() {
    local title=$1 wanted=$2 got=$3 filter='s/^//'
    [ -e "$wanted" ] || : >"$wanted"
    [ "$(cat "$wanted")" != "$(cat "$got")" ] || return 0
    [ "$title" != json ] || filter='s/,"/,\n"/g'
    diff -u --label "$title wanted" --label "$title got" <(sed "$filter" "$wanted") <(sed "$filter" "$got")
    return 1
}

# The case file with its golden sections made anew from what was printed.
rewrite_case() {
    local file=$1 folder=$2
    {
        awk '/^== / { skip = ($2 == "exit" || $2 == "text" || $2 == "json" || $2 == "stderr") }
             !skip { lines[++count] = $0; if ($0 != "") last = count }
             END { for (i = 1; i <= last; i++) print lines[i] }' "$file"
        printf '== exit %s\n== text\n' "$(cat "$folder/text.exit")"
        cat "$folder/text"
        printf '== json\n'
        cat "$folder/json"
        if [ -s "$folder/text.err" ]; then
            printf '== stderr\n'
            cat "$folder/text.err"
        fi
    } >"$folder/new.case"
    cmp -s "$folder/new.case" "$file" || cat "$folder/new.case" >"$file"
}

# Runs one case; its differences go to DIR/report, which is empty if it passed.
run_case() {
    local file=$1 folder=$2 arguments name text_options=(--color never)
    name=$(basename "$file" .case)
    if [ ! -s "$folder/want.run" ]; then
        echo 'the case has no run section' >"$folder/report"
        return
    fi
    read_arguments "$folder"
    [ -z "$record" ] || text_options+=(--record "$record/$name.jsonl")
    run_program "$folder" text "${text_options[@]}"
    run_program "$folder" json --json
    if [ -n "$update" ]; then
        rewrite_case "$file" "$folder"
        : >"$folder/report"
        return
    fi
    # What c-ares makes of a reply that it cannot read differs between its versions; the verdict does not.
    if [ -e "$folder/want.c-ares" ] && [ -n "$newer_cares" ]; then
        compare 'exit status' "$folder/want.exit" "$folder/text.exit" >"$folder/report"
        return
    fi
    {
        compare 'exit status' "$folder/want.exit" "$folder/text.exit"
        compare text "$folder/want.text" "$folder/text"
        compare stderr "$folder/want.stderr" "$folder/text.err"
        compare 'exit status with --json' "$folder/want.exit" "$folder/json.exit"
        compare json "$folder/want.json" "$folder/json"
        compare 'stderr with --json' "$folder/want.stderr" "$folder/json.err"
    } >"$folder/report"
}

[ -z "$record" ] || mkdir -p "$record" || exit 73
[ -x "$RCPTCHECK" ] || { printf 'run.sh: no program %s; run make first\n' "$RCPTCHECK" >&2; exit 1; }
world_init
trap finish EXIT
trap 'exit 130' INT TERM
shopt -s nullglob
for file in tests/scenario/cases/*.case; do
    world_add_case "$file"
done
world_start
mkdir "$WORLD_DIR/plain" "$WORLD_DIR/cases"
world_faultd "$WORLD_DIR/plain"
plain=$WORLD_RESOLVER

# A pipe holds a token for each case that may run.
mkfifo "$WORLD_DIR/tokens"
exec 8<>"$WORLD_DIR/tokens"
printf "%${jobs}s" '' >&8

names=() pids=()
for file in tests/scenario/cases/*.case; do
    name=$(basename "$file" .case)
    chosen "$name" || continue
    names+=("$name")
    folder=$WORLD_DIR/cases/$name
    mkdir "$folder"
    split_case "$file" "$folder"
    # The configuration is the case's own, an empty one mostly; never that of who runs the tests.
    mkdir -p "$folder/home/rcptcheck"
    [ ! -e "$folder/want.config" ] || cp "$folder/want.config" "$folder/home/rcptcheck/config"
    touch "$folder/home/rcptcheck/config"
    WORLD_RESOLVER=$plain
    [ ! -s "$folder/want.faults" ] || world_faultd "$folder" "$folder/want.faults"
    read -r -n 1 -u 8 _
    { run_case "$file" "$folder"; printf ' ' >&8; } &
    pids+=("$!")
done
[ ${#pids[@]} -eq 0 ] || wait "${pids[@]}"

passed=0 failed=0
for name in "${names[@]}"; do
    folder=$WORLD_DIR/cases/$name
    if [ -e "$folder/report" ] && [ ! -s "$folder/report" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s: rcptcheck %s\n' "$name" "$(cat "$folder/want.run" 2>/dev/null)"
        sed 's/^/    /' "$folder/report" 2>/dev/null || echo '    the case did not end'
    fi
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
