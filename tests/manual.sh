#!/usr/bin/env bash
# The manual is whole and well formed: every verb, form and option, every key of every screen. With negative controls.
# manual.sh KANSLI FILE.5 KANSLI.1 KANSLI-TUI.1
set -uo pipefail
shopt -s lastpipe
kansli=$(realpath "$1") format=$2 shell=$3 screens=$4
export LC_ALL=C.UTF-8
number=0 result=0
claim() { # NAME, and standard input that must be empty
	local found
	found=$(cat)
	number=$((number + 1))
	if [ -z "$found" ]; then echo "ok $number - $1"; else
		echo "not ok $number - $1"
		sed 's/^/# /' <<<"$found" | head -20
		result=1
	fi
}
control() { # NAME, and standard input that must not be empty
	local found
	found=$(cat)
	number=$((number + 1))
	if [ -n "$found" ]; then echo "ok $number - $1"; else
		echo "not ok $number - $1"
		result=1
	fi
}
# mandoc knows only the pages that are installed here.
lint() { mandoc -Tlint "$@" 2>/dev/null | grep -v 'referenced manual not found'; }
options_missing() { # PAGE: options that the help names and the page does not
	"$kansli" help --lang en | awk '$1 ~ /^[a-z]+$/ && NF > 2 { print $1 }' | sort -u | while read -r verb; do
		"$kansli" help "$verb" --lang en 2>/dev/null | grep -o -- '--[a-z-]*' | sort -u
	done | sort -u | sed 's/^--//' | while read -r option; do
		grep -q -- "Fl -$option" "$1" || echo "--$option"
	done
}
keys_missing() { # PAGE
	"$kansli" keys --lang en | sed -n 's/^  \([^ ].*[^ ]\)  *[a-zA-Z].*/\1/p' | awk '{ print $1 }' | sort -u |
		while read -r key; do grep -qF -- "$key" "$1" || echo "$key"; done
}
echo "1..7"
for page in "$format" "$shell" "$screens"; do lint "$page"; done | claim "the pages are well formed"
options_missing "$shell" | claim "every option of every verb is in the manual"
keys_missing "$screens" | claim "every key of every screen is in the manual"
grep -l '@VERBS@\|@KEYS@' "$shell" "$screens" | claim "nothing is left to be filled in"
spoilt=$(mktemp)
trap 'rm -f "$spoilt"' EXIT
grep -v 'Fl -dry-run' "$shell" >"$spoilt"
options_missing "$spoilt" | control "control: an option without a word in the manual"
grep -v 'Ctrl-L' "$screens" >"$spoilt"
keys_missing "$spoilt" | control "control: a key without a word in the manual"
printf '.Dd x\n.Dt X 1\n.Sh NAME\n.El\n' >"$spoilt"
lint "$spoilt" | control "control: a page that is not well formed"
exit $result
