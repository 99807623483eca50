#!/usr/bin/env bash
# Every sentence of the program is in Swedish too: each _() and N_() in src/ has a translation in po/sv, no translation
# is left over, none is given twice differently, and each takes the same values as the English one.
# shellcheck source=tests/house_lib.sh
. "${0%/*}/house_lib.sh"

# What the sources say and what po/sv answers, joined: OUT/pot, OUT/union, OUT/merged, OUT/warnings.
join() { # ROOT OUT
	mkdir -p "$2"
	(cd "$1" && files_kept . | grep -E '^src/.*[.][ch]$' | sort | xgettext --language=C --from-code=UTF-8 --force-po \
		--keyword= --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --files-from=- --output=-) \
		>"$2/pot" 2>"$2/warnings"
	msgcat --force-po --no-wrap "$1"/po/sv/*.po >"$2/union" 2>>"$2/warnings"
	msgcat --force-po --use-first "$1"/po/sv/*.po >"$2/first" 2>>"$2/warnings"
	msgmerge --quiet --no-fuzzy-matching --no-wrap --force-po --output-file="$2/merged" "$2/first" "$2/pot" \
		2>>"$2/warnings"
}

# The places and texts of the messages that an msgattrib of the joined catalogue leaves.
named() { # OUT OPTION...
	msgattrib "${@:2}" --no-wrap "$1/merged" | awk '
		/^#: / { place = substr($0, 4) }
		/^(#~ )?msgid ""$/ { id = 1; text = ""; next }
		/^(#~ )?msgid / { sub(/^(#~ )?msgid /, ""); print place " " $0; place = ""; next }
		id && /^(#~ )?"/ { sub(/^(#~ )?/, ""); text = text $0; next }
		id { id = 0; if (text != "") print place " " text; place = "" }'
}

untranslated() { # OUT
	named "$1" --untranslated --no-obsolete
	named "$1" --only-fuzzy --no-obsolete | sed 's/$/   <- doubtful/'
}

unused() { # OUT
	named "$1" --only-obsolete
}

# msgcat without --use-first writes both answers where two files differ, with the files' names between such marks.
twice() { # OUT
	grep -n '#-#-#-#-#' "$1/union"
}

mismatched() { # OUT: the sources say which sentences hold values; the same must stand in the Swedish
	msgattrib --clear-fuzzy --no-obsolete "$1/merged" | msgfmt --check --output-file=/dev/null - 2>&1 |
		grep -v 'found [0-9]* fatal error'
}

# gettext("") answers the catalogue's head, not an empty text.
empty() { # OUT
	grep -i 'empty msgid' "$1/warnings"
}

if join "$root" "$spoilt/here"; then holds 'the catalogue can be joined' ''; else
	holds 'the catalogue can be joined' "$(cat "$spoilt/here/warnings")"
fi
holds 'the sources speak at all' "$(grep -q '^msgid "..' "$spoilt/here/pot" || echo 'no sentence was found')"
holds 'every sentence has a Swedish one' "$(untranslated "$spoilt/here")"
holds 'no Swedish sentence is left over' "$(unused "$spoilt/here")"
holds 'no sentence has two Swedish ones' "$(twice "$spoilt/here")"
holds 'the Swedish sentences take the same values' "$(mismatched "$spoilt/here")"
holds 'no empty text is translated' "$(empty "$spoilt/here")"

mkdir -p "$spoilt/tree/src/base" "$spoilt/tree/po/sv"
cat >"$spoilt/tree/src/base/a.c" <<'END'
const char *texts[] = {_("known"), _("forgotten"), N_("a name forgotten too"), _("%d of %s"), _("said twice"), _(""),
	_("a long sentence that the tools would rather break over several lines, because it is so long, forgotten\n"
	  "as well"), _("doubtful")};
END
head=$(sed '/^$/q' "$root/po/sv/base.po")
{
	printf '%s\n\n' "$head"
	printf 'msgid "%s"\nmsgstr "%s"\n\n' known bekant 'not said any more' 'sägs inte längre' '%d of %s' '%s av %d' \
		'said twice' 'sagt en gång'
	printf '#, fuzzy\nmsgid "doubtful"\nmsgstr "tveksamt"\n'
} >"$spoilt/tree/po/sv/base.po"
{
	printf '%s\n\n' "$head"
	printf 'msgid "said twice"\nmsgstr "sagt på annat sätt"\n'
} >"$spoilt/tree/po/sv/tui.po"
join "$spoilt/tree" "$spoilt/there"
found=$(untranslated "$spoilt/there")
caught 'a sentence without Swedish' "$found" 'src/base/a.c:1 "forgotten"'
caught 'a name without Swedish' "$found" '"a name forgotten too"'
caught 'a sentence of several lines' "$found" 'forgotten\n'
caught 'a doubtful translation' "$found" '"doubtful"   <- doubtful'
holds 'a sentence with Swedish is not named' "$(grep -F '"known"' <<<"$found")"
caught 'a translation left over' "$(unused "$spoilt/there")" '"not said any more"'
caught 'two translations of one sentence' "$(twice "$spoilt/there")" 'tui.po'
caught 'values that changed places' "$(mismatched "$spoilt/there")" "format specifications"
caught 'an empty text' "$(empty "$spoilt/there")" 'mpty msgid'
finish
