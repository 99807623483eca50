/* kansli sitting list and show: for people and for programs. */
#include "base/json_row.h"
#include "base/text.h"
#include "cli/sitting_runs.h"

/* ---- all of them */

static const char *state_code(const char *opened_at, const char *closed_at, const char *adjusted_on)
{
	return adjusted_on ? "adjusted" : closed_at ? "closed" : opened_at ? "open" : "called";
}

static void list_json(const struct sitting_list *list, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_array(&json, "sittings");
	for (int i = 0; i < list->count; i++) {
		const struct sitting_row *row = &list->items[i];

		json_object(&json, NULL);
		json_text(&json, "number", row->number);
		json_text(&json, "day", row->on_day);
		json_text(&json, "starts", row->starts_at);
		json_text(&json, "where", row->place);
		json_text(&json, "subject", row->title);
		json_text(&json, "sitting_state", state_code(row->opened_at, row->closed_at, row->adjusted_on));
		json_number(&json, "agenda_items", row->items);
		json_number(&json, "items_left", row->left);
		row->first_section ? json_number(&json, "first_section", row->first_section)
				   : json_null(&json, "first_section");
		row->last_section ? json_number(&json, "last_section", row->last_section)
				  : json_null(&json, "last_section");
		json_text(&json, "minutes_approved", row->adjusted_on);
		json_number(&json, "version", row->version);
		json_close(&json);
	}
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

static void list_lines(struct buffer *out, const struct sitting_list *list)
{
	for (int i = 0; i < list->count; i++) {
		const struct sitting_row *row = &list->items[i];

		buffer_format(out, "%s  %s %s  %s  ", row->number, row->on_day, row->starts_at,
			sitting_state_words(row->opened_at, row->closed_at, row->adjusted_on));
		buffer_format(out, ngettext("%d item", "%d items", (unsigned long)row->items), row->items);
		if (row->first_section)
			buffer_format(out, "  §§ %d–%d", row->first_section, row->last_section);
		buffer_format(out, "  %s\n", row->title);
	}
	if (!list->count)
		buffer_format(out, "%s\n", _("No sitting is called yet."));
}

bool sitting_list_run(struct shell *shell, struct error *err)
{
	static const enum column_name columns[] = {COLUMN_NUMBER, COLUMN_DAY, COLUMN_STARTS, COLUMN_SITTING_PLACE,
		COLUMN_SUBJECT, COLUMN_SITTING_STATE, COLUMN_AGENDA_ITEMS, COLUMN_ITEMS_LEFT, COLUMN_FIRST_SECTION,
		COLUMN_LAST_SECTION, COLUMN_MINUTES_APPROVED, COLUMN_VERSION};
	static const struct listing listing = {"sittings", columns, sizeof columns / sizeof *columns};
	struct sitting_list list;
	struct buffer json;
	bool read;

	if (!sitting_list_load(shell->cw, &list, err))
		return false;
	buffer_init(&json);
	list_json(&list, &json);
	if (!shell_for_programs(shell))
		list_lines(&shell->out, &list);
	read = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	sitting_list_done(&list);
	return read;
}

/* ---- one, for people */

static void persons_lines(struct buffer *out, const struct sitting *sitting)
{
	for (int i = 0; i < sitting->person_count; i++) {
		const struct sitting_person *person = &sitting->persons[i];

		buffer_format(out, "  %s, %s: %s", person->name, sitting_capacity_words(person->capacity),
			sitting_presence_words(person->presence));
		if (person->notice_on)
			buffer_format(out, _("; notice %s"), person->notice_on);
		if (person->papers_on)
			buffer_format(out, _("; papers %s"), person->papers_on);
		buffer_text(out, "\n");
	}
}

static void seats_lines(struct buffer *out, const struct sitting_item *item)
{
	for (int i = 0; i < item->seat_count; i++)
		if (item->seats[i].differs)
			buffer_format(out, "      %s: %s\n", item->seats[i].name,
				sitting_presence_words(item->seats[i].presence));
}

static void ballot_lines(struct buffer *out, const struct sitting_ballot *ballot)
{
	buffer_format(out, _("      Vote %d, yes for motion %d, no for motion %d: %d–%d%s\n"), ballot->n, ballot->yes,
		ballot->no, ballot->yes_count, ballot->no_count,
		ballot->casting ? _(", the chair's casting vote") : "");
	for (int i = 0; i < ballot->count; i++)
		buffer_format(
			out, "        %s: %s\n", ballot->votes[i].name, ballot->votes[i].yes ? _("yes") : _("no"));
}

static void voids_lines(struct buffer *out, const struct sitting_item *item, struct arena *arena)
{
	for (int i = 0; i < item->void_count; i++)
		buffer_format(out, _("      Registered by mistake: %s – %s (%s %.10s)\n"),
			sitting_void_words(&item->voids[i], arena), item->voids[i].why, item->voids[i].taken_by,
			item->voids[i].at);
}

static void course_lines(struct buffer *out, const struct sitting_item *item, struct arena *arena)
{
	if (!text_blank(item->proposes))
		buffer_format(out, _("      The presenting officer proposes: %s\n"), item->proposes);
	for (int i = 0; i < item->motion_count; i++)
		buffer_format(out, _("      Motion %d, %s: %s%s\n"), item->motions[i].n, item->motions[i].name,
			item->motions[i].text, item->motions[i].carried ? _(" (became the decision)") : "");
	for (int i = 0; i < item->ballot_count; i++)
		ballot_lines(out, &item->ballots[i]);
	if (!text_blank(item->ruling))
		buffer_format(out, _("      The chair rules: %s\n"), item->ruling);
	for (int i = 0; i < item->reservation_count; i++)
		buffer_format(out, "      %s, %s: %s\n",
			item->reservations[i].dissent ? _("Dissent") : _("Reservation"), item->reservations[i].name,
			item->reservations[i].text);
	voids_lines(out, item, arena);
	if (item->section && !item->veiled)
		buffer_format(out, "      %s\n", quorum_words(&item->quorum, arena));
}

static void item_lines(struct buffer *out, const struct sitting_item *item, struct arena *arena)
{
	buffer_format(out, "  %d", item->n);
	if (item->section)
		buffer_format(out, "  § %d", item->section);
	buffer_format(out, "  %s%s%s", item->number, *item->number ? " " : "", item->title);
	if (item->presenter_name)
		buffer_format(out, " (%s)", item->presenter_name);
	if (item->hidden) {
		buffer_format(out, "\n      %s\n",
			_("You take no part in this case: more is shown when the minutes are approved."));
		return;
	}
	if (item->section)
		buffer_format(out, ": %s", item->outcome ? sitting_outcome_words(item->outcome) : _("under way"));
	if (!text_blank(item->outcome_why))
		buffer_format(out, ". %s", item->outcome_why);
	if (item->immediate)
		buffer_format(out, " · %s", _("adjusted at once"));
	buffer_text(out, "\n");
	course_lines(out, item, arena);
	seats_lines(out, item);
}

static void sitting_lines(struct buffer *out, struct sitting *sitting)
{
	buffer_format(out, "%s  %s\n%s %s %s · %s\n", sitting->number, sitting->title, sitting->on_day,
		sitting->starts_at, sitting->place,
		sitting_state_words(sitting->opened_at, sitting->closed_at, sitting->adjusted_on));
	persons_lines(out, sitting);
	for (int i = 0; i < sitting->item_count; i++)
		item_lines(out, &sitting->items[i], &sitting->arena);
	if (!sitting->item_count)
		buffer_format(out, "  %s\n", _("Nothing is on the agenda yet."));
	if (sitting->adjuster_name)
		buffer_format(out, _("The minutes are approved by the chair and %s%s%s.\n"), sitting->adjuster_name,
			sitting->adjusted_on ? ", " : "", sitting->adjusted_on ? sitting->adjusted_on : "");
}

/* ---- one, for programs */

#define PERSON(name, member) JSON_MEMBER(struct sitting_person, name, member)
static const struct json_member person_members[] = {PERSON("name", name), PERSON("login", login),
	PERSON("capacity", capacity), PERSON("presence", presence), PERSON("notice", notice_on),
	PERSON("notice_way", notice_way), PERSON("papers", papers_on), PERSON("papers_way", papers_way), {0}};
#undef PERSON
#define SEAT(name, member) JSON_MEMBER(struct sitting_seat, name, member)
static const struct json_member seat_members[] = {
	SEAT("name", name), SEAT("capacity", capacity), SEAT("presence", presence), SEAT("decides", decides), {0}};
#undef SEAT
#define MOTION(name, member) JSON_MEMBER(struct sitting_motion, name, member)
static const struct json_member motion_members[] = {
	MOTION("n", n), MOTION("by", name), MOTION("text", text), MOTION("carried", carried), {0}};
#undef MOTION
#define VOTE(name, member) JSON_MEMBER(struct sitting_vote, name, member)
static const struct json_member vote_members[] = {VOTE("name", name), VOTE("yes", yes), {0}};
#undef VOTE
#define DIFFERS(name, member) JSON_MEMBER(struct sitting_reservation, name, member)
static const struct json_member differs_members[] = {DIFFERS("by", name), DIFFERS("text", text),
	DIFFERS("reported_at", reported_at), DIFFERS("dissent", dissent), {0}};
#undef DIFFERS
#define ITEM(name, member) JSON_MEMBER(struct sitting_item, name, member)
static const struct json_member item_members[] = {ITEM("n", n), ITEM("kind", kind), ITEM("title", title),
	ITEM("presenter", presenter_name), ITEM("proposes", proposes), ITEM("outcome", outcome),
	ITEM("outcome_why", outcome_why), ITEM("ruling", ruling), ITEM("closed_at", closed_at),
	ITEM("immediate", immediate), ITEM("available", available), ITEM("hidden", hidden), ITEM("version", version),
	{0}};
#undef ITEM
#define QUORUM(name, member) JSON_MEMBER(struct quorum, name, member)
static const struct json_member quorum_members[] = {QUORUM("chair", chair), QUORUM("others", others),
	QUORUM("there", there), QUORUM("barred", barred), QUORUM("needed", needed), QUORUM("holds", holds),
	QUORUM("disputed", disputed), {0}};
#undef QUORUM

static void ballots_json(struct json *json, const struct sitting_item *item)
{
	json_array(json, "votes");
	for (int i = 0; i < item->ballot_count; i++) {
		const struct sitting_ballot *ballot = &item->ballots[i];

		json_object(json, NULL);
		json_number(json, "n", ballot->n);
		json_number(json, "yes_for", ballot->yes);
		json_number(json, "no_for", ballot->no);
		json_number(json, "yes", ballot->yes_count);
		json_number(json, "no", ballot->no_count);
		json_number(json, "winner", ballot->yes_won ? ballot->yes : ballot->no);
		json_bool(json, "casting", ballot->casting);
		json_rows(json, "voters", ballot->votes, ballot->count, sizeof *ballot->votes, vote_members);
		json_close(json);
	}
	json_close(json);
}

static void voids_json(struct json *json, const struct sitting_item *item)
{
	static const char *const parts[] = {"motion", "vote", "reservation"};

	json_array(json, "registered_by_mistake");
	for (int i = 0; i < item->void_count; i++) {
		const struct sitting_void *each = &item->voids[i];

		json_object(json, NULL);
		json_text(json, "part", parts[each->part]);
		each->n ? json_number(json, "n", each->n) : json_null(json, "n");
		json_text(json, "by", each->name);
		json_text(json, "text", each->text);
		json_text(json, "why", each->why);
		json_text(json, "taken_back_by", each->taken_by);
		json_text(json, "taken_back_at", each->at);
		json_close(json);
	}
	json_close(json);
}

static void item_json(struct json *json, const struct sitting_item *item)
{
	json_object(json, NULL);
	json_text(json, "number", *item->number ? item->number : NULL);
	item->section ? json_number(json, "section", item->section) : json_null(json, "section");
	json_members(json, item, item_members);
	if (!item->hidden && !item->veiled) {
		json_object(json, "quorum");
		json_members(json, &item->quorum, quorum_members);
		json_close(json);
	}
	json_rows(json, "persons", item->seats, item->seat_count, sizeof *item->seats, seat_members);
	json_rows(json, "motions", item->motions, item->motion_count, sizeof *item->motions, motion_members);
	ballots_json(json, item);
	json_rows(json, "differ", item->reservations, item->reservation_count, sizeof *item->reservations,
		differs_members);
	voids_json(json, item);
	json_close(json);
}

static void sitting_json(const struct sitting *sitting, struct buffer *out)
{
	struct json json;

	json_init(&json, out);
	json_object(&json, NULL);
	json_number(&json, "format", 1);
	json_text(&json, "number", sitting->number);
	json_text(&json, "title", sitting->title);
	json_text(&json, "day", sitting->on_day);
	json_text(&json, "starts", sitting->starts_at);
	json_text(&json, "where", sitting->place);
	json_text(&json, "state", state_code(sitting->opened_at, sitting->closed_at, sitting->adjusted_on));
	json_text(&json, "opened_at", sitting->opened_at);
	json_text(&json, "closed_at", sitting->closed_at);
	json_text(&json, "adjuster", sitting->adjuster_name);
	json_text(&json, "minutes_approved", sitting->adjusted_on);
	json_number(&json, "version", sitting->version);
	json_rows(&json, "persons", sitting->persons, sitting->person_count, sizeof *sitting->persons, person_members);
	json_array(&json, "items");
	for (int i = 0; i < sitting->item_count; i++)
		item_json(&json, &sitting->items[i]);
	json_close(&json);
	json_close(&json);
	json_done(&json);
}

bool sitting_show_run(struct shell *shell, struct error *err)
{
	static const struct listing listing = {.noun = "sitting"};
	struct sitting sitting;
	struct buffer json;
	int64_t id;
	bool done;

	if (!sitting_of(shell, &id, err) || !sitting_load(shell->cw, id, &sitting, err))
		return false;
	buffer_init(&json);
	sitting_json(&sitting, &json);
	if (!shell_for_programs(shell))
		sitting_lines(&shell->out, &sitting);
	done = shell_for_programs(shell) ? shell_listing(shell, &listing, &json, err) : shell_divert(shell, err);
	buffer_done(&json);
	sitting_done(&sitting);
	return done;
}
