#!/usr/bin/env bash
# The doors between the rooms: reads the table in src/README.md and every #include in src/, and names each include that
# goes through a door that is not there. Outside headers have one owner each; the C library is everybody's.
# shellcheck source=tests/house_lib.sh
. "${0%/*}/house_lib.sh"

everybodys='^(sys/[a-z]+|linux/[a-z]+|assert|ctype|dirent|errno|fcntl|float|getopt|grp|inttypes|langinfo|libintl|limits'
everybodys+='|locale|malloc|math|poll|pthread|pty|pwd|signal|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|string|strings'
everybodys+='|termios|time|unistd|wchar|wctype)[.]h$'

doors_table() { # ROOT: the lines of the fenced block under "## Doors"
	awk '/^## /{on = $0 ~ /^## Doors/} on && /^```/{inside = !inside; next} on && inside' "$1/src/README.md"
}

doors_wrong() { # ROOT
	(cd "$1" && grep -rnE '^[[:space:]]*#[[:space:]]*include' --include='*.c' --include='*.h' src) |
		awk -v everybodys="$everybodys" -v root="$1" '
		function exists(path) { return system("test -f \"" root "/src/" path "\"") == 0 }
		FNR == NR {
			split($0, half, "|")
			room = half[1]; sub(/:.*/, "", room)
			rooms[room] = 1
			inside = half[1]; sub(/^[^:]*:/, "", inside)
			n = split(inside, names, " ")
			for (i = 1; i <= n; i++) door[room, names[i]] = 1
			n = split(half[2], names, " ")
			for (i = 1; i <= n; i++) if (names[i] ~ /[.]h$/) {
				owner[room, names[i]] = "any"
				owned[names[i]] = 1
				if (names[i + 1] ~ /^[(]/) owner[room, names[i]] = substr(names[i + 1], 2)
			}
			next
		}
		{
			split($0, part, ":")
			path = part[1]; sub(/^src[/]/, "", path)
			line = $0; sub(/^[^:]*:[^:]*:/, "", line)
			file = path; sub(/.*[/]/, "", file)
			folder = path; if (!sub(/[/][^/]*$/, "", folder)) folder = ""
			room = path; if (!sub(/[/].*/, "", room)) sub(/[.].*/, "", room)
			header = line; gsub(/^[^<"]*[<"]|[>"].*$/, "", header)
			quoted = line ~ /include[[:space:]]*"/
			where = part[1] ":" part[2] ": "
			if (!(room in rooms)) { print where "the room " room " is not in the table"; next }
			own = owner[room, header]
			if (own == "any" || own == file) next
			if (own != "") { print where header " belongs to " own " alone"; next }
			if (!quoted) {
				if (header !~ everybodys) print where "<" header "> is not owned by " room
				next
			}
			target = header
			if (!sub(/[/].*/, "", target)) {
				if (header in owned && !exists(folder "/" header)) print where header " is not owned by " room
				next
			}
			if (target != room && !door[room, target]) print where "no door from " room " to " target
		}' <(doors_table "$1") -
}

spoil() { # PATH TEXT: a tree with the real table and one file
	rm -rf "$spoilt/src"
	mkdir -p "$spoilt/src/base" "$spoilt/src/store" "$spoilt/src/casework" "$spoilt/src/tui" "$spoilt/src/csv"
	cp "$root/src/README.md" "$spoilt/src/README.md"
	touch "$spoilt/src/base/error.h" "$spoilt/src/store/store.h" "$spoilt/src/casework/rank.h" "$spoilt/src/tui/term.h"
	printf '%s\n' "$2" >"$spoilt/src/$1"
	doors_wrong "$spoilt"
}

holds 'every room in the table is described' "$(for room in base store casework csv cli main tui; do
	doors_table "$root" | grep -q "^$room:" || echo "$room has no line"; done)"
holds 'every include goes through a door' "$(doors_wrong "$root")"
holds 'a right include is let through' "$(spoil casework/rank.c '#include "store/store.h"')"
holds 'the owner may include its outside header' "$(spoil store/open.c '#include <sqlite3.h>')"
caught 'a foundation that looks upwards' "$(spoil base/day.c '#include "store/store.h"')" 'no door from base to store'
caught 'a screen that goes past the rules' "$(spoil tui/list.c '#include "store/store.h"')" 'no door from tui to store'
caught 'rules that know the screen' "$(spoil casework/rank.c '  # include "tui/term.h"')" 'no door from casework to tui'
caught 'SQLite outside the store' "$(spoil casework/rank.c '#include <sqlite3.h>')" 'sqlite3.h'
caught 'libcsv outside its room' "$(spoil casework/rank.c '#include <csv.h>')" 'csv.h'
caught 'curses outside term.c' "$(spoil tui/list.c '#include <curses.h>')" 'term.c alone'
caught 'a library nobody owns' "$(spoil base/day.c '#include <glib.h>')" 'glib.h'
caught 'statements outside the store' "$(spoil csv/sheet.c '#include "sql.h"')" 'sql.h is not owned by csv'
caught 'a room nobody planned' "$(mkdir -p "$spoilt/src/web"; spoil main.c ''; mkdir -p "$spoilt/src/web"
	echo '#include <stdio.h>' >"$spoilt/src/web/page.c"; doors_wrong "$spoilt")" 'the room web'
finish
