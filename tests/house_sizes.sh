#!/usr/bin/env bash
# Sizes a reader can hold: no C file over 500 lines and no function over 60, its first line and both braces counted.
# The layout is clang-format's: only a function's braces stand alone at the left edge.
# shellcheck source=tests/house_lib.sh
. "${0%/*}/house_lib.sh"

sizes_wrong() { # ROOT
	(cd "$1" && files_kept . | grep -E '^(src|tests|tools)/.*[.][ch]$' | xargs -r awk '
		function whole() { if (lines > 500) print file ": " lines " lines" }
		FNR == 1 { whole(); file = FILENAME; start = 0 }
		/^{$/ { start = FNR; name = before }
		/^}$/ { if (start && FNR - start + 2 > 60) print file ":" start ": " FNR - start + 2 " lines in " name; start = 0 }
		{ before = $0; lines = FNR }
		END { whole() }')
}

layout_wrong() { # ROOT: a function whose brace is elsewhere could not be measured
	(cd "$1" && files_kept . | grep -E '^(src|tests|tools)/.*[.]c$' | xargs -r awk '
		/^[a-z].*[)] *{ *$/ && !/^(START_TEST|typedef|struct|enum|union) *[({]/ {
			print FILENAME ":" FNR ": the brace of a function stands on a line of its own" }')
}

function_of() { # LINES
	printf 'int long_one(void)\n{\n'
	for ((i = 0; i < $1 - 3; i++)); do printf '\t;\n'; done
	printf '}\n'
}

holds 'no file is over 500 lines and no function over 60' "$(sizes_wrong "$root")"
holds 'every function is laid out so that it can be measured' "$(layout_wrong "$root")"
mkdir -p "$spoilt/src/base"
function_of 60 >"$spoilt/src/base/right.c"
holds 'a function of 60 lines is let through' "$(sizes_wrong "$spoilt")"
function_of 61 >"$spoilt/src/base/long.c"
caught 'a function of 61 lines' "$(sizes_wrong "$spoilt")" '61 lines in int long_one(void)'
for ((i = 0; i < 501; i++)); do echo "extern int number_$i;"; done >"$spoilt/src/base/large.h"
caught 'a file of 501 lines' "$(sizes_wrong "$spoilt")" 'src/base/large.h: 501 lines'
printf 'int hidden(void) {\n}\n' >"$spoilt/src/base/hidden.c"
caught 'a function whose brace hides it' "$(layout_wrong "$spoilt")" 'hidden.c:1'
finish
