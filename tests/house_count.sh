#!/usr/bin/env bash
# The closing line tells the truth: tools/count-results is given runs that went well, crashed, timed out, lost a test
# or left no log, and must count each as what it was.
# shellcheck source=tests/house_lib.sh
. "${0%/*}/house_lib.sh"

run_of() { # BUILD NAMES RESULT-AND-OUTPUT...: the folder a test run leaves; each run is NAME|RESULT|TAP
	local build=$spoilt/$1 names=$2 run name result tap
	shift 2
	mkdir -p "$build/meson-logs" "$build/meson-info"
	for name in $names; do printf '{"name": "%s"}\n' "$name"; done | paste -sd, | sed 's/.*/[&]/' \
		>"$build/meson-info/intro-tests.json"
	for run in "$@"; do
		IFS='|' read -r name result tap <<<"$run"
		printf '{"name": "kansli:base / %s", "result": "%s", "returncode": 0, "stdout": "%s"}\n' "$name" "$result" "$tap"
	done >"$build/meson-logs/testlog.json"
}

says() { # NAME LINE EXIT BUILD...
	local said=$1 line=$2 status=$3 got outcome
	shift 3
	got=$(cd "$spoilt" && "$root/tools/count-results" "$@" 2>&1)
	outcome=$?
	if [ "$(tail -n 1 <<<"$got")" = "$line" ] && [ "$outcome" -eq "$status" ]; then
		claim good "$said" ""
	else
		claim bad "$said" "wanted: $line (exit $status), got (exit $outcome): $got"
	fi
}

run_of well 'a b' 'a|OK|ok 1 - x\nok 2 - y\n1..2' 'b|OK|'
run_of wrong 'a' 'a|FAIL|ok 1\nnot ok 2 - y\n1..2'
run_of crashed 'a' 'a|ERROR|1..3\nok 1'
run_of late 'a' 'a|TIMEOUT|'
run_of lost 'a b' 'a|OK|ok 1\n1..1'
run_of skipped 'a b' 'a|SKIP|' 'b|OK|ok 1\nok 2 # SKIP no such program\n1..2'
run_of empty ''
says 'TAP lines count, and a test without them counts once' '3 passed, 0 failed' 0 well
says 'a failed line is a failure' '1 passed, 1 failed' 1 wrong
says 'a crash is a failure though no line says so' '1 passed, 1 failed' 1 crashed
says 'a time-out is a failure' '0 passed, 1 failed' 1 late
says 'a test that never ran is a failure' '1 passed, 1 failed' 1 lost
says 'a build without a log is a failure' '0 passed, 1 failed' 1 nowhere
says 'what was skipped has neither passed nor failed' '1 passed, 0 failed' 0 skipped
says 'a run of nothing has not passed' '0 passed, 0 failed' 1 empty
says 'builds are summed' '4 passed, 1 failed' 1 well wrong
finish
