/* What the panes work on. Invariant: whatever is read here for showing is asked anew by the verb that changes. */
#include "tui/desk.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/clock.h"
#include "casework/event.h"
#include "casework/round.h"

int64_t desk_at(const struct desk *desk, enum case_place place)
{
	return desk->at.place == place ? desk->at.id : 0;
}

void desk_made(struct desk *desk, enum case_place place, int64_t id)
{
	desk->made.place = place;
	desk->made.id = id;
}

int64_t desk_made_take(struct desk *desk, enum case_place place)
{
	int64_t id = desk->made.place == place ? desk->made.id : 0;

	if (id)
		desk->made.place = PLACE_NONE;
	return id;
}

struct desk *desk_of(const struct ui *ui)
{
	return ui_with(ui);
}

struct desk *desk_with_round(struct ui *ui, const char *none)
{
	struct desk *desk = desk_of(ui);

	if (desk->round)
		return desk;
	ui_say(ui, "%s", none);
	return NULL;
}

bool desk_refresh(struct desk *desk, struct error *err)
{
	struct programme programme;
	char head[HASH_TEXT];
	int years;

	/* The round worked with stays; at the start it is the newest. */
	if (!round_worked(desk->cw, &desk->round, desk->round_name, sizeof desk->round_name, err) ||
		!application_years(desk->cw, &years, err) || !programme_load(desk->cw, &programme, err))
		return false;
	programme_done(&desk->programme);
	desk->programme = programme;
	desk->roles = access_roles(desk->cw);
	desk->with_year = years > 1;
	desk->swedish = words_swedish();
	return event_head(desk->cw, &desk->seen, head, err);
}

const char *desk_barred(const struct ui *ui, enum right right)
{
	static char sentence[sizeof((struct error *)0)->text];
	struct error err = {0};

	if (access_allows(desk_of(ui)->roles, right, RELATION_ASSIGNED, NULL))
		return NULL;
	access_refuse(right, &err);
	snprintf(sentence, sizeof sentence, "%s", err.text);
	return sentence;
}

const char *desk_barred_in(const struct ui *ui, enum right right, unsigned relation)
{
	const char *why = desk_barred(ui, right);

	if (why)
		return why;
	if (relation & RELATION_BARRED &&
		!access_allows(desk_of(ui)->roles, right, RELATION_ASSIGNED | RELATION_BARRED, NULL))
		return _("You have a conflict of interest here and take no part in the case (FL 17 §).");
	return right == RIGHT_CASE_CLOSE ? NULL : desk_closed(relation);
}

const char *desk_closed(unsigned relation)
{
	return relation & RELATION_CLOSED
		       ? _("The case is closed and changes no more. Q in the case, and U there, opens it again.")
		       : NULL;
}

unsigned desk_relation(const struct desk *desk, int64_t application)
{
	struct application whole;
	unsigned relation;

	if (!application || !application_load(desk->cw, application, &whole, NULL))
		return RELATION_NONE;
	relation = whole.row.relation;
	application_done(&whole);
	return relation;
}

const char *desk_notice(unsigned relation)
{
	if (relation & RELATION_BARRED)
		return _("disqualified: takes no part");
	return relation & RELATION_CLOSED ? _("the case is closed") : NULL;
}

const char *bars_register(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_APPLICATION_REGISTER);
}

const char *bars_audit(const struct ui *ui, const struct pane *pane)
{
	(void)pane;
	return desk_barred(ui, RIGHT_AUDIT);
}

void desk_refused(struct ui *ui, const struct error *err)
{
	ui_say_error(ui, err);
}

void desk_tkr(const struct desk *desk, int64_t ore, int cells, char *out, size_t room)
{
	char money[MONEY_TEXT];

	if (ore == MONEY_UNKNOWN) {
		snprintf(out, room, "%s", cells >= text_width(_("unknown")) ? _("unknown") : "?");
		return;
	}
	snprintf(out, room, "%s", money_text(ore, MONEY_TKR, desk->swedish, money));
	if (text_width(out) > cells)
		snprintf(out, room, _("%s mn"), money_text(ore, MONEY_MNKR, desk->swedish, money));
	if (text_width(out) > cells)
		out[0] = '\0';
}

const char *desk_kr(const struct desk *desk, int64_t ore, char out[MONEY_TEXT])
{
	return money_text(ore, MONEY_KR, desk->swedish, out);
}

const char *desk_number(const struct desk *desk, int year, int n, char out[DESK_NUMBER])
{
	snprintf(out, DESK_NUMBER, desk->with_year ? "%d-%d" : "%d", n, year);
	return out;
}

const char *desk_matter(int year, int n, char out[DESK_NUMBER])
{
	snprintf(out, DESK_NUMBER, "%d-%d", n, year);
	return out;
}

const char *desk_measure(const struct desk *desk, int year, int n, int measure_n, char out[DESK_NUMBER])
{
	char number[DESK_NUMBER];

	snprintf(out, DESK_NUMBER, "%.20s.%d", desk_number(desk, year, n, number), measure_n);
	return out;
}

void desk_due(day due, int mover, char *out, size_t room)
{
	int year, month, date;
	const char *who;

	if (due == DAY_NONE) {
		snprintf(out, room, "-");
		return;
	}
	who = mover_words((enum mover)mover);
	day_split(due, &year, &month, &date);
	snprintf(out, room, "%s%s%d/%d", who, who[0] ? " " : "", date, month);
}
