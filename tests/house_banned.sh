#!/usr/bin/env bash
# Banned functions do not compile: each is tried in a small program, once as the build compiles (must be refused) and
# once without the forced header (must compile, or the program proved nothing). What cannot be poisoned is looked for.
# Usage: house_banned.sh ROOT COMPILER...
# shellcheck source=tests/house_lib.sh
. "${0%/*}/house_lib.sh"
shift
compiler=("$@")
[ "${#compiler[@]}" -gt 0 ] || compiler=(cc)

compiles() { # HEADER|none BODY [OPTION]
	local forced=()
	[ "$1" = none ] || forced=(-include "$1")
	printf '#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <time.h>\n#include <unistd.h>\n' \
		>"$spoilt/try.c"
	printf '#include <alloca.h>\nchar t[9];\ntime_t now;\nint main(int n, char **v)\n{\n\t(void)n;\n\t(void)v;\n\t%s;\n}\n' \
		"$2" >>"$spoilt/try.c"
	"${compiler[@]}" -std=gnu17 -D_GNU_SOURCE -w "${@:3}" "${forced[@]}" -fsyntax-only "$spoilt/try.c" >/dev/null 2>&1
}

banned=$root/src/base/banned.h
for body in 'strcpy(t, "a")' 'strcat(t, "a")' 'sprintf(t, "a")' 'strtok(t, "a")' 'return atoi(t)' 'return (int)atol(t)' \
	'localtime(&now)' 'gmtime(&now)' 'ctime(&now)' 'system(t)' 'popen(t, t)' 'execv(t, v)' 'execvp(t, v)' \
	'execl(t, t, (char *)0)' 'execlp(t, t, (char *)0)' 'execve(t, v, v)' 'alloca(9)'; do
	function=$(sed -E 's/^return (\(int\))?//; s/\(.*//' <<<"$body")
	if compiles "$banned" "$body"; then
		claim bad "$function does not compile" "it compiled"
	else
		claim good "$function does not compile" ""
	fi
	if compiles none "$body"; then
		claim good "control: $function compiles without the ban" ""
	else
		claim bad "control: $function compiles without the ban" "the program tried is itself wrong"
	fi
done
if compiles "$banned" 'snprintf(t, sizeof(t), "a")'; then permitted=''; else permitted='snprintf was refused'; fi
holds 'what is not banned compiles' "$permitted"
if compiles "$banned" 'execv(t, v)' -DKANSLI_MAY_RUN_PROGRAMS; then permitted=''; else permitted='execv was refused'; fi
holds 'the file that may run programs can' "$permitted"
if compiles "$banned" '' -DNDEBUG; then stripped='it compiled'; else stripped=''; fi
holds 'a build without asserts does not compile' "$stripped"

# Code only: comments and strings may name what is banned. Every file in one pass, each line after its file and number.
code_of() { # ROOT PATHS
	(cd "$1" && files_kept . | grep -E "$2" | xargs -r awk '
		FNR == 1 { inside = 0 }
		{ gsub(/"([^"\\]|\\.)*"/, "\"\""); sub(/[/][/].*/, ""); gsub(/[/][*]([^*]|[*][^/])*[*][/]/, "") }
		inside { if (!sub(/.*[*][/]/, "")) next; inside = 0 }
		{ if (sub(/[/][*].*/, "")) inside = 1; print FILENAME ":" FNR ":" $0 }')
}

uses() { # PATTERN, the code on standard input: file:line of every use
	awk -v pattern="$1" '{ code = $0; sub(/^[^:]*:[^:]*:/, "", code); if (code ~ pattern) print }'
}

waits='(^|[^a-z_])(sleep|usleep|nanosleep|clock_nanosleep)[(]'
curses='(^|[^a-z_])((mv)?w?printw|vw_?printw|(mv)?w?scanw|(mv)?w?getn?str|(mv)?w?get_wch|initscr)[(]'
runs='KANSLI_MAY_RUN_PROGRAMS|(^|[^a-z_])(posix_spawnp?|execveat|fexecve)[(]'
globals='(^|[^a-z_])((setlocale|rand|srand|tmpnam|mktemp|tempnam)[(]|signal[(][A-Z]+, [^S])'
code_of "$root" '^(src|tests)/.*[.][ch]$' >"$spoilt/code"
grep '^src/' "$spoilt/code" >"$spoilt/code-src"
holds 'the printw family, scanw, getstr, get_wch and initscr are used nowhere' "$(uses "$curses" <"$spoilt/code-src")"
holds 'nothing waits by the clock' "$(uses "$waits" <"$spoilt/code")"
holds 'no shell test waits by the clock' "$(cd "$root" && files_kept . | grep -E '^tests/.*[.]sh$' |
	xargs -r grep -nE '^[[:space:]]*(sleep|usleep) ')"
holds 'at most one file may run other programs' "$(uses "$runs" <"$spoilt/code-src" |
	grep -v '^src/base/banned.h:' | cut -d: -f1 | sort -u | tail -n +2)"
holds 'functions with a hidden memory of their own are not used' \
	"$(uses "$globals" <"$spoilt/code-src" | grep -vE '^src/(base/words[.]c|main[.]c):.*setlocale')"
mkdir -p "$spoilt/tree/src/tui" "$spoilt/tree/tests"
printf '/* mvprintw( in a comment */\nchar *t = "printw(";\nvoid f(void)\n{\n\tmvprintw(0, 0, "x");\n}\n/* printw(\n' \
	>"$spoilt/tree/src/tui/a.c"
printf 'void f(void)\n{\n\tusleep(9);\n}\n' >"$spoilt/tree/tests/b.c"
found=$(code_of "$spoilt/tree" '^src/' | uses "$curses")
caught 'mvprintw in the code' "$found" 'src/tui/a.c:5:'
holds 'a comment or a string may name it' "$(grep -E ':[127]:' <<<"$found")"
caught 'a wait in a test' "$(code_of "$spoilt/tree" '^tests/' | uses "$waits")" 'tests/b.c:3:'
finish
