#!/usr/bin/env bash
# headers.sh - every header compiles alone, the public ones as C++ too
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1

bad=0
while IFS= read -r header; do
    clang -std=c17 -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc -Wall -Wextra -Werror -Wno-pragma-once-outside-header \
        -fsyntax-only -x c-header "$header" || bad=1
done < <(find include src -name '*.h')
while IFS= read -r header; do
    clang -x c++-header -std=c++17 -Iinclude -Wall -Wextra -Werror -fsyntax-only "$header" || bad=1
done < <(find include -name '*.h')
exit "$bad"
