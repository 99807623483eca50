/* What the forms of later decisions share. Invariant: nothing is recorded before it has been read back and the
 * number of the measure or the case typed. */
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

static bool measure_read(struct decreed *decreed, struct error *err)
{
	struct arena *arena = &decreed->base.arena;
	struct measure_list list;
	char number[DESK_NUMBER];

	if (!measure_load(decreed->base.desk->cw, decreed->measure, &list, err))
		return false;
	decreed->application = list.items[0].application;
	decreed->number = arena_text(arena, desk_measure(decreed->base.desk, list.items[0].year,
						    list.items[0].application_n, list.items[0].n, number));
	decreed->title = arena_text(arena, list.items[0].title);
	measure_list_done(&list);
	return true;
}

static bool case_read(struct decreed *decreed, struct error *err)
{
	struct arena *arena = &decreed->base.arena;
	struct application whole;

	if (!application_load(decreed->base.desk->cw, decreed->application, &whole, err))
		return false;
	if (!decreed->measure) {
		decreed->number = arena_format(arena, "%d-%d", whole.row.n, whole.row.year);
		decreed->title = arena_text(arena, whole.row.title);
	}
	decreed->lead = arena_text(arena, whole.row.lead);
	decreed->presenter = arena_text(arena, whole.row.officer_name ? whole.row.officer_name : "");
	decreed->title = arena_format(arena, "%s %s, %s", decreed->number, whole.row.lead_short, decreed->title);
	application_done(&whole);
	return true;
}

void *decreed_new_of(struct ui *ui, size_t size, int64_t application, int64_t measure, struct error *err)
{
	struct decreed *decreed = record_new(ui, size);
	char today[DAY_TEXT];

	decreed->application = application;
	decreed->measure = measure;
	day_text(casework_today(decreed->base.desk->cw), today);
	decreed->decided_on = arena_text(&decreed->base.arena, today);
	decreed->reasons = decreed->section = decreed->others = "";
	if ((measure && !measure_read(decreed, err)) || !case_read(decreed, err)) {
		record_done(decreed);
		return NULL;
	}
	if (!decision_deciders(decreed->base.desk->cw, decreed->application, today, &decreed->base.arena,
		    &decreed->deciders, NULL))
		decreed->deciders = "";
	return decreed;
}

void *decreed_new(struct ui *ui, size_t size, int64_t measure, struct error *err)
{
	return decreed_new_of(ui, size, 0, measure, err);
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
	snprintf(label, sizeof label,
		decreed->measure ? _("Type the measure's number (%s) to record:")
				 : _("Type the case's number (%s) to record:"),
		decreed->number);
	dialog_ask(ui, &(struct question){.text = text,
			       .label = label,
			       .must = decreed->number,
			       .yes = _("record"),
			       .answered = confirm_answered,
			       .with = decreed});
	return false;
}
