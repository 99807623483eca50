/* The one table of columns. Invariant: no two columns share a name in the same language. */
#include "csv/columns.h"

#include "base/arena.h"
#include "base/text.h"

#define YEARS(first, key, english, swedish)                                                                            \
	[first] = {key "_2025_ore", {english " 2025", swedish " 2025"}, REPORT_ORE, 0},                                \
	[first + 1] = {key "_2026_ore", {english " 2026", swedish " 2026"}, REPORT_ORE, 0},                            \
	[first + 2] = {key "_2027_ore", {english " 2027", swedish " 2027"}, REPORT_ORE, 0},                            \
	[first + 3] = {key "_2028_ore", {english " 2028", swedish " 2028"}, REPORT_ORE, 0},                            \
	[first + 4] = {key "_2029_ore", {english " 2029", swedish " 2029"}, REPORT_ORE, 0},                            \
	[first + 5] = {key "_2030_ore", {english " 2030", swedish " 2030"}, REPORT_ORE, 0}

#define STEPS(first, key, english, swedish)                                                                            \
	[first] = {"step0" key, {"step 0" english, "steg 0" swedish}, REPORT_TEXT, 0},                                 \
	[first + 1] = {"step1" key, {"step 1" english, "steg 1" swedish}, REPORT_TEXT, 0},                             \
	[first + 2] = {"step2" key, {"step 2" english, "steg 2" swedish}, REPORT_TEXT, 0},                             \
	[first + 3] = {"step3" key, {"step 3" english, "steg 3" swedish}, REPORT_TEXT, 0},                             \
	[first + 4] = {"step4" key, {"step 4" english, "steg 4" swedish}, REPORT_TEXT, 0}

static const struct report_column table[COLUMN_COUNT] = {
	[COLUMN_REF] = {"ref", {"ref", "ref"}, REPORT_TEXT, 8},
	[COLUMN_ENTRY] = {"entry", {"entry", "uppgift"}, REPORT_TEXT, 12},
	[COLUMN_BODY_KIND] = {"body_kind", {"kind of body", "slags organ"}, REPORT_TEXT, 0},
	[COLUMN_SECTION] = {"section", {"section", "paragraf"}, REPORT_TEXT, 0},
	[COLUMN_BODY_NUMBER] = {"body_number", {"body's number", "organets nummer"}, REPORT_TEXT, 0},
	[COLUMN_REPRESENTATIVE] = {"representative", {"representative", "företrädare"}, REPORT_TEXT, 0},
	[COLUMN_REPRESENTATIVE_TITLE] = {"representative_title", {"representative's title", "företrädarens titel"},
		REPORT_TEXT, 0},
	[COLUMN_CONTRIBUTION] = {"contribution", {"contribution", "egen insats"}, REPORT_TEXT, 0},
	[COLUMN_CONFLICT] = {"conflict", {"conflict of interest", "jäv"}, REPORT_TEXT, 28},
	[COLUMN_CONFLICT_CODE] = {"conflict_code", {"conflict code", "jävskod"}, REPORT_TEXT, 0},
	[COLUMN_CONFLICT_GROUND] = {"conflict_ground", {"ground (16 §)", "grund (16 §)"}, REPORT_TEXT, 0},
	[COLUMN_CIRCUMSTANCE] = {"circumstance", {"circumstance", "omständighet"}, REPORT_TEXT, 0},
	[COLUMN_ASKED] = {"asked", {"asked on", "tillfrågad"}, REPORT_DAY, 10},
	[COLUMN_ANSWERED] = {"answered", {"answered on", "svarade"}, REPORT_DAY, 10},
	[COLUMN_TRIED] = {"tried", {"tried on", "prövad"}, REPORT_DAY, 10},
	[COLUMN_TRIED_BY] = {"tried_by", {"tried by", "prövad av"}, REPORT_TEXT, 0},
	[COLUMN_TRIAL_REASONS] = {"trial_reasons", {"reasons of the ruling", "prövningens skäl"}, REPORT_TEXT, 0},
	[COLUMN_NEEDED] = {"needed", {"took part in it", "deltog i prövningen"}, REPORT_BOOL, 0},
	[COLUMN_LATER] = {"later", {"found later", "upptäckt senare"}, REPORT_BOOL, 0},
	[COLUMN_WORK] = {"work", {"work done", "utfört arbete"}, REPORT_TEXT, 0},
	[COLUMN_WORK_WHY] = {"work_why", {"why the work so", "skäl om arbetet"}, REPORT_TEXT, 0},
	[COLUMN_IN_HAND] = {"in_hand", {"in hand", "har i uppgift"}, REPORT_TEXT, 24},
	[COLUMN_RECORDED_BY] = {"recorded_by", {"recorded by", "antecknat av"}, REPORT_TEXT, 0},
	[COLUMN_DOCUMENT] = {"document_number", {"Document No", "Handlingsnr"}, REPORT_TEXT, 14},
	[COLUMN_DIRECTION] = {"direction", {"direction", "riktning"}, REPORT_TEXT, 8},
	[COLUMN_DOCUMENT_DAY] = {"document_day", {"came in or sent", "in- eller utdag"}, REPORT_DAY, 10},
	[COLUMN_FOUND] = {"found", {"found on", "påträffad"}, REPORT_DAY, 0},
	[COLUMN_ARRIVAL] = {"arrival", {"arrival", "ankomst"}, REPORT_TEXT, 0},
	[COLUMN_DATED] = {"dated", {"its own date", "eget datum"}, REPORT_DAY, 0},
	[COLUMN_SENDER] = {"sender", {"sender or receiver", "avsändare eller mottagare"}, REPORT_TEXT, 20},
	[COLUMN_SUBJECT] = {"subject", {"subject", "ärendemening"}, REPORT_TEXT, 30},
	[COLUMN_THEIR_NUMBER] = {"their_number", {"their number", "deras dnr"}, REPORT_TEXT, 0},
	[COLUMN_PAGES] = {"pages", {"pages", "sidor"}, REPORT_NUMBER, 0},
	[COLUMN_INCOMPLETE] = {"incomplete", {"incomplete", "ofullständig"}, REPORT_BOOL, 0},
	[COLUMN_FILE] = {"file", {"file", "fil"}, REPORT_TEXT, 0},
	[COLUMN_FILE_HASH] = {"sha256", {"SHA-256", "SHA-256-summa"}, REPORT_TEXT, 0},
	[COLUMN_MARK] = {"mark", {"secrecy mark", "sekretessmarkering"}, REPORT_TEXT, 0},
	[COLUMN_FATE] = {"fate", {"registration", "registrering"}, REPORT_TEXT, 20},
	[COLUMN_REGISTERED] = {"registered", {"registered", "registrerad"}, REPORT_TEXT, 0},
	[COLUMN_REGISTERED_BY] = {"registered_by", {"registered by", "registrerad av"}, REPORT_TEXT, 0},
	[COLUMN_SUGGESTED] = {"suggested", {"may belong to", "kan höra till"}, REPORT_TEXT, 14},
	[COLUMN_OVERDUE] = {"overdue", {"unregistered too long", "oregistrerad för länge"}, REPORT_BOOL, 0},
	[COLUMN_RECEIVER] = {"receiver", {"receiver of it", "handlingens mottagare"}, REPORT_TEXT, 24},
	[COLUMN_SENT] = {"sent", {"sent on", "skickad"}, REPORT_DAY, 10},
	[COLUMN_RECEIVED] = {"received", {"received on", "kvitterad"}, REPORT_DAY, 10},
	[COLUMN_PARTY] = {"party", {"other party", "motpart"}, REPORT_TEXT, 20},
	[COLUMN_MATTER_OUTCOME] = {"ended", {"how it ended", "hur det slutade"}, REPORT_TEXT, 0},
	[COLUMN_DOCUMENTS] = {"documents", {"documents", "handlingar"}, REPORT_NUMBER, 0},
	[COLUMN_CLOSED] = {"closed", {"closed", "avslutad"}, REPORT_DAY, 0},
	[COLUMN_ABOUT] = {"about", {"about", "gäller"}, REPORT_TEXT, 0},
	[COLUMN_NUMBER] = {"number", {"No", "Nr"}, REPORT_TEXT, 9},
	[COLUMN_ROUND] = {"round", {"round", "omgång"}, REPORT_TEXT, 6},
	[COLUMN_APPLICANT] = {"applicant", {"applicant", "sökande"}, REPORT_TEXT, 20},
	[COLUMN_APPLICANT_CODE] = {"applicant_code", {"county code", "länskod"}, REPORT_TEXT, 0},
	[COLUMN_TITLE] = {"title", {"case", "ärende"}, REPORT_TEXT, 24},
	[COLUMN_OWN_NUMBER] = {"own_number", {"applicant's number", "sökandens dnr"}, REPORT_TEXT, 0,
		{"registry number", "dnr"}},
	[COLUMN_ARRIVED] = {"arrived", {"arrived", "inkom"}, REPORT_DAY, 0},
	[COLUMN_ARRIVED_TIME] = {"arrived_time", {"time", "kl."}, REPORT_TEXT, 0},
	[COLUMN_WAY] = {"way", {"way", "sätt"}, REPORT_TEXT, 0},
	[COLUMN_SUMMARY] = {"summary", {"summary", "sammanfattning"}, REPORT_TEXT, 0},
	[COLUMN_SCOPE] = {"scope", {"scope", "avgränsning"}, REPORT_TEXT, 0},
	[COLUMN_ECONOMY] = {"economy", {"economic analysis", "ekonomisk analys"}, REPORT_TEXT, 0},
	[COLUMN_NEEDS] = {"needs", {"development needs", "utvecklingsbehov"}, REPORT_TEXT, 0},
	[COLUMN_SOURCES] = {"sources", {"references", "referenser"}, REPORT_TEXT, 0},
	[COLUMN_INVENTED] = {"invented", {"invented", "påhittat"}, REPORT_TEXT, 0},
	[COLUMN_STATE] = {"state_word", {"Status", "Status"}, REPORT_TEXT, 8},
	[COLUMN_STATE_CODE] = {"state", {"status code", "statuskod"}, REPORT_TEXT, 0},
	[COLUMN_NEXT] = {"next", {"next step", "nästa steg"}, REPORT_TEXT, 0},
	[COLUMN_OFFICER] = {"officer", {"case officer", "handläggare"}, REPORT_TEXT, 0},
	[COLUMN_MEASURES] = {"measures", {"Mea", "Åtg"}, REPORT_NUMBER, 3},
	[COLUMN_PARTICIPANTS] = {"participants", {"participants", "deltagare"}, REPORT_NUMBER, 0},
	[COLUMN_COST_ORE] = {"cost_ore", {"cost", "kostnad"}, REPORT_ORE, 0},
	[COLUMN_SOUGHT_ORE] = {"sought_ore", {"Sought", "Sökt"}, REPORT_ORE, 8},
	[COLUMN_UNKNOWN] = {"unknown_amounts", {"unknown amounts", "okända belopp"}, REPORT_NUMBER, 0},
	[COLUMN_DUE] = {"due", {"Deadline", "Frist"}, REPORT_DAY, 10},
	[COLUMN_MOVER] = {"mover", {"whose move", "vems tur"}, REPORT_TEXT, 0},
	[COLUMN_VERSION] = {"version", {"version", "version"}, REPORT_NUMBER, 0},
	[COLUMN_REGION] = {"region", {"region", "region"}, REPORT_TEXT, 18},
	[COLUMN_PAPER] = {"paper", {"document", "handling"}, REPORT_TEXT, 10},
	[COLUMN_PAPER_DAY] = {"paper_day", {"document date", "datum"}, REPORT_DAY, 10},
	[COLUMN_BODY] = {"body", {"body", "organ"}, REPORT_TEXT, 0},
	[COLUMN_CERTIFIED] = {"certified", {"certificate", "intyg"}, REPORT_DAY, 10},
	[COLUMN_MEASURE] = {"measure", {"Measure", "Åtgärd"}, REPORT_TEXT, 24},
	[COLUMN_MEASURE_N] = {"measure_n", {"measure number", "åtgärdsnummer"}, REPORT_NUMBER, 0,
		{"measure", "åtgärd"}},
	[COLUMN_HEADING] = {"heading", {"heading", "rubrik"}, REPORT_TEXT, 0},
	[COLUMN_DESCRIPTION] = {"description", {"description", "beskrivning"}, REPORT_TEXT, 0},
	[COLUMN_ACHIEVE] = {"achieve", {"to be achieved", "uppnås"}, REPORT_TEXT, 0},
	[COLUMN_TYPE] = {"type", {"type", "typ"}, REPORT_TEXT, 0},
	[COLUMN_AREA] = {"area", {"area", "område"}, REPORT_TEXT, 0},
	[COLUMN_EFFECT] = {"effect", {"effect type", "effekttyp"}, REPORT_TEXT, 0},
	[COLUMN_TAGS] = {"tags", {"tags", "taggar"}, REPORT_TEXT, 0},
	[COLUMN_FROM] = {"from", {"from", "från"}, REPORT_DAY, 0},
	[COLUMN_TO] = {"to", {"to", "till"}, REPORT_DAY, 0},
	[COLUMN_FORM] = {"form", {"financing", "finansiering"}, REPORT_TEXT, 0},
	[COLUMN_OTHER_SUPPORT] = {"other_support", {"other state support", "annat statligt stöd"}, REPORT_TEXT, 0},
	[COLUMN_LASTING] = {"lasting", {"lasting effect", "varaktighet"}, REPORT_TEXT, 0},
	[COLUMN_OUTCOME] = {"outcome", {"decision", "beslut"}, REPORT_TEXT, 0},
	[COLUMN_PLACE] = {"place", {"Rank", "Rang"}, REPORT_NUMBER, 4},
	[COLUMN_POINT_PLACE] = {"point_place", {"place by points", "plats efter poäng"}, REPORT_NUMBER, 0},
	[COLUMN_MOVE] = {"move", {"Move", "Flytt"}, REPORT_TEXT, 5},
	[COLUMN_POINTS] = {"points", {"Points", "Poäng"}, REPORT_TEXT, 7},
	[COLUMN_MEDIAN_100] = {"median_100", {"median", "median"}, REPORT_NUMBER, 6},
	[COLUMN_LOWEST_100] = {"lowest_100", {"lowest points", "lägsta poäng"}, REPORT_NUMBER, 6},
	[COLUMN_HIGHEST_100] = {"highest_100", {"highest points", "högsta poäng"}, REPORT_NUMBER, 7},
	[COLUMN_STEPS_APART] = {"steps_apart", {"steps apart", "skillnad i steg"}, REPORT_NUMBER, 0},
	[COLUMN_LOWEST_STEP] = {"lowest_step", {"lowest step", "lägsta steg"}, REPORT_NUMBER, 0},
	[COLUMN_DIFFERING] = {"differing", {"two steps apart", "skiljer två steg"}, REPORT_TEXT, 16},
	[COLUMN_AGREED] = {"agreed", {"agreed step", "överenskommet steg"}, REPORT_TEXT, 0},
	[COLUMN_NOT_AGREED] = {"not_agreed", {"discussed, not agreed", "diskuterat, inte överens"}, REPORT_TEXT, 0},
	[COLUMN_NOT_DISCUSSED] = {"not_discussed", {"not discussed", "inte diskuterat"}, REPORT_TEXT, 16},
	[COLUMN_UNDISCUSSED] = {"undiscussed", {"number not discussed", "antal inte diskuterade"}, REPORT_NUMBER, 0},
	[COLUMN_SPREAD] = {"spread", {"spread", "spridning"}, REPORT_NUMBER, 0},
	[COLUMN_ASSESSED] = {"assessed", {"assessed", "bedömt"}, REPORT_TEXT, 0},
	[COLUMN_PROPOSED_ORE] = {"proposed_ore", {"Proposed", "Förslag"}, REPORT_ORE, 8},
	[COLUMN_TOTAL_ORE] = {"total_ore", {"Sum", "Summa"}, REPORT_ORE, 8},
	[COLUMN_FITS_ORE] = {"fits_ore", {"fits", "ryms"}, REPORT_ORE, 0},
	[COLUMN_FIT] = {"fit", {"Limit", "Ram"}, REPORT_TEXT, 13},
	[COLUMN_BREAKS] = {"breaks", {"limit reached", "gräns som nås"}, REPORT_TEXT, 0},
	[COLUMN_REASON] = {"reason", {"reason", "skäl"}, REPORT_TEXT, 0},
	[COLUMN_ZERO] = {"zero_flag", {"zero given", "nolla satt"}, REPORT_BOOL, 0},
	[COLUMN_GATES_BAD] = {"gates_bad", {"control points open", "kontrollpunkter kvar"}, REPORT_NUMBER, 0},
	[COLUMN_LEAST_ORE] = {"least_ore", {"least amount", "minsta meningsfulla belopp"}, REPORT_ORE, 0},
	[COLUMN_LEAST_SOURCE] = {"least_source", {"least amount, source", "minsta belopp, källa"}, REPORT_TEXT, 0},
	[COLUMN_SKIP_REASON] = {"skip_reason", {"skipped, why", "hoppas över, skäl"}, REPORT_TEXT, 0},
	[COLUMN_PROPOSAL] = {"proposal", {"Proposal no", "Förslag nr"}, REPORT_NUMBER, 11},
	[COLUMN_PROPOSAL_NAME] = {"name", {"Called", "Kallas"}, REPORT_TEXT, 24},
	[COLUMN_PURPOSE] = {"purpose", {"Kept for", "Sparat för"}, REPORT_TEXT, 18},
	[COLUMN_MADE] = {"made_at", {"Proposal made", "Förslag gjort"}, REPORT_TEXT, 0},
	[COLUMN_MADE_BY] = {"made_by", {"Proposal by", "Förslag av"}, REPORT_TEXT, 0},
	[COLUMN_STORED] = {"kept_at", {"Saved or locked", "Sparat eller låst"}, REPORT_TEXT, 19},
	[COLUMN_STORED_BY] = {"kept_by", {"Saved or locked by", "Sparat eller låst av"}, REPORT_TEXT, 20},
	[COLUMN_ROWS] = {"rows", {"Measures", "Åtgärder"}, REPORT_NUMBER, 8},
	[COLUMN_CHANGED] = {"changed", {"Changed", "Ändras"}, REPORT_TEXT, 7},
	[COLUMN_PER] = {"per", {"Per", "Per"}, REPORT_TEXT, 7},
	[COLUMN_GROUP] = {"group", {"Region or type", "Region eller typ"}, REPORT_TEXT, 24},
	[COLUMN_SHARE] = {"per_cent", {"Per cent", "Procent"}, REPORT_TEXT, 8},
	[COLUMN_BREAKS_RULE] = {"breaks_rule", {"Rule not held", "Regel hålls inte"}, REPORT_BOOL, 16},
	[COLUMN_INSIDE] = {"inside", {"Inside", "Inom"}, REPORT_NUMBER, 6},
	[COLUMN_POINTS_100] = {"points_100", {"of 100", "av 100"}, REPORT_NUMBER, 6},
	[COLUMN_IN_PER_CENT] = {"in_per_cent", {"In %", "In %"}, REPORT_NUMBER, 5},
	[COLUMN_CORE] = {"core_per_cent", {"Core %", "Kärna %"}, REPORT_NUMBER, 7},
	[COLUMN_CORE_CLASS] = {"core_class", {"Selections", "Urvalen"}, REPORT_TEXT, 11},
	[COLUMN_PLACES] = {"places", {"Places", "Platser"}, REPORT_TEXT, 8},
	[COLUMN_PLACES_MIDDLE] = {"places_95", {"95 %", "95 %"}, REPORT_TEXT, 8},
	[COLUMN_WITHOUT] = {"places_without_one", {"Without one", "Utan en"}, REPORT_TEXT, 11},
	[COLUMN_FAVOURED] = {"favoured_by", {"most favourable weights", "gynnsammaste vikter"}, REPORT_TEXT, 0},
	[COLUMN_METHOD] = {"method", {"method", "metod"}, REPORT_TEXT, 0},
	[COLUMN_WEIGHTS] = {"weights", {"weights", "vikter"}, REPORT_TEXT, 10},
	[COLUMN_HOLDS] = {"holds", {"still holds", "gäller än"}, REPORT_BOOL, 11},
	[COLUMN_CHAIR] = {"chair", {"Chair", "Ordföranden"}, REPORT_TEXT, 12},
	[COLUMN_PLACE_BEFORE] = {"place_before", {"Place before", "Plats före"}, REPORT_NUMBER, 12},
	[COLUMN_PLACE_AFTER] = {"place_after", {"Place after", "Plats efter"}, REPORT_NUMBER, 12},
	[COLUMN_FIT_BEFORE] = {"fit_before", {"Limit before", "Ram före"}, REPORT_TEXT, 12},
	[COLUMN_FIT_AFTER] = {"fit_after", {"Limit after", "Ram efter"}, REPORT_TEXT, 12},
	[COLUMN_MORE_ORE] = {"more_ore", {"More", "Mer"}, REPORT_ORE, 8},
	[COLUMN_POINTS_ALONE] = {"points_alone", {"Points alone", "Enbart poäng"}, REPORT_TEXT, 12},
	[COLUMN_POINTS_ORE] = {"points_alone_ore", {"To each", "Till var"}, REPORT_ORE, 9},
	[COLUMN_ROW] = {"row", {"Row", "Rad"}, REPORT_NUMBER, 3},
	[COLUMN_DATE] = {"date", {"Date", "Utbetalningsdag"}, REPORT_DAY, 15},
	[COLUMN_YEAR] = {"year", {"Year", "År"}, REPORT_NUMBER, 4},
	[COLUMN_AMOUNT_ORE] = {"amount_ore", {"Amount", "Belopp"}, REPORT_ORE, 10},
	[COLUMN_RECIPIENT] = {"recipient", {"Recipient", "Mottagare"}, REPORT_TEXT, 26},
	[COLUMN_ORGNR] = {"orgnr", {"organisation number", "org.nr"}, REPORT_TEXT, 0},
	[COLUMN_REFERENCE] = {"reference", {"reference", "referens"}, REPORT_TEXT, 0},
	[COLUMN_CONDITION] = {"condition", {"Condition", "Villkor"}, REPORT_TEXT, 24},
	[COLUMN_PAY_STATE] = {"state", {"payment status", "betalningsstatus"}, REPORT_TEXT, 20},
	[COLUMN_MAKER] = {"maker", {"made by", "upprättad av"}, REPORT_TEXT, 0},
	[COLUMN_ATTESTED_BY] = {"attested_by", {"authorised by", "attesterad av"}, REPORT_TEXT, 0},
	[COLUMN_ATTESTED] = {"attested", {"authorised", "attesterad"}, REPORT_TEXT, 0},
	[COLUMN_PAID] = {"paid", {"paid", "utbetald"}, REPORT_DAY, 0},
	[COLUMN_APPROPRIATION_ORE] = {"appropriation_ore", {"Appropriation", "Anslag"}, REPORT_ORE, 9},
	[COLUMN_CARRIED_ORE] = {"carried_ore", {"carried over", "anslagssparing"}, REPORT_ORE, 0},
	[COLUMN_COMMITMENT_ORE] = {"commitment_ore", {"Commitment", "Bemyndigande"}, REPORT_ORE, 12},
	[COLUMN_LIMIT_ROUND_ORE] = {"round_limit_ore", {"Round's limit", "Omgångens ram"}, REPORT_ORE, 13},
	[COLUMN_DECIDED_ORE] = {"decided_ore", {"Decided", "Beslutat"}, REPORT_ORE, 9},
	[COLUMN_PLANNED_ORE] = {"planned_ore", {"planned", "planerat"}, REPORT_ORE, 9},
	[COLUMN_ATTESTED_ORE] = {"attested_ore", {"sum authorised", "attesterat"}, REPORT_ORE, 0},
	[COLUMN_PAID_ORE] = {"paid_ore", {"sum paid", "utbetalt"}, REPORT_ORE, 9},
	[COLUMN_LEFT_ORE] = {"left_ore", {"Left", "Kvar"}, REPORT_ORE, 9},
	[COLUMN_LAPSED_ORE] = {"lapsed_ore", {"lapsed", "förfallet"}, REPORT_ORE, 0},
	[COLUMN_OVER] = {"over", {"exceeded", "överskridet"}, REPORT_BOOL, 0},
	[COLUMN_KIND] = {"kind", {"kind", "slag"}, REPORT_TEXT, 14},
	[COLUMN_SOURCE] = {"source", {"source", "källa"}, REPORT_TEXT, 30},
	[COLUMN_VALID_FROM] = {"valid_from", {"valid from", "gäller från"}, REPORT_DAY, 10},
	[COLUMN_SEQ] = {"seq", {"event", "händelse nr"}, REPORT_NUMBER, 6},
	[COLUMN_AT] = {"at", {"when", "när"}, REPORT_TEXT, 19},
	[COLUMN_ACTOR] = {"actor", {"who", "vem"}, REPORT_TEXT, 18},
	[COLUMN_ROLE] = {"role", {"role", "roll"}, REPORT_TEXT, 0},
	[COLUMN_ACTION] = {"action", {"what", "vad"}, REPORT_TEXT, 50},
	[COLUMN_CHANGES] = {"changes", {"changes", "ändringar"}, REPORT_TEXT, 0},
	[COLUMN_CAUSE] = {"cause", {"cause", "orsak"}, REPORT_TEXT, 0},
	[COLUMN_OPERATION] = {"operation", {"operation", "åtgärds-id"}, REPORT_TEXT, 0},
	[COLUMN_LOGIN] = {"login", {"login", "inloggning"}, REPORT_TEXT, 12},
	[COLUMN_NAME] = {"name", {"name", "namn"}, REPORT_TEXT, 24},
	[COLUMN_ROLES] = {"roles", {"role codes", "rollkoder"}, REPORT_TEXT, 0},
	[COLUMN_ROLES_WORDS] = {"roles_words", {"roles", "roller"}, REPORT_TEXT, 40},
	[COLUMN_OPENS] = {"opens", {"opens", "öppnar"}, REPORT_DAY, 10},
	[COLUMN_CLOSES] = {"closes", {"closes", "stänger"}, REPORT_DAY, 10},
	[COLUMN_CRITERIA] = {"criteria", {"criteria", "kriterier"}, REPORT_NUMBER, 9},
	[COLUMN_GATES] = {"gates", {"control points", "kontrollpunkter"}, REPORT_NUMBER, 14},
	[COLUMN_FIELD] = {"field", {"field", "fält"}, REPORT_TEXT, 30},
	[COLUMN_VALUE] = {"value", {"value", "värde"}, REPORT_TEXT, 60},
	[COLUMN_STANDS] = {"stands_in", {"stands in", "står i"}, REPORT_TEXT, 14},
	[COLUMN_PART] = {"part", {"part", "del"}, REPORT_TEXT, 0},
	[COLUMN_DAY] = {"day", {"day", "dag"}, REPORT_DAY, 10},
	[COLUMN_WORDS] = {"words", {"words around", "ord runt om"}, REPORT_TEXT, 70},
	[COLUMN_TASK] = {"task", {"task", "att göra"}, REPORT_TEXT, 18},
	[COLUMN_CONCERNS] = {"concerns", {"concerns", "angår"}, REPORT_TEXT, 36},
	[COLUMN_STEP] = {"step", {"then", "härnäst"}, REPORT_TEXT, 40},
	[COLUMN_WHO] = {"person", {"for whom", "för vem"}, REPORT_TEXT, 16},
	[COLUMN_LATE] = {"late", {"late", "försenad"}, REPORT_BOOL, 0},
	[COLUMN_OPEN] = {"open_cases", {"open cases", "öppna ärenden"}, REPORT_NUMBER, 13},
	[COLUMN_WAITING] = {"waiting_cases", {"with the applicant", "hos sökanden"}, REPORT_NUMBER, 18},
	[COLUMN_TASKS] = {"tasks", {"tasks", "uppgifter"}, REPORT_NUMBER, 9},
	[COLUMN_OF_MEASURE] = {"measure", {"of measure", "för åtgärd"}, REPORT_NUMBER, 10},
	[COLUMN_GATE] = {"gate", {"control point", "kontrollpunkt"}, REPORT_TEXT, 6},
	[COLUMN_ANSWER] = {"answer", {"answer", "svar"}, REPORT_TEXT, 10},
	[COLUMN_ANSWERED_BY] = {"answered_by", {"answered by", "besvarad av"}, REPORT_TEXT, 0},
	[COLUMN_ANSWERED_AT] = {"answered_at", {"answer given", "svaret lämnat"}, REPORT_TEXT, 0},
	[COLUMN_SHARE_ORE] = {"share_ore", {"share", "andel"}, REPORT_ORE, 10},
	[COLUMN_ALONE] = {"alone", {"alone", "ensam"}, REPORT_NUMBER, 5},
	[COLUMN_LEADS] = {"leads", {"leads", "leder"}, REPORT_NUMBER, 5},
	[COLUMN_TAKES_PART] = {"takes_part", {"takes part", "deltar"}, REPORT_NUMBER, 10},
	[COLUMN_N] = {"n", {"serial", "löpnummer"}, REPORT_NUMBER, 9},
	[COLUMN_LEAD] = {"lead", {"is the lead", "är sökande"}, REPORT_BOOL, 11},
	[COLUMN_NUMBERS] = {"numbers", {"other numbers", "andra nummer"}, REPORT_TEXT, 0},
	[COLUMN_CERTIFICATE] = {"certificate", {"certificate of", "intyg från"}, REPORT_DAY, 0},
	[COLUMN_WHAT] = {"what", {"what is signed", "vad som undertecknas"}, REPORT_TEXT, 24},
	[COLUMN_IN_FORCE] = {"in_force", {"in force", "gäller nu"}, REPORT_BOOL, 9},
	[COLUMN_DRAFT] = {"form", {"draft of", "utkast till"}, REPORT_TEXT, 24},
	[COLUMN_WRITTEN] = {"written", {"written", "skrivet"}, REPORT_TEXT, 19},
	[COLUMN_KEPT_AT] = {"kept_at", {"kept at", "bevarad när"}, REPORT_TEXT, 19},
	[COLUMN_KEPT_BY] = {"kept_by", {"kept by", "bevarad av"}, REPORT_TEXT, 18},
	[COLUMN_WHY] = {"why", {"why", "varför"}, REPORT_TEXT, 40},
	[COLUMN_DIFFERENCE] = {"way", {"difference", "skillnad"}, REPORT_TEXT, 10},
	[COLUMN_BEFORE] = {"before", {"value before", "värdet före"}, REPORT_TEXT, 0},
	[COLUMN_AFTER] = {"after", {"value after", "värdet efter"}, REPORT_TEXT, 0},
	[COLUMN_FOLLOWS] = {"follows", {"follows time limit", "följer på frist"}, REPORT_NUMBER, 0},
	[COLUMN_PARTICIPANT] = {"participant", {"participant asked", "tillfrågad deltagare"}, REPORT_TEXT, 0},
	[COLUMN_ASKED_WHOM] = {"asked_whom", {"body asked", "tillfrågat organ"}, REPORT_TEXT, 0},
	[COLUMN_ASKS] = {"asks", {"what is asked", "vad som begärs"}, REPORT_TEXT, 0},
	[COLUMN_OVERDUE_DAY] = {"overdue", {"last day passed", "sista dag passerad"}, REPORT_BOOL, 0},
	[COLUMN_SIGNED_BY] = {"signed_by", {"signed by", "undertecknad av"}, REPORT_TEXT, 0},
	[COLUMN_POWER] = {"power", {"by which power", "med stöd av"}, REPORT_TEXT, 0},
	[COLUMN_LETTER] = {"document", {"letter", "brevets handling"}, REPORT_NUMBER, 0},
	[COLUMN_ANSWER_DOCUMENT] = {"answer_document", {"answer document", "svarets handling"}, REPORT_NUMBER, 0},
	[COLUMN_RULING] = {"outcome", {"ruling", "avgörande"}, REPORT_TEXT, 0},
	[COLUMN_CONSEQUENCE] = {"consequence", {"what follows", "vad som följer"}, REPORT_TEXT, 0},
	[COLUMN_RULED_ON] = {"ended", {"ruled on", "avgjord"}, REPORT_DAY, 0},
	[COLUMN_TEXT] = {"text", {"text", "text"}, REPORT_TEXT, 60},
	[COLUMN_SET] = {"set", {"set", "satta"}, REPORT_NUMBER, 5},
	[COLUMN_WANTED] = {"wanted", {"to set", "att sätta"}, REPORT_NUMBER, 9},
	[COLUMN_SUBMITTED] = {"submitted", {"handed in", "lämnad"}, REPORT_TEXT, 10},
	[COLUMN_ASSIGNED] = {"assigned", {"assigned", "tilldelade"}, REPORT_NUMBER, 10},
	[COLUMN_BEGUN] = {"drafts", {"drafts", "utkast"}, REPORT_NUMBER, 6},
	[COLUMN_HANDED_IN] = {"handed_in", {"handed in so far", "lämnade hittills"}, REPORT_NUMBER, 7},
	[COLUMN_TO_ASSESS] = {"left", {"left to assess", "kvar att bedöma"}, REPORT_NUMBER, 5},
	[COLUMN_TO_REPLACE] = {"to_replace", {"to be replaced", "att ersätta"}, REPORT_NUMBER, 0},
	[COLUMN_RELIEVED] = {"relieved", {"relieved", "entledigad"}, REPORT_NUMBER, 0},
	[COLUMN_SET_ASIDE] = {"set_aside", {"set aside", "räknas inte"}, REPORT_NUMBER, 0},
	[COLUMN_STEP_0] = {"steps_0", {"step 0", "steg 0"}, REPORT_NUMBER, 6},
	[COLUMN_STEP_0 + 1] = {"steps_1", {"step 1", "steg 1"}, REPORT_NUMBER, 6},
	[COLUMN_STEP_0 + 2] = {"steps_2", {"step 2", "steg 2"}, REPORT_NUMBER, 6},
	[COLUMN_STEP_0 + 3] = {"steps_3", {"step 3", "steg 3"}, REPORT_NUMBER, 6},
	[COLUMN_STEP_0 + 4] = {"steps_4", {"step 4", "steg 4"}, REPORT_NUMBER, 6},
	[COLUMN_ABSTAINED] = {"abstained", {"abstains", "avstår"}, REPORT_NUMBER, 8},
	[COLUMN_MEAN_TENTHS] = {"mean_tenths", {"mean in tenths", "medel i tiondelar"}, REPORT_NUMBER, 0},
	[COLUMN_SEVERITY] = {"severity", {"severity", "stränghet"}, REPORT_TEXT, 10},
	[COLUMN_SEVERITY_TENTHS] = {"severity_tenths", {"severity in tenths", "stränghet i tiondelar"}, REPORT_NUMBER,
		0},
	[COLUMN_COMPARED] = {"compared_points", {"compared on", "jämfört på"}, REPORT_NUMBER, 11},
	[COLUMN_CRITERION] = {"criterion", {"criterion", "kriterium"}, REPORT_TEXT, 9},
	[COLUMN_WEIGHT] = {"weight", {"weight", "vikt"}, REPORT_NUMBER, 6},
	[COLUMN_GIVEN] = {"points", {"points given", "satt poäng"}, REPORT_NUMBER, 6},
	[COLUMN_LOW] = {"low", {"lowest", "lägst"}, REPORT_NUMBER, 0},
	[COLUMN_HIGH] = {"high", {"highest", "högst"}, REPORT_NUMBER, 0},
	[COLUMN_CODE] = {"code", {"code", "kod"}, REPORT_TEXT, 30},
	[COLUMN_OTHER] = {"other", {"says something else", "säger annat"}, REPORT_BOOL, 0},
	[COLUMN_KEPT] = {"kept", {"own version stays", "egen version står kvar"}, REPORT_BOOL, 0},
	[COLUMN_CRITERIA_VERSION] = {"criteria_version", {"criteria version", "kriterieversion"}, REPORT_NUMBER, 16},
	[COLUMN_CRITERIA_STATE] = {"state_words", {"status of criteria", "kriteriernas status"}, REPORT_TEXT, 20},
	[COLUMN_ADOPTED] = {"adopted_on", {"adopted", "fastställd"}, REPORT_DAY, 10},
	[COLUMN_ADOPTED_REF] = {"adopted_ref", {"the delegation's decision", "delegationens beslut"}, REPORT_TEXT, 20},
	[COLUMN_MADE_FROM] = {"made_from", {"made from", "gjord från"}, REPORT_NUMBER, 10},
	[COLUMN_USED_IN] = {"rounds", {"used in rounds", "används i omgångar"}, REPORT_TEXT, 18},
	[COLUMN_WEIGHT_SUM] = {"weight_sum", {"sum of weights", "vikternas summa"}, REPORT_NUMBER, 0},
	[COLUMN_CRITERIA_COUNT] = {"criteria_count", {"number of criteria", "antal kriterier"}, REPORT_NUMBER, 0},
	[COLUMN_SHEETS] = {"sheets", {"assessments handed in", "lämnade bedömningar"}, REPORT_NUMBER, 21},
	[COLUMN_BONUS] = {"bonus", {"bonus", "bonus"}, REPORT_BOOL, 5},
	[COLUMN_TRACE] = {"trace", {"where it comes from", "var det kommer från"}, REPORT_TEXT, 0},
	[COLUMN_NAME_SV] = {"name_sv", {"name, Swedish", "namn, svenska"}, REPORT_TEXT, 0},
	[COLUMN_NAME_EN] = {"name_en", {"name, English", "namn, engelska"}, REPORT_TEXT, 0},
	STEPS(COLUMN_STEPS_SV, "_sv", ", Swedish", ", svenska"),
	STEPS(COLUMN_STEPS_EN, "_en", ", English", ", engelska"),
	[COLUMN_WEIGHT_BEFORE] = {"weight_before", {"Weight before", "Vikt före"}, REPORT_NUMBER, 13},
	[COLUMN_WEIGHT_AFTER] = {"weight_after", {"Weight after", "Vikt efter"}, REPORT_NUMBER, 12},
	[COLUMN_DIFFERS] = {"differs", {"what differs", "vad som skiljer"}, REPORT_TEXT, 40},
	[COLUMN_ANEW] = {"score_again", {"to score again", "bedöms på nytt"}, REPORT_BOOL, 14},
	[COLUMN_POINTS_BEFORE] = {"points_before", {"Points before", "Poäng före"}, REPORT_NUMBER, 13},
	[COLUMN_POINTS_AFTER] = {"points_after", {"Points after", "Poäng efter"}, REPORT_NUMBER, 12},
	[COLUMN_UNSCORED] = {"unscored", {"criteria not scored", "kriterier utan poäng"}, REPORT_NUMBER, 20},
	[COLUMN_INCOMPLETE_SHEETS] = {"incomplete_sheets", {"assessments to complete", "bedömningar att komplettera"},
		REPORT_NUMBER, 0},
	YEARS(COLUMN_COST, "cost", "cost", "kostnad"),
	YEARS(COLUMN_SOUGHT, "sought", "sought", "sökt"),
	YEARS(COLUMN_PROPOSED, "proposed", "proposed", "föreslaget"),
	YEARS(COLUMN_GRANTED, "granted", "granted", "beviljat"),
};

const struct report_column *column_of(enum column_name column)
{
	assert(column < COLUMN_COUNT && table[column].key);
	return &table[column];
}

static bool folds_to(struct arena *arena, const char *name, const char *folded)
{
	return name && !strcmp(text_fold(arena, name), folded);
}

static bool called(struct arena *arena, const struct report_column *column, const char *name, const char *folded)
{
	return folds_to(arena, column->name[1], folded) || folds_to(arena, column->name[0], folded) ||
	       !strcmp(column->key, name);
}

bool column_read(const char *name, enum column_name *out)
{
	struct arena arena;
	const char *folded;
	bool found = false;

	arena_init(&arena);
	folded = text_fold(&arena, name);
	for (int i = 0; !found && i < COLUMN_COUNT; i++) {
		found = called(&arena, &table[i], name, folded);
		if (found)
			*out = (enum column_name)i;
	}
	arena_done(&arena);
	return found;
}

bool column_among(const char *name, const enum column_name *among, int count, enum column_name *out)
{
	struct arena arena;
	const char *folded;
	bool found = false;

	arena_init(&arena);
	folded = text_fold(&arena, name);
	for (int i = 0; !found && i < count; i++) {
		const struct report_column *column = &table[among[i]];

		found = called(&arena, column, name, folded) || folds_to(&arena, column->also[0], folded) ||
			folds_to(&arena, column->also[1], folded);
		if (found)
			*out = among[i];
	}
	arena_done(&arena);
	return found;
}
