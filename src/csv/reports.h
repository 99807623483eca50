/* The reports there are: what each list, ranking, plan and budget looks like as a table. The texts live in the snapshot
 * the report is made from: end the report first. */
#ifndef KANSLI_CSV_REPORTS_H
#define KANSLI_CSV_REPORTS_H

#include "casework/dispatch.h"
#include "casework/document.h"
#include "casework/equal.h"
#include "casework/matter.h"
#include "casework/application.h"
#include "casework/budget.h"
#include "casework/criteria.h"
#include "casework/clock.h"
#include "casework/differ.h"
#include "casework/disqualification.h"
#include "casework/event.h"
#include "casework/firm_kept.h"
#include "casework/hit.h"
#include "casework/payment.h"
#include "casework/person.h"
#include "casework/progress.h"
#include "casework/rank.h"
#include "casework/rank_compare.h"
#include "casework/rank_firm.h"
#include "casework/rank_try.h"
#include "casework/round.h"
#include "casework/todo.h"
#include "csv/report.h"

/* Several years open: numbers are shown with their year. */
void report_applications(
	struct report *report, const struct application_list *list, const struct programme *programme, bool with_year);
void report_ranking(struct report *report, const struct ranking *ranking, bool with_year);
/* The proposals of a round; "open", "saved", "for the meeting". */
void report_proposals(struct report *report, const struct proposal_list *list);
const char *proposal_purpose_word(const struct proposal *proposal);
/* "20 mnkr", "5,5 mnkr", or in full where tenths of a million do not say it. In the arena. */
const char *mnkr_text(struct arena *arena, int64_t ore);
/* Some of it would fit, but less than makes sense; "at least 20 mnkr". In the arena. */
bool rank_too_little(const struct rank_row *row);
const char *rank_least_text(struct arena *arena, const struct rank_row *row);
/* A trial beside the real ranking; what it changes marked. */
void report_trial(struct report *report, const struct rank_trial *trial, bool with_year);
/* "TRIAL: 2 now fit, 1 no longer fits …", "authority to commit 2028: 4,000,000 SEK is missing …". In the arena. */
const char *rank_trial_text(struct arena *arena, const struct rank_trial *trial);
const char *rank_need_text(struct arena *arena, const struct rank_need *need);
/* Equal treatment: what each region and type has above the line; the rules are facts of it. */
void report_equal(struct report *report, const struct equal *equal, const struct programme *programme);
const char *equal_group_name(const struct programme *programme, const struct equal_group *group);
/* "2. each region: at most 30 % (the delegation's §): NOT held, Skåne."; how it was counted. In the arena. */
const char *equal_rule_text(struct arena *arena, const struct programme *programme, const struct equal_rule *rule);
const char *equal_method_text(struct arena *arena, const struct equal *equal);
/* How firm the order by points is: share of weightings in which a measure fits, and its places. */
void report_robust(
	struct report *report, const struct firm *firm, const struct firm_answer *answer, bool with_year);
/* How the selections were found, and what the classes mean. In the arena. */
const char *core_method_text(struct arena *arena, const struct firm_answer *answer);
/* The same as it was kept, and those that are kept. */
void report_kept(struct report *report, const struct kept *kept, bool with_year);
void report_kept_list(struct report *report, const struct kept_list *list);
const char *kept_method_text(struct arena *arena, const struct kept *kept);
const char *kept_holds_text(const struct kept *kept);
const char *core_class_word(enum core_class class); /* "fits mostly" "discuss" "fits seldom" "" */
/* "3" or "3–7". In the arena. */
const char *places_text(struct arena *arena, int best, int worst);
/* Two proposals side by side. */
void report_comparison(struct report *report, const struct comparison *comparison, bool with_year);
/* What the points alone would fund, beside the chair's order. */
void report_optimum(struct report *report, const struct firm *firm, const struct optimum *optimum, bool with_year);
/* "SMAA-2: 100 000 weightings, ±50 % …, seed 4711, criteria version 1": what the figures come from. In the arena. */
const char *robust_method_text(struct arena *arena, const struct firm *firm);
/* "735.5": sums of points in a report about the optimum. In the arena. */
const char *points_sum_text(struct arena *arena, const struct firm *firm, int64_t value);
/* Versions of the criteria; one of them whole; two side by side; and what one would do to a round's order. */
void report_criteria_list(struct report *report, const struct criteria_list *list);
void report_criteria(struct report *report, const struct criteria *criteria);
void report_criteria_comparison(struct report *report, const struct criteria_comparison *comparison);
void report_criteria_preview(struct report *report, const struct criteria_preview *preview, bool with_year);
const char *criteria_state_code(enum criteria_state state); /* "undecided" "draft" "adopted" "dropped" */
void report_instalments(struct report *report, const struct instalment_list *list, bool with_year);
void report_budget(struct report *report, const struct budget *budget);
void report_limits(struct report *report, const struct limit_list *list);
/* The log; `differences` also says what changed. */
void report_events(struct report *report, const struct event_list *list, bool differences);
/* Hits of a search, shown already; the hit stands between » and «. */
void report_hits(struct report *report, const struct hit_list *list, bool with_year);
/* What is to be done; and how many cases each officer has. */
void report_todo(struct report *report, const struct todo_list *list, bool with_year);
void report_officers(struct report *report, const struct todo_list *list);
void report_persons(struct report *report, const struct person_list *list);
/* Who has answered and reported about conflicts of interest; whoever has not answered stands apart in the facts. */
void report_disqualifications(struct report *report, const struct disqualification_list *list,
	const struct programme *programme, bool with_year);
/* "case officer, 1 to assess": what a person who steps aside has in hand there. In the arena; "" nothing. */
const char *in_hand_text(struct arena *arena, const struct disqualification *row);
/* The register; `open`: as the public may see it. */
void report_documents(struct report *report, const struct document_list *list, bool open);
void report_cross_numbers(struct report *report, const struct cross_number_list *list);
void report_receivers(struct report *report, const struct dispatch_list *list);
/* The inbox: each paper with the case it may belong to, `suggested` beside the list. */
void report_inbox(struct report *report, const struct document_list *list, const char *const *suggested);
void report_matters(struct report *report, const struct matter_list *list);
/* Where the assessors of a round differ. */
void report_differ(struct report *report, const struct differ *differ, bool with_year);
/* How far the assessors of a round have come; and how one has used the scale, by criterion. */
void report_progress(struct report *report, const struct progress *progress);
void report_use(struct report *report, const struct progress *progress, const struct progress_row *row);
void report_rounds(struct report *report, const struct round_list *list);

/* "12" or "12-2026"; "12.3" or "12-2026.3". In the arena. */
const char *number_text(struct arena *arena, bool with_year, int year, int n);
const char *measure_text(struct arena *arena, bool with_year, int year, int n, int measure_n);
/* "inom", "ryms delvis", "utanför" …; and the reason a row has no place. In the language chosen. */
const char *rank_fit_word(enum rank_fit fit);
/* "appropriation 2027": which limit was reached. "" when none. In the arena. */
const char *rank_breaks_text(struct arena *arena, const char *kind, int year);
const char *limit_kind_word(const char *kind);
/* Places up (+) or down (-) from where points alone put the row; equal points share their places. 0 without a place. */
int rank_shift(const struct ranking *ranking, const struct rank_row *row);
/* The line as a row of text, for the year or all: "── kvar … ── föreslaget … ── återstår …" without the rules. */
const char *rank_line_text(struct arena *arena, const struct ranking *ranking);

#endif
