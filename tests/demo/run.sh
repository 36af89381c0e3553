#!/usr/bin/env bash
# run.sh - the demo: checks recipients of a world recorded beforehand, with no network
#
# RCPTCHECK is the program (default build/rcptcheck). The recipients are in recipients.txt, the
# answers of DNS in world.jsonl beside this script.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
rcptcheck=${RCPTCHECK:-build/rcptcheck}
recipients=tests/demo/recipients.txt
world=tests/demo/world.jsonl
short=${rcptcheck#"$PWD"/}

printf '\n$ %s --replay %s - <%s\n\n' "$short" "$world" "$recipients"
status=0
"$rcptcheck" --replay "$world" - <"$recipients" || status=$?
# 1: at least one of them is to be rejected, which is what the demo shows.
case $status in
0 | 1 | 75) ;;
*)
    printf 'demo: %s ended with exit status %d\n' "$short" "$status" >&2
    exit "$status"
    ;;
esac
printf '\n(exit status %d: 0 all accepted, 1 at least one reject, 75 none but some not known)\n' "$status"
cat <<END

Those answers were recorded. For a real recipient, through the resolver of this machine:

    $short alice@example.com        an address, or a domain alone
    $short --json alice@example.com the same for programs
    $short explain 550 5.7.1        what a reply code means
    $short --help                   all the rest
END
