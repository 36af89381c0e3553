#!/usr/bin/env bash
# format.sh - every C file is as clang-format would write it
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
find include src tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run -Werror
