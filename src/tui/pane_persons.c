/* The persons of the office and the roles they hold. */
#include "tui/go.h"
#include "tui/case_words.h"
#include "tui/desk.h"
#include "tui/listing.h"

#include "base/buffer.h"
#include "base/words.h"
#include "casework/person.h"

enum { BELOW_FROM = 12, BELOW_ROWS = 4, LABEL = 13 };

struct persons {
	struct desk *desk;
	struct person_list list;
	struct listing listing;
};

/* ---- the table */

enum { NAME, ROLES, LOGIN, REGION };
static const struct column columns[] = {
	{.head = N_("Name"), .width = 28, .least = 10},
	{.head = N_("Roles today"), .width = 40, .least = 12},
	{.head = N_("Login"), .width = 14, .least = 10, .rank = 2},
	{.head = N_("Home region"), .width = 20, .least = 10, .rank = 1},
	{.head = NULL},
};

static long persons_count(const void *rows)
{
	return ((const struct persons *)rows)->list.count;
}

static const struct person *person_at(const struct persons *persons, long row)
{
	return &persons->list.items[row];
}

static int64_t persons_id(const void *rows, long row)
{
	return person_at(rows, row)->id;
}

static void roles_say(const struct desk *desk, unsigned roles, char out[LISTING_TEXT])
{
	size_t at = 0;

	snprintf(out, LISTING_TEXT, "%s", roles ? "" : _("none"));
	for (int i = 0; i < ROLE_COUNT && at < LISTING_TEXT; i++) {
		if (roles & 1u << i)
			at += (size_t)snprintf(out + at, LISTING_TEXT - at, "%s%s", at ? ", " : "",
				programme_word_name(&desk->programme, "role", access_role_code((enum role)(1u << i))));
	}
}

static void persons_text(const void *rows, long at, int column, int cells, char out[LISTING_TEXT])
{
	const struct persons *persons = rows;
	const struct person *person = person_at(persons, at);

	(void)cells;
	switch (column) {
	case NAME: snprintf(out, LISTING_TEXT, "%s", person->name); break;
	case ROLES: roles_say(persons->desk, person->roles, out); break;
	case LOGIN: snprintf(out, LISTING_TEXT, "%s", person->login); break;
	case REGION:
		snprintf(out, LISTING_TEXT, "%s", person->region ? region_short(persons->desk, person->region) : "");
		break;
	}
}

static const struct listing_kind table = {
	.columns = columns,
	.count = persons_count,
	.id = persons_id,
	.text = persons_text,
};

/* ---- reading */

static void persons_load(struct ui *ui, struct pane *pane)
{
	struct persons *persons = pane->state;
	struct person_list list;
	struct error err = {0};

	if (!desk_refresh(persons->desk, &err) || !person_list_load(persons->desk->cw, &list, &err)) {
		desk_refused(ui, &err);
		return;
	}
	person_list_done(&persons->list);
	persons->list = list;
	listing_follow(&persons->listing);
}

static bool persons_open(struct ui *ui, struct pane *pane, const void *what)
{
	struct persons *persons = memory_take(sizeof *persons);

	(void)what;
	*persons = (struct persons){.desk = desk_of(ui)};
	listing_init(&persons->listing, &table, persons);
	pane->state = persons;
	return true;
}

static void persons_close(struct ui *ui, struct pane *pane)
{
	struct persons *persons = pane->state;

	(void)ui;
	person_list_done(&persons->list);
	free(persons);
}

static struct listing *persons_listing(const struct pane *pane)
{
	struct persons *persons = pane->state;

	persons->listing.elsewhere = pane->rows >= BELOW_FROM ? BELOW_ROWS : 0;
	return &persons->listing;
}

static const struct person *focused(const struct persons *persons)
{
	long row = listing_focus(&persons->listing);

	return row >= 0 && row < persons->list.count ? person_at(persons, row) : NULL;
}

/* Under the table: every role the person has had, and when. */
static void persons_draw(const struct pane *pane, struct area area)
{
	const struct persons *persons = pane->state;
	const struct person *person = focused(persons);
	int below = area.rows >= BELOW_FROM ? BELOW_ROWS : 0;
	struct area about = area_part(area, area.rows - below + 1, 0, below - 1, area.columns);

	listing_draw(&persons->listing, area_part(area, 0, 0, area.rows - below, area.columns));
	if (!person || !below)
		return;
	area_text_in(about, 0, 0, about.columns, STYLE_BOLD, person->name);
	fact_draw(about, 1, LABEL, _("Roles"), person->roles_words[0] ? person->roles_words : _("none"));
}

static void persons_head(const struct pane *pane, struct head *head)
{
	const struct persons *persons = pane->state;
	int count = persons->list.count;

	snprintf(head->right, sizeof head->right, ngettext("%d person", "%d persons", (unsigned long)count), count);
}

/* ---- the person's doing */

static void add_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	person_form(ui, 0);
}

static void change_run(struct ui *ui, struct pane *pane)
{
	const struct person *person = focused(pane->state);

	if (person)
		person_form(ui, person->id);
}

static void powers_run(struct ui *ui, struct pane *pane)
{
	(void)pane;
	ui_push(ui, &powers_pane, NULL);
}

static const char *put_barred(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_PERSON_PUT);
}

static const struct action actions[] = {
	{.name = "person-change",
		.keys = "e Enter Right l",
		.help = N_("change the person, give or end a role"),
		.hint = N_("change"),
		.run = change_run,
		.barred = put_barred},
	{.name = "person-add",
		.keys = "+",
		.help = N_("add a person"),
		.hint = N_("new"),
		.run = add_run,
		.barred = put_barred},
	{.name = "powers-open",
		.keys = "s",
		.help = N_("show who may sign what"),
		.hint = N_("may sign"),
		.run = powers_run},
	{.name = "audit-open",
		.keys = "&",
		.help = N_("open the audit"),
		.hint = N_("audit"),
		.run = go_audit,
		.barred = bars_audit},
	{.name = NULL},
};

const struct pane_kind persons_pane = {
	.name = "persons",
	.title = N_("Persons and roles"),
	.actions = actions,
	.open = persons_open,
	.close = persons_close,
	.load = persons_load,
	.draw = persons_draw,
	.head = persons_head,
	.listing = persons_listing,
};
