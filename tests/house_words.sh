#!/usr/bin/env bash
# The tree is finished and whole: no marks of unfinished work, and nothing named that a reader with only this tree
# cannot open: documents, absolute paths outside the system's own folders, folders of somebody's machine.
# shellcheck source=tests/house_lib.sh
. "${0%/*}/house_lib.sh"

texts_of() { # ROOT: all but the licence and binaries
	(cd "$1" && files_kept . | grep -vE '^LICENSE$' | xargs -r -d '\n' grep -Il .)
}

look() { # ROOT, the texts on standard input, GREP'S WORDS...
	(cd "$1" && xargs -r -d '\n' grep -nH "${@:2}")
}

unfinished() { # ROOT: the marks are spelled apart here so that this file may be looked at too
	texts_of "$1" | look "$1" -E \
		"\\b(T""ODO|F""IXME|X""XX|H""ACK|T""BD)\\b|not (yet )?imple""mented|lorem ip""sum"
}

outside() { # ROOT
	local names texts
	names=$(files_kept "$1" | sed 's|.*/||' | sort -u)
	texts=$(texts_of "$1")
	look "$1" -oE '[A-Za-z0-9_-]+[.]md\b' <<<"$texts" | while IFS=: read -r file line name; do
		grep -qxF -- "$name" <<<"$names" || echo "$file:$line: $name is not in this tree"
	done
	look "$1" -E '(^|[[:space:]"`'"'"'=(])/(work|root|mnt|Users|workspace)/' <<<"$texts" |
		sed 's/$/   <- a path of one machine/'
	look "$1" -E '(^|[^][A-Za-z0-9_.*$}/])[.][a-z]{3,}/' <<<"$texts" |
		grep -vE '[.](git|config|local|cache|ssh)/' | sed 's/$/   <- a hidden folder that is not here/'
	grep '[.]md$' <<<"$texts" | look "$1" -oE '`[a-z][a-z_]*/[A-Za-z0-9_./-]*`' | tr -d '`' |
		while IFS=: read -r file line name; do
			[ -e "$1/$name" ] || [ -e "$1/src/$name" ] || [ -e "$1/src/$name.c" ] || [ -e "$1/src/$name.h" ] ||
				[ "${name%%/*}" = build ] || echo "$file:$line: $name is not in this tree"
		done
	look "$1" -E '\b(issue|ticket|pull request|PR) #?[0-9]+' <<<"$texts" |
		sed 's/$/   <- a reference the tree does not hold/'
}

holds 'nothing is marked as unfinished' "$(unfinished "$root")"
holds 'nothing outside the tree is named' "$(outside "$root")"
mkdir -p "$spoilt/src/base"
printf '/* T''ODO: later */\n' >"$spoilt/src/base/a.c"
caught 'a mark of unfinished work' "$(unfinished "$spoilt")" 'src/base/a.c:1:'
gone=elsewhere
printf 'See [the plan](%s), sea.mdx and `%s/plan`.\n' "${gone}.md" "$gone" >"$spoilt/README.md"
caught 'a document that is not here' "$(outside "$spoilt")" "${gone}.md is not in this tree"
caught 'a folder that is not here' "$(outside "$spoilt")" "$gone/plan is not in this tree"
printf '/* found in .%s/notes */\n' "$gone" >"$spoilt/src/base/e.h"
caught 'a hidden folder' "$(outside "$spoilt")" 'src/base/e.h:1:'
printf '/* copied from /m''nt/somebody/notes */\n' >"$spoilt/src/base/b.c"
caught 'a path of one machine' "$(outside "$spoilt")" 'src/base/b.c:1:'
printf '/* see is''sue #12 */\n' >"$spoilt/src/base/c.c"
caught 'a reference to a tracker' "$(outside "$spoilt")" 'src/base/c.c:1:'
printf 'See README.md.\n' >"$spoilt/src/base/d.h"
holds 'a document that is here may be named' "$(outside "$spoilt" | grep 'd[.]h')"
finish
