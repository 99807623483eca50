#!/usr/bin/env bash
# What the source documents ask for, fact by fact: facts.csv names for each of the 108 the tests that show it, and each
# of those tests is there. A test is FILE:CLAIM, or a scenario of the shell as a file. And what the log keeps facts of is
# looked for by kansli check, altered and removed.
# shellcheck source=tests/house_lib.sh
. "${0%/*}/house_lib.sh"

facts_missing() { # ROOT: numbers from 1 to 108 that do not stand once, and rows that name no test
	[ -f "$1/tests/facts.csv" ] || echo 'there is no facts.csv'
	awk -F';' 'NR > 1 { seen[$1]++; if ($2 == "" || $3 == "") print $1 ": nothing shows it" }
		END { for (i = 1; i <= 108; i++) if (seen[i] != 1) print i ": stands " seen[i] + 0 " times" }' "$1/tests/facts.csv"
}

facts_unshown() { # ROOT: tests that are named and are not there
	cut -d';' -f3 "$1/tests/facts.csv" | sed 1d | tr ' ' '\n' | sort -u | while IFS=: read -r file test; do
		[ -n "$file" ] || continue
		if [ -z "$test" ]; then
			[ -f "$1/tests/$file" ] || echo "$file: no such scenario"
		else
			grep -qsF "START_TEST($test)" "$1/tests/$file" || echo "$file:$test: no such test"
		fi
	done
}

kinds_unlooked() { # ROOT: kinds of things that kansli check holds against no event, or whose removal it does not find
	sed -n 's/^\t\[OBJECT_[A-Z_]*\] = {"\([a-z_]*\)", SQL_FACTS_.*/\1/p' "$1/src/casework/change.c" | while read -r kind; do
		grep -qs "SELECT '$kind'," "$1/data/sql/check.sql" || echo "$kind: altered, and not found"
		case $kind in office | programme) continue ;; esac # there is one of each, and it cannot go
		grep -qs "WHEN '$kind' THEN NOT EXISTS" "$1/data/sql/check.sql" || echo "$kind: removed, and not found"
	done
}

holds 'every fact is shown by a test' "$(facts_missing "$root")"
holds 'every test that is named is there' "$(facts_unshown "$root")"
holds 'kansli check looks for every kind of thing' "$(kinds_unlooked "$root")"
mkdir -p "$spoilt/tests" "$spoilt/src/casework" "$spoilt/data/sql"
printf 'fact;what;shown by\n1;one;check_a.c:it_holds\n2;two;\n' >"$spoilt/tests/facts.csv"
printf 'START_TEST(it_held)\n' >"$spoilt/tests/check_a.c"
caught 'a fact nothing shows' "$(facts_missing "$spoilt")" '2: nothing shows it'
caught 'a fact left out' "$(facts_missing "$spoilt")" '108: stands 0 times'
caught 'a test that has gone' "$(facts_unshown "$spoilt")" 'check_a.c:it_holds'
printf '\t[OBJECT_RATE] = {"rate", SQL_FACTS_RATE},\n' >"$spoilt/src/casework/change.c"
printf "SELECT 'rate', id\n" >"$spoilt/data/sql/check.sql"
caught 'a kind whose removal is not looked for' "$(kinds_unlooked "$spoilt")" 'rate: removed'
printf "  WHEN 'rate' THEN NOT EXISTS\n" >"$spoilt/data/sql/check.sql"
caught 'a kind that is held against no event' "$(kinds_unlooked "$spoilt")" 'rate: altered'
finish
