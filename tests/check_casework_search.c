/* The filter language: what it finds, and what it says when it does not understand. */
#include "cases.h"
#include "casework/office.h"
#include "casework/search.h"
#include "claims.h"

#include "base/words.h"

static struct casework *cw;

/* 1: Jämtland Härjedalen's own, waits for the applicant until 2026-12-01, Elin's.
 * 2: Halland with Dalarna, new, an amount unknown. 3: Halland's own, withdrawn. 4: Västmanland 2025, late, Olle's. */
static void office(void)
{
	static const char *const others[] = {"20"};
	struct application_change change = application_form_of("23", "Närmare vård, fyra åtgärder");
	int64_t one = 0, two = 0, three, four = 0;

	cw = office_open();
	office_sit(cw, "elin");
	change.own_number = "HSN/1005/2026";
	OK(application_register(cw, NULL, &change, NULL, 0, &one, err));
	change = application_form_of("13", "Införa och sprida AI i 2012 steg");
	change.own_number = "RS250503";
	OK(application_register(cw, NULL, &change, others, 1, &two, err));
	three = application_of(cw, "13", "Hemmonitorering");
	change = application_form_of("19", "Tolkning på distans");
	change.arrived_on = "2025-12-30";
	OK(application_register(cw, NULL, &change, NULL, 0, &four, err));
	change.arrived_on = "2026-04-02";
	OK(application_change(cw, NULL, four, &change, err));
	measure_of(cw, one, "Digital kommunikation", 26150000, 18400000);
	measure_of(cw, one, "Frigjord tid", 5000, 4000);
	measure_of(cw, two, "Plattform för idéer", -1, -1);
	measure_of(cw, three, "Egenmonitorering", 7000000, 5000000);
	OK(application_assign(cw, NULL, one, office_person(cw, "elin"), err));
	OK(application_assign(cw, NULL, four, office_person(cw, "olle"), err));
	OK(application_withdraw(cw, NULL, three, "2026-11-05", "Skäl", err));
	rows_put(cw,
		"INSERT INTO gate_answer (application, gate_version, gate, answer, reason, way, due_on, answered_by, "
		"answered_at)"
		" VALUES (1, 1, 'G1', 'unclear', 'Skäl', 'completion', '2026-12-01', 1, '2026-11-01 09:00:00');"
		"INSERT INTO gate_answer (application, measure, gate_version, gate, answer, answered_by, answered_at)"
		" VALUES (1, 1, 1, 'G7', 'yes', 1, '2026-11-01 09:00:00'), (1, 2, 1, 'G7', 'yes', 1, '2026-11-01 "
		"09:00:00');"
		"INSERT INTO gate_answer (application, participant, gate_version, gate, answer, reason, way, "
		"answered_by,"
		" answered_at) VALUES (1, 1, 1, 'G12', 'no', 'Skäl', 'completion', 1, '2026-11-01 09:00:00');"
		"INSERT INTO gate_answer (application, participant, gate_version, gate, answer, answered_by, "
		"answered_at)"
		" VALUES (2, 2, 1, 'G12', 'yes', 1, '2026-11-01 09:00:00');"
		"INSERT INTO assignment (measure, person, assigned_by, assigned_at) SELECT 3, id, 1, '2026-11-01 "
		"09:00:00'"
		" FROM person WHERE login = 'elin';");
}

/* The titles' first letters, newest number first: N, I, H, T. */
static const char *answered(const char *filter)
{
	static char text[16];
	struct application_query query = {.filter = filter};
	struct application_list list;
	int count = 0;

	OK(application_list_load(cw, &query, &list, err));
	for (; count < list.count; count++)
		text[count] = list.items[count].title[0];
	text[count] = '\0';
	application_list_done(&list);
	return text;
}

static const struct {
	const char *filter, *answers;
} finds[] = {
	{"", "HINT"}, {"   ", "HINT"},
	/* words match anywhere, side by side all of them */
	{"hemmonitorering", "H"}, {"MONIT", "H"}, {"närmare", "N"},
	{"narmare", ""}, /* å ä ö are letters of their own */
	{"idéer", "I"}, {"ideer", "I"}, {"vård åtgärder", "N"}, {"vård hemmonitorering", ""},
	{"\"fyra åtgärder\"", "N"}, {"\"åtgärder fyra\"", ""}, {"\"vård, fyra\"", "N"},
	{"\"steg halland\"", ""}, /* a phrase does not reach from one part into the next */
	{"digital", "N"}, {"region", "HINT"}, {"halland", "HI"}, {"dalarna", "I"}, /* who takes part is found too */
	{"härjedalen", "N"},
	/* numbers, however they are written */
	{"1", "NT"}, {"1-2026", "N"}, {"1-2025", "T"}, {"\"EFF 2-2026\"", "I"}, {"eff", "HINT"}, {"2026", "HIN"},
	{"26", ""},  /* not inside 2026 */
	{"012", ""}, /* not inside 2012 */
	{"2012", "I"}, {"HSN/1005/2026", "N"}, {"hsn10052026", "N"}, {"hsn-1005-2026", "N"}, {"\"HSN 1005 2026\"", "N"},
	{"1005", "N"}, {"250503", "I"},
	/* fields, in both languages */
	{"status:ny", "I"}, {"state:new", "I"}, {"läge:ny", "I"}, {"LÄGE:NY", "I"}, {"state:withdrawn", "H"},
	{"status:kontroll", "T"}, {"status:väntar", "N"}, {"status:checking,new", "IT"},
	{"status:kontroll,väntar", "NT"}, {"status:kon", "T"}, /* the beginning of a word */
	{"-status:ny", "HNT"}, {"status:öppna", "INT"}, {"state:open", "INT"}, {"-status:öppen", "H"},
	{"handläggare:elin", "N"}, {"officer:björk", "N"}, {"officer:none", "HI"}, {"handläggare:ingen", "HI"},
	{"-officer:none", "NT"}, {"min:ja", "IN"}, {"mine:yes", "IN"}, {"my:no", "HT"}, {"bedöma:ja", "I"},
	{"toscore:no", "HNT"}, {"sökande:halland", "HI"}, {"applicant:\"jämtland härj\"", "N"}, {"sökande:13", "HI"},
	{"sökande:dalarna", ""}, /* takes part, but is not the applicant */
	{"ärende:vård", "N"}, {"title:\"och sprida\"", "I"}, {"omgång:2026", "HINT"}, {"round:202", ""},
	{"år:2025", "T"}, {"year>2025", "HIN"}, {"year<=2025", "T"}, {"nr:1", "NT"}, {"number:2..3", "HI"},
	{"nr>=2", "HI"}, {"nr:3..", "H"}, {"nr:..1", "NT"}, {"sökt:5mn..20mn", "HN"}, {"sökt>5mn", "N"},
	{"sought>=5mn", "HN"}, {"sökt<5mn", ""}, /* nothing known is not less than anything */
	{"ask:18404000kr", "N"}, {"sökt:\"5 000 000\"", "H"}, {"sökt:okänt", "I"}, {"sought:unknown", "I"},
	{"kostnad>26mn", "N"}, {"cost:unknown", "I"}, {"åtgärder:2", "N"}, {"measures<1", "T"}, {"measures>1", "N"},
	{"deltagare>1", "I"}, {"participants:1", "HNT"}, {"regioner:2", "I"}, {"frist<10d", "N"},
	{"frist<9d", ""}, /* the day itself is not before it */
	{"frist<=9d", "N"}, {"due>1d", "N"}, {"due:2026-12-01", "N"}, {"due:2026-12", "N"}, {"due:2027", ""},
	{"frist:1/12", "N"}, {"frist:1/12..15/12", "N"}, {"frist:ingen", "HIT"}, {"due:none", "HIT"},
	{"due:overdue", ""}, {"frist<2v", "N"}, {"inkom:2026-03", "HIN"}, {"arrived>=2026-04-01", "T"},
	{"inkommen<-200d", "HINT"}, {"sen:ja", "T"}, {"late:no", "HIN"}, {"kontrollpunkt:G12=nej", "N"},
	{"gate:g12=no", "N"}, {"grind:G1=oklart", "N"}, {"gate:G7=yes", "N"}, {"gate:G7=unanswered", "HIT"},
	{"gate:G12=yes", ""}, /* one of two participants is not all */
	{"gate:G12=obesvarad", "HIT"}, {"-gate:G12=no", "HIT"},
	/* together */
	{"halland -status:withdrawn", "I"}, {"hemmonitorering eller tolkning", "HT"},
	{"hemmonitorering or tolkning", "HT"}, {"halland ai eller läge:kontroll sen:ja", "IT"}, {"-halland", "NT"},
	{"-\"fyra åtgärder\"", "HIT"}, {"nr:1 or nr:2 or nr:3", "HINT"}, {"  halland   ai ", "I"},
	{"\"eller\"", ""}, /* quoted it is a word */
};

START_TEST(a_filter_finds_what_it_says)
{
	words_open("sv");
	office();
	for (size_t i = 0; i < sizeof(finds) / sizeof(*finds); i++) {
		const char *is = answered(finds[i].filter);

		ck_assert_msg(!strcmp(is, finds[i].answers), "“%s”: %s, not %s", finds[i].filter, is, finds[i].answers);
	}
	casework_close(cw);
}
END_TEST

static const struct {
	const char *filter, *says;
} refusals[] = {
	{"leg:bedöms", "Okänt fält ”leg” (tecken 1–3). Menade du läge?"},
	{"vård leg:bedöms", "Okänt fält ”leg” (tecken 6–8). Menade du läge?"},
	{"åäö ofiser:elin", "Okänt fält ”ofiser” (tecken 5–10). Menade du officer?"},
	{"-statsu:ny", "Okänt fält ”statsu” (tecken 2–7). Menade du status?"},
	{"zzzzzzzz:1", "Okänt fält ”zzzzzzzz” (tecken 1–8). Fälten är: status, handläggare, min, bedöma, sökande"},
	{"poäng>=70", "Poäng (tecken 1–5)"},
	{"points:70", "Poäng (tecken 1–6)"},
	{"läge:", "Det saknas ett värde efter läge (tecken 1–5)."},
	{"sökt>=", "Det saknas ett värde efter sökt (tecken 1–6)."},
	{"läge:\"\"", "Det saknas ett värde efter läge"},
	{"läge:sover", "”sover” (tecken 6–10) är ingen status. Det finns: ny, kontroll, väntar, bedöms"},
	{"läge:ny,sover", "”sover” (tecken 6–13) är ingen status"},
	{"läge:ny,", "är ingen status"},
	{"läge<ny", "”ny” (tecken 6–7) går inte att förstå. Detta fält skrivs med kolon"},
	{"min:kanske", "”kanske” (tecken 5–10) går inte att förstå. Skriv ja eller nej."},
	{"sökt:mycket", "”mycket” (tecken 6–11) går inte att förstå. Skriv ett belopp"},
	{"sökt:20mn..5mn", "Skriv ett belopp"},
	{"sökt:..", "Skriv ett belopp"},
	{"sökt>5mn..6mn", "Skriv ett belopp"},
	{"sökt:-5mn", "Skriv ett belopp"},
	{"nr:två", "”två” (tecken 4–6) går inte att förstå. Skriv ett heltal"},
	{"nr:1234567890", "Skriv ett heltal"},
	{"nr:1.5", "Skriv ett heltal"},
	{"frist<snart", "”snart” (tecken 7–11) går inte att förstå. Skriv en dag"},
	{"frist:2026-13", "Skriv en dag"},
	{"frist:99999999d", "Skriv en dag"},
	{"kontrollpunkt:G12", "Skriv kontrollpunkten och svaret: G12=nej"},
	{"kontrollpunkt:G12=kanske", "Skriv kontrollpunkten och svaret"},
	{"kontrollpunkt:G99=nej", "Det finns ingen sådan kontrollpunkt."},
	{"kontrollpunkt>G12=nej", "skrivs med kolon"},
	{"\"utan slut", "Citattecknet (tecken 1) har inget slut."},
	{"vård \"utan slut", "Citattecknet (tecken 6) har inget slut."},
	{"titel:\"utan", "Citattecknet (tecken 7) har inget slut."},
	{"eller vård", "Det saknas något bredvid ”eller” (tecken 1–5)."},
	{"vård eller", "Det saknas något bredvid ”eller” (tecken 6–10)."},
	{"vård eller or ai", "Det saknas något bredvid ”eller” (tecken 12–13)."},
	{"\xFF", "Filtret är inte text i UTF-8."},
};

START_TEST(what_is_not_understood_is_pointed_at)
{
	struct application_list list;

	words_open("sv");
	office();
	for (size_t i = 0; i < sizeof(refusals) / sizeof(*refusals); i++) {
		struct application_query query = {.filter = refusals[i].filter};

		REFUSED(application_list_load(cw, &query, &list, err), ERROR_INVALID, refusals[i].says);
	}
	casework_close(cw);
}
END_TEST

START_TEST(a_refusal_repeats_nothing_that_could_act_on_a_terminal)
{
	struct arena arena;
	struct filter *filter;
	struct error err = {0};

	words_open("en");
	arena_init(&arena);
	ck_assert(!filter_read("läge:\x1B[31m\xE2\x80\xAE", day_read("2026-11-22"), NULL, &arena, &filter, &err));
	ck_assert_ptr_null(strchr(err.text, '\x1B'));
	ck_assert_ptr_null(strstr(err.text, "\xE2\x80\xAE"));
	arena_done(&arena);
}
END_TEST

START_TEST(without_the_law_as_data_a_filter_still_reads_codes)
{
	struct application_row row = {
		.lead = "23", .lead_short = "J", .title = "T", .round_name = "2026", .arrived_on = "2026-03-10"};
	struct arena arena;
	struct filter *filter = NULL;
	struct error err = {0};

	words_open("en");
	arena_init(&arena);
	ck_assert(filter_read("state:waiting", day_read("2026-11-22"), NULL, &arena, &filter, &err));
	ck_assert(!filter_empty(filter));
	ck_assert(!filter_asks_gates(filter));
	ck_assert(!filter_asks_words(filter));
	row.state = STATE_WAITING;
	ck_assert(filter_matches(filter, &row, NULL, 1));
	row.state = STATE_NEW;
	ck_assert(!filter_matches(filter, &row, NULL, 1));
	ck_assert(!filter_read("state:väntar", day_read("2026-11-22"), NULL, &arena, &filter, &err));
	ck_assert(filter_read("gate:G77=no", day_read("2026-11-22"), NULL, &arena, &filter, &err));
	ck_assert(filter_asks_gates(filter));
	ck_assert(filter_read(" ", day_read("2026-11-22"), NULL, &arena, &filter, &err));
	ck_assert(filter_empty(filter));
	arena_done(&arena);
}
END_TEST

/* Whatever bytes are typed: an answer or a sentence, and the same twice. */
START_TEST(any_text_is_answered_or_refused)
{
	static const char *const parts[] = {"läge", ":", "\"", "-", "eller", " ", "sökt", "5mn", "..", "<", ">=", "=",
		"G12", "å", "7d", "\xC3", ",", "frist", "gate", "\xE2\x80\x8B", "12-2026", "ny"};
	struct arena arena;
	uint32_t seed = 20261122;

	words_open("en");
	for (int round = 0; round < 20000; round++) {
		struct filter *filter = NULL, *again = NULL;
		struct error err = {0};
		char text[200] = "";
		bool read;

		arena_init(&arena);
		for (int i = 0; i < 8; i++) {
			seed = seed * 1664525U + 1013904223U;
			strncat(text, parts[(seed >> 16) % (sizeof(parts) / sizeof(*parts))],
				sizeof(text) - strlen(text) - 1);
		}
		read = filter_read(text, day_read("2026-11-22"), NULL, &arena, &filter, &err);
		ck_assert_msg(
			read == filter_read(text, day_read("2026-11-22"), NULL, &arena, &again, NULL), "%s", text);
		ck_assert_msg(read || (err.kind == ERROR_INVALID && err.text[0]), "%s", text);
		ck_assert(read == (filter != NULL));
		arena_done(&arena);
	}
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_filter_finds_what_it_says, what_is_not_understood_is_pointed_at,
		a_refusal_repeats_nothing_that_could_act_on_a_terminal,
		without_the_law_as_data_a_filter_still_reads_codes, any_text_is_answered_or_refused, NULL};

	return claims_run("search", claims, 60);
}
