#!/usr/bin/env bash
# The embed tool as the build runs it: a refused file stops it at file and line and leaves nothing written; what it does
# write compiles, and gives every byte back. Usage: tools_embed.sh ROOT EMBED COMPILER...
# shellcheck source=tests/house_lib.sh
. "${0%/*}/house_lib.sh"
embed=$2
shift 2
mkdir -p "$spoilt/data/sql/migrate" "$spoilt/out"
printf -- '-- name: thing_list\nSELECT "a??/b\\" FROM t; -- å\n' >"$spoilt/data/sql/thing.sql"
printf 'one "two" \\ ??= å\t\r\n\001777\n\0end' >"$spoilt/data/sql/odd.bin"
: >"$spoilt/data/empty.csv"

run() { # ARGUMENT...: what the tool says, and what it has written all the same
	rm -f "$spoilt"/out/*
	"$embed" "$spoilt/out" "$spoilt/data" "$@" 2>&1 && return
	ls -A "$spoilt/out"
}

holds 'right files are taken without a word' "$(run --sql sql/thing.sql --data sql/odd.bin empty.csv)"
holds 'the four files are written' "$(for file in data.c data.h sql.c sql.h; do
	[ -s "$spoilt/out/$file" ] || echo "$file is not there"; done)"
cat >"$spoilt/out/main.c" <<'C'
#include "data.h"
#include "sql.h"
#include <stdio.h>
int main(void)
{
	const struct data_file *odd = data_find("sql/odd.bin");
	fprintf(stderr, "%s;%d;%zu;%zu\n", sql_texts[SQL_THING_LIST].text, SQL_COUNT, data_count, data_find("empty.csv")->count);
	return fwrite(odd->bytes, 1, odd->count, stdout) == odd->count ? 0 : 1;
}
C
holds 'what is written compiles' "$(cd "$spoilt/out" && "$@" -Wall -Wextra -Werror -o main main.c sql.c data.c 2>&1)"
said=$("$spoilt/out/main" 2>&1 >"$spoilt/back")
holds 'a statement comes back' "${said#'SELECT "a??/b\" FROM t;1;2;0'}"
holds 'every byte comes back' "$(cmp "$spoilt/data/sql/odd.bin" "$spoilt/back" 2>&1)"

refuses() { # CLAIM BEGINNING ARGUMENT...: says only that, and writes nothing
	local claim=$1 beginning=$2
	shift 2
	case "$(run "$@")" in
	*"$beginning"*) holds "$claim is told" "" ;;
	*) holds "$claim is told" "$(run "$@")." ;;
	esac
	holds "$claim: nothing is written" "$(run "$@" | tail -n +2)"
	holds "$claim: the build stops" "$("$embed" "$spoilt/out" "$spoilt/data" "$@" 2>/dev/null && echo 'it went on')"
}

printf -- '-- name: thing_list\nSELECT 2;\n' >"$spoilt/data/sql/again.sql"
printf -- '-- name: nul\nSELECT 1;\0\n' >"$spoilt/data/sql/nul.sql"
: >"$spoilt/data/sql/migrate/0002-late.sql"
refuses 'a name used in another file' 'data/sql/again.sql:1: the name "thing_list"' \
	--sql sql/thing.sql sql/again.sql --data empty.csv
refuses 'a NUL byte in SQL' 'data/sql/nul.sql:1: the file holds a NUL byte' --sql sql/nul.sql --data empty.csv
refuses 'a missing file of statements' 'sql/gone.sql:1: No such file' --sql sql/gone.sql --data empty.csv
refuses 'a missing file of data' 'data/gone.csv:1: No such file' --sql sql/thing.sql --data empty.csv gone.csv
refuses 'a gap among the steps' 'data/sql/migrate/0002-late.sql:1:' \
	--sql sql/thing.sql --data sql/migrate/0002-late.sql
refuses 'no data at all' 'embed OUTDIR ROOT' --sql sql/thing.sql --data
finish
