#!/usr/bin/env bash
# The guide is true: its commands are taken from the manual pages and run in order, each must succeed and say what stands
# below it; the keys it names are keys of the screens. Negative controls.
# guide.sh KANSLI LANGUAGE PAGE
set -uo pipefail
kansli=$(realpath "$1") language=$2 page=$(realpath "$3")
export LC_ALL=C.UTF-8 LANGUAGE=$language
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin"
ln -s "$kansli" "$folder/bin/kansli"
export PATH="$folder/bin:$PATH" XDG_STATE_HOME="$folder/state"
unset KANSLI_DB
number=0 result=0
claim() { # NAME, FINDINGS
	number=$((number + 1))
	if [ -z "$2" ]; then echo "ok $number - $1"; else
		echo "not ok $number - $1"
		sed 's/^/# /' <<<"$2" | head -20
		result=1
	fi
}
control() { # NAME, FINDINGS
	if [ -n "$2" ]; then claim "$1" ""; else claim "$1" "nothing was found"; fi
}
# The displays as a shell script: after each command its output is looked through for the lines below it.
script() { # PAGE
	awk '
	function command_end() {
		if (command == "") return
		printf "look_begin %d\n{ %s\n} >\"$said\" 2>&1 || wrong %d \"it failed: $(tail -1 \"$said\")\"\n", at, command, at
		printf "%s", looks
		command = looks = ""
	}
	/^\.Bd -literal/ { inside = 1; next }
	/^\.Ed/ { inside = more = 0; next }
	!inside { next }
	{ gsub(/\\e$/, "\\"); gsub(/\\&/, "") }
	more || /^\$ / {
		if (!more) { command_end(); at = NR }
		line = $0
		if (!more) sub(/^\$ /, "", line)
		more = line ~ /\\$/
		sub(/\\$/, "", line)
		command = command line " "
		next
	}
	{ looks = looks "look " at " <<\"END_OF_LOOK\"\n" $0 "\nEND_OF_LOOK\n" }
	END { command_end() }' "$1"
}
run() { # PAGE: what is not so
	rm -rf "$folder/work" "$folder/state"
	mkdir "$folder/work"
	{
		cat <<-'END'
			said=$PWD/.said
			wrong() { echo "line $1: $2" >&3; }
			look_begin() { :; }
			look() { want=$(tr -s ' ' | sed 's/^ //;s/ $//'); tr -s ' ' <"$said" | grep -qF -- "$want" || wrong "$1" "it does not say: $want"; }
		END
		script "$1"
	} >"$folder/script"
	(cd "$folder/work" && bash "$folder/script" 3>&1 >/dev/null 2>&1)
}
# Keys named by .Ic, one a line; F-keys and the like by the names that `kansli keys` has.
keys_unknown() { # PAGE
	local known
	known=$("$kansli" keys --lang en; "$kansli" keys --lang sv)
	sed -n 's/^\.Ic \(\\&\)\{0,1\}\([^ ]*\).*/\2/p' "$1" | sort -u | while read -r key; do
		case $key in [0-4] | n | Ctrl-S | Tab | Skift-Tab) continue ;; esac # of forms and of scoring, walked below
		grep -qE -- "^  ([^ ]+ )*$(printf '%s' "$key" | sed 's/[][\.*^$+?(){}|=]/\\&/g')( [^ ]+)* +[a-zåäö]" <<<"$known" || echo "$key"
	done
}
echo "1..6"
claim "every command of the guide does what stands below it" "$(run "$page")"
claim "the page is well formed, and no line of it too long" "$(
	mandoc -Tlint "$page" 2>/dev/null | grep -v 'referenced manual not found\|longer than 80 bytes'
	grep -nE '^.{80}|^(\$| {4}).{74}' "$page")"
claim "the guide has its commands" "$([ "$(script "$page" | grep -c '^look_begin')" -ge 60 ] || echo "too few are found")"
claim "every key of the guide is a key of the screens" "$(keys_unknown "$page")"
sed '/^EFF 1-2026-1$/ { s/.*/EFF 9-2026-1/; q; }' "$page" >"$folder/spoilt.7" # and no further
control "control: a command that says something else" "$(run "$folder/spoilt.7")"
{ cat "$page"; echo '.Ic Ctrl-Y'; } >"$folder/spoilt.7"
control "control: a key that is none" "$(keys_unknown "$folder/spoilt.7")"
exit $result
