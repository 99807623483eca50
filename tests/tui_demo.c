/* A small program of panes to test the screens' foundation by: a list that narrows, a text, a menu, dialogs. All that
 * is shown is invented. Usage: tui_demo [ROWS] */
#include "tui_demo.h"
#include "base/arena.h"
#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "tui/command.h"
#include "tui/dialog.h"
#include "tui/drafts.h"
#include "tui/listing.h"
#include "tui/prompt.h"
#include "tui/reader.h"
#include "tui/term.h"
#include "tui/ui.h"

enum { ROWS_MOST = 100000 };

struct demo {
	struct thing *things;
	long *shown;
	long count, shown_count;
	char sought[128];
	struct listing listing;
};

static const char *const names[] = {"Jämtland Härjedalen", "Halland m.fl. (21)", "Västernorrland", "Skåne",
	"Norrbotten", "Västra Götaland", "Dalarna", "Östergötland", "Värmland", "Gotlands kommun", "Stockholm",
	"Kronoberg", "Uppsala", "Gävleborg", "Blekinge", "Västmanland", "Örebro län", "Jönköpings län", "Kalmar län",
	"Västerbotten"};
static const char *const matters[] = {"Närmare vård", "Införa och sprida AI", "Hemmonitorering",
	"Styrmodell för kirurgi", "Mindre administration", "Gemensam vårdlogistik", "Utmönstring av metoder"};
enum { NAMES = sizeof names / sizeof names[0], MATTERS = sizeof matters / sizeof matters[0] };

static void things_make(struct demo *demo, long count)
{
	demo->things = memory_take((size_t)(count + 1) * sizeof *demo->things);
	demo->shown = memory_take((size_t)(count + 1) * sizeof *demo->shown);
	demo->count = count;
	for (long i = 0; i < count; i++) {
		demo->things[i] = (struct thing){(int)i + 1, names[i % NAMES], matters[i % MATTERS],
			(int64_t)(4200 + i * 7919 % 90000) * 100000, false};
	}
}

/* ---- the list */

static long list_count(const void *rows)
{
	return ((const struct demo *)rows)->shown_count;
}

static const struct thing *thing_at(const void *rows, long row)
{
	const struct demo *demo = rows;
	return &demo->things[demo->shown[row]];
}

static const char *list_cell(const void *rows, long row, int column, int cells, char scratch[LISTING_TEXT])
{
	const struct thing *thing = thing_at(rows, row);
	(void)cells;
	switch (column) {
	case 0: snprintf(scratch, LISTING_TEXT, "%d", thing->number); return scratch;
	case 1: return thing->name;
	case 2: return thing->matter;
	case 3: return money_text(thing->ore, MONEY_TKR, words_swedish(), scratch);
	default: return "bedöms";
	}
}

static int64_t list_id(const void *rows, long row)
{
	return thing_at(rows, row)->number;
}

static char list_marked(const void *rows, long row)
{
	return thing_at(rows, row)->marked ? '*' : ' ';
}

static char list_flag(const void *rows, long row)
{
	return thing_at(rows, row)->number % 7 == 1 ? '!' : ' ';
}

static void list_empty(const void *rows, char out[LISTING_TEXT])
{
	const struct demo *demo = rows;
	snprintf(out, LISTING_TEXT, "Inget matchar /%s. Esc rensar.", demo->sought);
}

static const struct column list_columns[] = {
	{.head = "Nr", .width = 5, .least = 3, .right = true},
	{.head = "Sökande", .width = 24, .least = 8},
	{.head = "Ärende", .width = 28, .least = 12, .rank = 2},
	{.head = "Sökt tkr", .width = 9, .least = 8, .rank = 3, .right = true},
	{.head = "Status", .width = 8, .least = 6, .rank = 4},
	{.head = NULL},
};

static const struct listing_kind list_kind = {
	.columns = list_columns,
	.count = list_count,
	.cell = list_cell,
	.id = list_id,
	.marked = list_marked,
	.flag = list_flag,
	.empty = list_empty,
};

static void demo_narrow(struct demo *demo, const char *text)
{
	struct arena arena;
	arena_init(&arena);
	const char *folded = text_fold(&arena, text);
	snprintf(demo->sought, sizeof demo->sought, "%s", text);
	demo->shown_count = 0;
	for (long i = 0; i < demo->count; i++) {
		bool matches = folded[0] == '\0';
		if (!matches) {
			struct arena one;
			arena_init(&one);
			matches = strstr(text_fold(&one, demo->things[i].name), folded) != NULL ||
				  strstr(text_fold(&one, demo->things[i].matter), folded) != NULL;
			arena_done(&one);
		}
		if (matches) {
			demo->shown[demo->shown_count++] = i;
		}
	}
	arena_done(&arena);
	listing_follow(&demo->listing);
}

static bool list_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct demo *demo = ui_with(ui);
	(void)what;
	pane->state = demo;
	listing_init(&demo->listing, &list_kind, demo);
	demo_narrow(demo, "");
	return true;
}

static void list_draw(const struct pane *pane, struct area area)
{
	const struct demo *demo = pane->state;
	listing_draw(&demo->listing, area);
}

static struct listing *list_listing(const struct pane *pane)
{
	return &((struct demo *)pane->state)->listing;
}

static void list_head(const struct pane *pane, struct head *head)
{
	const struct demo *demo = pane->state;
	long marked = 0;
	for (long i = 0; i < demo->count; i++) {
		marked += demo->things[i].marked;
	}
	snprintf(head->middle, sizeof head->middle, "%s%s", demo->sought[0] == '\0' ? "Alla öppna" : "/", demo->sought);
	snprintf(head->right, sizeof head->right, "%ld av %ld · %ld märkta", demo->shown_count, demo->count, marked);
}

static bool list_escape(struct ui *ui, struct pane *pane)
{
	struct demo *demo = pane->state;
	(void)ui;
	if (demo->sought[0] == '\0') {
		return false;
	}
	demo_narrow(demo, "");
	return true;
}

static void find_changed(struct ui *ui, struct pane *pane, const char *text, char note[PROMPT_NOTE])
{
	struct demo *demo = pane->state;
	(void)ui;
	demo_narrow(demo, text);
	snprintf(note, PROMPT_NOTE, "%ld av %ld", demo->shown_count, demo->count);
}

static void find_accepted(struct ui *ui, struct pane *pane, const char *text)
{
	(void)ui;
	demo_narrow(pane->state, text);
}

static const struct prompt_kind find_prompt = {
	.label = "/", .changed = find_changed, .accepted = find_accepted, .cancelled = find_accepted};

static void find_run(struct ui *ui, struct pane *pane)
{
	const struct demo *demo = pane->state;
	prompt_open(ui, &find_prompt, demo->sought);
}

static void mark_run(struct ui *ui, struct pane *pane)
{
	struct demo *demo = pane->state;
	long row = listing_focus(&demo->listing);
	(void)ui;
	if (row >= 0) {
		demo->things[demo->shown[row]].marked = !demo->things[demo->shown[row]].marked;
		listing_move(&demo->listing, 1, listing_page(&demo->listing, pane->rows, pane->columns));
	}
}

/* ---- a text */

static bool text_open(struct ui *ui, struct pane *pane, const void *what)
{
	const struct thing *thing = what;
	struct reader *reader = memory_take(sizeof *reader);
	char money[MONEY_TEXT];
	struct buffer text;
	(void)ui;
	reader_init(reader);
	buffer_init(&text);
	buffer_format(&text, "%d %s\n%s\n\nSökt %s\n\n", thing->number, thing->name, thing->matter,
		money_text(thing->ore, MONEY_KR, words_swedish(), money));
	for (int i = 1; i <= 40; i++) {
		buffer_format(&text,
			"%d. Regionen inför teknisk utrustning för digitalt, mobilt och personcentrerat arbete i "
			"fyra kommuner, och mäter restid per medarbetare varje kvartal.\n",
			i);
	}
	reader_set(reader, text.text);
	buffer_done(&text);
	pane->state = reader;
	return true;
}

static void text_close(struct ui *ui, struct pane *pane)
{
	(void)ui;
	reader_done(pane->state);
	free(pane->state);
}

static void text_draw(const struct pane *pane, struct area area)
{
	reader_draw(pane->state, area);
}

static struct reader *text_reader(const struct pane *pane)
{
	return pane->state;
}

static const struct action text_actions[] = {{.name = NULL}};
static const struct pane_kind text_pane = {
	.name = "detail",
	.title = "Ärende",
	.actions = text_actions,
	.open = text_open,
	.close = text_close,
	.draw = text_draw,
	.reader = text_reader,
};

static void open_run(struct ui *ui, struct pane *pane)
{
	const struct demo *demo = pane->state;
	long row = listing_focus(&demo->listing);
	if (row >= 0) {
		ui_push(ui, &text_pane, thing_at(demo, row));
	}
}

/* ---- a form */

static void edit_run(struct ui *ui, struct pane *pane)
{
	struct demo *demo = pane->state;
	long row = listing_focus(&demo->listing);
	if (row >= 0) {
		demo_form_open(ui, &demo->things[demo->shown[row]]);
	}
}

static bool demo_draft_open(struct ui *ui, const struct draft *draft)
{
	struct demo *demo = ui_with(ui);
	int number = (int)strtol(draft->form + strlen("thing-"), NULL, 10);
	if (!listing_find(&demo->listing, number, 0)) {
		return false;
	}
	edit_run(ui, ui_screen(ui));
	return true;
}

/* ---- dialogs */

static void decided(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	(void)pane;
	(void)with;
	ui_say(ui, "Beslut registrerat för %s.", text);
}

static void decide_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	dialog_ask(ui, &(struct question){.text = "Registrera delegationens beslut 2026-12-15, förslag 3\n"
						  "  10 åtgärder beviljas, 182 500 tkr. 8 avslås.\n"
						  "  Beslutet kan rättas men inte ångras.",
			       .label = "  Skriv antalet beviljade (10) för att registrera:",
			       .must = "10",
			       .yes = "registrera",
			       .answered = decided});
}

static void assigned(struct ui *ui, struct pane *pane, int which, void *with)
{
	(void)pane;
	(void)with;
	ui_say(ui, "Handläggare %d.", which + 1);
}

static void assign_run(struct ui *ui, struct pane *pane)
{
	static const char *const persons[] = {"Ingen", "Handläggare ett", "Handläggare två"};
	(void)pane;
	dialog_choose(
		ui, &(struct choosing){.text = "Vem tar ärendet?", .choices = persons, .count = 3, .chosen = assigned});
}

static void copy_run(struct ui *ui, struct pane *pane)
{
	const struct demo *demo = pane->state;
	long row = listing_focus(&demo->listing);
	if (row >= 0) {
		ui_copy(ui, thing_at(demo, row)->name, "1 rad");
	}
}

static const char *lock_barred(const struct ui *ui, const struct pane *pane)
{
	(void)ui;
	(void)pane;
	return "L kräver rollen ordförande.";
}

static const struct action list_actions[] = {
	{.name = "open", .keys = "Enter Right l", .help = "öppna", .hint = "öppna", .run = open_run},
	{.name = "find", .keys = "/", .help = "sök", .hint = "sök", .run = find_run},
	{.name = "mark",
		.keys = "Space",
		.help = "märk och gå vidare",
		.hint = "märk",
		.changes = true,
		.run = mark_run},
	{.name = "decision",
		.keys = "B",
		.help = "registrera beslut",
		.hint = "beslut",
		.changes = true,
		.run = decide_run},
	{.name = "edit", .keys = "e", .help = "ändra", .hint = "ändra", .changes = true, .run = edit_run},
	{.name = "assign", .keys = "t", .help = "tilldela", .hint = "tilldela", .changes = true, .run = assign_run},
	{.name = "copy", .keys = "y", .help = "kopiera", .run = copy_run},
	{.name = "lock", .keys = "L", .help = "lås förslaget", .hint = "lås", .barred = lock_barred, .run = assign_run},
	{.name = NULL},
};

static const struct pane_kind list_pane = {
	.name = "list",
	.title = "Ärenden",
	.actions = list_actions,
	.open = list_open,
	.draw = list_draw,
	.head = list_head,
	.escape = list_escape,
	.listing = list_listing,
};

/* ---- the program */

static void view_command(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	ui_say(ui, "Vy: %s", rest);
}

static void drafts_command(struct ui *ui, struct pane *pane, const char *rest)
{
	(void)pane;
	(void)rest;
	drafts_open(ui);
}

static const struct command commands[] = {
	{"drafts", "utkast", "osparat arbete", NULL, drafts_command},
	{"view", "vy", "byt vy", "v", view_command},
	{"export", "exportera", "skriv CSV", "w", view_command},
	{NULL, NULL, NULL, NULL, NULL},
};

static int demo_run(struct terminal *terminal, struct demo *demo)
{
	const struct clock clock = {"2026-11-22 14:02:07"};
	struct ui *ui = ui_new(&(struct ui_options){
		.terminal = terminal,
		.commands = commands,
		.clock = &clock,
		.drafts = {getenv("KANSLI_DRAFTS"), "office-1", "elin"},
		.draft_open = demo_draft_open,
		.served = getenv("KANSLI_SERVED") != NULL,
		.marker = getenv("KANSLI_MARKER") != NULL,
		.with = demo,
	});
	ui_push(ui, &list_pane, NULL);
	enum end_reason reason = ui_run(ui);
	ui_free(ui);
	term_close(terminal);
	switch (reason) {
	case END_QUIT: return 0;
	case END_GONE:
	case END_HANGUP: return 129;
	case END_TERMINATED: return 143;
	}
	return 1;
}

int main(int count, char **arguments)
{
	struct demo demo = {.count = 0};
	struct terminal *terminal;
	struct error err;
	const char *no_colour = getenv("NO_COLOR");
	words_open(NULL);
	long rows = count > 1 ? strtol(arguments[1], NULL, 10) : 40;
	things_make(&demo, rows < 0 || rows > ROWS_MOST ? 40 : rows);
	struct term_options options = {
		.type = getenv("TERM"),
		.charset = words_charset(),
		.colour = getenv("KANSLI_COLOUR") != NULL && (no_colour == NULL || no_colour[0] == '\0'),
		.served = getenv("KANSLI_SERVED") != NULL,
		.clipboard = true,
		.bench = getenv("KANSLI_BENCH") != NULL,
	};
	int exit_code = 2;
	if (term_open(&options, &terminal, &err)) {
		exit_code = demo_run(terminal, &demo);
	} else {
		fprintf(stderr, "%s\n", err.text);
	}
	free(demo.things);
	free(demo.shown);
	return exit_code;
}
