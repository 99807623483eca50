/* The probe. */
#include "tui_probe.h"

#include "base/words.h"
#include <check.h>

struct fake fake;
struct ui *ui;
char order[512];
bool idle, filtered, fielded;
static const struct clock noon = {"2026-11-22 14:02:07"};

static void called(const char *what)
{
	strncat(order, what, sizeof order - strlen(order) - 1);
}

/* ---- a pane that tells what is done to it */

static bool probe_open(struct ui *of, struct pane *pane, const void *what)
{
	(void)of;
	(void)pane;
	called("o");
	return what == NULL;
}

static void probe_close(struct ui *of, struct pane *pane)
{
	(void)of;
	(void)pane;
	called("c");
}

static void probe_load(struct ui *of, struct pane *pane)
{
	(void)of;
	(void)pane;
	called("l");
}

static void probe_draw(const struct pane *pane, struct area area)
{
	char size[32];
	(void)pane;
	called("d");
	snprintf(size, sizeof size, "%dx%d", area.columns, area.rows);
	area_text(area, 0, 0, STYLE_PLAIN, size);
}

static void probe_keep(struct ui *of, struct pane *pane)
{
	(void)of;
	(void)pane;
	called("k");
}

static void probe_tick(struct ui *of, struct pane *pane)
{
	(void)of;
	(void)pane;
	called("t");
}

static bool probe_escape(struct ui *of, struct pane *pane)
{
	(void)of;
	(void)pane;
	bool was = filtered;
	filtered = false;
	return was;
}

static bool probe_field(const struct pane *pane)
{
	(void)pane;
	return fielded;
}

static bool probe_typed(struct ui *of, struct pane *pane, const struct key *key)
{
	(void)of;
	(void)pane;
	if (fielded && key->press == PRESS_CHARACTER) {
		called("y");
		return true;
	}
	return false;
}

static void act_run(struct ui *of, struct pane *pane)
{
	(void)pane;
	called("a");
	ui_say(of, "Gjort.");
}

static void push_run(struct ui *of, struct pane *pane);

static const char *never(const struct ui *of, const struct pane *pane)
{
	(void)of;
	(void)pane;
	return "L kräver rollen ordförande.";
}

static void wake_run(struct ui *of, struct pane *pane)
{
	(void)pane;
	ui_wake(of, 0);
}

static const struct action probe_actions[] = {
	{.name = "act", .keys = "a", .help = N_("save"), .hint = N_("save"), .changes = true, .run = act_run},
	{.name = "push", .keys = "p", .help = N_("open"), .hint = N_("open"), .run = push_run},
	{.name = "lock", .keys = "L", .help = N_("open"), .hint = N_("discard"), .barred = never, .run = act_run},
	{.name = "wake", .keys = "w", .help = N_("open"), .run = wake_run},
	{.name = NULL},
};

const struct pane_kind probe = {
	.name = "probe",
	.title = "Prov",
	.actions = probe_actions,
	.open = probe_open,
	.close = probe_close,
	.load = probe_load,
	.draw = probe_draw,
	.keep = probe_keep,
	.tick = probe_tick,
	.escape = probe_escape,
	.field = probe_field,
	.typed = probe_typed,
};

static void push_run(struct ui *of, struct pane *pane)
{
	(void)pane;
	ui_push(of, &probe, NULL);
}

static bool is_idle(void *with)
{
	(void)with;
	return idle;
}

void begin(const struct ui_options *given)
{
	struct ui_options options = given == NULL ? (struct ui_options){.clock = &noon} : *given;
	words_open("sv");
	fake_init(&fake, 24, 80);
	idle = true;
	options.terminal = &fake.terminal;
	options.clock = &noon;
	options.idle = is_idle;
	ui = ui_new(&options);
	ck_assert(ui_push(ui, &probe, NULL));
	order[0] = '\0';
	fake_settle(&fake, ui);
}

const char *row(int which)
{
	return fake_row(&fake, ui_sheet(ui), which);
}

void end(void)
{
	ui_free(ui);
}
