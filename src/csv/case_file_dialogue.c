/* What has been said in a case, and who takes no part in it, on paper. Invariant: what the reader may not see is not
 * there, by the loads' own rules; what the public version leaves out is counted. */
#include "csv/case_file_inner.h"

#include "base/words.h"
#include "casework/closure.h"
#include "casework/disqualification.h"
#include "casework/note.h"

static bool note_fated(struct case_file *file, const struct note *note)
{
	return note->fate && rewind_there(&file->rewind, OBJECT_NOTE_FATE, note->id);
}

/* What it is about beyond its measure, whether it is to be communicated, and what it asks somebody to come back to. */
static void note_about_put(struct case_file *file, const struct note *note)
{
	struct paper *paper = file->paper;
	bool followed = note->followed_on &&  rewind_there(&file->rewind, OBJECT_FOLLOW_UP, note->id);

	paper_text(paper, "gate", _("Control point"), note->gate);
	paper_text(paper, "criterion", _("Criterion"), note->criterion);
	paper_bool(paper, "communicate", _("To be communicated (FL 25 §)"), note->communicate);
	paper_text(paper, "follow_on", _("To be followed up"), note->follow_on);
	paper_text(paper, "followed_on", _("Followed up"), followed ? note->followed_on : NULL);
	paper_text(paper, "followed_how", _("How"), followed ? note->followed_how : NULL);
	paper_text(paper, "followed_by", _("By"), followed ? note->followed_by : NULL);
	if (note->follow_on && !followed)
		paper_say(paper, _("Not followed up yet."));
}

static void note_put_on(struct case_file *file, const struct note *note)
{
	struct paper *paper = file->paper;
	bool fated = note_fated(file, note);

	paper_item(paper, arena_format(&paper->arena, "%d  %s  %s", note->n, note->occurred_on,
				  case_file_word(file, "dialogue", note->way)));
	paper_number(paper, "n", NULL, note->n);
	paper_word(paper, "kind", _("Kind"), note->kind, case_file_word(file, "note", note->kind));
	paper_text(paper, "day", NULL, note->occurred_on);
	paper_text(paper, "time", _("Time"), note->occurred_time);
	paper_number(paper, "measure", _("Measure"), note->measure_n);
	paper_text(paper, "with", _("With"), note->with_whom);
	paper_text(paper, "role", _("Role"), note->with_role);
	paper_text(paper, "name", _("Name"), note->with_name);
	paper_text(paper, "said", _("What was said"), note->said);
	paper_text(paper, "changed", _("What it changed"), note->changed);
	note_about_put(file, note);
	paper_number(paper, "corrects", _("Corrects note"), note->corrects_n);
	paper_number(paper, "corrected_by", file->rewind.day ? NULL : _("Corrected by note"), note->corrected_by_n);
	paper_word(paper, "fate", _("At the closing"), fated ? note->fate : NULL,
		fated ? closure_fate_words(note->fate) : NULL);
	paper_text(paper, "author", _("Written by"), note->author);
	paper_text(paper, "written", _("Written"), note->written_at);
	paper_item_end(paper);
}

/* Working material is what is neither a file note nor kept when the case was closed (TF 2 kap. 12 §). */
static bool note_is_open(const struct note *note)
{
	return strcmp(note->kind, "working") != 0 || (note->fate && !strcmp(note->fate, "archive"));
}

bool case_file_dialogue(struct case_file *file, struct error *err)
{
	struct note_list list;
	int left = 0;

	if (!note_list_load(file->cw, file->application, &list, err))
		return false;
	paper_list(file->paper, "notes", NULL);
	for (int i = list.count; i-- > 0;) { /* in the order they were written */
		const struct note *note = &list.items[i];

		if (!case_file_by_then(file, note->written_at))
			continue;
		if (file->open && !note_is_open(note))
			left++;
		else if (case_file_gives(file, "note", note->id, arena_format(&file->paper->arena, "%d", note->n)))
			note_put_on(file, note);
	}
	paper_list_end(file->paper, _("No note."));
	case_file_leaves(file, "notes_left_out", _("Left out, as working material: working notes, %d of them."), left);
	note_list_done(&list);
	return true;
}

static void conflict_put_on(struct case_file *file, const struct disqualification *row)
{
	struct paper *paper = file->paper;

#define WAS(column) rewind_text(&file->rewind, OBJECT_DISQUALIFICATION, row->id, #column, row->column)
	const char *answer = WAS(answer), *outcome = WAS(outcome);

	paper_item(paper, arena_format(&paper->arena, "%s%s%s", row->person_name, row->application ? "" : ", ",
				  row->application ? "" : row->round_name));
	paper_text(paper, "person", NULL, row->person_name);
	paper_text(paper, "asked", _("Was asked"), WAS(asked_on));
	paper_word(paper, "answer", NULL, answer, NULL);
	if (!file->rewind.day)
		paper_word(paper, "state", _("Status"), disqualification_state_code(row->state),
			disqualification_state_words(row->state));
	paper_text(paper, "answered", _("Answered"), WAS(answered_at));
	paper_text(paper, "what", _("Circumstance"), WAS(what));
	paper_text(paper, "tried", _("Tried"), WAS(tried_on));
	paper_text(paper, "tried_by", _("Tried by"), WAS(tried_by));
	paper_text(paper, "outcome", NULL, outcome);
	paper_text(paper, "reasons", _("Reasons"), WAS(reasons));
	paper_text(paper, "work_why", _("Work already done"), WAS(work_why));
#undef WAS
	paper_item_end(paper);
}

/* Somebody has said that there is none, or it has been tried: the matter is settled. */
static bool conflict_is_open(struct case_file *file, const struct disqualification *row)
{
	const char *answer = rewind_text(&file->rewind, OBJECT_DISQUALIFICATION, row->id, "answer", row->answer);
	const char *outcome = rewind_text(&file->rewind, OBJECT_DISQUALIFICATION, row->id, "outcome", row->outcome);

	return outcome || (answer && !strcmp(answer, "none"));
}

bool case_file_disqualification(struct case_file *file, struct error *err)
{
	struct disqualification_about about = {.application = file->application};
	struct disqualification_list list;
	struct paper *paper = file->paper;
	int left = 0;

	if (!disqualification_list_load(file->cw, about, &list, err))
		return false;
	if (!file->rewind.day && !file->open)
		paper_say(paper, disqualification_sum_words(&list.sum, &paper->arena));
	paper_bool(paper, "own_only", _("Only your own is shown"), list.own_only);
	paper_list(paper, "conflicts", NULL);
	for (int i = 0; i < list.count; i++) {
		const struct disqualification *row = &list.items[i];

		if (!row->id || (row->application && !rewind_there(&file->rewind, OBJECT_DISQUALIFICATION, row->id)))
			continue;
		if (file->open && !conflict_is_open(file, row))
			left++;
		else
			conflict_put_on(file, row);
	}
	paper_list_end(paper, NULL);
	case_file_leaves(file, "conflicts_left_out",
		_("Left out, as working material: what is asked about conflicts of interest and not tried yet, %d "
		  "persons."),
		left);
	disqualification_list_done(&list);
	return true;
}
