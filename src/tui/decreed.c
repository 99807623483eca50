/* What the forms of later decisions share. Invariant: nothing is recorded before it has been read back and the
 * measure's number typed. */
#include "tui/decreed.h"

#include "tui/dialog.h"
#include "tui/form_inner.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/application.h"
#include "casework/decision.h"
#include "casework/measure.h"

#define TEXT(member)                                                                                                   \
	DECREED_GET(member)                                                                                            \
	{                                                                                                              \
		return arena_text(arena, ((const struct decreed *)record)->member);                                    \
	}                                                                                                              \
	DECREED_SET(member)                                                                                            \
	{                                                                                                              \
		struct decreed *decreed = record;                                                                      \
		(void)err;                                                                                             \
		decreed->member = arena_text(&decreed->base.arena, value->text);                                       \
		return true;                                                                                           \
	}
TEXT(reasons)
TEXT(section)
TEXT(deciders)
TEXT(presenter)
TEXT(others)

DECREED_GET(decided_on)
{
	return arena_text(arena, ((const struct decreed *)record)->decided_on);
}

DECREED_SET(decided_on)
{
	(void)err;
	((struct decreed *)record)->decided_on = record_day(record, value);
	return true;
}

const char *decreed_money(const struct decreed *decreed, int64_t ore, struct arena *arena)
{
	char money[MONEY_TEXT];

	return ore == MONEY_UNKNOWN
		       ? ""
		       : arena_text(arena, money_text(ore, MONEY_PLAIN, decreed->base.desk->swedish, money));
}

/* ---- what it begins with */

static bool about_load(struct decreed *decreed, struct error *err)
{
	struct arena *arena = &decreed->base.arena;
	struct casework *cw = decreed->base.desk->cw;
	struct measure_list list;
	struct application whole;
	char number[DESK_NUMBER];

	if (!measure_load(cw, decreed->measure, &list, err))
		return false;
	decreed->application = list.items[0].application;
	decreed->number = arena_text(arena, desk_measure(decreed->base.desk, list.items[0].year,
						    list.items[0].application_n, list.items[0].n, number));
	decreed->title = arena_format(arena, "%.80s", list.items[0].title);
	measure_list_done(&list);
	if (!application_load(cw, decreed->application, &whole, err))
		return false;
	decreed->lead = arena_text(arena, whole.row.lead);
	decreed->presenter = arena_text(arena, whole.row.officer_name ? whole.row.officer_name : "");
	decreed->title = arena_format(arena, "%s %.60s, %s", decreed->number, whole.row.lead_short, decreed->title);
	application_done(&whole);
	return true;
}

void *decreed_new(struct ui *ui, size_t size, int64_t measure, struct error *err)
{
	struct decreed *decreed = record_new(ui, size);
	char today[DAY_TEXT];

	decreed->measure = measure;
	day_text(casework_today(decreed->base.desk->cw), today);
	decreed->decided_on = arena_text(&decreed->base.arena, today);
	decreed->reasons = decreed->section = decreed->others = "";
	if (!about_load(decreed, err)) {
		record_done(decreed);
		return NULL;
	}
	if (!decision_deciders(decreed->base.desk->cw, decreed->application, today, &decreed->base.arena,
		    &decreed->deciders, NULL))
		decreed->deciders = "";
	return decreed;
}

/* ---- saving */

bool decreed_by(const struct decreed *decreed, struct decreed_by *out, const char **wrong, struct error *err)
{
	struct decreed_by by = {0, decreed->deciders, decreed->presenter, decreed->others};

	if (!text_blank(decreed->section)) {
		*wrong = "section";
		by = (struct decreed_by){0};
		if (!decision_item_find(decreed->base.desk->cw, decreed->section,
			    day_year(day_read(decreed->decided_on)), &by.item, err))
			return false;
		*wrong = NULL;
	}
	*out = by;
	return true;
}

static void confirm_answered(struct ui *ui, struct pane *pane, const char *text, void *with)
{
	struct decreed *decreed = with;

	(void)text;
	decreed->confirmed = true;
	form_save(ui, pane);
	if (ui_top(ui) == pane)
		decreed->confirmed = false; /* it was refused: what is saved next is read anew */
}

bool decreed_confirm(struct ui *ui, struct decreed *decreed, const char *text)
{
	char label[128];

	if (decreed->confirmed)
		return true;
	snprintf(label, sizeof label, _("Type the measure's number (%s) to record:"), decreed->number);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = label,
			       .must = decreed->number,
			       .yes = _("record"),
			       .answered = confirm_answered,
			       .with = decreed});
	return false;
}
