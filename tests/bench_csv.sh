#!/usr/bin/env bash
# Rows 15 and 16 for bare rows: a sheet's instructions against those of the sqlite3 shell writing the same rows, SQL
# included, and taking the same file in, its strict reading included; instructions, because they do not change with what
# else the machine does. Wanted: at most 0.45 of the shell's and 12 MB of memory out, at most 1.0 in, with twofold slack.
# Usage: bench_csv.sh PROGRAM [ROWS]. Results are TAP.
set -euo pipefail
program=$1 rows=${2:-20000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sqlite3 "$folder/office" "CREATE TABLE payment (id INTEGER PRIMARY KEY, ref TEXT, name TEXT, ore INTEGER, day TEXT);
	WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $rows) INSERT INTO payment SELECT i,
	(i % 2000) || '.' || (i % 7), CASE i % 4 WHEN 0 THEN 'Region Västerbotten' WHEN 1 THEN 'Utveckling av nära vård, etapp '
	|| (i % 9) WHEN 2 THEN 'Åtgärd; med semikolon' ELSE 'kort' END, i * 12345, '2026-12-01' FROM n"

instructions() { # COMMAND...
	valgrind --tool=callgrind --callgrind-out-file="$folder/out" "$@" 2>&1 >/dev/null |
		sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

shell=$(instructions sqlite3 -csv "$folder/office" 'SELECT * FROM payment')
own=$(instructions "$program" "$folder/office")
memory=$("$program" "$folder/office" 2>&1 >/dev/null | sed 's/ kB//')
"$program" "$folder/office" >"$folder/sheet.csv" 2>"$folder/said"
shell_in=$(instructions sqlite3 -batch -cmd '.mode csv' -cmd '.separator ;' "$folder/taken" ".import $folder/sheet.csv sheet")
own_in=$(instructions "$program" in "$folder/sheet.csv")
echo 1..3
awk -v own="$own" -v shell="$shell" -v rows="$rows" 'BEGIN {
	printf "%s 1 - an export costs at most 0.45 of the sqlite3 shell: %.2f (%.0f to %.0f instructions a row)\n",
		own <= 0.45 * shell ? "ok" : "not ok", own / shell, own / rows, shell / rows }'
awk -v memory="$memory" 'BEGIN {
	printf "%s 2 - an export takes at most 12 MB: %.1f MB\n", memory <= 12000 ? "ok" : "not ok", memory / 1000 }'
awk -v own="$own_in" -v shell="$shell_in" -v rows="$rows" 'BEGIN {
	printf "%s 3 - reading a file costs at most 1.0 (2.0 with slack) of the sqlite3 shell taking it in: %.2f (%.0f to %.0f instructions a row)\n",
		own <= 2 * shell ? "ok" : "not ok", own / shell, own / rows, shell / rows }'
