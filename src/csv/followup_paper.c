/* The report to the government office. Invariant: every figure in it comes from one follow-up and one ledger, read as
 * the actor may see them, and what is left out is said. */
#include "csv/followup_paper.h"

#include "base/money.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/event.h"
#include "casework/ledger_list.h"
#include "csv/reports_followup.h"
#include "csv/reports_ledger.h"

enum { NAME_CELLS = 22, CHART_CELLS = 16 };

static const char *mnkr(struct arena *arena, int64_t ore)
{
	char text[MONEY_TEXT];

	return arena_text(arena, money_text(ore, MONEY_MNKR, words_swedish(), text));
}

/* The name in so many cells, with blanks after it. */
static const char *name_cells(struct arena *arena, const char *name)
{
	const char *shown = text_width(name) > NAME_CELLS ? text_cut(arena, name, NAME_CELLS) : name;

	return arena_format(arena, "%s%*s", shown, NAME_CELLS - text_width(shown), "");
}

static void group_write(struct paper *paper, const struct follow_group *group, enum follow_by by, int64_t scale)
{
	struct arena *arena = &paper->arena;

	paper_item(paper, arena_format(arena, "%s%8s %8s %8s  %s", name_cells(arena, group->name),
				  mnkr(arena, group->sought), mnkr(arena, group->granted_ore), mnkr(arena, group->paid),
				  follow_chart(arena, group->granted_ore, group->sought, scale, CHART_CELLS)));
	paper_text(paper, "code", NULL, group->code);
	paper_text(paper, "name", NULL, group->name);
	if (by != FOLLOW_YEAR) {
		paper_number(paper, "applications", NULL, group->applications);
		paper_number(paper, "measures", NULL, group->measures);
		paper_number(paper, "granted", NULL, group->granted);
		paper_number(paper, "refused", NULL, group->refused);
		paper_number(paper, "not_decided", NULL, group->open);
	}
	paper_ore(paper, "sought_ore", NULL, group->sought);
	paper_ore(paper, "granted_ore", NULL, group->granted_ore);
	paper_ore(paper, "planned_ore", NULL, group->planned);
	paper_ore(paper, "unplanned_ore", NULL, group->unplanned);
	paper_ore(paper, "paid_ore", NULL, group->paid);
	paper_ore(paper, "stopped_ore", NULL, group->stopped);
	paper_ore(paper, "withdrawn_ore", NULL, group->withheld);
	paper_ore(paper, "claim_unpaid_ore", NULL, group->claimed);
	paper_ore(paper, "repaid_ore", NULL, group->repaid);
	paper_ore(paper, "voluntary_ore", NULL, group->voluntary);
	if (by == FOLLOW_REGION) {
		paper_ore(paper, "to_paid_ore", NULL, group->to_paid);
		paper_ore(paper, "shares_ore", NULL, group->shares);
	}
	paper_item_end(paper);
}

static void groups_write(struct paper *paper, const struct followup *followup, enum follow_by by)
{
	static const char *const keys[FOLLOW_BYS] = {"years", "applicants", "types", "areas", "routes"};
	const struct follow_groups *groups = &followup->by[by];
	struct arena *arena = &paper->arena;
	int64_t scale = follow_scale(groups);
	const char *head = follow_view_word((enum follow_view)by);

	buffer_text(&paper->text, "\n");
	paper_list(paper, keys[by],
		arena_format(arena, "%s%8s %8s %8s", name_cells(arena, head), _("Sought"), _("Granted"), _("Paid out")));
	for (int i = 0; i < groups->count; i++)
		group_write(paper, &groups->items[i], by, scale);
	paper_list_end(paper, _("Nothing."));
}

static void criteria_write(struct paper *paper, const struct followup *followup)
{
	struct arena *arena = &paper->arena;

	buffer_text(&paper->text, "\n");
	paper_list(paper, "criteria", _("Mean step per criterion: granted, refused"));
	for (int i = 0; i < followup->criterion_count; i++) {
		const struct follow_criterion *row = &followup->criteria[i];
		const char *granted = follow_step_text(arena, row->granted_100),
			   *refused = follow_step_text(arena, row->refused_100);

		paper_item(paper, arena_format(arena, "%-4s %4s  %4s  %s", row->id, *granted ? granted : "-",
					  *refused ? refused : "-", row->name));
		paper_text(paper, "criterion", NULL, row->id);
		paper_text(paper, "mean_granted", NULL, granted);
		paper_number(paper, "granted", NULL, row->granted);
		paper_text(paper, "mean_refused", NULL, refused);
		paper_number(paper, "refused", NULL, row->refused);
		paper_item_end(paper);
	}
	paper_list_end(paper, _("No measure that is decided has been assessed."));
	paper_number(paper, "measures_left_out", NULL, followup->hidden);
}

static void times_write(struct paper *paper, const struct follow_times *times)
{
	paper_section(paper, "times", _("Time from arrival to decision"));
	paper_number(paper, "decided", _("Applications decided"), times->decided);
	paper_number(paper, "lower_quartile_days", _("Lower quartile, days"), times->lower);
	paper_number(paper, "median_days", _("Median, days"), times->median);
	paper_number(paper, "upper_quartile_days", _("Upper quartile, days"), times->upper);
	paper_number(paper, "longest_days", _("Longest, days"), times->longest);
	paper_number(paper, "not_decided", _("Not decided yet"), times->open);
	paper_number(paper, "not_decided_longest_days", _("Oldest not decided, days"), times->open_longest);
	paper_section_end(paper);
}

static const char *effect_line(struct arena *arena, const struct follow_effect *row)
{
	char hours[MONEY_TEXT];

	count_text(row->hours, words_swedish(), hours);
	return arena_format(arena,
		_("%s: %d measures; %s staff hours a year; %s mnkr promised, %s achieved; %d in other units"),
		row->name, row->measures, row->hours_told ? hours : "-",
		row->kronor_told ? mnkr(arena, row->promised) : "-",
		row->achieved_told ? mnkr(arena, row->achieved) : "-", row->other);
}

static void effects_write(struct paper *paper, const struct followup *followup)
{
	buffer_text(&paper->text, "\n");
	paper_list(paper, "effects", _("Effects promised and achieved of granted measures"));
	for (int i = 0; i < followup->effect_count; i++) {
		const struct follow_effect *row = &followup->effects[i];

		paper_item(paper, effect_line(&paper->arena, row));
		paper_text(paper, "route", NULL, row->code);
		paper_number(paper, "measures", NULL, row->measures);
		paper_number(paper, "staff_hours", NULL, row->hours);
		paper_ore(paper, "promised_ore", NULL, row->promised);
		paper_ore(paper, "achieved_ore", NULL, row->achieved);
		paper_number(paper, "indicators_in_other_units", NULL, row->other);
		paper_item_end(paper);
	}
	paper_list_end(paper, _("No measure is granted."));
	paper_say(paper, _("Only hours and kronor are added up; other units never are."));
}

static void reports_write(struct paper *paper, const struct followup *followup)
{
	buffer_text(&paper->text, "\n");
	paper_list(paper, "reports", _("Reports due and received"));
	for (int i = 0; i < 2; i++) {
		const struct follow_reports *row = &followup->reports[i];

		paper_item(paper, arena_format(&paper->arena,
					  _("%s: %d due, %d in time, %d late, %d late and not in, %d not due yet"),
					  follow_report_word(row->kind), row->due, row->in_time, row->late_in,
					  row->missing, row->not_yet));
		paper_text(paper, "kind", NULL, row->kind);
		paper_number(paper, "due", NULL, row->due);
		paper_number(paper, "in_time", NULL, row->in_time);
		paper_number(paper, "late", NULL, row->late_in);
		paper_number(paper, "missing", NULL, row->missing);
		paper_number(paper, "approved", NULL, row->approved);
		paper_number(paper, "sent_back", NULL, row->sent_back);
		paper_item_end(paper);
	}
	paper_list_end(paper, NULL);
}

static void claims_write(struct paper *paper, const struct followup *followup)
{
	char money[MONEY_TEXT];

	buffer_text(&paper->text, "\n");
	paper_list(paper, "claims", _("Claimed back, by ground"));
	for (int i = 0; i < followup->claim_count; i++) {
		const struct follow_claim *row = &followup->claims[i];

		paper_item(paper, arena_format(&paper->arena, "%s: %d, %s", follow_ground_text(row->ground),
					  row->claims, money_text(row->ore, MONEY_KR, words_swedish(), money)));
		paper_text(paper, "ground", NULL, row->ground);
		paper_number(paper, "claims", NULL, row->claims);
		paper_ore(paper, "claimed_ore", NULL, row->ore);
		paper_ore(paper, "reduced_ore", NULL, row->reduced);
		paper_item_end(paper);
	}
	paper_list_end(paper, _("Nothing is claimed back."));
}

static void ledger_write(struct paper *paper, const struct ledger_list *list)
{
	struct arena *arena = &paper->arena;

	paper_section(paper, "ledger", _("The ledger"));
	paper_text(paper, "granted", NULL, ledger_granted_text(arena, &list->sum));
	paper_text(paper, "planned", NULL, ledger_planned_text(arena, &list->sum));
	paper_say(paper, ledger_granted_text(arena, &list->sum));
	paper_say(paper, ledger_planned_text(arena, &list->sum));
	paper_say(paper, ledger_back_text(arena, &list->sum));
	paper_section_end(paper);
}

static void head_write(struct casework *cw, struct paper *paper, const struct followup *followup)
{
	paper_title(paper, arena_format(&paper->arena, _("Follow-up of the grant as of %s"), followup->as_of));
	paper_text(paper, "as_of", NULL, followup->as_of);
	paper_text(paper, "office", NULL, casework_office_name(cw));
	paper_say(paper, casework_office_name(cw));
	if (casework_demo(cw))
		paper_say(paper, _("Every case, name and amount in this office is invented."));
	paper_say(paper, follow_says(&paper->arena, followup, FOLLOW_VIEW_YEARS));
	paper_say(paper, _("Amounts in the tables are millions of kronor."));
	if (followup->hidden)
		paper_say(paper, follow_says(&paper->arena, followup, FOLLOW_VIEW_CRITERIA));
}

/* The head of the chain: whoever has it can tell whether the history was changed afterwards. */
static bool audit_head_write(struct casework *cw, struct paper *paper, struct error *err)
{
	char head[HASH_TEXT];
	int64_t seq;

	if (!event_head(cw, &seq, head, err))
		return false;
	head[16] = '\0';
	buffer_text(&paper->text, "\n");
	paper_number(paper, "audit_seq", NULL, seq);
	paper_text(paper, "audit_head", NULL, head);
	paper_say(paper, arena_format(&paper->arena, _("Audit head: event %ld, %s"), (long)seq, head));
	return true;
}

bool followup_paper(struct casework *cw, int64_t round, const char *as_of, struct paper *paper, struct error *err)
{
	struct ledger_query query = {.round = round, .as_of = as_of, .by = LEDGER_PER_YEAR};
	struct followup followup;
	struct ledger_list ledger;

	if (!followup_load(cw, round, as_of, &followup, err))
		return false;
	if (!ledger_list_load(cw, &query, &ledger, err)) {
		followup_done(&followup);
		return false;
	}
	head_write(cw, paper, &followup);
	for (int by = 0; by < FOLLOW_BYS; by++)
		groups_write(paper, &followup, (enum follow_by)by);
	criteria_write(paper, &followup);
	times_write(paper, &followup.times);
	effects_write(paper, &followup);
	reports_write(paper, &followup);
	claims_write(paper, &followup);
	ledger_write(paper, &ledger);
	ledger_list_done(&ledger);
	followup_done(&followup);
	return audit_head_write(cw, paper, err);
}
