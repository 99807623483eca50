# What the tests of the house share. A finder prints what is wrong, a line each; `holds` wants it to print nothing
# about this tree, `caught` is its negative control: the same finder must speak about a tree spoilt on purpose.
# Usage: house_x.sh ROOT [...]. Results are TAP.
# shellcheck shell=bash
set -u
export LC_ALL=C
root=$(cd "$1" && pwd) || exit 2
claims=0 broken=0
spoilt=$(mktemp -d) || exit 2
trap 'rm -rf "$spoilt"' EXIT

claim() { # good|bad NAME DETAILS
	claims=$((claims + 1))
	if [ "$1" = good ]; then
		echo "ok $claims - $2"
	else
		broken=$((broken + 1))
		echo "not ok $claims - $2"
		printf '%s\n' "$3" | head -n 40 | sed 's/^/# /'
	fi
}

holds() { # NAME FINDINGS
	if [ -z "$2" ]; then claim good "$1" ""; else claim bad "$1" "$2"; fi
}

caught() { # NAME FINDINGS WORD: the findings must name WORD
	case "$2" in
	*"$3"*) claim good "control: $1" "" ;;
	*) claim bad "control: $1" "nothing said of $3; said: ${2:-nothing}" ;;
	esac
}

finish() {
	echo "1..$claims"
	[ "$broken" -eq 0 ]
	exit
}

# Files of a tree that are kept or about to be: what git knows or does not ignore, otherwise all but the builds.
files_kept() { # ROOT
	if git -C "$1" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
		git -C "$1" ls-files --cached --others --exclude-standard | (cd "$1" && while IFS= read -r file; do
			[ -f "$file" ] && printf '%s\n' "$file"
		done)
	else
		(cd "$1" && find . -type f -not -path './build*' -not -path './.git/*' | sed 's|^\./||')
	fi
}
