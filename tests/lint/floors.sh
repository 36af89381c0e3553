#!/usr/bin/env bash
# floors.sh - a folder of src/ includes only folders on lower floors; only src/dns knows c-ares
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

# Folder, and what it may include besides itself, the public headers and the system's.
floors='util
address util
catalog util
dns util address catalog
evaluate util address catalog dns
predict util address catalog dns evaluate
session util address catalog dns evaluate predict
report util
list util report
cli report list'

bad=0
complain() {
    printf '%s\n' "$1"
    bad=1
}

# allowed FOLDER INCLUDED
allowed() {
    awk -v folder="$1" -v included="$2" '
        $1 == folder { for (i = 1; i <= NF; i++) if ($i == included) found = 1 }
        END { exit !found }' <<<"$floors"
}

while IFS= read -r folder; do
    grep -q "^${folder##*/}\( \|$\)" <<<"$floors" || complain "$folder: a folder that stands on no floor"
done < <(find src -mindepth 1 -maxdepth 1)

# "file:line:#include "name""
while IFS=: read -r file line text; do
    name=${text#*\"}
    name=${name%%\"*}
    folder=${file#src/}
    folder=${folder%%/*}
    case $name in
    rcptcheck.h | rcptcheck/*) continue ;;
    */*) allowed "$folder" "${name%%/*}" ||
        complain "$file:$line: includes $name: not on a lower floor than src/$folder" ;;
    *) complain "$file:$line: includes $name without its folder" ;;
    esac
done < <(grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' src)

while IFS=: read -r file line _; do
    complain "$file:$line: <ares.h> outside src/dns"
done < <(grep -rnE '#[[:space:]]*include[[:space:]]*<ares' src include | grep -v '^src/dns/')

while IFS=: read -r file line text; do
    case $text in
    *'"rcptcheck/'*) ;;
    *) complain "$file:$line: a public header includes what is not installed: $text" ;;
    esac
done < <(grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' include)

exit "$bad"
