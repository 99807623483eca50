#!/usr/bin/env bash
# The floor plan is kept true: every source file has a line in src/README.md and every line has a file. One line stands
# for NAME.c and NAME.h, whichever there are.
# shellcheck source=tests/house_lib.sh
. "${0%/*}/house_lib.sh"

floor_plan() { # ROOT: names in the fenced blocks under "## Floor plan"
	awk '/^## /{on = $0 ~ /^## Floor plan/} on && /^```/{inside = !inside; next}
		on && inside && NF { if (NF < 3) print "a line without words: " $0; print $1 }' "$1/src/README.md" | sort
}

floor_files() { # ROOT
	files_kept "$1" | sed -nE 's|^src/(.*)[.][ch]$|\1|p' | sort -u
}

floor_wrong() { # ROOT
	comm -13 <(floor_plan "$1" | sort -u) <(floor_files "$1") | sed 's/$/: not in the floor plan/'
	comm -23 <(floor_plan "$1" | sort -u) <(floor_files "$1") | sed 's/$/: in the floor plan, but no such file/'
	floor_plan "$1" | uniq -d | sed 's/$/: twice in the floor plan/'
}

holds 'the floor plan and the files agree' "$(floor_wrong "$root")"
mkdir -p "$spoilt/src/base"
printf '## Floor plan\n```\nbase/day   the calendar\nbase/gone  it was here\n```\n' >"$spoilt/src/README.md"
touch "$spoilt/src/base/day.c" "$spoilt/src/base/day.h" "$spoilt/src/base/new.c"
found=$(floor_wrong "$spoilt")
caught 'a file nobody described' "$found" 'base/new: not in the floor plan'
caught 'a line without a file' "$found" 'base/gone: in the floor plan'
holds 'a described file is let through' "$(grep base/day <<<"$found")"
finish
