#!/usr/bin/env bash
# What Calc makes of the files for people: letters, days and amounts must come through as letters, days and numbers, and
# the plan's sum must be the sum of the decisions to the öre. Skipped where there is no LibreOffice.
# libreoffice.sh KANSLI LOCALEDIR
set -euo pipefail
command -v soffice >/dev/null || { echo "1..0 # SKIP no soffice on this machine"; exit 0; }
kansli=$(realpath "$1")
KANSLI_LOCALEDIR=$(realpath "$2")
export KANSLI_LOCALEDIR LC_ALL=C.UTF-8 LANGUAGE=sv
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder XDG_STATE_HOME=$folder/state
cd "$folder"
"$kansli" demo --path "$folder/kontor.kansli" >/dev/null 2>&1
"$kansli" --db kontor.kansli --lang sv export plan --csv --dialect excel-sv -o plan.csv 2>/dev/null
soffice --headless "-env:UserInstallation=file://$folder/profile" \
	--infilter='CSV:59,34,76,1,,1053,false,true' --convert-to fods plan.csv >/dev/null 2>&1

result=0
claim() { # NUMBER NAME COMMAND...
	local number=$1 name=$2
	shift 2
	if "$@" >/dev/null; then echo "ok $number - $name"; else echo "not ok $number - $name" && result=1; fi
}
days() { [ "$(grep -c 'office:date-value="20[23][0-9]-[01][0-9]-[0-3][0-9]"' plan.fods)" -ge 20 ]; }
sums() {
	local calc decided
	# The amounts are the only numbers with a value of more than seven digits.
	calc=$(grep -o 'office:value="[0-9.]*"' plan.fods | tr -dc '0-9.\n' | awk '$1 >= 100000 { s += $1 } END { printf "%.2f", s }')
	decided=$("$kansli" --db kontor.kansli budget --json | tr ',{' '\n\n' | sed -n 's/.*"decided_ore":\([0-9]*\).*/\1/p' | head -1)
	[ "$calc" = "$(awk -v ore="$decided" 'BEGIN { printf "%.2f", ore / 100 }')" ] || {
		echo "# Calc has $calc kr, the office $decided öre" >&2
		return 1
	}
}
no_formula() { ! grep -q 'table:formula=' plan.fods; }
echo "1..4"
claim 1 "Swedish letters come through" grep -q 'Region Västernorrland' plan.fods
claim 2 "days are days" days
claim 3 "the amounts are numbers and add up to the decisions" sums
claim 4 "nothing has become a formula" no_formula
exit $result
