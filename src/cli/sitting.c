/* kansli sitting: the delegation's sittings, called, held and their minutes approved. */
#include "casework/person.h"
#include "cli/fields.h"
#include "cli/sitting_runs.h"

#include "base/text.h"

/* ---- what is meant */

bool sitting_of(struct shell *shell, int64_t *id, struct error *err)
{
	const char *wanted = shell->arguments[0];
	char on[DAY_TEXT];
	day which;

	/* 31 is a number and 2026-11-25 a day; what else a day can be typed as is asked for last. */
	if (sitting_find(shell->cw, wanted, id, err))
		return true;
	if (err->kind != ERROR_MISSING || !day_parse(wanted, casework_today(shell->cw), &which, NULL))
		return false;
	day_text(which, on);
	return sitting_find(shell->cw, on, id, err);
}

bool sitting_person_of(struct shell *shell, const char *wanted, int64_t *id, struct error *err)
{
	struct person person;

	if (!person_find(shell->cw, wanted, &shell->arena, &person, err))
		return false;
	*id = person.id;
	return true;
}

static const struct sitting_item *item_of_section(const struct sitting *sitting, int section)
{
	for (int i = 0; i < sitting->item_count; i++)
		if (sitting->items[i].section == section)
			return &sitting->items[i];
	return NULL;
}

bool sitting_item_of(struct shell *shell, struct sitting *sitting, const struct sitting_item **item, struct error *err)
{
	static const char sign[] = "§";
	const char *typed = shell->arguments[1], *digits = typed;
	char shown[TEXT_GLIMPSE];
	bool section = !strncmp(typed, sign, strlen(sign));
	int64_t id;
	int n;

	if (section)
		digits += strlen(sign);
	n = text_number(digits);
	text_glimpse(typed, shown);
	if (!n)
		return refuse(
			err, ERROR_INVALID, _("“%s” is no item. Write 3 for its place on the agenda, or §14."), shown);
	if (!sitting_of(shell, &id, err) || !sitting_load(shell->cw, id, sitting, err))
		return false;
	*item = section ? item_of_section(sitting, n) : sitting_item_at(sitting, n);
	if (*item)
		return true;
	sitting_done(sitting);
	return refuse(err, ERROR_MISSING, _("The sitting has no item %s."), shown);
}

bool sitting_option_needed(struct shell *shell, const char *name, const char **out, struct error *err)
{
	*out = NULL;
	if (!shell_text(shell, name, out, err))
		return false;
	return !text_blank(*out) || refuse(err, ERROR_INVALID, _("Say --%s. Nothing was saved."), name);
}

/* ---- called */

static bool fields(struct shell *shell, struct sitting_change *change, struct error *err)
{
	return field_text(shell, "title", &change->title, err) && field_day(shell, "on", &change->on_day, err) &&
	       field_text(shell, "at", &change->starts_at, err) && field_text(shell, "place", &change->place, err);
}

static bool open_run(struct shell *shell, struct error *err)
{
	struct sitting_change change = {.starts_at = "", .place = ""};
	struct sitting sitting;
	struct operation op;
	int64_t id;

	if (!fields(shell, &change, err) || !shell_operation(shell, NULL, &op, err) ||
		!sitting_open(shell->cw, &op, &change, &id, err) || !sitting_load(shell->cw, id, &sitting, err))
		return false;
	buffer_format(&shell->out, "%s\n", sitting.number);
	shell_say(shell,
		ngettext("%s is called: %d person.", "%s is called: %d persons.", (unsigned long)sitting.person_count),
		sitting.number, sitting.person_count);
	sitting_done(&sitting);
	return true;
}

static bool change_run(struct shell *shell, struct error *err)
{
	struct sitting_change change;
	struct sitting sitting;
	struct operation op;
	int64_t id;
	bool done;

	if (!sitting_of(shell, &id, err) || !shell_operation(shell, NULL, &op, err) ||
		!sitting_load(shell->cw, id, &sitting, err))
		return false;
	change = (struct sitting_change){sitting.title, sitting.on_day, sitting.starts_at, sitting.place};
	done = fields(shell, &change, err) && sitting_change(shell->cw, &op, id, &change, err);
	if (done)
		shell_say(shell, _("%s is changed."), sitting.number);
	sitting_done(&sitting);
	return done;
}

static bool call_run(struct shell *shell, struct error *err)
{
	const char *capacity = shell_option(shell, "capacity");
	struct operation op;
	int64_t id, person;

	if (!sitting_of(shell, &id, err) || !sitting_person_of(shell, shell->arguments[1], &person, err) ||
		!shell_operation(shell, NULL, &op, err) ||
		!sitting_call(shell->cw, &op, id, person, capacity ? capacity : "other", err))
		return false;
	shell_say(shell, _("%s is called."), shell->arguments[1]);
	return true;
}

static bool sent_run(struct shell *shell, bool papers, struct error *err)
{
	const char *wanted, *on = NULL, *way = "email";
	int64_t persons[SHELL_VALUES], id;
	struct programme programme;
	struct operation op;
	char today[DAY_TEXT];
	int count = 0;
	bool read;

	day_text(casework_today(shell->cw), today);
	if (!programme_load(shell->cw, &programme, err))
		return false;
	read = field_word(shell, &programme, "way", "arrival", &way, err);
	programme_done(&programme);
	if (!read || !sitting_of(shell, &id, err) || !shell_day_text(shell, "on", &on, err) ||
		!shell_operation(shell, NULL, &op, err))
		return false;
	for (; (wanted = shell_option_nth(shell, "person", count)); count++)
		if (!sitting_person_of(shell, wanted, &persons[count], err))
			return false;
	if (!sitting_send(shell->cw, &op, id, papers, persons, count, on ? on : today, way, err))
		return false;
	shell_say(shell, papers ? _("That the papers were sent is noted.") : _("That the notice was sent is noted."));
	return true;
}

static bool notice_run(struct shell *shell, struct error *err)
{
	return sent_run(shell, false, err);
}

static bool papers_run(struct shell *shell, struct error *err)
{
	return sent_run(shell, true, err);
}

/* ---- the agenda */

static bool agenda_run(struct shell *shell, struct error *err)
{
	struct operation op;
	int64_t id, round = 0;
	int added = 0;

	if (!sitting_of(shell, &id, err) || !shell_round(shell, false, &round, err) ||
		!shell_operation(shell, NULL, &op, err) || !sitting_draw(shell->cw, &op, id, round, &added, err))
		return false;
	shell_say(shell,
		ngettext("%d item is put on the agenda.", "%d items are put on the agenda.", (unsigned long)added),
		added);
	return true;
}

/* --about 12.3 a measure, 12 an application. */
static bool about_read(struct shell *shell, struct sitting_item_change *change, struct error *err)
{
	const char *about = shell_option(shell, "about"), *kept = shell->arguments[0];
	bool read;

	if (!about)
		return true;
	shell->arguments[0] = about;
	read = strchr(about, '.') ? shell_measure(shell, 0, &change->measure, err)
				  : shell_application(shell, 0, &change->application, err);
	shell->arguments[0] = kept;
	return read;
}

static bool item_fields(struct shell *shell, struct sitting_item_change *change, struct error *err)
{
	const char *presenter = shell_option(shell, "presenter");

	return field_text(shell, "title", &change->title, err) &&
	       field_text(shell, "proposes", &change->proposes, err) &&
	       (!presenter || sitting_person_of(shell, presenter, &change->presenter, err));
}

static bool item_add(struct shell *shell, struct error *err)
{
	struct sitting_item_change change = {.proposes = ""};
	struct sitting sitting;
	struct operation op;
	int64_t id, item;

	if (!about_read(shell, &change, err) || !item_fields(shell, &change, err) || !sitting_of(shell, &id, err) ||
		!shell_operation(shell, NULL, &op, err) || !sitting_item_add(shell->cw, &op, id, &change, &item, err) ||
		!sitting_load(shell->cw, id, &sitting, err))
		return false;
	for (int i = 0; i < sitting.item_count; i++)
		if (sitting.items[i].id == item)
			buffer_format(&shell->out, "%d\n", sitting.items[i].n);
	shell_say(shell, _("The item is on the agenda."));
	sitting_done(&sitting);
	return true;
}

static bool item_run(struct shell *shell, struct error *err)
{
	struct sitting_item_change change;
	const struct sitting_item *item;
	struct sitting sitting;
	struct operation op;
	bool done;

	if (shell->argument_count == 1)
		return item_add(shell, err);
	if (shell_option(shell, "about"))
		return refuse(err, ERROR_INVALID, _("An item keeps what it is about. Put another on the agenda."));
	if (!sitting_item_of(shell, &sitting, &item, err))
		return false;
	change = sitting_item_change_of(item);
	done = item_fields(shell, &change, err) && shell_operation(shell, NULL, &op, err) &&
	       sitting_item_change(shell->cw, &op, item->id, &change, err);
	sitting_done(&sitting);
	if (done)
		shell_say(shell, _("Item %s is changed."), shell->arguments[1]);
	return done;
}

static bool place_run(struct shell *shell, struct error *err)
{
	const struct sitting_item *item;
	struct sitting sitting;
	struct operation op;
	int place = text_number(shell->arguments[2]);
	bool done;

	if (!place)
		return refuse(
			err, ERROR_INVALID, _("“%s” is no place on the agenda. Write a number."), shell->arguments[2]);
	if (!sitting_item_of(shell, &sitting, &item, err))
		return false;
	done = shell_operation(shell, NULL, &op, err) && sitting_item_place(shell->cw, &op, item->id, place, err);
	sitting_done(&sitting);
	if (done)
		shell_say(shell, _("The item has place %d now."), place);
	return done;
}

/* ---- the table */

#define SITTING_ROWS                                                                                                   \
	{"on", N_("DAY"), N_("the day of the sitting"), false}, {"at", N_("HH:MM"), N_("when it begins"), false},      \
		{"place", N_("TEXT"), N_("where"), false},                                                             \
		{"title", N_("TEXT"), N_("subject line of the matter"), false},
static const struct option_row sitting_options[] = {SITTING_ROWS{0}};
static const struct option_row call_options[] = {
	{"capacity", N_("WORD"), N_("secretary, presenter or other (other)"), false},
	{0},
};
static const struct option_row sent_options[] = {
	{"on", N_("DAY"), N_("the day it was sent (today)"), false},
	{"way", N_("WORD"), N_("how: email, post … (email)"), false},
	{"person", N_("LOGIN"), N_("to whom (all who are called); may be given several times"), true},
	{0},
};
static const struct option_row agenda_options[] = {
	{"round", N_("ROUND"), N_("which round"), false},
	{0},
};
static const struct option_row item_options[] = {
	{"about", N_("NR"), N_("a measure, 12.3, or an application, 12"), false},
	{"title", N_("TEXT"), N_("what the item is called"), false},
	{"presenter", N_("LOGIN"), N_("who presents it"), false},
	{"proposes", N_("TEXT"), N_("the presenting officer's own proposal; @FILE reads a file"), false},
	{0},
};
static const struct option_row present_options[] = {
	{"item", N_("N"), N_("for one item only"), false},
	{0},
};
static const struct option_row motion_options[] = {
	{"by", N_("LOGIN"), N_("who moves it"), false},
	{"text", N_("TEXT"), N_("what is moved; @FILE reads a file"), false},
	{0},
};
static const struct option_row vote_options[] = {
	{"motions", N_("YES,NO"), N_("the motion that yes is for, and the one no is for (1,2)"), false},
	{"yes", N_("LOGIN"), N_("votes yes; may be given several times"), true},
	{"no", N_("LOGIN"), N_("votes no; may be given several times"), true},
	{"others", N_("WORD"), N_("how the others who decide vote: yes or no"), false},
	{0},
};
static const struct option_row reserve_options[] = {
	{"by", N_("LOGIN"), N_("who differs (you)"), false},
	{"text", N_("TEXT"), N_("how; @FILE reads a file"), false},
	{0},
};
static const struct option_row void_options[] = {
	{"motion", N_("N"), N_("a motion that no vote was taken on"), false},
	{"vote", N_("N"), N_("the last vote"), false},
	{"reservation", N_("LOGIN"), N_("this person's reservation or dissent"), false},
	{"why", N_("TEXT"), N_("what was wrong"), false},
	{0},
};
static const struct option_row ruling_options[] = {
	{"text", N_("TEXT"), N_("the chair's ruling; empty takes it away"), false},
	{0},
};
static const struct option_row outcome_options[] = {
	{"why", N_("TEXT"), N_("why, or what is to be done"), false},
	{"motion", N_("N"), N_("the motion that became the decision"), false},
	{0},
};
static const struct option_row adjust_options[] = {
	{"on", N_("DAY"), N_("the day the minutes were approved (today)"), false},
	{0},
};
static const struct form forms[] = {
	{"list", "lista", "", 0, 0, N_("list the sittings"), NULL, sitting_list_run, false, true, true},
	{"show", "visa", N_("SITTING"), 1, 1, N_("one sitting: who, the agenda, what was decided"), NULL,
		sitting_show_run, false, true, true},
	{"open", "öppna", "", 0, 0, N_("call a sitting; its number goes to standard output"), sitting_options, open_run,
		false, false, false},
	{"change", "ändra", N_("SITTING"), 1, 1, N_("change day, hour, place or subject line"), sitting_options,
		change_run, false, false, false},
	{"call", "kalla", N_("SITTING LOGIN"), 2, 2, N_("call somebody who is no member"), call_options, call_run,
		false, false, false},
	{"notice", "kallelse", N_("SITTING"), 1, 1, N_("note that the notice was sent"), sent_options, notice_run,
		false, false, false},
	{"papers", "handlingar", N_("SITTING"), 1, 1, N_("note that the papers were sent"), sent_options, papers_run,
		false, false, false},
	{"agenda", "föredragningslista", N_("SITTING"), 1, 1, N_("put what the locked proposal holds on the agenda"),
		agenda_options, agenda_run, false, false, false},
	{"item", "punkt", N_("SITTING [N]"), 1, 2, N_("put an item on the agenda, or change item N"), item_options,
		item_run, false, false, false},
	{"place", "plats", N_("SITTING N PLACE"), 3, 3, N_("move an item that is not taken up"), NULL, place_run, false,
		false, false},
	{"start", "börja", N_("SITTING"), 1, 1, N_("open the sitting on its day"), NULL, sitting_start_run, false,
		false, false},
	{"present", "närvaro", N_("SITTING LOGIN WORD"), 3, 3,
		N_("who is there: present, remote, absent (barred, for an item)"), present_options, sitting_present_run,
		false, false, false},
	{"take", "uppta", N_("SITTING N"), 2, 2, N_("take an item up: it gets the next § of the year"), NULL,
		sitting_take_run, false, false, false},
	{"motion", "yrkande", N_("SITTING N"), 2, 2, N_("note what somebody moves"), motion_options, sitting_motion_run,
		false, false, false},
	{"vote", "omröstning", N_("SITTING N"), 2, 2, N_("record a vote between two motions"), vote_options,
		sitting_vote_run, false, false, false},
	{"reserve", "reservation", N_("SITTING N"), 2, 2, N_("record a reservation or dissent (FL 30 §)"),
		reserve_options, sitting_reserve_run, false, false, false},
	{"void", "utgår", N_("SITTING N"), 2, 2, N_("note a motion, vote or reservation as registered by mistake"),
		void_options, sitting_void_run, false, false, false},
	{"ruling", "avgörande", N_("SITTING N"), 2, 2, N_("record the chair's ruling on a disputed quorum"),
		ruling_options, sitting_ruling_run, false, false, false},
	{"outcome", "utfall", N_("SITTING N WORD"), 3, 3,
		N_("close an item: decided, tabled, referred, respite, no_quorum, noted"), outcome_options,
		sitting_outcome_run, false, false, false},
	{"resume", "återuppta", N_("SITTING N"), 2, 2, N_("take up again an item that was closed by mistake"), NULL,
		sitting_resume_run, false, false, false},
	{"close", "avsluta", N_("SITTING"), 1, 1, N_("close the sitting"), NULL, sitting_close_run, false, false,
		false},
	{"adjuster", "justerare", N_("SITTING LOGIN"), 2, 2, N_("who approves the minutes beside the chair"), NULL,
		sitting_adjuster_run, false, false, false},
	{"adjust", "justera", N_("SITTING [N]"), 1, 2, N_("the minutes are approved, or item N at once"),
		adjust_options, sitting_adjust_run, false, false, false},
	{0},
};
const struct verb verb_sitting = {"sitting", "sammanträde",
	N_("the delegation's sittings: agenda, quorum, votes, minutes"), forms, "sammantrade"};
