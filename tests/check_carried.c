/* One round from the delegation's table to the approved final report, and one grant back again, through the shell
 * alone: an office of 36 measures, a sitting with a barred member, a dissent and a casting vote, decisions, papers,
 * plans, two attests, sealed files, reports, an instalment withheld, a claim with interest across changes of rate, a
 * decision corrected. Then every verb, paper and file that says a sum says the same one, to the öre. The story is
 * carried.scn. KANSLI_KEEP=1 leaves the office there, to look at. */
#include "claims.h"
#include "folder.h"
#include "office.h"
#include "scenario.h"

#include "base/file.h"
#include "base/json_walk.h"
#include "base/money.h"
#include "base/words.h"
#include "casework/measure.h"
#include "casework/office.h"
#include "casework/sitting.h"
#include "cli/cli.h"

#include <fcntl.h>

enum { APPLICATIONS = 12, EACH = 3, MEASURES = APPLICATIONS * EACH, REGIONS = 14 };

static char store[64];
static struct scenario scenario;
static struct script script;
static struct buffer said; /* of the line that is done now, its marks filled in */
static int line_number;

/* ---- a verb within the test */

static void do_line(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void do_line(const char *format, ...)
{
	char line[2000];
	struct error err = {0};
	va_list values;

	va_start(values, format);
	vsnprintf(line, sizeof line, format, values);
	va_end(values);
	ck_assert_msg(cli_run_line(&script, line, &err), "carried.scn:%d: kansli %s: %s", line_number, line, err.text);
}

/* What measure i (from 0) seeks of the two years, in öre: never whole kronor, but their sum is. */
static int64_t sought_ore(int i, int year)
{
	return year == 2027 ? 70000000 + INT64_C(1234567) * i : 30000000 + INT64_C(765433) * i;
}

static const char *kronor(int64_t ore)
{
	static char text[4][32];
	static int turn;

	turn = (turn + 1) % 4;
	snprintf(text[turn], sizeof text[turn], "%lld,%02d", (long long)(ore / 100), (int)(ore % 100));
	return text[turn];
}

/* ---- the parts made here */

/* Who applies, and last one that takes part beside another. */
static const char *const regions[REGIONS] = {"Halland", "Örebro län", "Skåne", "Uppsala", "Gävleborg", "Blekinge",
	"Kronoberg", "Stockholm", "Sörmland", "Värmland", "Norrbotten", "Jämtland Härjedalen", "Västmanland",
	"Dalarna"};

static void applications_make(void)
{
	for (int i = 0; i < MEASURES; i++) {
		int a = i / EACH + 1, m = i % EACH + 1;

		if (m == 1)
			do_line("register --round 2026 --applicant \"%s\" --title \"Ansökan %d\" --arrived 2026-03-19 "
				"--way e-post --economy Svag. --needs Stora.%s",
				regions[a - 1], a, a == 1 ? " --participant Västmanland --participant Dalarna" : "");
		do_line("measure add %d-2026 --title \"Åtgärd %d.%d\" --description Beskrivning. --achieve Mål. "
			"--type effektivisering --area verksamhet --effect \"mer vård\" --from 2027-01-01 "
			"--to 2028-09-30 --form hel --cost 2027=2000000 --cost 2028=2000000 --sought 2027=%s --sought "
			"2028=%s",
			a, a, m, kronor(sought_ore(i, 2027)), kronor(sought_ore(i, 2028)));
	}
	do_line("share split 1-2026.1");
	do_line("indicator add 7-2026.1 --name Väntan --unit dagar --baseline 40 --target 20");
}

/* Asked, and the assessors have answered. */
static void conflicts_ask(int application)
{
	do_line("as han");
	do_line("assign %d-2026 han", application);
	do_line("disqualification ask %d-2026", application);
	do_line("as asa");
	do_line("disqualification answer %d-2026", application);
	do_line("as tomas");
	do_line("disqualification answer %d-2026", application);
}

/* Entered by cia and checked by eva, each typing the number. */
static void accounts_make(void)
{
	for (int i = 0; i < REGIONS; i++) {
		do_line("as cia");
		do_line("account add \"%s\" account 8000-1000%02d --source \"Regionens brev\"", regions[i], i);
		do_line("as eva");
		do_line("account check \"%s\" 8000-1000%02d", regions[i], i);
	}
}

/* "2027-01-20 1.1 1 2.1 1 …": each row is recorded as paid on the day, by cia. */
static void rows_pay(const char *words)
{
	char on[DAY_TEXT], number[16], row[8];
	int bytes = 0;

	do_line("as cia");
	ck_assert_int_eq(sscanf(words, "%10s%n", on, &bytes), 1);
	for (words += bytes; sscanf(words, "%15s %7s%n", number, row, &bytes) == 2; words += bytes)
		do_line("pay paid %s %s --on %s", number, row, on);
}

/* "1-2026.1 2-2026.1 …": the report n of each comes in and is approved. */
static void reports_approve(const char *words, int n, const char *content)
{
	char number[16];
	int bytes = 0;

	for (; sscanf(words, "%15s%n", number, &bytes) == 1; words += bytes) {
		do_line("report receive %s %d", number, n);
		do_line("report content %s %d %s", number, n, content);
		do_line("report approve %s %d", number, n);
	}
}

/* Two assessors each; the first measure of every application has the most points. */
static void scores_make(void)
{
	static const char *const logins[] = {"asa", "tomas"};

	for (int i = 0; i < MEASURES; i++) {
		int a = i / EACH + 1, m = i % EACH + 1, step = m == 1 ? 3 : m == 2 ? 2 : 1;

		if (m == 1)
			conflicts_ask(a);
		do_line("as han");
		do_line("assign assessor %d-2026.%d --person asa --person tomas", a, m);
		for (size_t k = 0; k < 2; k++) {
			do_line("as %s", logins[k]);
			do_line("score %d-2026.%d --submit --set K1=%d --set K2=%d --set K3=%d --set K4=%d --set K5=%d "
				"--set K6=%d --set K7=%d --set K8=1 --set K9=0 --set K10=1 --reason K1=a --reason K2=b "
				"--reason K3=c --reason K4=d --reason K5=e --reason K6=f --reason K7=g --reason K8=h "
				"--reason K9=i --reason K10=j",
				a, m, step, step, step, (step + i) % 4 + (int)k % 2, step, step, i % 4);
		}
	}
}

/* ---- the agenda: {3.1} in a line is where that measure's item stands, and its § */

static struct sitting agenda;

static void agenda_read(void)
{
	struct casework *cw = NULL;
	int64_t id;

	script_done(&script);
	OK(desk_open(scenario.db, STORE_READ, "siv", &cw, err));
	OK(sitting_find(cw, "2026-06-16", &id, err));
	OK(sitting_load(cw, id, &agenda, err));
	casework_close(cw);
}

static int place_of(const char *number, size_t bytes)
{
	for (int i = 0; i < agenda.item_count; i++)
		if (strlen(agenda.items[i].number) == bytes && !strncmp(agenda.items[i].number, number, bytes))
			return agenda.items[i].n;
	return 0;
}

static const char *filled(const char *line)
{
	buffer_clear(&said);
	while (*line) {
		size_t bytes = *line == '{' ? strcspn(line, "}") : 0;
		int place = bytes ? place_of(line + 1, bytes - 1) : 0;

		if (place)
			buffer_format(&said, "%d", place);
		else if (bytes && !strncmp(line, "{DB}", 4))
			buffer_text(&said, scenario.db);
		else
			buffer_add(&said, line, bytes ? bytes + 1 : 1);
		line += bytes ? bytes + 1 : 1;
	}
	return said.text;
}

/* ---- the sitting: an item that the story does not tell of is decided as it stands */

enum { TOLD = 24 };
static const char *told[TOLD]; /* "2.1 motion …" */
static int told_count;

static void items_decide(void)
{
	agenda_read();
	for (int i = 0; i < agenda.item_count; i++) {
		const struct sitting_item *item = &agenda.items[i];
		size_t bytes = strlen(item->number);
		bool closed = false;

		if (item->n == 1)
			continue;
		do_line("sitting take 13-2026 %d", item->n);
		for (int k = 0; k < told_count; k++) {
			if (strncmp(told[k], item->number, bytes) != 0 || told[k][bytes] != ' ')
				continue;
			do_line("sitting %s", filled(told[k] + bytes + 1));
			closed = closed || !strncmp(told[k] + bytes + 1, "outcome", 7);
		}
		if (!closed)
			do_line("sitting outcome 13-2026 %d decided", item->n);
	}
}

/* The first measure of each application is granted what it seeks, in three instalments; the others are refused. Not
 * those that the story decides itself. */
static void decisions_record(const char *but)
{
	for (int i = 0; i < MEASURES; i++) {
		int a = i / EACH + 1, m = i % EACH + 1, place;
		char number[16];

		snprintf(number, sizeof number, "%d.%d", a, m);
		place = place_of(number, strlen(number));
		ck_assert_msg(place > 0, "%s is not on the agenda", number);
		if (strstr(but, number))
			continue;
		if (m > 1)
			do_line("decide %s refused --on 2026-06-16 --item \"§ %d\" --provisions \"1 och 13 §§\" "
				"--reasons \"Andra åtgärder svarar bättre mot behoven.\"",
				number, place);
		else
			do_line("decide %s granted --on 2026-06-16 --item \"§ %d\" --provisions \"1, 4 och 13 §§\" "
				"--reasons \"Svarar mot behovet.\" --pay 2027-01-20=400000 "
				"--pay \"2027-09-15=%s;;delredovisning godkänd\" "
				"--pay \"2028-12-15=%s;;slutredovisning godkänd\" --report 2027-08-15 "
				"--final 2028-11-01 --conditions \"Inga andra villkor.\"",
				number, place, kronor(sought_ore(i, 2027) - 40000000), kronor(sought_ore(i, 2028)));
	}
}

/* ---- another office, with the same people and the same round */

enum { FOUNDING = 48 };
static char *founding[FOUNDING]; /* the lines until there were cases */
static int founding_count;
static bool founded;

static void another_found(void)
{
	script_done(&script);
	snprintf(scenario.db, sizeof scenario.db, "%.280s/annat.kansli", scenario.folder);
	script = (struct script){.db = scenario.db, .folder = scenario.folder};
	for (int i = 0; i < founding_count; i++)
		do_line("%s", filled(founding[i]));
}

static void files_same(const char *a, const char *b)
{
	struct buffer first, second;
	char path[2 * SCENARIO_PATH];

	buffer_init(&first);
	buffer_init(&second);
	snprintf(path, sizeof path, "%s/%s", scenario.folder, a);
	OK(file_read(path, 16 << 20, &first, err));
	snprintf(path, sizeof path, "%s/%s", scenario.folder, b);
	OK(file_read(path, 16 << 20, &second, err));
	ck_assert_uint_gt(first.bytes, 1000);
	ck_assert_str_eq(first.text, second.text);
	buffer_done(&first);
	buffer_done(&second);
}

/* ---- the story, line by line */

static void made_here(const char *name)
{
	char a[64], b[64];

	if (!strcmp(name, "applications"))
		applications_make();
	else if (!strcmp(name, "another office"))
		another_found();
	else if (sscanf(name, "same %63s %63s", a, b) == 2)
		files_same(a, b);
	else if (!strcmp(name, "scores"))
		scores_make();
	else if (!strcmp(name, "accounts"))
		accounts_make();
	else if (!strncmp(name, "reports ", 8))
		reports_approve(name + 8, 1, "--progress \"Enligt plan.\"");
	else if (!strncmp(name, "finals ", 7))
		reports_approve(name + 7, 2, "--carried-out \"Hela åtgärden.\" --total-cost 1500000");
	else if (!strncmp(name, "pay ", 4))
		rows_pay(name + 4);
	else if (!strcmp(name, "items"))
		items_decide();
	else if (!strncmp(name, "decisions but ", 14))
		decisions_record(name + 14);
	else
		ck_abort_msg("what is @%s?", name);
}

/* A file of the lines after it. Answers where the next line begins. */
static char *file_put(char *line, char *next)
{
	char *text, *end = next;

	while (end && !strncmp(end, "| ", 2)) {
		end = strchr(end, '\n');
		end += end ? 1 : 0;
		line_number++;
	}
	ck_assert_int_ge(asprintf(&text, "%s\n%.*s", line, end ? (int)(end - next) : 0, next), 0);
	scenario_play(&scenario, text);
	free(text);
	return end;
}

/* Other programs find the office closed: the test holds nothing open while they run. */
static void program_line(const char *line)
{
	char *text = strdup(filled(line));

	script_done(&script);
	scenario.line = line_number - 1;
	scenario_play_line(&scenario, text);
	ck_assert_msg(!scenario.wrong.bytes, "%s", scenario.wrong.text);
	free(text);
}

static void line_play(const char *line)
{
	if (!*line || *line == '#')
		return;
	if (*line != '@' && !founded && founding_count < FOUNDING)
		founding[founding_count++] = strdup(line);
	founded = founded || *line == '@';
	if (*line == '@')
		made_here(line + 1);
	else if (!strncmp(line, "at ", 3))
		told[told_count++] = line + 3;
	else if (*line >= 'A' && *line <= 'Z')
		program_line(line);
	else
		do_line("%s", filled(line));
	ck_assert_int_lt(told_count, TOLD);
}

START_TEST(a_round_is_carried_from_the_table_to_the_last_krona)
{
	struct buffer story;

	words_open("sv");
	buffer_init(&story);
	buffer_init(&said);
	scenario_init(&scenario, "carried", store, "one", NULL);
	script = (struct script){.db = scenario.db, .folder = scenario.folder};
	OK(file_read(CARRIED_STORY, 1 << 20, &story, err));
	for (char *line = story.text, *next; line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		line_number++;
		if (!strncmp(line, "PUT ", 4))
			next = file_put(line, next);
		else
			line_play(line);
	}
	scenario_end(&scenario);
	ck_assert_msg(!scenario.wrong.bytes, "%s", scenario.wrong.text);
	script_done(&script);
	sitting_done(&agenda);
	scenario_done(&scenario);
	buffer_done(&story);
	buffer_done(&said);
}
END_TEST

int main(void)
{
	const TTest *const claims[] = {a_round_is_carried_from_the_table_to_the_last_krona, NULL};
	int broken = EXIT_FAILURE;

	if (folder_new(store, "carried"))
		broken = claims_run("carried", claims, 120);
	if (getenv("KANSLI_KEEP"))
		fprintf(stderr, "%s\n", store);
	else
		folder_remove(store);
	return broken;
}
