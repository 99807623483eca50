#!/usr/bin/env bash
# What tools/demo builds: the programs that run and the words they speak, and no test. Usage: tools_demo.sh ROOT BUILD
# shellcheck source=tests/house_lib.sh
. "${0%/*}/house_lib.sh"
build=$2

made() { # TARGET: what making it makes; old versions of ninja leave the outermost out of the inputs
	{
		ninja -C "$build" -t query "$1" | sed -n 's/^    [| ]*//p'
		ninja -C "$build" -t inputs "$1"
	} | grep -vE '^/|^[.][.]/'
}

tests_of() { # TARGET
	made "$1" | grep -E '^(check_|tests/|tui_demo|speed)'
}

target=$(sed -n 's/^.*ninja -C build \([a-z-]*\).*$/\1/p' "$root/tools/demo")
holds 'the demo names what it builds' "$([ -n "$target" ] || echo 'tools/demo builds all there is')"
holds 'it builds no test' "$(tests_of "$target")"
for file in kansli kansli-optimum po/sv/LC_MESSAGES/kansli.mo; do
	holds "it builds $file" "$(made "$target" | grep -qx "$file" || echo "$file is not among it")"
done
caught 'a test in what is built' "$(tests_of all)" check_
finish
